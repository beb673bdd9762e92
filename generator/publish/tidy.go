package publish

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/robustio"
)

// tidy finishes what a run has left: it puts back a version that was moved out
// of the way for one that never came, makes the mark tell the truth, and removes
// what is no longer needed.
func (f *folder) tidy() error {
	entries, err := os.ReadDir(f.path)
	if err != nil {
		return fmt.Errorf("tidying up in %s: %w", f.path, err)
	}
	unfinished := map[string]bool{}
	for _, entry := range entries {
		if name, ok := leftBy(entry.Name()); ok {
			unfinished[name] = true
		}
	}
	for name, said := range f.mark.says {
		if said == publishing {
			unfinished[name] = true
		}
	}
	// Sorted, so that the mark and a failure do not change from run to run.
	for _, name := range slices.Sorted(maps.Keys(unfinished)) {
		if err := f.tidyEdition(name); err != nil {
			return fmt.Errorf("tidying up %s: %w", f.edition(name), err)
		}
	}
	return nil
}

// leftBy returns the name of the edition whose publishing left a hidden folder
// of that name.
func leftBy(entry string) (name string, ok bool) {
	rest, ok := strings.CutPrefix(entry, hidden)
	suffix := path.Ext(rest)
	name = strings.TrimSuffix(rest, suffix)
	return name, ok && (suffix == stagedSuffix || suffix == previousSuffix) && checkName(name) == nil
}

func (f *folder) tidyEdition(name string) error {
	here, err1 := exists(f.edition(name))
	staged, err2 := exists(f.staged(name))
	previous, err3 := exists(f.previous(name))
	if err := errors.Join(err1, err2, err3); err != nil {
		return err
	}
	begun := f.mark.says[name] == publishing
	switch {
	case previous && !here:
		if err := robustio.Rename(f.previous(name), f.edition(name)); err != nil {
			return err
		}
	case staged && (previous || begun), begun && !here:
		// The new version has not left the hidden folder, so whatever stands in
		// its place by now is somebody else's.
		if err := f.mark.say(abandoned, name); err != nil {
			return err
		}
	case begun:
		if err := f.mark.say(published, name); err != nil {
			return err
		}
	}
	return errors.Join(robustio.RemoveAll(f.staged(name)), robustio.RemoveAll(f.previous(name)))
}
