package load

import (
	"regexp"
	"strings"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

func (c cell) address() record.Address {
	words, ok := c.words()
	if ok && !record.IsAddress(words) {
		hint := "begin it with https://, http:// or mailto:"
		if meant, known := meantAddress(words); known {
			hint = "did you mean “" + meant + "”?"
		}
		c.report(c.inside(), "bad-address", c.name()+" is no address that a page can link to", hint)
		return record.Address{At: c.at()}
	}
	return record.Address{URL: words, At: c.at()}
}

var (
	addressInWords = regexp.MustCompile(`^[^a-z]*(?:\[[^\]]*\]\()?((?:https?://|mailto:)[^\s<>()"]+)[>)]$`)
	oneSlash       = regexp.MustCompile(`^(https?:)/([^/].*)$`)
	mailbox        = regexp.MustCompile(`^[^\s@/:]+@[^\s@/:]+$`)
	bareHost       = regexp.MustCompile(`^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(/\S*)?$`)
)

// meantAddress returns the address that the author probably meant.
func meantAddress(words string) (string, bool) {
	meant := strings.ReplaceAll(strings.TrimSpace(words), " ", "%20")
	switch {
	case addressInWords.MatchString(words):
		meant = addressInWords.FindStringSubmatch(words)[1]
	case oneSlash.MatchString(words):
		meant = oneSlash.ReplaceAllString(words, "$1//$2")
	case mailbox.MatchString(words):
		meant = "mailto:" + words
	case bareHost.MatchString(words):
		meant = "https://" + words
	}
	return meant, record.IsAddress(meant)
}
