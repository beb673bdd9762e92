package bundle

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

func TestLinksInAFolderAreNamedAndNotFollowed(t *testing.T) {
	folder := filepath.Join(unzipped(t, mustPack(t, contents())), top)
	original := filepath.Join(folder, "site", "index.html")
	elsewhere := filepath.Join(t.TempDir(), "index.html")
	must(t, os.Rename(original, elsewhere))
	if err := os.Symlink(elsewhere, original); err != nil {
		t.Skipf("no symbolic links here: %v", err)
	}
	must(t, os.Symlink("/", filepath.Join(folder, "site", "everything")))
	report := mustVerify(t, folder)
	wantDifferences(t, report, "additional site/everything", "changed site/index.html")
	for _, d := range report.Differences {
		if d.Note != "is a symbolic link" {
			t.Errorf("%s: the note is %q", d.Path, d.Note)
		}
	}
}

func TestFolderInPlaceOfAFileIsMissing(t *testing.T) {
	folder := filepath.Join(unzipped(t, mustPack(t, contents())), top)
	name := filepath.Join(folder, "site", "index.html")
	must(t, os.Remove(name))
	must(t, os.Mkdir(name, 0o755))
	wantDifferences(t, mustVerify(t, folder), "missing site/index.html")
}

func TestNamesThatAreNoTextAreNamed(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("other systems allow no such names")
	}
	folder := filepath.Join(unzipped(t, mustPack(t, contents())), top)
	must(t, os.WriteFile(filepath.Join(folder, "site", "a\xff.html"), nil, 0o644))
	must(t, os.MkdirAll(filepath.Join(folder, "site", "b\xff", "c"), 0o755))
	wantDifferences(t, mustVerify(t, folder), "additional site/a\xff.html", "additional site/b\xff")
}

func TestFolderOfSeveralBundlesIsNotGuessedAt(t *testing.T) {
	folder := unzipped(t, mustPack(t, contents()))
	must(t, os.CopyFS(filepath.Join(folder, "copy"), os.DirFS(filepath.Join(folder, top))))
	_, err := Verify(folder)
	wantError(t, err, folder+": it holds 2 bundles: name one of them, such as "+filepath.Join(folder, top))
	report := mustVerify(t, filepath.Join(folder, "copy")) // what it is called is nothing to a bundle
	if !report.Holds() {
		t.Errorf("%+v", report)
	}
}
