package record

import (
	"net/url"
	"strings"

	"github.com/annex-isms/annex/generator/source"
)

// Address is where something lies outside the site: a web page or a mailbox.
type Address struct {
	URL string
	At  source.Span
}

func (a *Address) IsSet() bool       { return a.URL != "" }
func (a *Address) Span() source.Span { return a.At }

// IsAddress reports whether text is an address that a page may link to.
func IsAddress(text string) bool {
	u, err := url.Parse(text)
	if err != nil || strings.Contains(text, " ") {
		return false
	}
	switch u.Scheme {
	case "https", "http":
		return u.Host != ""
	case "mailto":
		return u.Opaque != ""
	}
	return false
}
