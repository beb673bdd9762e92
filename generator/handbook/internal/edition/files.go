package edition

import (
	"path"

	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/metadata"
)

// files copies in the files that the admitted entries and settings show or have
// attached. For the public, images come without their metadata, before anything
// is derived from them: neither the name nor the size of the published file
// tells what was removed. Staff and auditors get every file to the letter, for
// evidence that was altered is none.
func (a *admission) files(config *record.Config, entries []record.Record) map[string]record.File {
	files := map[string]record.File{}
	take := func(name string) {
		file, found := a.whole.Files[name]
		if !found {
			return
		}
		if a.edition == audience.TrustEdition {
			stripped, err := metadata.Strip(file.Name, file.Data)
			if err != nil {
				return // a rule tells the author
			}
			file.Data = stripped
		}
		files[name] = file
	}
	record.EachFile(record.Fields(config), take)
	if o := config.Organization.Row; o != nil && o.Logo.IsSet() {
		take(path.Clean(o.Logo.Value))
	}
	for _, r := range entries {
		for _, name := range record.FilesOf(r) {
			take(name)
		}
	}
	return files
}
