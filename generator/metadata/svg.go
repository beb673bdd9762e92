package metadata

import (
	"bytes"
	"encoding/base64"
	"encoding/xml"
	"errors"
	"io"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// The namespaces whose elements and attributes draw something.
const (
	svgSpace   = "http://www.w3.org/2000/svg"
	xlinkSpace = "http://www.w3.org/1999/xlink"
	xmlSpace   = "http://www.w3.org/XML/1998/namespace"
)

// undrawn are elements of SVG that only tell about the drawing. The page that
// shows it says in its own words what there is to see.
var undrawn = []string{"metadata", "title", "desc"}

// lettered are the elements whose words are drawn or say how to draw.
var lettered = []string{"text", "tspan", "textPath", "tref", "a", "style"}

// stripSVG keeps what is drawn: neither comments nor what editors note for
// themselves, and of images within the drawing no more than Strip leaves.
func stripSVG(data []byte) ([]byte, error) {
	s := svgStripper{decoder: xml.NewDecoder(bytes.NewReader(data))}
	for {
		token, err := s.decoder.RawToken()
		if errors.Is(err, io.EOF) {
			if len(s.open) > 0 || !s.drawn {
				return nil, errShort
			}
			return append(s.out.Bytes(), '\n'), nil
		}
		if err != nil {
			return nil, errDamaged
		}
		switch token := token.(type) {
		case xml.Directive:
			return nil, errDamaged // it could define words to be put in elsewhere
		case xml.CharData:
			s.words(string(token))
		case xml.StartElement:
			if len(s.open) == 0 && s.drawn {
				return nil, errDamaged
			}
			if err := s.start(token); err != nil {
				return nil, err
			}
		case xml.EndElement:
			if len(s.open) == 0 || s.open[len(s.open)-1].name != token.Name {
				return nil, errDamaged
			}
			s.end()
		}
	}
}

// svgStripper copies a drawing element by element.
type svgStripper struct {
	decoder *xml.Decoder
	out     bytes.Buffer
	open    []svgElement
	drawn   bool // the outermost element has been begun
}

// svgElement is an element that has not ended yet.
type svgElement struct {
	name   xml.Name // its prefix and its local name
	local  string
	spaces map[string]string // namespaces by prefix
	left   bool              // it is left out, with all that it holds
}

func (s *svgStripper) innermost() svgElement {
	if len(s.open) == 0 {
		return svgElement{spaces: map[string]string{"xml": xmlSpace}}
	}
	return s.open[len(s.open)-1]
}

func (s *svgStripper) start(token xml.StartElement) error {
	around := s.innermost()
	e := svgElement{name: token.Name, local: token.Name.Local, spaces: around.spaces, left: around.left}
	for _, attribute := range token.Attr {
		if prefix, isSpace := declaredPrefix(attribute.Name); isSpace {
			e.spaces = maps.Clone(e.spaces)
			e.spaces[prefix] = attribute.Value
		}
	}
	space := e.spaces[token.Name.Space]
	// Old drawings declare no namespace at all.
	isSVG := space == svgSpace || space == "" && token.Name.Space == ""
	e.left = e.left || !isSVG || slices.Contains(undrawn, e.local)
	if len(s.open) == 0 && (e.left || e.local != "svg") {
		return errDamaged
	}
	s.open = append(s.open, e)
	if e.left {
		return nil
	}
	s.out.WriteString("<" + e.local)
	if !s.drawn {
		s.out.WriteString(` xmlns="` + svgSpace + `" xmlns:xlink="` + xlinkSpace + `"`)
	}
	s.drawn = true
	err := s.attributes(e, token.Attr)
	s.out.WriteByte('>')
	return err
}

// declaredPrefix returns the prefix for which an attribute declares a namespace.
func declaredPrefix(name xml.Name) (string, bool) {
	if name.Space == "" && name.Local == "xmlns" {
		return "", true
	}
	return name.Local, name.Space == "xmlns"
}

// attributes writes the attributes of an element by which it is drawn.
func (s *svgStripper) attributes(e svgElement, all []xml.Attr) error {
	for _, attribute := range all {
		name := attribute.Name.Local
		_, isSpace := declaredPrefix(attribute.Name)
		told := strings.HasPrefix(name, "data-") || strings.HasPrefix(name, "aria-")
		switch space := e.spaces[attribute.Name.Space]; {
		case isSpace, attribute.Name.Space == "" && told:
			continue
		case attribute.Name.Space == "":
		case space == xlinkSpace && name == "href":
			name = "xlink:href"
		case space == xmlSpace && name == "space":
			name = "xml:space"
		default:
			continue
		}
		value, err := strippedValue(attribute)
		if err != nil {
			return err
		}
		s.out.WriteString(" " + name + `="`)
		_ = xml.EscapeText(&s.out, []byte(value)) // a buffer takes all
		s.out.WriteByte('"')
	}
	return nil
}

// strippedValue returns the value of an attribute; images in it are stripped.
func strippedValue(attribute xml.Attr) (string, error) {
	switch attribute.Name.Local {
	case "href":
		return strippedAddress(attribute.Value)
	case "style":
		return comments.ReplaceAllString(attribute.Value, ""), nil
	}
	return attribute.Value, nil
}

// comments of a stylesheet.
var comments = regexp.MustCompile(`(?s)/\*.*?(\*/|$)`)

// strippedAddress returns an address as it is, unless it holds an image.
func strippedAddress(address string) (string, error) {
	head, encoded, _ := strings.Cut(address, ",")
	if !strings.HasPrefix(strings.ToLower(strings.TrimSpace(head)), "data:") {
		return address, nil
	}
	for _, kind := range []string{"png", "jpeg", "gif", "webp"} {
		if strings.ToLower(strings.TrimSpace(head)) != "data:image/"+kind+";base64" {
			continue
		}
		image, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(encoded), ""))
		if err != nil {
			return "", errDamaged
		}
		image, err = Strip("x."+kind, image)
		return "data:image/" + kind + ";base64," + base64.StdEncoding.EncodeToString(image), err
	}
	return "", errDamaged
}

// words writes words that stand between two tags, where they are drawn.
func (s *svgStripper) words(words string) {
	e := s.innermost()
	if len(s.open) == 0 || e.left || !slices.Contains(lettered, e.local) {
		return
	}
	if e.local == "style" {
		words = comments.ReplaceAllString(words, "")
	}
	_ = xml.EscapeText(&s.out, []byte(words)) // a buffer takes all
}

func (s *svgStripper) end() {
	e := s.innermost()
	if !e.left {
		s.out.WriteString("</" + e.local + ">")
	}
	s.open = s.open[:len(s.open)-1]
}
