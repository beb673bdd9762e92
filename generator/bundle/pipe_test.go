//go:build unix

package bundle

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// Whoever opens a pipe that nobody writes to waits for ever.
func TestPipesInAFolderAreNamedAndNotOpened(t *testing.T) {
	folder := filepath.Join(unzipped(t, mustPack(t, contents())), top)
	name := filepath.Join(folder, "site", "index.html")
	must(t, os.Remove(name))
	must(t, syscall.Mkfifo(name, 0o644))
	must(t, syscall.Mkfifo(filepath.Join(folder, "pipe"), 0o644))
	wantDifferences(t, mustVerify(t, folder), "additional pipe", "changed site/index.html")

	must(t, os.RemoveAll(folder))
	must(t, syscall.Mkfifo(folder, 0o644))
	_, err := Verify(folder)
	wantError(t, err, "this is no bundle: it is neither a file nor a folder")
}
