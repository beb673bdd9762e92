package publish

import (
	"os"
	"path/filepath"
	"testing"
)

// The states in which a killed run can leave the folder, and what a later run
// makes of them before it publishes anything.
func TestNextRunFinishesWhatAKilledOneLeft(t *testing.T) {
	const (
		isPublished  = markTitle + "publishing trust\npublished trust\n"
		isPublishing = markTitle + "publishing trust\n"
		isAbandoned  = markTitle + "publishing trust\nabandoned trust\n"
	)
	for name, test := range map[string]struct {
		mark     string
		left     []string // files in the folder
		want     []string
		wantMark string
	}{
		"while staging the first version": {
			mark: markTitle, wantMark: markTitle,
			left: []string{".annex-trust.new/index.html", "half"},
		},
		"while staging another version": {
			mark: isPublished, wantMark: isPublished,
			left: []string{"trust/index.html", "one", ".annex-trust.new/index.html", "half"},
			want: []string{"trust/index.html", "one"},
		},
		"before the first version was moved to its place": {
			mark: isPublishing, wantMark: isAbandoned,
			left: []string{".annex-trust.new/index.html", "one"},
		},
		"before the first version was moved to a place that somebody else took then": {
			mark: isPublishing, wantMark: isAbandoned,
			left: []string{".annex-trust.new/index.html", "one", "trust/diary.txt", "dear diary"},
			want: []string{"trust/diary.txt", "dear diary"},
		},
		"after the first version was moved to its place": {
			mark: isPublishing, wantMark: isPublished,
			left: []string{"trust/index.html", "one"},
			want: []string{"trust/index.html", "one"},
		},
		"after the first version was moved to its place, and somebody removed it": {
			mark: isPublishing, wantMark: isAbandoned,
		},
		"after an exchange": {
			mark: isPublished, wantMark: isPublished,
			left: []string{"trust/index.html", "two", ".annex-trust.new/index.html", "one"},
			want: []string{"trust/index.html", "two"},
		},
		"between two renames": {
			mark: isPublished, wantMark: isPublished,
			left: []string{".annex-trust.old/index.html", "one", ".annex-trust.new/index.html", "two"},
			want: []string{"trust/index.html", "one"},
		},
		"between two renames, and somebody else took the place": {
			mark: isPublished, wantMark: isPublished + "abandoned trust\n",
			left: []string{".annex-trust.old/index.html", "one", ".annex-trust.new/index.html", "two", "trust/diary.txt", "dear diary"},
			want: []string{"trust/diary.txt", "dear diary"},
		},
		"after two renames": {
			mark: isPublished, wantMark: isPublished,
			left: []string{"trust/index.html", "two", ".annex-trust.old/index.html", "one"},
			want: []string{"trust/index.html", "two"},
		},
		"while it wrote the mark for the first time": {
			mark: markTitle[:20], wantMark: markTitle,
		},
		"while it added to the mark": {
			mark: markTitle + "publishing tru", wantMark: markTitle,
			left: []string{"tru/diary.txt", "dear diary", ".annex-trust.new/index.html", "one"},
			want: []string{"tru/diary.txt", "dear diary"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			out := t.TempDir()
			write(t, out, ".annex", test.mark)
			write(t, out, test.left...)
			mustPublish(t, out, site("unrelated"))
			must(t, os.Remove(filepath.Join(out, "unrelated")))
			wantTree(t, out, test.want...)
			wantMark(t, out, test.wantMark+"publishing unrelated\npublished unrelated\n")
		})
	}
}

func TestHiddenFilesOfOthersStay(t *testing.T) {
	out := t.TempDir()
	left := []string{".annexe/a", "a", ".annex-notes", "b", ".annex-.new/c", "c", ".annex-...old/d", "d", ".gitignore", "e"}
	write(t, out, left...)
	mustPublish(t, out)
	wantTree(t, out, left...)
}

func TestMarkCannotPointOutOfTheFolder(t *testing.T) {
	parent := t.TempDir()
	out := filepath.Join(parent, "dist")
	write(t, parent, "x.new/diary.txt", "dear diary", "dist/.annex", markTitle+"publishing ../x\npublishing /../x\nnonsense\n")
	mustPublish(t, out)
	wantTree(t, filepath.Join(parent, "x.new"), "diary.txt", "dear diary")
}

func TestMarkNamesEachEdition(t *testing.T) {
	out := t.TempDir()
	for range 3 {
		mustPublish(t, out, site("trust", "index.html", "one"), site("staff", "index.html", "one"))
	}
	wantMark(t, out, markTitle+"publishing trust\npublishing staff\npublished staff\npublished trust\n")
}

func TestSwapInTwoStepsReplacesTheEdition(t *testing.T) {
	out := t.TempDir()
	mustPublish(t, out, site("trust", "index.html", "one", "gone.html", "gone"))
	withFolder(t, out, func(f *folder) {
		two := site("trust", "index.html", "two")
		must(t, f.stage(two))
		must(t, f.swapInTwoSteps(two))
		wantTree(t, out, "trust/index.html", "two", ".annex-trust.old/index.html", "one", ".annex-trust.old/gone.html", "gone")
		must(t, f.tidy())
		wantTree(t, out, "trust/index.html", "two")
	})
}

func TestSwapInTwoStepsThatFailsHalfwayIsUndone(t *testing.T) {
	out := t.TempDir()
	mustPublish(t, out, site("trust", "index.html", "one"))
	withFolder(t, out, func(f *folder) {
		if err := f.swapInTwoSteps(site("trust")); err == nil {
			t.Fatal("swapped in a version that is not there")
		}
		must(t, f.tidy())
		wantTree(t, out, "trust/index.html", "one")
	})
	mustPublish(t, out, site("trust", "index.html", "two"))
}

func withFolder(t *testing.T, out string, do func(*folder)) {
	t.Helper()
	f, err := openFolder(out)
	must(t, err)
	defer func() { must(t, f.close()) }()
	do(f)
}

func wantMark(t *testing.T, out, want string) {
	t.Helper()
	got, err := os.ReadFile(filepath.Join(out, ".annex"))
	must(t, err)
	if string(got) != want {
		t.Errorf("the mark is\n%s\nwant\n%s", got, want)
	}
}
