package render

import (
	"fmt"
	"net/url"
	"strings"

	"github.com/annex-isms/annex/generator/view"
)

// securityTextPath is where tools look for whom to tell of a vulnerability
// (RFC 9116).
const securityTextPath = ".well-known/security.txt"

// securityText returns security.txt, where there is an address to write to.
func securityText(t view.Trust) []File {
	if t.Organization.SecurityAddress == "" {
		return nil
	}
	return []File{{Path: securityTextPath, Content: func() ([]byte, error) {
		var text strings.Builder
		field := func(name, value string) {
			if value != "" {
				fmt.Fprintf(&text, "%s: %s\n", name, value)
			}
		}
		field("Contact", written(t.Organization.SecurityAddress))
		field("Expires", t.Report.Expires)
		field("Encryption", written(t.Report.Encryption))
		field("Acknowledgments", written(t.Report.Acknowledgements))
		field("Preferred-Languages", strings.Join(t.Report.Languages, ", "))
		if t.BaseURL != "" {
			field("Canonical", written(t.BaseURL+securityTextPath))
			if t.Report.Policy.Path != "" {
				field("Policy", written(t.BaseURL+t.Report.Policy.Path))
			}
		}
		return []byte(text.String()), nil
	}}}
}

// written returns an address in the characters that a URI has.
func written(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return u.String()
}
