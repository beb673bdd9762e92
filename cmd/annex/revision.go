package main

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// contentRevision returns the commit that the content was taken from, and whether
// what was read has changes that the commit lacks. Content that is not under
// version control by git has no revision.
func contentRevision(ctx context.Context, source string) (commit string, modified bool) {
	ctx, stop := context.WithTimeout(ctx, 20*time.Second)
	defer stop()
	commit, modified = commitOf(ctx, source)
	// The site's own themes are part of what a bundle shows.
	themes := filepath.Join(source, "..", "themes")
	if _, err := os.Stat(themes); err == nil && commit != "" {
		other, changed := commitOf(ctx, themes)
		modified = modified || changed || other != commit
	}
	return commit, modified
}

// commitOf returns the commit that is checked out in the folder, and whether files
// in it were changed since.
func commitOf(ctx context.Context, folder string) (commit string, modified bool) {
	head, err := git(ctx, folder, "rev-parse", "--verify", "HEAD")
	if err != nil {
		return "", false
	}
	status, err := git(ctx, folder, "status", "--porcelain", "--", ".")
	return string(bytes.TrimSpace(head)), err != nil || len(status) > 0
}

// git runs git in the folder. It neither writes to the repository nor lets it run
// programs of its own.
func git(ctx context.Context, folder string, arguments ...string) ([]byte, error) {
	fixed := []string{"--no-optional-locks", "-c", "core.fsmonitor=false", "-C", folder}
	command := exec.CommandContext(ctx, "git", append(fixed, arguments...)...)
	// Within a hook of another repository, git would take the folder for part of that.
	command.Env = slices.DeleteFunc(os.Environ(), func(variable string) bool {
		name, _, _ := strings.Cut(variable, "=")
		return name == "GIT_DIR" || name == "GIT_WORK_TREE" || name == "GIT_INDEX_FILE"
	})
	return command.Output()
}
