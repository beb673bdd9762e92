package render

import (
	"github.com/annex-isms/annex/generator/view"
)

// The types below are the form of index.json, which scripts lean on: names are
// added to it, never changed.

type twinSite struct {
	Edition      string      `json:"edition"`
	Organization string      `json:"organization"`
	Date         string      `json:"date"`
	Entries      []twinEntry `json:"entries"`
}

type twinEntry struct {
	Kind     string         `json:"kind"`
	ID       string         `json:"id"`
	Title    string         `json:"title"`
	Path     string         `json:"path"`
	Status   string         `json:"status,omitempty"`
	Level    int            `json:"level,omitempty"`
	Summary  string         `json:"summary,omitempty"`
	Facts    []twinFact     `json:"facts,omitempty"`
	Related  []twinRelation `json:"related,omitempty"`
	Version  string         `json:"version,omitempty"`
	Approved string         `json:"approved,omitempty"`
}

type twinFact struct {
	Field  string   `json:"field"`
	Label  string   `json:"label"`
	Values []string `json:"values"`
}

type twinRelation struct {
	Label string   `json:"label"`
	IDs   []string `json:"ids"`
}

func handbookTwin(h view.Handbook) twinSite {
	site := twinSite{Edition: h.Edition, Organization: h.Organization.Name, Date: h.AsOf.ISO}
	for _, e := range h.Entries {
		entry := twinEntry{
			Kind: e.Kind, ID: e.ID, Title: e.Title, Path: e.Path,
			Status: e.Status.Text, Level: e.Status.Rank, Summary: e.Plain,
		}
		for _, panel := range e.Panels {
			for _, fact := range panel.Facts {
				entry.Facts = append(entry.Facts, twinFact{Field: fact.Key, Label: fact.Label, Values: plainCells(fact.Cells)})
			}
		}
		for _, relation := range e.Related {
			var ids []string
			for _, related := range relation.Entries {
				ids = append(ids, related.Entry.ID)
			}
			entry.Related = append(entry.Related, twinRelation{Label: relation.Title, IDs: ids})
		}
		site.Entries = append(site.Entries, entry)
	}
	return site
}

// plainCells returns cells as a program reads them: dates in ISO form, entries
// by ID.
func plainCells(cells []view.Cell) []string {
	plain := []string{}
	for _, cell := range cells {
		switch cell.Form {
		case "date":
			plain = append(plain, cell.Date.ISO)
		case "entry", "ref":
			plain = append(plain, cell.ID)
		default:
			plain = append(plain, cell.Text)
		}
	}
	return plain
}

func trustTwin(t view.Trust) twinSite {
	site := twinSite{Edition: "trust", Organization: t.Organization.Name, Date: t.AsOf.ISO}
	for _, d := range t.Documents {
		site.Entries = append(site.Entries, twinEntry{
			Kind: "document", ID: d.ID, Title: d.Title, Path: d.Path, Summary: d.Plain, Version: d.Version, Approved: d.Approved.ISO,
		})
	}
	for _, theme := range t.Themes {
		for _, c := range theme.Controls {
			site.Entries = append(site.Entries, twinEntry{Kind: "control", ID: c.ID, Title: c.Title, Path: c.Path})
		}
	}
	return site
}
