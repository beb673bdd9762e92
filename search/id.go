package search

import (
	"slices"
	"strings"
)

// idKey returns what all spellings of an ID have in common: “r.12” for R-012,
// R12 and r-12. It is empty for what does not look like one.
func idKey(text string) string {
	key := make([]byte, 0, len(text)+4)
	parts, digits := 0, false
	for at := 0; at < len(text); {
		start, same := at, isLetter
		if isDigit(text[at]) {
			same, digits = isDigit, true
		} else if !isLetter(text[at]) {
			at++
			continue
		}
		for at < len(text) && same(text[at]) {
			at++
		}
		part := strings.ToLower(text[start:at])
		last := len(part) - 1
		part = strings.TrimLeft(part[:last], "0") + part[last:]
		if parts++; parts > 1 {
			key = append(key, '.')
		}
		key = append(key, part...)
	}
	if parts < 2 || !digits {
		return ""
	}
	return string(key)
}

// eachID calls visit with the key of everything in a text that looks like an ID,
// and where it stands.
func eachID(text string, visit func(key string, start, end int)) {
	isPart := func(c byte) bool { return isLetter(c) || isDigit(c) || strings.IndexByte(".-_:", c) >= 0 }
	for at := 0; at < len(text); at++ {
		if !isDigit(text[at]) {
			continue
		}
		start := at
		for start > 0 && isPart(text[start-1]) {
			start--
		}
		for at < len(text) && isPart(text[at]) {
			at++
		}
		end := at
		for !isLetter(text[end-1]) && !isDigit(text[end-1]) {
			end--
		}
		for !isLetter(text[start]) && !isDigit(text[start]) {
			start++
		}
		if key := idKey(text[start:end]); key != "" {
			visit(key, start, end)
		}
	}
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
func isDigit(c byte) bool  { return '0' <= c && c <= '9' }

// idKeys returns the keys under which the documents are found by their IDs, and
// for each the one that stands for all of the same document.
func idKeys(documents []Document) map[string]string {
	main := map[string]bool{}
	having := map[string]int{}
	for _, d := range documents {
		main[idKey(d.ID)] = true
		for _, key := range ownKeys(d.ID) {
			having[key]++
		}
	}
	keys := map[string]string{}
	for _, d := range documents {
		for _, key := range ownKeys(d.ID) {
			keys[key] = key
			if having[key] == 1 && !main[key] {
				keys[key] = ownKeys(d.ID)[0]
			}
		}
	}
	return keys
}

// ownKeys returns the keys under which an ID is found: its own, that without the
// name of its framework (“nist-csf-2.0:PR.AA-05”), and that without full stops
// between the numbers (“A813”).
func ownKeys(id string) []string {
	var keys []string
	add := func(key string) {
		if key != "" && !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	add(idKey(id))
	if at := strings.LastIndexByte(id, ':'); at >= 0 {
		add(idKey(id[at+1:]))
	}
	for _, key := range keys {
		letters, numbers, _ := strings.Cut(key, ".")
		if isLetter(letters[0]) && strings.Trim(numbers, "0123456789.") == "" {
			add(letters + "." + strings.ReplaceAll(numbers, ".", ""))
		}
	}
	return keys
}
