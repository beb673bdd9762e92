package render

import (
	"strings"

	"golang.org/x/net/html"

	"github.com/annex-isms/annex/generator/view"
	"github.com/annex-isms/annex/search"
)

// passages takes a text apart at its headings.
func passages(markup view.HTML) []search.Passage {
	var all []search.Passage
	var here search.Passage
	var heading, text strings.Builder
	finish := func() {
		here.Heading, here.Text = view.OneLine(heading.String()), view.OneLine(text.String())
		if here.Heading != "" || here.Text != "" {
			all = append(all, here)
		}
		here = search.Passage{}
		heading.Reset()
		text.Reset()
	}
	words := &text
	tokens := html.NewTokenizer(strings.NewReader(string(markup.WithoutCharts())))
	for {
		kind := tokens.Next()
		switch kind {
		case html.ErrorToken:
			finish()
			return all
		case html.TextToken:
			words.Write(tokens.Text())
			continue
		case html.CommentToken, html.DoctypeToken:
			continue
		}
		tag, attributes := tokens.TagName()
		name := string(tag)
		switch {
		case kind == html.EndTagToken && isHeading(name):
			words = &text
		case kind == html.EndTagToken && parted[name]:
			words.WriteString(" · ")
		case kind == html.EndTagToken && !inline[name]:
			words.WriteByte(' ')
		case isHeading(name):
			finish()
			here.Anchor = attribute(tokens, attributes, "id")
			words = &heading
		case name == "img":
			words.WriteString(attribute(tokens, attributes, "alt") + " ")
		case name == "a" && attribute(tokens, attributes, "class") == "anchor":
			tokens.Next() // its sign is no part of the heading
		case name == "br":
			words.WriteByte(' ')
		}
	}
}

// parted are the elements whose end a reader of running text has to see.
var parted = map[string]bool{"td": true, "th": true, "li": true, "dt": true}

// isHeading reports whether an element is a heading of a text.
func isHeading(name string) bool {
	return len(name) == 2 && name[0] == 'h' && '2' <= name[1] && name[1] <= '6'
}

// attribute returns the attribute of the tag at hand, if it has one of that name.
func attribute(tokens *html.Tokenizer, more bool, name string) string {
	for more {
		var key, value []byte
		key, value, more = tokens.TagAttr()
		if string(key) == name {
			return string(value)
		}
	}
	return ""
}
