package load

import (
	"bytes"
	"encoding/xml"
	"io"
	"net/http"
	"path"
	"strings"
)

// imageTypes are the images that pages may show, with the type that their
// bytes must have.
var imageTypes = map[string]string{
	".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".gif": "image/gif", ".webp": "image/webp",
}

// namedForAll reports whether every system can store a file of that name: an
// edition carries the image under it.
func namedForAll(name string) bool {
	forbidden := func(r rune) bool { return r < ' ' || strings.ContainsRune(`<>:"|?*\`, r) }
	return !strings.ContainsFunc(path.Base(name), forbidden) && !devices.MatchString(path.Base(name))
}

// imageFault returns why a page must not show the image, or nothing.
func imageFault(name string, data []byte) string {
	extension := strings.ToLower(path.Ext(name))
	if extension == ".svg" {
		return svgFault(data)
	}
	want, known := imageTypes[extension]
	switch {
	case !known:
		return "“" + path.Base(name) + "” is no image that a page can show"
	case http.DetectContentType(data) != want:
		return "“" + path.Base(name) + "” does not hold what its name says"
	}
	return ""
}

// svgFault returns what in an SVG image could run or load something, or nothing.
func svgFault(data []byte) string {
	decoder := xml.NewDecoder(bytes.NewReader(data))
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
			if loadsSomething(string(token)) {
				return "the SVG image loads something through its style"
			}
		case xml.StartElement:
			if fault := elementFault(token); fault != "" {
				return fault
			}
		}
	}
}

func elementFault(element xml.StartElement) string {
	switch strings.ToLower(element.Name.Local) {
	case "script", "foreignobject", "iframe", "embed", "object", "handler", "set", "animate":
		return "the SVG image holds the element <" + element.Name.Local + ">"
	}
	for _, attribute := range element.Attr {
		name := strings.ToLower(attribute.Name.Local)
		value := strings.ToLower(strings.TrimSpace(attribute.Value))
		switch {
		case strings.HasPrefix(name, "on"):
			return "the SVG image holds the attribute " + attribute.Name.Local
		case name == "href" && !strings.HasPrefix(value, "#") && !strings.HasPrefix(value, "data:image/"):
			return "the SVG image links to something outside itself"
		case loadsSomething(value):
			return "the SVG image loads something through its attribute " + attribute.Name.Local
		}
	}
	return ""
}

// loadsSomething reports whether a style or an attribute fetches what lies
// outside the image, or runs something. A reference such as url(#shade) stays
// within.
func loadsSomething(value string) bool {
	value = strings.ToLower(value)
	within := strings.Count(value, "url(#") + strings.Count(value, "url('#") + strings.Count(value, `url("#`)
	return strings.Count(value, "url(") > within || strings.Contains(value, "@import") || strings.Contains(value, "javascript:")
}
