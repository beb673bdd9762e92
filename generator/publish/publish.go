// Package publish puts finished editions where their readers find them. It and
// bundle are the only packages that write output.
//
// An edition is first written completely into a hidden folder beside its place
// and then swapped in, so that nobody ever sees half of one, whether the disk
// is full, a page fails to render or the program is killed. A file in the output
// folder remembers what Annex wrote there; anything else is left alone.
package publish

import (
	"errors"
	"fmt"
	"iter"
	"path/filepath"
)

// File is one file of a site.
type File struct {
	Path    string                 // slash-separated, relative to the site: "risks/R-012.html"
	Content func() ([]byte, error) // Publish calls it once, from any goroutine
}

// Site is a finished edition.
type Site struct {
	Name  string // names its folder: "trust"
	Files []File
	// Rest returns the files that follow from what Files came to hold. It is asked
	// for once these are made; where it is asked sooner, it takes longer. It may be nil.
	Rest func() ([]File, error)
	// Last is asked when every file of every site has been made, before any is
	// put in place; an error stops that. It may be nil.
	Last func() error
}

// Parts yields the files of the site: first those that are known, and once these
// have been made, the rest.
func (s Site) Parts() iter.Seq2[[]File, error] {
	return func(yield func([]File, error) bool) {
		if yield(s.Files, nil) && s.Rest != nil {
			yield(s.Rest())
		}
	}
}

// All returns all files of the site.
func (s Site) All() ([]File, error) {
	var all []File
	for part, err := range s.Parts() {
		if err != nil {
			return nil, err
		}
		all = append(all, part...)
	}
	return all, nil
}

// Publish makes out/NAME hold exactly the files of each site, and creates out
// where it is missing.
//
// If any file of any site cannot be rendered or written, or any site is refused,
// everything stays as it was. After that the sites are swapped in one by one, each whole or not at all.
// A folder that Annex did not write is never replaced: that is an error.
// Publish waits while another one writes to the same folder.
func Publish(out string, sites []Site) (err error) {
	if err := checkSites(sites); err != nil {
		return fmt.Errorf("publishing to %s: %w", out, err)
	}
	f, err := openFolder(out)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.close()) }()
	return f.publish(sites)
}

// lastLook asks whether the site may be put in place.
func lastLook(site Site) error {
	if site.Last == nil {
		return nil
	}
	return site.Last()
}

func (f *folder) publish(sites []Site) (err error) {
	// Before, for a run that was killed; after, for this one.
	if err := f.tidy(); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.tidy()) }()

	// Refusals come first, so that nobody waits for pages that have no place to go.
	for _, site := range sites {
		if _, err := f.holdsEdition(site.Name); err != nil {
			return err
		}
	}
	for _, step := range []func(Site) error{f.stage, lastLook, f.announce, f.swap} {
		for _, site := range sites {
			if err := step(site); err != nil {
				return fmt.Errorf("publishing %s: %w", filepath.Join(f.path, site.Name), err)
			}
		}
	}
	return nil
}
