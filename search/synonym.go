package search

import "slices"

// synonym is words that mean the same. To a query, and in the index, each of them
// is the same term.
type synonym struct {
	Term    int32     `json:"term"`
	Members [][]int32 `json:"members"` // the terms of each, in order; -1 for a stop word
}

// addSynonyms takes in the groups all of whose words occur. A word that does not
// occur may be one that these readers must not see.
func (ix *Index) addSynonyms(groups [][]string, n numbers) {
	for _, group := range groups {
		if members := termsOf(group, n); len(members) > 1 {
			ix.synonyms = append(ix.synonyms, synonym{int32(ix.terms), members})
			ix.terms++
		}
	}
}

// termsOf returns the terms of the words of a group, or nothing where one of them
// does not occur.
func termsOf(group []string, n numbers) [][]int32 {
	var members [][]int32
	for _, text := range group {
		var terms []int32
		for _, word := range words(compose(text)) {
			term, known := n.forms[word]
			if !known {
				return nil
			}
			terms = append(terms, term)
		}
		for len(terms) > 0 && terms[0] < 0 {
			terms = terms[1:]
		}
		if len(terms) > 0 && !slices.ContainsFunc(members, func(m []int32) bool { return slices.Equal(m, terms) }) {
			members = append(members, terms)
		}
	}
	return members
}

// member is one of the words of a group.
type member struct {
	group int32
	terms []int32
}

// members returns the words of all groups by their first term.
func (ix *Index) members() map[int32][]member {
	members := map[int32][]member{}
	for _, s := range ix.synonyms {
		for _, terms := range s.Members {
			members[terms[0]] = append(members[terms[0]], member{s.Term, terms})
		}
	}
	return members
}

// stands reports whether a text begins with the member.
func (m member) stands(text []int32) bool {
	return len(text) >= len(m.terms) && slices.Equal(text[:len(m.terms)], m.terms)
}
