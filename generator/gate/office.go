package gate

import (
	"html"
	"regexp"
)

var (
	// endOfText ends a paragraph of a document or a slide, or a cell of a workbook.
	endOfText = regexp.MustCompile(`</(?:w:p|a:p|si|is|c)>|<w:br/>|<a:br/>`)
	xmlTag    = regexp.MustCompile(`<[^>]*>`)
)

// office reads a part of a file of an office program, which cuts a sentence, and
// often a word, into pieces that its readers see as one.
func (r *reader) office(text string) {
	for _, paragraph := range endOfText.Split(text, -1) {
		r.plain(html.UnescapeString(xmlTag.ReplaceAllString(paragraph, "")), 0)
		r.pause()
	}
	for _, tag := range xmlTag.FindAllString(text, -1) {
		r.tag(tag, 0)
		r.pause()
	}
}
