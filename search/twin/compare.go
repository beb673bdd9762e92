package twin

import (
	"fmt"

	"github.com/annex-isms/annex/search"
)

// Compare asks both for a query and says how many documents the terminal finds. It
// reports where the browser finds others or in another order, or shows anything else
// of the first so many.
func Compare(terminal *search.Searcher, browser *Browser, query string, shown int) (found int, err error) {
	answer, err := terminal.Search(query)
	if err != nil {
		return 0, fmt.Errorf("%q: %w", query, err)
	}
	other, err := browser.Search(query, shown)
	if err != nil {
		return 0, fmt.Errorf("%q in the browser: %w", query, err)
	}
	var own Answer
	for _, hit := range answer.Hits {
		own.Documents, own.Scores = append(own.Documents, hit.Document), append(own.Scores, hit.Score)
	}
	say := func(a Answer, any bool, corrected, unknown, suggested any) string {
		return fmt.Sprintln(len(a.Documents), a.Documents, a.Scores, any, corrected, unknown, suggested)
	}
	here := say(own, answer.Any, answer.Corrected, answer.Unknown, answer.Suggested)
	there := say(other, other.Any, other.Corrected, other.Unknown, other.Suggested)
	if here != there {
		return 0, fmt.Errorf("%.80q finds\n%.300s\nin the browser\n%.300s", query, here, there)
	}
	for i, there := range other.Shown {
		entry, err := terminal.Entry(answer.Hits[i].Document)
		if err != nil {
			return 0, fmt.Errorf("%q: %w", query, err)
		}
		excerpt, err := terminal.Excerpt(answer, answer.Hits[i].Document)
		if err != nil {
			return 0, fmt.Errorf("%q: %w", query, err)
		}
		here := fmt.Sprint(entry.ID, entry.Title, entry.Lead, entry.Label, entry.Path, excerpt.Anchor, excerpt.Heading, excerpt.Parts)
		if there := fmt.Sprint(there.ID, there.Title, there.Lead, there.Label, there.Path, there.Anchor, there.Heading, there.Parts); here != there {
			return 0, fmt.Errorf("%.80q shows\n%s\nin the browser\n%s", query, here, there)
		}
	}
	return len(answer.Hits), nil
}
