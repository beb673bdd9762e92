package publish

import (
	"errors"
	"os"
	"syscall"

	"github.com/rogpeppe/go-internal/robustio"
)

// announce lets the mark know that the site will appear where no version of it
// stands yet. Killed after the swap, we would otherwise not know our own work.
func (f *folder) announce(site Site) error {
	here, err := f.holdsEdition(site.Name)
	if err != nil || here {
		return err
	}
	return f.mark.say(publishing, site.Name)
}

// swap puts the staged site in its place. The version before goes where tidy
// finds it.
func (f *folder) swap(site Site) error {
	edition, staged := f.edition(site.Name), f.staged(site.Name)
	// Asked again, because rendering takes time and others may use it.
	here, err := f.holdsEdition(site.Name)
	if err != nil {
		return err
	}
	if !here {
		// An empty folder may stand there, and only Unix would rename over it.
		if err := os.Remove(edition); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
		return robustio.Rename(staged, edition)
	}
	err = exchange(staged, edition)
	if errors.Is(err, errors.ErrUnsupported) || errors.Is(err, syscall.EINVAL) {
		return f.swapInTwoSteps(site)
	}
	return err
}

// swapInTwoSteps is for systems and file systems that cannot exchange two
// folders. For a moment the edition is missing; tidy puts it back if that is
// when the program ends.
func (f *folder) swapInTwoSteps(site Site) error {
	if err := robustio.Rename(f.edition(site.Name), f.previous(site.Name)); err != nil {
		return err
	}
	return robustio.Rename(f.staged(site.Name), f.edition(site.Name))
}
