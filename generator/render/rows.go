package render

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
	"sync/atomic"

	"github.com/annex-isms/annex/generator/view"
)

// withRows returns a page that has nothing but a leaf of a list, and the script that
// holds its rows as they stand there: annexRows(number, markup). A script is what a
// browser can load from a disk. Where the page is asked for first, its rows are kept
// for the script, so that they are laid out once.
func withRows(page File, leaf view.Leaf) (leafPage, script File) {
	var kept atomic.Pointer[[]byte]
	leafPage = File{Path: page.Path, Content: func() ([]byte, error) {
		markup, err := page.Content()
		if err == nil {
			kept.Store(&markup)
		}
		return markup, err
	}}
	script = File{Path: leaf.Rows + strconv.Itoa(leaf.Number) + ".js", Content: func() ([]byte, error) {
		if markup := kept.Swap(nil); markup != nil {
			return rowsScript(leaf.Number, *markup)
		}
		markup, err := page.Content()
		if err != nil {
			return nil, err
		}
		return rowsScript(leaf.Number, markup)
	}}
	return leafPage, script
}

// rowsScript returns the script of that number, with the rows of the table on a page
// that has no other but within it.
func rowsScript(number int, page []byte) ([]byte, error) {
	const first, last = "<tbody", "</tbody>"
	page = page[max(0, bytes.Index(page, []byte(`id="entries"`))):]
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
