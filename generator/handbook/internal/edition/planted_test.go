package edition_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/handbook/internal/edition"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/metadata"
	"github.com/annex-isms/annex/generator/render"
	"github.com/annex-isms/annex/generator/view"
	"github.com/annex-isms/annex/search"
)

// plantedLeaks are mistakes that somebody could make one day, by name. The proofs
// are worth something only if they fail with each of them.
var plantedLeaks = map[string]maker{
	"all entries go to staff": {edition: audience.StaffEdition, admit: func(whole *record.Handbook, part *edition.Part) {
		*part = *edition.Admit(whole, audience.AuditorEdition, "")
		part.Edition = audience.StaffEdition
	}},
	"a field for auditors goes to staff": {edition: audience.StaffEdition, admit: func(whole *record.Handbook, part *edition.Part) {
		for _, risk := range record.All[record.Risk](part.Handbook) {
			risk.Vulnerability = wholeOf(whole, risk).Vulnerability
		}
	}},
	"a document goes to the public uncut": {edition: audience.TrustEdition, admit: func(whole *record.Handbook, part *edition.Part) {
		for _, d := range record.All[record.Document](part.Handbook) {
			d.Body = wholeOf(whole, d).Body
		}
	}},
	"a text of a register goes to the public uncut": {edition: audience.TrustEdition, admit: func(whole *record.Handbook, part *edition.Part) {
		for _, c := range record.All[record.Control](part.Handbook) {
			c.Public = wholeOf(whole, c).Public
		}
	}},
	"a withheld title goes to staff": {edition: audience.StaffEdition, entries: func(whole *record.Handbook, v *view.Entries) {
		*v = changed(*v, func(e *view.Entry) { e.Title += hiddenTitle(whole, audience.StaffEdition) })
	}},
	"an entry leads back to one that staff may not see": {edition: audience.StaffEdition, entries: func(whole *record.Handbook, v *view.Entries) {
		relation := view.Relation{Title: "Mentioned by", Entries: []*view.Related{{Entry: view.Cell{Form: "entry", Text: hiddenTitle(whole, audience.StaffEdition)}}}}
		*v = changed(*v, func(e *view.Entry) { e.Related = append(e.Related, relation) })
	}},
	"the navigation names what staff may not see": {edition: audience.StaffEdition, handbook: func(whole *record.Handbook, v *view.Handbook) {
		v.Lists[0].Name = hiddenTitle(whole, audience.StaffEdition)
	}},
	"a file goes to the public under its own name": {edition: audience.TrustEdition, made: func(whole *record.Handbook, files []render.File) {
		for i, file := range files {
			data, _ := file.Content()
			for _, name := range slices.Sorted(maps.Keys(whole.Files)) {
				if stripped, err := metadata.Strip(name, whole.Files[name].Data); err == nil && string(stripped) == string(data) {
					files[i].Path = name
				}
			}
		}
	}},
	"an image goes to the public with its metadata": {edition: audience.TrustEdition, admit: func(whole *record.Handbook, part *edition.Part) {
		for name := range part.Files {
			part.Files[name] = whole.Files[name]
		}
	}},
	"files that nobody refers to go to staff": {edition: audience.StaffEdition, entries: func(whole *record.Handbook, v *view.Entries) {
		embedded := v.Files
		v.Files = func() []view.File {
			files := embedded()
			for _, name := range slices.Sorted(maps.Keys(whole.Files)) {
				files = append(files, view.File{Path: fmt.Sprintf("files/%d", len(files)), Data: whole.Files[name].Data})
			}
			return files
		}
	}},
	"what is sent on request can be downloaded": {edition: audience.TrustEdition, admit: func(whole *record.Handbook, part *edition.Part) {
		for _, h := range record.All[record.Handout](part.Handbook) {
			if h.Download = wholeOf(whole, h).File; h.Download.IsSet() {
				part.Files[h.Download.Name] = whole.Files[h.Download.Name]
			}
		}
	}},
	"an answer names a control that the public lacks": {edition: audience.TrustEdition, admit: func(whole *record.Handbook, part *edition.Part) {
		for _, q := range record.All[record.Question](part.Handbook) {
			for _, reference := range wholeOf(whole, q).Controls.Items {
				if c, known := whole.Find(reference.ID); known {
					q.Brief.Value += c.Head().ID.Value + c.Head().Title.Value
				}
			}
		}
	}},
	"staff can look for a withheld title": {edition: audience.StaffEdition, made: func(whole *record.Handbook, files []render.File) {
		// In the file its first letters are those of the form before, and left out.
		word, _, _ := strings.Cut(hiddenTitle(whole, audience.StaffEdition), " ")
		known := search.Facet{Key: "owner", Values: []string{mark, word}}
		index := search.New([]search.Document{{ID: "X-1", Title: "x", Path: "x.html", Facets: []search.Facet{known}}}, search.Options{Language: "en"})
		for i := range files {
			if files[i].Path == "search/forms-0.js" {
				files[i].Content = func() ([]byte, error) { return index.Files()[1].Content(), nil }
			}
		}
	}},
	"a setting for staff goes to the public": {edition: audience.TrustEdition, trust: func(whole *record.Handbook, v *view.Trust) {
		v.Organization.LegalName = whole.Config.Organization.Row.Ask.Value
	}},
}

