package load

import (
	"bytes"
	"encoding/xml"
	"io"
	"regexp"
	"strings"
)

// htmlSpace is the namespace of elements that do in a drawing what they do on a
// page.
const htmlSpace = "http://www.w3.org/1999/xhtml"

// svgFault returns what in an SVG image could run or load something, or nothing.
func svgFault(data []byte) string {
	decoder := xml.NewDecoder(bytes.NewReader(data))
	inStyle := false
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			return ""
		}
		if err != nil {
			return "the SVG image is not well-formed"
		}
		switch token := token.(type) {
		case xml.Directive:
			return "the SVG image declares a document type"
		case xml.ProcInst:
			if token.Target != "xml" {
				return "the SVG image holds a processing instruction"
			}
		case xml.CharData:
			if loadsSomething(string(token)) || inStyle && mayLoad(string(token)) {
				return "the SVG image loads something through its style"
			}
		case xml.EndElement:
			inStyle = false
		case xml.StartElement:
			if fault := elementFault(token); fault != "" {
				return fault
			}
			inStyle = strings.EqualFold(token.Name.Local, "style")
		}
	}
}

func elementFault(element xml.StartElement) string {
	switch strings.ToLower(element.Name.Local) {
	case "script", "foreignobject", "iframe", "embed", "object", "handler", "set", "animate":
		return "the SVG image holds the element <" + element.Name.Local + ">"
	}
	if element.Name.Space == htmlSpace {
		return "the SVG image holds <" + element.Name.Local + "> of HTML"
	}
	for _, attribute := range element.Attr {
		name := strings.ToLower(attribute.Name.Local)
		value := strings.ToLower(strings.TrimSpace(attribute.Value))
		switch {
		case strings.HasPrefix(name, "on"):
			return "the SVG image holds the attribute " + attribute.Name.Local
		case name == "href" && !strings.HasPrefix(value, "#") && !picture.MatchString(value):
			return "the SVG image links to something outside itself"
		case loadsSomething(value), attribute.Name.Space == "" && mayLoad(value):
			return "the SVG image loads something through its attribute " + attribute.Name.Local
		}
	}
	return ""
}

// picture is the address of a picture that the drawing itself holds. Another
// drawing is none: it would have to be looked at in turn.
var picture = regexp.MustCompile(`^data:image/(png|jpeg|gif|webp);base64,`)

// loadsSomething reports whether a style or an attribute fetches what lies
// outside the image, or runs something. A reference such as url(#shade) stays
// within.
func loadsSomething(value string) bool {
	value = strings.ToLower(value)
	within := strings.Count(value, "url(#") + strings.Count(value, "url('#") + strings.Count(value, `url("#`)
	return strings.Count(value, "url(") > within || strings.Contains(value, "@import") || strings.Contains(value, "javascript:")
}

// loading are the other functions of styles that fetch something, and the sign
// with which the name of any function can be disguised.
var loading = regexp.MustCompile(`(image|image-set|src)\s*\(|\\[^(]*\(`)

// mayLoad reports whether words, taken for a style, could fetch something.
func mayLoad(value string) bool { return loading.MatchString(strings.ToLower(value)) }
