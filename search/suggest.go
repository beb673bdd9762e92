package search

import (
	"slices"
	"strings"
)

// mostSuggested is how many other queries are suggested.
const mostSuggested = 4

// suggest returns other queries where one finds nothing: without what narrows it
// down, and with words that look like those that do not occur.
func (s *shards) suggest(clauses []clause) []string {
	var suggested []string
	suggest := func(query string, finds func() bool) {
		if len(suggested) < mostSuggested && query != "" && query != write(clauses) && !slices.Contains(suggested, query) && finds() {
			suggested = append(suggested, query)
		}
	}
	try := func(other []clause) { suggest(write(other), func() bool { return len(s.answer(other).Hits) > 0 }) }
	change := func(change func(*clause)) []clause {
		var changed []clause
		for _, c := range clauses {
			if change(&c); c.text != "" {
				changed = append(changed, c)
			}
		}
		return changed
	}
	try(change(func(c *clause) { c.phrase = false }))
	try(change(func(c *clause) {
		if c.facet != "" {
			c.text = ""
		}
	}))
	try(change(func(c *clause) {
		if c.exclude {
			c.text = ""
		}
	}))
	try(change(func(c *clause) {
		if c.facet != "" || c.exclude {
			c.text = ""
		}
		c.phrase = false
	}))
	for _, c := range clauses {
		if c.facet != "" || c.exclude {
			continue
		}
		for _, word := range words(c.text) {
			for _, form := range s.similar(word) {
				suggest(form, func() bool { return true }) // for it occurs
			}
		}
	}
	return suggested
}

// similar returns the most common forms that begin as a word does, as far as there
// are any.
func (s *shards) similar(word string) []string {
	letters := []rune(word)
	for end := (len(letters) + 1) / 2; end >= shortestSimilar; end-- {
		if found := s.beginning(string(letters[:end])); len(found) > 0 {
			var similar []string
			for _, form := range mostCommon(found, mostNear) {
				similar = append(similar, form.text)
			}
			return similar
		}
	}
	return nil
}

// write returns the query that has these parts.
func write(clauses []clause) string {
	var parts []string
	for _, c := range clauses {
		text := c.text
		if c.phrase {
			text = `"` + text + `"`
		}
		if c.facet != "" {
			text = c.facet + ":" + text
		}
		if c.exclude {
			text = "-" + text
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, " ")
}
