package render

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
	"sync"

	"github.com/annex-isms/annex/generator/view"
)

// withRows returns a page that has nothing but a leaf of a list, and the script that
// holds its rows as they stand there: annexRows(number, markup). A script is what a
// browser can load from a disk. Whichever of the two is asked for first, the rows
// are laid out once.
func withRows(page File, leaf view.Leaf) (leafPage, script File) {
	var once sync.Once
	var text []byte
	var failed error
	keep := func(markup []byte, err error) {
		if failed = err; err == nil {
			text, failed = rowsScript(leaf.Number, markup)
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

// rowsScript returns the script of that number, with the rows of the table on a page
// that has no other but within it.
func rowsScript(number int, page []byte) ([]byte, error) {
	const first, last = "<tbody", "</tbody>"
	from, to := bytes.Index(page, []byte(first)), bytes.LastIndex(page, []byte(last))
	if from < 0 || to < from {
		return nil, fmt.Errorf("writing the rows of a list: the theme lays it out without %s", first)
	}
	var script bytes.Buffer
	fmt.Fprintf(&script, "annexRows(%d, ", number)
	encoder := json.NewEncoder(&script)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(string(page[from : to+len(last)])); err != nil {
		return nil, fmt.Errorf("writing the rows of a list: %w", err)
	}
	script.WriteString(");\n")
	return script.Bytes(), nil
}
