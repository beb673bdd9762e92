package preview

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/fsnotify/fsnotify"
)

// quiet is how long nothing must happen before a burst of events is over:
// editors write, rename and touch a file several times for one save.
const quiet = 20 * time.Millisecond

// watch returns a channel that receives what may have changed in the folders or
// below after each burst of changes, until the context ends; nil where anything
// may have. A folder may come and go.
func watch(ctx context.Context, folders []string) (<-chan []string, error) {
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, fmt.Errorf("watching for changes: %w", err)
	}
	for _, folder := range folders {
		if err := addTree(watcher, folder); err != nil {
			return nil, errors.Join(fmt.Errorf("watching %s: %w", folder, err), watcher.Close())
		}
		// Only where it lies can be seen that it comes or goes.
		if err := watcher.Add(filepath.Dir(folder)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, errors.Join(fmt.Errorf("watching %s: %w", filepath.Dir(folder), err), watcher.Close())
		}
	}
	changes := make(chan []string)
	go func() {
		defer close(changes)
		defer watcher.Close()
		timer := time.NewTimer(time.Hour)
		timer.Stop()
		b := burst{names: map[string]bool{}}
		for {
			select {
			case <-ctx.Done():
				return
			case event := <-watcher.Events:
				if !isWithin(folders, event.Name) {
					continue
				}
				// A new folder has to be watched too, with all that is in it.
				if event.Has(fsnotify.Create) {
					_ = addTree(watcher, event.Name)
				}
				if event.Op != fsnotify.Chmod {
					b.add(event)
					timer.Reset(quiet)
				}
			case <-watcher.Errors:
				// Events were lost: what changed is unknown, that something did is not.
				b.all = true
				timer.Reset(quiet)
			case <-timer.C:
				select {
				case changes <- b.end():
				case <-ctx.Done():
					return
				}
			}
		}
	}()
	return changes, nil
}

// isWithin reports whether the path is one of the folders or below one.
func isWithin(folders []string, path string) bool {
	return slices.ContainsFunc(folders, func(folder string) bool {
		name, err := filepath.Rel(folder, path)
		return err == nil && filepath.IsLocal(name)
	})
}

// burst is what changes in quick succession.
type burst struct {
	names map[string]bool
	all   bool // anything may have changed
}

func (b *burst) add(event fsnotify.Event) {
	b.names[event.Name] = true
	// Where a folder came or went, events of what is in it may have been missed or
	// carry its former name.
	if info, err := os.Lstat(event.Name); err == nil && info.IsDir() || err != nil && filepath.Ext(event.Name) == "" {
		b.all = true
	}
}

// end returns what has changed and begins anew.
func (b *burst) end() []string {
	names := slices.Sorted(maps.Keys(b.names))
	if b.all {
		names = nil
	}
	*b = burst{names: map[string]bool{}}
	return names
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
