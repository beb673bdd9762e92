package generator

import (
	"regexp"
	"slices"

	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/bundle"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/view"
)

// Origin is where a bundle comes from, beside its content.
type Origin struct {
	Annex    string // the version of Annex
	Revision string // of the content, empty where it is not under version control
	Modified bool   // the content has changes that the revision lacks
}

// Bundle makes the site of one edition and packs it. Where an error was found,
// there is no bundle. What is handed over stays as it is for years, so that charts
// without drawings, a warning to a build, are an error here.
func Bundle(o Options, edition audience.Edition, origin Origin) (*bundle.Bundle, finding.List, error) {
	o.Editions, o.needsCharts = []audience.Edition{edition}, true
	sites, found, err := Make(o)
	if err != nil || found.HasErrors() {
		return nil, found, err
	}
	packed, err := bundle.Pack(sites[0].contents(origin.toldTo(edition)))
	if err != nil {
		return nil, found, err
	}
	if found = withLeaks(found, sites); found.HasErrors() {
		return nil, found, nil
	}
	return packed, found, nil
}

// release is a version that a person has given, rather than one that Go makes of
// a revision.
var release = regexp.MustCompile(`^v\d+\.\d+\.\d+(-[a-z]+\.?\d*)?$`)

// toldTo returns what readers of the edition are told. A new revision says that
// something has changed which the edition may not show, so auditors alone see it,
// be it that of the content or one within the version of Annex.
func (o Origin) toldTo(edition audience.Edition) Origin {
	if edition == audience.AuditorEdition {
		return o
	}
	if release.MatchString(o.Annex) {
		return Origin{Annex: o.Annex}
	}
	return Origin{}
}

// contents returns what goes into a bundle of the site.
func (s Site) contents(origin Origin) bundle.Contents {
	return bundle.Contents{
		Manifest: bundle.Manifest{
			Organization: s.organization, Edition: s.Name, Date: s.date,
			Annex: origin.Annex, Revision: origin.Revision, Modified: origin.Modified, Charts: s.charts,
		},
		Site: s.Site,
		Cover: func(m bundle.Manifest) ([]byte, error) {
			const enough = 12 // digits to know a commit by
			c := view.Copy{
				Name: m.Name(), Files: len(m.Files),
				Annex: m.Annex, Revision: m.Revision[:min(enough, len(m.Revision))], Modified: m.Modified,
			}
			for eight := range slices.Chunk([]byte(m.Root), 8) {
				c.Root = append(c.Root, string(eight))
			}
			return s.cover(c)
		},
	}
}
