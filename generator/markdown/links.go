package markdown

import (
	"bytes"
	"net/url"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// linkNode is a link or an image that may lead somewhere. Its children are its
// words.
type linkNode struct {
	ast.BaseInline
	link  Link
	title string
}

var kindLink = ast.NewNodeKind("SafeLink")

func (n *linkNode) Kind() ast.NodeKind         { return kindLink }
func (n *linkNode) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

// linkParser reads links and images and remembers where they end.
type linkParser struct{ parser.InlineParser }

func (p linkParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, at := block.PeekLine()
	if line[0] == '!' && !bytes.HasPrefix(line, []byte("![")) {
		return nil
	}
	// Every closing bracket looks through all that follows its opening one.
	if parent.ChildCount() > 2*maxMarks {
		sightingsOf(pc).cap(at.Start)
		return nil
	}
	node := sparse(p).Parse(parent, block, pc)
	switch node.(type) {
	case nil:
		if fault, ok := spacedAddress(line, at.Start); ok {
			seen := sightingsOf(pc)
			seen.doubts = append(seen.doubts, doubt{at.Start, fault})
		}
	case *ast.Link, *ast.Image:
		_, at := block.Position()
		sightingsOf(pc).ends[node] = at.Start
	}
	return node
}

func (p linkParser) CloseBlock(parent ast.Node, block text.Reader, pc parser.Context) {
	p.InlineParser.(parser.CloseBlocker).CloseBlock(parent, block, pc)
}

var (
	faultUnsafeLink = Fault{
		Code:    "unsafe-link",
		Message: "a link may not lead to such an address",
		Hint:    "write a path, or an address with https:, http:, mailto: or tel:",
	}
	faultBackslash = Fault{
		Code:    "unsafe-link",
		Message: "a link may not lead to such an address",
		Hint:    `write / in place of \`,
	}
	faultSpaceInLink = Fault{
		Code:    "space-in-link",
		Message: "a space in the address keeps this from being a link",
		Hint:    "write the address between < and >, or %20 for a space; a title stands in quotes",
	}
	faultEmptyLink = Fault{
		Code:    "empty-link",
		Message: "this link leads nowhere",
		Hint:    "write the address between the round brackets",
	}
	faultExternalImage = Fault{
		Code:    "external-image",
		Message: "a page shows no images from elsewhere",
		Hint:    "save the image among the content and give its path, or link to it",
	}
)

// spaced matches what stands behind the words of a link whose address has a space
// in it, and so is none: the name of a file, or an address of the web.
var spaced = regexp.MustCompile(`^\]\(((?:[^()\n]*[\w\]-]\.(?:md|png|jpe?g|gif|webp|svg|pdf|csv|txt|docx|xlsx)|https?://)[^()\n]*)\)`)

// spacedAddress returns the fault of a link that is none because of a space.
func spacedAddress(line []byte, start int) (Fault, bool) {
	if !bytes.HasPrefix(line, []byte("](")) {
		return Fault{}, false
	}
	m := spaced.FindSubmatchIndex(line)
	if m == nil || !bytes.ContainsAny(line[m[2]:m[3]], " \t") {
		return Fault{}, false
	}
	return faultSpaceInLink.at(start+m[2], start+m[3]), true
}

// scheme returns what stands before the colon of an address, in lower case; it
// is empty where an address is a path.
func scheme(address string) string {
	name, _, found := strings.Cut(address, ":")
	if !found || strings.ContainsFunc(name, func(c rune) bool {
		return c >= utf8.RuneSelf || !unicode.IsLetter(c) && !unicode.IsDigit(c) && !strings.ContainsRune("+.-", c)
	}) {
		return ""
	}
	return strings.ToLower(name)
}

// isAddress reports whether the address has a scheme that links may have.
func isAddress(address string) bool {
	switch scheme(address) {
	case "http", "https", "mailto", "tel":
		return true
	}
	return false
}

// destination reads what a link or an image leads to. It returns a fault with
// a code where that is nowhere that a page may lead.
func destination(address string, image bool) (Link, Fault) {
	address = strings.TrimSpace(address)
	switch {
	case address == "", address == "#", image && address[0] == '#':
		return Link{}, faultEmptyLink
	case len(address) > maxAddress, strings.ContainsFunc(address, isUnfit), strings.HasPrefix(address, "//"):
		return Link{}, faultUnsafeLink
	case strings.Contains(address, `\`):
		return Link{}, faultBackslash
	case isAddress(address) && image:
		return Link{}, faultExternalImage
	case isAddress(address):
		return Link{Form: External, Target: address}, Fault{}
	case scheme(address) != "":
		return Link{}, faultUnsafeLink
	}
	path, fragment, _ := strings.Cut(address, "#")
	link := Link{Form: Path, Target: decoded(path), Fragment: decoded(fragment)}
	switch {
	case image:
		link.Form = Image
	case path == "":
		link.Form = Anchor
	}
	if strings.ContainsFunc(link.Target+link.Fragment, isUnfit) {
		return Link{}, faultUnsafeLink
	}
	return link, Fault{}
}

// isUnfit reports whether no address holds the character: one for machines, or
// what stands for one that was written by its number.
func isUnfit(r rune) bool { return isControl(r) || r == utf8.RuneError }

// decoded returns the part of an address without percent signs, or as it is
// where they mean nothing.
func decoded(part string) string {
	if plain, err := url.PathUnescape(part); err == nil {
		return plain
	}
	return part
}
