package render

import (
	"encoding/xml"
	"html"
	"slices"
	"strings"

	"github.com/annex-isms/annex/generator/view"
)

// trustFeed is a feed of updates.
type trustFeed struct {
	Title   string
	Path    string
	site    view.Trust
	about   string // the page that shows the same
	updated string // a day
	updates []view.TrustUpdate
}

// feeds returns the feeds: of all updates, and of those on subprocessors. The
// second is there as soon as there are subprocessors, so that customers can
// subscribe before the first change.
func (c *trustCentre) feeds() []trustFeed {
	t, say := c.view, c.theme.Words.Say
	var feeds []trustFeed
	if len(t.Updates) > 0 {
		feeds = append(feeds, trustFeed{
			Title: say("trust.feed.updates", "organization", t.Organization.Name), Path: "updates.atom", site: t,
			about: trustUpdatesPath, updated: t.Updates[0].Date.ISO, updates: t.Updates,
		})
	}
	if c.hasSubprocessors() {
		feeds = append(feeds, trustFeed{
			Title: say("trust.feed.subprocessors", "organization", t.Organization.Name), Path: "subprocessors.atom", site: t,
			about: trustSubprocessorsPath, updated: lastChange(t.Subprocessors), updates: t.Subprocessors.Updates,
		})
	}
	return feeds
}

// lastChange returns the day of the newest news of subprocessors, or else the
// last on which one of them came.
func lastChange(s view.TrustSubprocessors) string {
	last := ""
	for _, update := range s.Updates {
		last = max(last, update.Date.ISO)
	}
	if last != "" {
		return last
	}
	for _, subprocessor := range slices.Concat(s.Current, s.Former) {
		last = max(last, subprocessor.Since.ISO)
	}
	return last
}

// The elements of a feed by RFC 4287.

type atomFeed struct {
	XMLName  xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Language string      `xml:"xml:lang,attr"`
	ID       string      `xml:"id"`
	Title    string      `xml:"title"`
	Updated  string      `xml:"updated"`
	Links    []atomLink  `xml:"link"`
	Author   string      `xml:"author>name"`
	Program  string      `xml:"generator"`
	Entries  []atomEntry `xml:"entry"`
}

type atomLink struct {
	Relation string `xml:"rel,attr"`
	Type     string `xml:"type,attr"`
	Address  string `xml:"href,attr"`
}

type atomEntry struct {
	ID        string       `xml:"id"`
	Title     string       `xml:"title"`
	Published string       `xml:"published"`
	Updated   string       `xml:"updated"`
	Link      atomLink     `xml:"link"`
	Category  atomCategory `xml:"category"`
	Content   atomContent  `xml:"content"`
}

type atomCategory struct {
	Term  string `xml:"term,attr"`
	Label string `xml:"label,attr"`
}

type atomContent struct {
	Type string `xml:"type,attr"`
	HTML string `xml:",chardata"`
}

// file returns the feed. What identifies an entry is the address of its page,
// which depends on its ID alone.
func (f trustFeed) file() File {
	base := f.site.BaseURL
	return File{Path: f.Path, Content: func() ([]byte, error) {
		feed := atomFeed{
			Language: f.site.Language,
			ID:       written(base + f.Path),
			Title:    f.Title,
			Updated:  midnight(f.updated),
			Links: []atomLink{
				{"self", "application/atom+xml", written(base + f.Path)},
				{"alternate", "text/html", written(base + f.about)},
			},
			Author:  f.site.Organization.Name,
			Program: "Annex",
		}
		for _, update := range f.updates {
			address := written(base + update.Path)
			feed.Entries = append(feed.Entries, atomEntry{
				ID:        address,
				Title:     update.Title,
				Published: midnight(update.Date.ISO),
				Updated:   midnight(update.Date.ISO),
				Link:      atomLink{"alternate", "text/html", address},
				Category:  atomCategory{update.Type, update.Label},
				Content:   atomContent{"html", strings.ReplaceAll(string(update.Text), view.RootMark, html.EscapeString(base))},
			})
		}
		return writtenXML(f.Path, feed)
	}}
}

// midnight returns the first moment of a day as feeds write it.
func midnight(day string) string { return day + "T00:00:00Z" }
