//go:build unix

package generator_test

import (
	"path/filepath"
	"syscall"
	"testing"
)

// Whoever opens a pipe into which nobody writes waits for ever.
func TestAPipeIsRefused(t *testing.T) {
	folder, _ := contentFolder(t)
	if err := syscall.Mkfifo(filepath.Join(folder, "registers", "more.toml"), 0o644); err != nil {
		t.Skipf("this system makes no pipes: %v", err)
	}
	expectOne(t, checkFolder(t, folder), "unreadable", "registers/more.toml")
}
