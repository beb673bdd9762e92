package preview

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"time"

	"github.com/fsnotify/fsnotify"
)

// quiet is how long nothing must happen before a burst of events is over:
// editors write, rename and touch a file several times for one save.
const quiet = 40 * time.Millisecond

// watch returns a channel that receives after each burst of changes in the
// folders or below, until the context ends. Folders that do not exist are
// passed over.
func watch(ctx context.Context, folders []string) (<-chan struct{}, error) {
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, fmt.Errorf("watching for changes: %w", err)
	}
	for _, folder := range folders {
		if err := addTree(watcher, folder); err != nil {
			return nil, errors.Join(fmt.Errorf("watching %s: %w", folder, err), watcher.Close())
		}
	}
	changes := make(chan struct{})
	go func() {
		defer close(changes)
		defer watcher.Close()
		timer := time.NewTimer(time.Hour)
		timer.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case event := <-watcher.Events:
				// A new folder has to be watched too, with all that is in it.
				if event.Has(fsnotify.Create) {
					_ = addTree(watcher, event.Name)
				}
				if event.Op != fsnotify.Chmod {
					timer.Reset(quiet)
				}
			case <-watcher.Errors:
				// Events were lost: what changed is unknown, that something did is not.
				timer.Reset(quiet)
			case <-timer.C:
				select {
				case changes <- struct{}{}:
				case <-ctx.Done():
					return
				}
			}
		}
	}()
	return changes, nil
}

// addTree watches a folder and all folders below. What is not there, or is no
// folder, needs no watching.
func addTree(watcher *fsnotify.Watcher, folder string) error {
	return filepath.WalkDir(folder, func(name string, entry fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil || !entry.IsDir() {
			return err
		}
		return watcher.Add(name)
	})
}
