package generator

import (
	"fmt"
	"io/fs"

	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/search"
)

// Search returns what finds entries in one edition: the files that the edition
// would be published with, read as a browser reads them. Where an error was found,
// there is none.
func Search(o Options, edition audience.Edition) (*search.Searcher, finding.List, error) {
	o.Editions = []audience.Edition{edition}
	sites, found, err := Make(o)
	if err != nil || found.HasErrors() {
		return nil, found, err
	}
	files, err := sites[0].All()
	if err != nil {
		return nil, found, err
	}
	find := finderIn(files)
	searcher, err := search.Open(func(path string) ([]byte, error) {
		if file, ok := find(path); ok {
			return file.Content()
		}
		return nil, fmt.Errorf("%s: %w", path, fs.ErrNotExist)
	})
	return searcher, found, err
}
