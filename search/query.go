package search

import (
	"regexp"
	"slices"
	"strings"
)

// clause is one part of a query.
type clause struct {
	text    string
	facet   string // the key, in key:value
	phrase  bool
	exclude bool
	open    bool // the last word, which somebody may still be typing
}

// nextClause is the pattern of one part: perhaps a minus, perhaps a key, and then
// what is in quotes or goes on to the next space.
var nextClause = regexp.MustCompile(`^[ \t\n\r\x{a0}]*(-?)([A-Za-z][A-Za-z-]*:)?(?:"([^"]*)"?|[“”„«»]([^“”„«»]*)[“”„«»]?|([^ \t\n\r\x{a0}"“”„«»]+))`)

// parse takes a query apart. Facets are the keys that there are; a colon after
// anything else is a mark like others.
func parse(query string, facets []string) []clause {
	var clauses []clause
	rest := compose(query)
	for {
		match := nextClause.FindStringSubmatch(rest)
		if match == nil {
			return clauses
		}
		rest = rest[len(match[0]):]
		c := clause{text: match[3] + match[4] + match[5], phrase: match[5] == "", exclude: match[1] != ""}
		if key := strings.ToLower(strings.TrimSuffix(match[2], ":")); slices.Contains(facets, key) {
			c.facet = key
		} else if c.phrase && key != "" {
			clauses = append(clauses, clause{text: key, exclude: c.exclude})
		} else {
			c.text = match[2] + c.text
		}
		c.open = rest == "" && !c.phrase && !c.exclude
		if c.text != "" {
			clauses = append(clauses, c)
		}
	}
}
