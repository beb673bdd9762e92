package render

import (
	"slices"
	"strconv"

	"github.com/annex-isms/annex/generator/view"
)

// trustTwin returns what index.json of the trust edition says: every entry that
// has a page.
func trustTwin(t view.Trust) twinSite {
	site := twinSite{twinHead: twinHead{Edition: "trust", Organization: t.Organization.Name, Date: t.AsOf.ISO}}
	add := func(e twinEntry) { site.Entries = append(site.Entries, e) }
	for _, d := range t.Documents {
		add(twinEntry{
			Kind: "document", ID: d.ID, Title: d.Title, Path: d.Path, Summary: d.Plain,
			Version: d.Version, Approved: d.Approved.ISO, Text: plainText(d.Body),
		})
	}
	for _, theme := range t.Themes {
		for _, c := range theme.Controls {
			add(twinEntry{Kind: "control", ID: c.ID, Title: c.Title, Path: c.Path, Text: plainText(c.Text)})
		}
	}
	for _, c := range t.Certificates {
		add(twinEntry{Kind: "certificate", ID: c.ID, Title: c.Title, Path: c.Path, Status: c.Badge.Text, Text: plainText(c.Scope)})
	}
	for _, s := range t.Scopes {
		add(twinEntry{Kind: "scope", ID: s.ID, Title: s.Title, Path: s.Path, Version: s.Version, Approved: s.Approved.ISO, Text: plainText(s.Statement)})
	}
	for _, f := range t.Frameworks {
		add(twinEntry{Kind: "framework", ID: f.ID, Title: f.Title, Path: f.Path, Version: f.Edition, Text: plainText(f.Text)})
	}
	for _, h := range t.Handouts {
		add(twinEntry{Kind: "handout", ID: h.ID, Title: h.Title, Path: h.Path, Status: h.Badge.Text, Version: h.Version, Text: plainText(h.About)})
	}
	for _, s := range slices.Concat(t.Subprocessors.Current, t.Subprocessors.Former) {
		add(twinEntry{Kind: "supplier", ID: s.ID, Title: s.Name, Path: s.Path, Status: s.Badge.Text, Text: plainText(s.Purpose)})
	}
	for _, topic := range t.Topics {
		for _, q := range topic.Questions {
			add(twinEntry{Kind: "question", ID: q.ID, Title: q.Question, Path: q.Path, Text: plainText(q.Answer)})
		}
	}
	for _, u := range t.Updates {
		add(twinEntry{Kind: "update", ID: u.ID, Title: u.Title, Path: u.Path, Text: plainText(u.Text)})
	}
	for _, c := range t.Charts {
		site.Charts = append(site.Charts, trustTwinChart(c))
	}
	return site
}

func trustTwinChart(c view.TrustChart) twinChart {
	chart := twinChart{Key: c.Key, Title: c.Title, Reading: c.Reading}
	for i, category := range c.Categories {
		row := []twinFact{{Label: c.Axis, Values: []string{category}}}
		for _, series := range c.Series {
			row = append(row, twinFact{Label: series.Name, Values: []string{strconv.Itoa(series.Values[i].Number)}})
		}
		chart.Rows = append(chart.Rows, row)
	}
	return chart
}
