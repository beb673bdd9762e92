package metadata

import (
	"bytes"
	"encoding/hex"
	"html"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// ofPDF adds what a part of a PDF tells, in its present or in an earlier version
// of itself. Whole is all of the file.
func (all *properties) ofPDF(part, whole []byte) {
	for _, found := range pdfEntry.FindAllSubmatch(part, -1) {
		p := pdfKeys[string(found[1])]
		if written := resolved(found[2], whole); written != nil {
			all.say(p, pdfString(written))
		} else {
			all.add(p)
		}
	}
	for _, found := range xmpEntry.FindAllSubmatch(part, -1) {
		all.say(pdfKeys[string(found[1])+string(found[3])], html.UnescapeString(string(found[2])+string(found[4])))
	}
	if pdfComment.Match(part) {
		all.add(Property{Name: "comments"})
	}
	if bytes.Contains(part, []byte("/EmbeddedFile")) {
		all.add(Property{Name: "attached files"})
	}
}

// pdfKeys are the entries of a document's information, and the properties of
// XMP, that are looked for.
var pdfKeys = map[string]Property{
	"Author": {Name: "author"}, "dc:creator": {Name: "author"},
	"Company": {Name: "company"}, "pdfx:Company": {Name: "company"}, "Manager": {Name: "manager"},
	"Subject": {Name: "subject"}, "dc:description": {Name: "subject"},
	"Keywords": {Name: "keywords"}, "pdf:Keywords": {Name: "keywords"},
	"Creator": {Name: "made with", Tool: true}, "xmp:CreatorTool": {Name: "made with", Tool: true},
	"Producer": {Name: "made with", Tool: true}, "pdf:Producer": {Name: "made with", Tool: true},
}

const (
	pdfText  = `\((?:\\.|[^\\()]|\((?:\\.|[^\\()])*\))*\)|<[0-9A-Fa-f\s]*>`
	xmpNames = `dc:creator|dc:description|pdf:Keywords|pdf:Producer|pdfx:Company|xmp:CreatorTool`
)

var (
	pdfEntry   = regexp.MustCompile(`(?s)/(Author|Company|Manager|Subject|Keywords|Creator|Producer)\s*(` + pdfText + `|\d+\s+\d+\s+R\b)`)
	xmpEntry   = regexp.MustCompile(`<(` + xmpNames + `)>(?:\s*<rdf:(?:Seq|Alt|Bag)>\s*<rdf:li[^>]*>)?([^<]*)<|\b(` + xmpNames + `)="([^"]*)"`)
	pdfComment = regexp.MustCompile(`/Subtype\s*/(?:Text|Highlight|Underline|Squiggly|StrikeOut|Caret|Popup)\b`)
)

// resolved returns a string of a PDF as it is written, in its place or as an
// object that is referred to there; nil where that is nowhere to be found.
func resolved(written, data []byte) []byte {
	if written[0] == '(' || written[0] == '<' {
		return written
	}
	fields := bytes.Fields(written)
	object := regexp.MustCompile(`(?s)(?:^|[^0-9])` + string(fields[0]) + `\s+` + string(fields[1]) + `\s+obj\s*(` + pdfText + `)`)
	if found := object.FindSubmatch(data); found != nil {
		return found[1]
	}
	return nil
}

// pdfString returns the words that a string of a PDF means: in brackets with
// escapes, or in hexadecimal.
func pdfString(written []byte) string {
	var text []byte
	if inner := written[1 : len(written)-1]; written[0] == '<' {
		digits := bytes.Join(bytes.Fields(inner), nil)
		text, _ = hex.DecodeString(string(append(digits, "0"[:len(digits)%2]...)))
	} else {
		text = escaped.ReplaceAllFunc(inner, unescape)
	}
	if marked, ok := bytes.CutPrefix(text, []byte("\xFE\xFF")); ok {
		units := make([]uint16, len(marked)/2)
		for i := range units {
			units[i] = uint16(marked[2*i])<<8 | uint16(marked[2*i+1])
		}
		return string(utf16.Decode(units))
	}
	if utf8.Valid(text) {
		return strings.TrimPrefix(string(text), "\uFEFF")
	}
	runes := make([]rune, len(text)) // close to Latin-1
	for i, b := range text {
		runes[i] = rune(b)
	}
	return string(runes)
}

var escaped = regexp.MustCompile(`(?s)\\(?:[0-7]{1,3}|.)`)

// unescape returns the byte that an escape in a string of a PDF means.
func unescape(escape []byte) []byte {
	if code, err := strconv.ParseUint(string(escape[1:]), 8, 16); err == nil {
		return []byte{byte(code)}
	}
	switch escape[1] {
	case 'n', 'r', 't', 'b', 'f', '\n', '\r':
		return []byte(" ")
	}
	return escape[1:]
}
