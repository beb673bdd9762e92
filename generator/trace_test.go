package generator_test

import (
	"bytes"
	"path"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// clicks is how many links a reader follows at most from a risk to its proof.
const clicks = 3

func TestFromAnyRiskAReaderReachesEvidenceAndAnAuditAndBack(t *testing.T) {
	for _, edition := range []string{"staff", "auditor"} {
		links := linksBetweenEntries(t, made(t, sample())[edition])
		for from := range links {
			switch {
			case !strings.HasPrefix(from, "risks/"):
			case edition == "auditor" && from == "risks/R-029.html": // withheld: it says only whom to ask
			case strings.Contains(from, "R-030"): // closed before there was evidence
			default:
				for _, kind := range []string{"evidence/", "audits/"} {
					reached := reach(links, from, kind)
					if reached == "" {
						t.Errorf("%s: no way from %s to %s in %d clicks", edition, from, kind, clicks)
					} else if reach(links, reached, from) == "" {
						t.Errorf("%s: no way back from %s to %s in %d clicks", edition, reached, from, clicks)
					}
				}
			}
		}
	}
}

// linksBetweenEntries returns where the main part of each entry's page leads.
func linksBetweenEntries(t *testing.T, files map[string][]byte) map[string][]string {
	t.Helper()
	links := map[string][]string{}
	for at, data := range files {
		if path.Ext(at) != ".html" || path.Base(at) == "index.html" || path.Base(at) == "404.html" {
			continue
		}
		root, err := html.Parse(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		for node := range root.Descendants() {
			if node.DataAtom != atom.Main {
				continue
			}
			for below := range node.Descendants() {
				if within(below, atom.Nav) {
					continue // neighbours in the list are no relations
				}
				for _, attribute := range below.Attr {
					target, _, _ := strings.Cut(attribute.Val, "#")
					if to := path.Join(path.Dir(at), target); attribute.Key == "href" && path.Base(to) != "index.html" {
						links[at] = append(links[at], to)
					}
				}
			}
		}
	}
	return links
}

// reach returns the nearest page whose path begins so, or nothing where it is
// too many clicks away.
func reach(links map[string][]string, from, beginning string) string {
	seen := map[string]bool{from: true}
	level := []string{from}
	for range clicks {
		var next []string
		for _, at := range level {
			for _, to := range links[at] {
				if strings.HasPrefix(to, beginning) {
					return to
				}
				if !seen[to] {
					seen[to] = true
					next = append(next, to)
				}
			}
		}
		level = next
	}
	return ""
}

func within(node *html.Node, element atom.Atom) bool {
	for ancestor := range node.Ancestors() {
		if ancestor.DataAtom == element {
			return true
		}
	}
	return false
}
