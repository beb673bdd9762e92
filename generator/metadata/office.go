package metadata

import (
	"html"
	"regexp"
)

// officeKeys are the properties of a file of an office program that are looked
// for.
var officeKeys = map[string]Property{
	"dc:creator": {Name: "author"}, "cp:lastModifiedBy": {Name: "last saved by"},
	"dc:subject": {Name: "subject"}, "dc:description": {Name: "description"}, "cp:category": {Name: "category"}, "cp:keywords": {Name: "keywords"},
	"Company": {Name: "company"}, "Manager": {Name: "manager"}, "Application": {Name: "made with", Tool: true},
}

var officeEntry = regexp.MustCompile(`<(dc:creator|cp:lastModifiedBy|dc:subject|dc:description|cp:category|cp:keywords|Company|Manager|Application)>([^<]+)<`)

// officeHidden are things that readers see only when they look for them, by the
// name of the part that holds them or by how they are written.
var officeHidden = []struct {
	name string
	mark *regexp.Regexp
}{
	{"comments", regexp.MustCompile(`^(?:word|xl|ppt)/(?:threadedC|c)omments[^\n]*\.xml\n`)},
	{"speaker notes", regexp.MustCompile(`^ppt/notesSlides/notesSlide`)},
	{"tracked changes", regexp.MustCompile(`<w:(?:ins|del|moveFrom|moveTo)\s[^>]*w:author=`)},
	{"hidden sheets", regexp.MustCompile(`<sheet\s[^>]*state="(?:hidden|veryHidden)"`)},
}

// ofOffice adds what a part of a file of an office program tells: what it holds,
// or its name.
func (all *properties) ofOffice(part []byte) {
	for _, found := range officeEntry.FindAllSubmatch(part, -1) {
		all.say(officeKeys[string(found[1])], html.UnescapeString(string(found[2])))
	}
	for _, hidden := range officeHidden {
		if hidden.mark.Match(part) {
			all.add(Property{Name: hidden.name})
		}
	}
}
