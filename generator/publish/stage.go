package publish

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
)

// stage writes the complete site into its hidden folder.
func (f *folder) stage(site Site) error {
	if err := os.Mkdir(f.staged(site.Name), 0o755); err != nil {
		return err
	}
	root, err := os.OpenRoot(f.staged(site.Name))
	if err != nil {
		return err
	}
	// Closed before the swap, because Windows does not rename an open folder.
	defer func() { _ = root.Close() }()

	var known []File
	for part, err := range site.Parts() {
		if err != nil {
			return err
		}
		known = append(known, part...)
		if err := checkFiles(site.Name, known); err != nil {
			return err
		}
		if err := writeFiles(root, part); err != nil {
			return err
		}
	}
	return nil
}

func makeFolders(root *os.Root, files []File) error {
	var folders []string
	for _, file := range files {
		folders = append(folders, path.Dir(file.Path))
	}
	slices.Sort(folders)
	for _, folder := range slices.Compact(folders) {
		if err := root.MkdirAll(filepath.FromSlash(folder), 0o755); err != nil {
			return err
		}
	}
	return nil
}

// writeFiles writes all files, several at a time, or returns the error of the
// first, in the order of the files, that could not be written.
func writeFiles(root *os.Root, files []File) error {
	if err := makeFolders(root, files); err != nil {
		return err
	}
	q := queue{files: files}
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(files)) {
		workers.Go(func() {
			w := writer{root: root}
			defer w.close()
			for i, ok := q.take(); ok; i, ok = q.take() {
				if err := w.write(files[i]); err != nil {
					q.fail(i, err)
				}
			}
		})
	}
	workers.Wait()
	return q.failure
}

// queue hands out files to several workers until one of them fails. Files leave
// it in order, so each one before a failed one gets its turn, and the earliest
// failure is the same in every run.
type queue struct {
	files []File

	mutex   sync.Mutex
	next    int
	failed  int // the earliest file that failed, when there is a failure
	failure error
}

func (q *queue) take() (i int, ok bool) {
	q.mutex.Lock()
	defer q.mutex.Unlock()
	if q.failure != nil || q.next == len(q.files) {
		return 0, false
	}
	q.next++
	return q.next - 1, true
}

func (q *queue) fail(i int, err error) {
	q.mutex.Lock()
	defer q.mutex.Unlock()
	if q.failure == nil || i < q.failed {
		q.failed, q.failure = i, err
	}
}

// writer writes files one after the other. It keeps the folder of the last one
// open, for the next often lies there too.
type writer struct {
	root   *os.Root
	folder string
	open   *os.Root // nil before the first folder below the root
}

func (w *writer) write(file File) error {
	content, err := file.Content()
	if err != nil {
		return fmt.Errorf("rendering %s: %w", file.Path, err)
	}
	folder, err := w.in(path.Dir(file.Path))
	if err != nil {
		return err
	}
	// O_EXCL, because a file system may hold names for the same that we do not.
	to, err := folder.OpenFile(path.Base(file.Path), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return fmt.Errorf("%s: %w", file.Path, err)
	}
	if _, err := to.Write(content); err != nil {
		_ = to.Close()
		return err
	}
	return to.Close()
}

// in returns the folder of that path.
func (w *writer) in(folder string) (*os.Root, error) {
	if folder == "." {
		return w.root, nil
	}
	if w.open == nil || folder != w.folder {
		w.close()
		open, err := w.root.OpenRoot(filepath.FromSlash(folder))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", folder, err)
		}
		w.folder, w.open = folder, open
	}
	return w.open, nil
}

func (w *writer) close() {
	if w.open != nil {
		_ = w.open.Close()
	}
	w.open = nil
}
