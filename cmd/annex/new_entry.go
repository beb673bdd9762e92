package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/annex-isms/annex/generator/handbook"
)

// newEntry drafts an entry in the content of the folder and prints where it is.
func newEntry(command *cobra.Command, folder, kind, name string) error {
	var flags sourceFlags
	options, err := flags.options(folder, nil)
	if err != nil {
		return err
	}
	h, found := handbook.Load(options.Content, options.Clock)
	if h == nil {
		return fmt.Errorf("%s cannot be read: %s", folder, found[0].Message)
	}
	draft, err := h.Draft(kind, name)
	if err != nil {
		return err
	}
	line, err := write(folder, draft)
	if err != nil {
		return fmt.Errorf("writing %s: %w", draft.File, err)
	}
	p := newPrinter(command, folder, false)
	p.result("%s:%d: %s", path.Join(p.folder, draft.File), line, draft.ID)
	p.say("Fill it in; annex check asks for what is missing.")
	return nil
}

// write puts a draft into the content's folder and returns the line at which it
// begins. It appends to a register; a document that is there it leaves alone.
func write(folder string, draft handbook.Draft) (line int, err error) {
	root, err := os.OpenRoot(folder)
	if err != nil {
		return 0, err
	}
	defer root.Close()
	if err := root.MkdirAll(filepath.FromSlash(path.Dir(draft.File)), 0o755); err != nil {
		return 0, err
	}
	if !draft.IsTable {
		return 1, create(root, draft.File, draft.Text)
	}
	before, err := root.ReadFile(draft.File)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return 0, err
	}
	apart := separator(before)
	addition := apart + draft.Text
	if bytes.Contains(before, []byte("\r\n")) {
		addition = strings.ReplaceAll(addition, "\n", "\r\n")
	}
	line = bytes.Count(before, []byte("\n")) + strings.Count(apart, "\n") + 1
	return line, add(root, draft.File, addition, int64(len(before)))
}

// separator returns what parts a new table from what stands in the register.
func separator(before []byte) string {
	switch {
	case len(before) == 0:
		return ""
	case bytes.HasSuffix(before, []byte("\n")):
		return "\n"
	default:
		return "\n\n"
	}
}

func create(root *os.Root, name, text string) error {
	file, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = file.WriteString(text)
	return errors.Join(err, file.Close())
}

// add appends to a file, all of it or nothing: a register that ends in half a
// table could not be read any more.
func add(root *os.Root, name, text string, size int64) error {
	file, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o644)
	if err != nil {
		return err
	}
	if _, err = file.WriteString(text); err != nil {
		err = errors.Join(err, file.Truncate(size))
	}
	return errors.Join(err, file.Close())
}
