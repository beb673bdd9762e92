package publish

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"
)

// The test binary runs itself as a second process that publishes.
const (
	childOut  = "ANNEX_TEST_OUT"
	childTask = "ANNEX_TEST_TASK"
)

func TestMain(m *testing.M) {
	out := os.Getenv(childOut)
	switch os.Getenv(childTask) {
	case "":
		os.Exit(m.Run())
	case "hang":
		s := uniform("unfinished")
		s.Files = append(s.Files, File{Path: "hang.html", Content: func() ([]byte, error) {
			fmt.Println("rendering")
			time.Sleep(time.Hour)
			return nil, nil
		}})
		endChild(Publish(out, []Site{s}))
	case "race":
		for i := range 5 {
			if err := Publish(out, []Site{uniform(fmt.Sprintf("process %d, version %d", os.Getpid(), i))}); err != nil {
				endChild(err)
			}
		}
	case "churn":
		fmt.Println("publishing")
		for i := 0; ; i++ {
			if err := Publish(out, []Site{uniform(fmt.Sprintf("version %d", i))}); err != nil {
				endChild(err)
			}
		}
	}
}

func endChild(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func TestKillWhileRenderingLeavesTheEditionWhole(t *testing.T) {
	out := t.TempDir()
	mustPublish(t, out, uniform("one"))
	kill(t, startChild(t, "hang", out))

	if got := tree(t, filepath.Join(out, "staff")); len(got) != 40 || got["risks/R-000.html"] != "one" {
		t.Errorf("after the kill the edition holds %v", got)
	}
	mustPublish(t, out, uniform("two"))
	if got := wantUniform(t, out); got != "two" {
		t.Errorf("published %q, want two", got)
	}
}

func TestKillWhileRenderingTheFirstVersionLeavesNothingInItsPlace(t *testing.T) {
	out := t.TempDir()
	kill(t, startChild(t, "hang", out))
	wantNothing(t, filepath.Join(out, "staff"))
	mustPublish(t, out, uniform("one"))
	wantUniform(t, out)
}

func TestKillAtAnyMomentLeavesAWholeEdition(t *testing.T) {
	out := t.TempDir()
	mustPublish(t, out, uniform("first"))
	for i := range 20 {
		child := startChild(t, "churn", out)
		time.Sleep(time.Duration(i) * 1300 * time.Microsecond)
		kill(t, child)
		mustPublish(t, out) // only tidies up
		wantUniform(t, out)
	}
}

func TestConcurrentProcessesEndInOneWholeEdition(t *testing.T) {
	out := t.TempDir()
	var processes sync.WaitGroup
	for range 4 {
		child := child(t, "race", out)
		processes.Go(func() {
			if output, err := child.CombinedOutput(); err != nil {
				t.Errorf("%v: %s", err, output)
			}
		})
	}
	processes.Wait()
	wantUniform(t, out)
}

func child(t *testing.T, task, out string) *exec.Cmd {
	t.Helper()
	exe, err := os.Executable()
	must(t, err)
	cmd := exec.Command(exe)
	cmd.Env = append(os.Environ(), childTask+"="+task, childOut+"="+out)
	return cmd
}

// startChild returns a process that does the task and has said its first word.
func startChild(t *testing.T, task, out string) *exec.Cmd {
	t.Helper()
	cmd := child(t, task, out)
	cmd.Stderr = os.Stderr
	stdout, err := cmd.StdoutPipe()
	must(t, err)
	must(t, cmd.Start())
	if !bufio.NewScanner(stdout).Scan() {
		t.Fatalf("the child process ended early: %v", cmd.Wait())
	}
	return cmd
}

func kill(t *testing.T, cmd *exec.Cmd) {
	t.Helper()
	must(t, cmd.Process.Kill())
	if err := cmd.Wait(); err == nil || cmd.ProcessState.Exited() && cmd.ProcessState.ExitCode() == 0 {
		t.Fatal("the child process ended before it was killed")
	}
}
