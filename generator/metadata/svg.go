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

// telling are elements that say or show something by themselves.
var telling = []string{"text", "image"}

// lettered are the elements whose words are drawn or say how to draw.
var lettered = []string{"text", "tspan", "textPath", "tref", "a", "style"}

// stripSVG keeps what is drawn: neither comments, nor what editors note for
// themselves, nor the words and pictures of layers that are not displayed; and of
// images within the drawing no more than Strip leaves.
func stripSVG(data []byte) ([]byte, error) {
	// Which names refer to something is known once the rest is gone, and with a
	// name something else may go that was referred to there.
	for used := (names{all: true}); ; {
		stripped, found, err := stripDrawing(data, used)
		if err != nil || !used.all && bytes.Equal(stripped, data) {
			return stripped, err
		}
		data, used = stripped, found
	}
}

// stripDrawing strips a drawing of which those names are used, and returns which
// are in what it keeps.
func stripDrawing(data []byte, used names) ([]byte, names, error) {
	s := svgStripper{decoder: xml.NewDecoder(bytes.NewReader(data)), used: used, found: names{ids: map[string]bool{}}}
	err := s.strip()
	return s.out.Bytes(), s.found, err
}

// strip copies what is kept.
func (s *svgStripper) strip() error {
	for {
		token, err := s.decoder.RawToken()
		if errors.Is(err, io.EOF) {
			if len(s.open) > 0 || !s.drawn {
				return errShort
			}
			return s.out.WriteByte('\n')
		}
		if err != nil {
			return errDamaged
		}
		switch token := token.(type) {
		case xml.Directive:
			return errDamaged // it could define words to be put in elsewhere
		case xml.CharData:
			s.words(string(token))
		case xml.StartElement:
			if len(s.open) == 0 && s.drawn {
				return errDamaged
			}
			if err := s.start(token); err != nil {
				return err
			}
		case xml.EndElement:
			if len(s.open) == 0 || s.open[len(s.open)-1].name != token.Name {
				return errDamaged
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
	drawn   bool  // the outermost element has been begun
	used    names // to which the drawing refers
	found   names // to which what has been copied so far does
}

// svgElement is an element that has not ended yet.
type svgElement struct {
	name   xml.Name // its prefix and its local name
	local  string
	spaces map[string]string // namespaces by prefix
	left   bool              // it is left out, with all that it holds
	hidden bool              // it is not displayed
}

func (s *svgStripper) innermost() svgElement {
	if len(s.open) == 0 {
		return svgElement{spaces: map[string]string{"xml": xmlSpace}}
	}
	return s.open[len(s.open)-1]
}

func (s *svgStripper) start(token xml.StartElement) error {
	around := s.innermost()
	e := svgElement{name: token.Name, local: token.Name.Local, spaces: around.spaces, left: around.left, hidden: s.isHidden(token)}
	for _, attribute := range token.Attr {
		if prefix, isSpace := declaredPrefix(attribute.Name); isSpace {
			e.spaces = maps.Clone(e.spaces)
			e.spaces[prefix] = attribute.Value
		}
	}
	space := e.spaces[token.Name.Space]
	// Old drawings declare no namespace at all.
	isSVG := space == svgSpace || space == "" && token.Name.Space == ""
	e.left = e.left || !isSVG || slices.Contains(undrawn, e.local) || e.hidden && slices.Contains(telling, e.local)
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

// isHidden reports whether an element is not displayed where it stands, nor
// anywhere else by its name. That is known once the names in use are.
func (s *svgStripper) isHidden(token xml.StartElement) bool {
	hidden := s.innermost().hidden
	for _, attribute := range token.Attr {
		if attribute.Name.Space == "" && attribute.Name.Local == "id" && s.used.ids[attribute.Value] {
			hidden = false
		}
	}
	return !s.used.all && (hidden || slices.ContainsFunc(token.Attr, hides))
}

var notDisplayed = regexp.MustCompile(`(?i)(?:^|[;\s])display\s*:\s*none\b`)

// hides reports whether an attribute keeps an element from being displayed.
func hides(attribute xml.Attr) bool {
	switch {
	case attribute.Name.Space != "":
		return false
	case attribute.Name.Local == "display":
		return strings.TrimSpace(attribute.Value) == "none"
	default:
		return attribute.Name.Local == "style" && notDisplayed.MatchString(attribute.Value)
	}
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
		switch space := e.spaces[attribute.Name.Space]; {
		case isSpace:
			continue
		case attribute.Name.Space == "" && drawingAttributes[name] && s.used.uses(name, attribute.Value):
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
		if name != "id" && name != "class" {
			s.found.note(value)
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
		s.found.note(words)
		s.found.styled = s.found.styled || strings.TrimSpace(words) != ""
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
