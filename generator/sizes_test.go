package generator_test

import (
	"path"
	"strings"
	"testing"
)

// Pages are light enough for a slow line: nothing is compressed here.
func TestSampleIsLight(t *testing.T) {
	const (
		kilobyte    = 1000
		largestPage = 300 * kilobyte
		stylesheets = 60 * kilobyte
		ofTrust     = 46 * kilobyte // stylesheets that strangers load
		ofCharts    = 8 * kilobyte
		scripts     = 24 * kilobyte
		searching   = 26 * kilobyte // scripts that are loaded once somebody searches
	)
	for name, files := range made(t, sample()) {
		sizes := map[string]int{}
		for at, data := range files {
			switch {
			case strings.HasPrefix(at, "search/") && path.Ext(at) == ".js":
				// Of the index, a search loads what it needs.
			case at == "static/charts.css":
				sizes["charts"] += len(data) // for pages that show any
			case strings.HasPrefix(at, "static/search"):
				sizes["search"] += len(data)
			default:
				sizes[path.Ext(at)] += len(data)
			}
			if path.Ext(at) == ".html" && len(data) > largestPage {
				t.Errorf("%s/%s has %d bytes, more than %d", name, at, len(data), largestPage)
			}
		}
		most := stylesheets
		if name == "trust" {
			most = ofTrust
		}
		if size := sizes[".css"]; size == 0 || size > most {
			t.Errorf("%s: the stylesheets have %d bytes, want at most %d", name, size, most)
		}
		if size := sizes["charts"]; size > ofCharts {
			t.Errorf("%s: the stylesheet of charts has %d bytes, want at most %d", name, size, ofCharts)
		}
		if size := sizes["search"]; size == 0 || size > searching {
			t.Errorf("%s: the scripts of search have %d bytes, want at most %d", name, size, searching)
		}
		if size := sizes[".js"]; size == 0 || size > scripts {
			t.Errorf("%s: the scripts have %d bytes, want at most %d", name, size, scripts)
		}
	}
}
