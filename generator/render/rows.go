package render

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/annex-isms/annex/generator/view"
)

// body is a group of rows as the theme lays it out, taken apart into tags and
// words. A row is what stands between its tags, both included; the head is the
// row that names the group, if there is one.
type body struct {
	open []string
	head []string
	rows [][]string
}

// withRows returns a page that has nothing but a leaf of a list, and the script that
// holds its rows as they stand there: annexRows(number, words, bodies). A script is
// what a browser can load from a disk. Whichever of the two is asked for first, the
// rows are laid out once.
func withRows(page File, leaf view.Leaf) (leafPage, script File) {
	var once sync.Once
	var text []byte
	var failed error
	keep := func(markup []byte, err error) {
		if failed = err; err == nil {
			text, failed = rowsScript(leaf.Number, bodiesIn(markup))
		}
	}
	leafPage = File{Path: page.Path, Content: func() ([]byte, error) {
		markup, err := page.Content()
		once.Do(func() { keep(markup, err) })
		return markup, err
	}}
	script = File{Path: leaf.Rows + strconv.Itoa(leaf.Number) + ".js", Content: func() ([]byte, error) {
		once.Do(func() { keep(page.Content()) })
		return text, failed
	}}
	return leafPage, script
}

// rowsScript returns the script of that number. Tags and words that come again are
// said once, and stand as numbers in the rows.
func rowsScript(number int, bodies []body) ([]byte, error) {
	words, numbered := shared(bodies)
	var script bytes.Buffer
	fmt.Fprintf(&script, "annexRows(%d, ", number)
	encoder := json.NewEncoder(&script)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(words); err != nil {
		return nil, fmt.Errorf("writing the rows of a list: %w", err)
	}
	script.WriteString(", ")
	if err := encoder.Encode(numbered); err != nil {
		return nil, fmt.Errorf("writing the rows of a list: %w", err)
	}
	script.WriteString(");\n")
	return script.Bytes(), nil
}

// bodiesIn returns the groups of the rows in the table of a register.
func bodiesIn(markup []byte) []body {
	var bodies []body
	var row []string
	inBody, tables := false, 0
	tokens := html.NewTokenizer(bytes.NewReader(markup))
	for {
		kind := tokens.Next()
		if kind == html.ErrorToken {
			return bodies
		}
		raw := string(tokens.Raw())
		name, _ := tokens.TagName()
		tag := atom.Lookup(name)
		starts, ends := kind == html.StartTagToken, kind == html.EndTagToken
		if tag == atom.Table && starts {
			tables++
		} else if tag == atom.Table && ends {
			tables--
		}
		isOuter := tables == 1
		switch {
		case isOuter && tag == atom.Tbody:
			if inBody = starts; starts {
				bodies = append(bodies, body{open: []string{raw}})
			}
		case !inBody:
		case isOuter && tag == atom.Tr && starts:
			row = []string{raw}
		case row != nil:
			row = append(row, raw)
		}
		if last := len(bodies) - 1; inBody && isOuter && tag == atom.Tr && ends {
			if strings.Contains(row[0], `class="group"`) {
				bodies[last].head = row
			} else {
				bodies[last].rows = append(bodies[last].rows, row)
			}
			row = nil
		}
	}
}

// shared returns what stands in the bodies more than once, and the bodies with
// numbers in its place: of each the tag that opens it, its head and its rows.
func shared(bodies []body) (words []string, numbered [][]any) {
	count, number := map[string]int{}, map[string]int{}
	for _, b := range bodies {
		for _, tokens := range append([][]string{b.open, b.head}, b.rows...) {
			for _, token := range tokens {
				if count[token]++; count[token] == 2 && len(token) > 2 {
					number[token] = len(words)
					words = append(words, token)
				}
			}
		}
	}
	for _, b := range bodies {
		var lines []any
		for _, tokens := range append([][]string{b.open, b.head}, b.rows...) {
			line := []any{}
			for _, token := range tokens {
				if at, isShared := number[token]; isShared {
					line = append(line, at)
				} else {
					line = append(line, token)
				}
			}
			lines = append(lines, line)
		}
		numbered = append(numbered, lines)
	}
	return words, numbered
}