// plantedCounts are leaks without a word: only non-interference sees them.
var plantedCounts = map[string]maker{
	"the public learns how many entries there are": {edition: audience.TrustEdition, trust: func(whole *record.Handbook, v *view.Trust) {
		v.Organization.LegalName = fmt.Sprint(len(whole.Entries()))
	}},
	"staff learn how many files there are": {edition: audience.StaffEdition, handbook: func(whole *record.Handbook, v *view.Handbook) {
		v.Lists[0].Total = len(whole.Files)
	}},
	"auditors learn how long a withheld title is": {edition: audience.AuditorEdition, handbook: func(whole *record.Handbook, v *view.Handbook) {
		v.Lists[0].Total = len(hiddenTitle(whole, audience.AuditorEdition))
	}},
	"a chart tells staff how many entries there are": {edition: audience.StaffEdition, handbook: func(whole *record.Handbook, v *view.Handbook) {
		if len(v.Charts) > 0 {
			v.Charts[0].Reading = fmt.Sprint(len(whole.Entries()))
		}
	}},
	"the public learns how large an image was": {edition: audience.TrustEdition, trust: func(whole *record.Handbook, v *view.Trust) {
		if o := whole.Config.Organization.Row; o.Logo.IsSet() {
			v.Organization.LegalName = fmt.Sprint(len(whole.Files[o.Logo.Value].Data))
		}
	}},
}

// changed returns the entries, each changed so.
func changed(entries view.Entries, change func(*view.Entry)) view.Entries {
	return view.Entries{Paths: entries.Paths, Files: entries.Files, At: func(i int) view.Entry {
		e := entries.At(i)
		change(&e)
		return e
	}}
}

// wholeOf returns the record of the whole handbook that r is a part of.
func wholeOf[T any, P interface {
	*T
	record.Record
}](whole *record.Handbook, r P) P {
	full, _ := whole.Find(r.Head().ID.Value)
	return full.(P)
}

// hiddenTitle returns the title of some entry that the edition may not show.
func hiddenTitle(whole *record.Handbook, e audience.Edition) string {
	for _, r := range whole.Entries() {
		if head := r.Head(); !e.MayShow(head.Label) && head.Authored {
			return head.Title.Value
		}
	}
	return ""
}

func TestPlantedLeaksAreCaught(t *testing.T) {
	theme := tellAll(t)
	const tries = 12 // not every random site has what a leak needs
	isCaught := func(m maker, by func(*testing.T, *render.Theme, uint64, maker) string) bool {
		for seed := range uint64(tries) {
			if by(t, theme, seed, m) != "" {
				return true
			}
		}
		return false
	}
	for name, m := range plantedLeaks {
		if !isCaught(m, interference) {
			t.Errorf("%s: non-interference does not notice", name)
		}
		if !isCaught(m, holdsForeignWord) {
			t.Errorf("%s: no foreign word is noticed", name)
		}
	}
	for name, m := range plantedCounts {
		if !isCaught(m, interference) {
			t.Errorf("%s: non-interference does not notice", name)
		}
	}
}
