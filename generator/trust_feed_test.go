package generator_test

import (
	"encoding/xml"
	"strings"
	"testing"
	"time"
)

const twoUpdates = `[[update]]
id = "UPD-01"
title = "A new <subprocessor>"
audience = "public"
date = 2026-10-01
type = "subprocessor"
text = "See [[SUP-01]] & more."
suppliers = ["SUP-01"]
owner = "ROL-01"

[[update]]
id = "UPD-02"
title = "Audit held"
audience = "public"
date = 2026-11-01
type = "assurance"
text = "Nothing found."
owner = "ROL-01"
`

// feedRead is what a feed reader sees.
type feedRead struct {
	XMLName xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
	ID      string   `xml:"id"`
	Title   string   `xml:"title"`
	Updated string   `xml:"updated"`
	Author  string   `xml:"author>name"`
	Links   []struct {
		Relation string `xml:"rel,attr"`
		Address  string `xml:"href,attr"`
	} `xml:"link"`
	Entries []struct {
		ID      string `xml:"id"`
		Title   string `xml:"title"`
		Updated string `xml:"updated"`
		Content struct {
			Type string `xml:"type,attr"`
			Text string `xml:",chardata"`
		} `xml:"content"`
	} `xml:"entry"`
}

func readFeed(t *testing.T, text string) feedRead {
	t.Helper()
	var feed feedRead
	if err := xml.Unmarshal([]byte(text), &feed); err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	if feed.ID == "" || feed.Title == "" || feed.Author == "" {
		t.Errorf("the feed lacks something that RFC 4287 asks for:\n%s", text)
	}
	if _, err := time.Parse(time.RFC3339, feed.Updated); err != nil {
		t.Error(err)
	}
	if len(feed.Links) != 2 || feed.Links[0].Relation != "self" || feed.Links[0].Address != feed.ID {
		t.Errorf("the feed does not say where it lies: %v", feed.Links)
	}
	return feed
}

func TestFeedsTellTheUpdates(t *testing.T) {
	files := trustOf(t, trustSite(map[string]string{"registers/suppliers.toml": oneSupplier, "registers/updates.toml": twoUpdates}))
	feed := readFeed(t, files["updates.atom"])
	if feed.Updated != "2026-11-01T00:00:00Z" || len(feed.Entries) != 2 {
		t.Fatalf("the feed is of %s and has %d entries", feed.Updated, len(feed.Entries))
	}
	older := feed.Entries[1]
	if older.ID != "https://trust.lantern.example/updates/UPD-01.html" || older.Title != "A new <subprocessor>" || older.Content.Type != "html" {
		t.Errorf("the older entry is %+v", older)
	}
	if want := `<a href="https://trust.lantern.example/suppliers/SUP-01.html" class="ref">SUP-01</a> &amp; more.`; !strings.Contains(older.Content.Text, want) {
		t.Errorf("its text is %s", older.Content.Text)
	}
	for _, entry := range feed.Entries {
		if _, there := files[strings.TrimPrefix(entry.ID, "https://trust.lantern.example/")]; !there {
			t.Errorf("%s leads to no page", entry.ID)
		}
	}
	if changes := readFeed(t, files["subprocessors.atom"]); len(changes.Entries) != 1 || changes.Updated != "2026-10-01T00:00:00Z" {
		t.Errorf("the feed of subprocessors is of %s and has %d entries", changes.Updated, len(changes.Entries))
	}
}

// A feed reader shows an entry anew when its identity changes.
func TestIdentityOfAFeedEntryDependsOnItsIDAlone(t *testing.T) {
	reworded := strings.NewReplacer("Audit held", "Second audit held", "2026-11-01", "2026-11-02", "Nothing found.", "Next to nothing.").Replace(twoUpdates)
	first := readFeed(t, trustOf(t, trustSite(map[string]string{"registers/suppliers.toml": oneSupplier, "registers/updates.toml": twoUpdates}))["updates.atom"])
	second := readFeed(t, trustOf(t, trustSite(map[string]string{"registers/suppliers.toml": oneSupplier, "elsewhere.toml": reworded}))["updates.atom"])
	for i := range first.Entries {
		if first.Entries[i].ID != second.Entries[i].ID {
			t.Errorf("%s has become %s", first.Entries[i].ID, second.Entries[i].ID)
		}
	}
}

func TestCustomersCanFollowSubprocessorsBeforeTheFirstChange(t *testing.T) {
	files := trustOf(t, trustSite(map[string]string{"registers/suppliers.toml": oneSupplier}))
	if feed := readFeed(t, files["subprocessors.atom"]); len(feed.Entries) != 0 || feed.Updated != "2020-01-01T00:00:00Z" {
		t.Errorf("the feed is of %s and has %d entries", feed.Updated, len(feed.Entries))
	}
	if _, there := files["updates.atom"]; there {
		t.Error("there is a feed of no updates")
	}
}
