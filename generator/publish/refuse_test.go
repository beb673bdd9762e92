package publish

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

func TestForeignFolderIsRefusedAndUntouched(t *testing.T) {
	out := t.TempDir()
	write(t, out, "trust/diary.txt", "dear diary")
	rendered := false
	err := Publish(out, []Site{site("staff", "index.html", "one"), {Name: "trust", Files: []File{{
		Path:    "index.html",
		Content: func() ([]byte, error) { rendered = true; return nil, nil },
	}}}})
	wantError(t, err, filepath.Join(out, "trust")+" was not written by Annex; move it away or choose another folder with --out")
	wantTree(t, out, "trust/diary.txt", "dear diary")
	if rendered {
		t.Error("a page was rendered although there was no place for it")
	}
}

func TestForeignFolderThatAppearsWhileRenderingIsRefusedAndUntouched(t *testing.T) {
	out := t.TempDir()
	meddle := Site{Name: "trust", Files: []File{{Path: "index.html", Content: func() ([]byte, error) {
		write(t, out, "trust/diary.txt", "dear diary")
		return nil, nil
	}}}}
	for range 2 {
		wantError(t, Publish(out, []Site{meddle}), "was not written by Annex")
		wantTree(t, out, "trust/diary.txt", "dear diary")
	}
}

func TestForeignFileIsRefusedAndUntouched(t *testing.T) {
	out := t.TempDir()
	write(t, out, "trust", "me")
	wantError(t, Publish(out, []Site{site("trust", "index.html", "one")}), "was not written by Annex")
	wantTree(t, out, "trust", "me")
}

func TestForeignMarkIsRefusedAndUntouched(t *testing.T) {
	out := t.TempDir()
	write(t, out, ".annex", "my notes on the annex\n")
	wantError(t, Publish(out, []Site{site("trust", "index.html", "one")}), ".annex is not a file that Annex wrote")
	wantMark(t, out, "my notes on the annex\n")
	wantTree(t, out)
}

func TestOutMustNotBeAFile(t *testing.T) {
	out := filepath.Join(t.TempDir(), "dist")
	must(t, os.WriteFile(out, []byte("a file"), 0o644))
	wantError(t, Publish(out, []Site{site("trust", "index.html", "one")}),
		"publishing to "+out+": it is a file, not a folder; choose another with --out")
}

func TestSymbolicLinksAreRefused(t *testing.T) {
	link := func(t *testing.T, target, name string) {
		t.Helper()
		if err := os.Symlink(target, name); err != nil {
			t.Skipf("no symbolic links here: %v", err)
		}
	}
	t.Run("as an edition", func(t *testing.T) {
		out, elsewhere := t.TempDir(), t.TempDir()
		mustPublish(t, out, site("trust", "index.html", "one"))
		must(t, os.RemoveAll(filepath.Join(out, "trust")))
		link(t, elsewhere, filepath.Join(out, "trust"))
		wantError(t, Publish(out, []Site{site("trust", "index.html", "two")}),
			filepath.Join(out, "trust")+" is a symbolic link; remove it or choose another folder with --out")
		wantTree(t, elsewhere)
	})
	t.Run("as the mark", func(t *testing.T) {
		out, elsewhere := t.TempDir(), t.TempDir()
		link(t, filepath.Join(elsewhere, "file"), filepath.Join(out, ".annex"))
		wantError(t, Publish(out, []Site{site("trust", "index.html", "one")}), ".annex is not a file that Annex wrote")
		wantTree(t, elsewhere)
	})
	t.Run("as a hidden folder", func(t *testing.T) {
		out, elsewhere := t.TempDir(), t.TempDir()
		write(t, elsewhere, "index.html", "mine")
		link(t, elsewhere, filepath.Join(out, ".annex-trust.new"))
		mustPublish(t, out, site("trust", "index.html", "one"))
		wantTree(t, out, "trust/index.html", "one")
		wantTree(t, elsewhere, "index.html", "mine")
	})
}

func TestReadOnlyFolderIsAClearError(t *testing.T) {
	if os.Geteuid() == 0 || runtime.GOOS == "windows" {
		t.Skip("permissions do not keep root out, and Windows has none on folders")
	}
	out := filepath.Join(t.TempDir(), "dist")
	must(t, os.Mkdir(out, 0o555))
	wantError(t, Publish(out, []Site{site("trust", "index.html", "one")}), "publishing to "+out+": open "+filepath.Join(out, ".annex")+": permission denied")

	must(t, os.Chmod(out, 0o755))
	mustPublish(t, out, site("trust", "index.html", "one"))
	must(t, os.Chmod(out, 0o555))
	defer func() { _ = os.Chmod(out, 0o755) }() // so that the folder can be removed
	wantError(t, Publish(out, []Site{site("trust", "index.html", "two")}), "publishing "+filepath.Join(out, "trust")+": ")
	wantTree(t, out, "trust/index.html", "one")
}
