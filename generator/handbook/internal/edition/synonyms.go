package edition

import (
	"slices"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

// synonyms returns the groups of words that mean the same, as far as this part
// says all words of a group: another one may come from what it may not show.
func (p *projector) synonyms() [][]string {
	if p.Config.Search.Row == nil {
		return nil
	}
	var words []string
	for _, group := range p.Config.Search.Row.Synonyms.Items {
		words = append(words, wordsOfGroup(group)...)
	}
	if len(words) == 0 {
		return nil
	}
	occurring := record.Occurring(words, p.Entries(), p.plain)
	var groups [][]string
	for _, group := range p.Config.Search.Row.Synonyms.Items {
		if slices.ContainsFunc(wordsOfGroup(group), func(word string) bool { return !occurring[word] }) {
			continue
		}
		var members []string
		for _, member := range group.Items {
			members = append(members, member.Value)
		}
		groups = append(groups, members)
	}
	return groups
}

func wordsOfGroup(group record.Lines) []string {
	var words []string
	for _, member := range group.Items {
		words = append(words, record.WordsOf(member.Value)...)
	}
	return words
}
