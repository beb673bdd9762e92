// Package twin runs the browser's half of search without a browser: the theme's
// own script, on the files of an index. Tests compare what it finds with what
// the Searcher finds.
package twin

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"

	"github.com/dop251/goja"

	"github.com/annex-isms/annex/generator/script"
)

// Browser is the scripts of a theme with an index open.
type Browser struct {
	vm     *goja.Runtime
	search goja.Callable
}

// Answer is what the scripts answer to a query.
type Answer struct {
	Documents []int
	Scores    []int
	Any       bool
	Corrected []struct {
		Word  string
		Found []string
	}
	Unknown   []string
	Suggested []string
	Shown     []Shown // of the first documents
}

// Shown is what a list of results would show of a document.
type Shown struct {
	ID, Title, Lead, Label, Path string
	Anchor, Heading              string
	Parts                        []struct {
		Text   string
		Marked bool
	}
}

// Open runs the scripts of a theme on the files of an index.
func Open(theme fs.FS, read func(path string) ([]byte, error)) (*Browser, error) {
	b := &Browser{vm: goja.New()}
	if _, err := b.vm.RunString(`
		var annexSearch = {}, document = { documentElement: { dataset: {} } }, shard;`); err != nil {
		return nil, err
	}
	err := b.vm.Set("run", func(name string) (goja.Value, error) {
		text, err := read("search/" + name + ".js")
		if err != nil {
			return nil, err
		}
		if _, err := b.vm.RunScript(name, string(text)); err != nil {
			return nil, err
		}
		return b.vm.Get("shard"), nil
	})
	if err != nil {
		return nil, err
	}
	text, err := script.Read(theme, "static/search.js")
	if err != nil {
		return nil, err
	}
	if _, err := b.vm.RunScript("search.js", string(text)); err != nil {
		return nil, err
	}
	_, err = b.vm.RunString(`
		annexShard = (name, mark, data) => { shard = data; };
		annexSearch.pause = async () => {};
		annexSearch.load = async (name) => run(name);
		var opened = annexSearch.open();
		var search = async (query, shown) => {
			const index = await opened;
			const { hits, any, corrected, unknown, suggested, highlights } = await annexSearch.search(index, query);
			const list = [];
			for (const { document } of hits.slice(0, shown)) {
				list.push({ ...await annexSearch.entry(index, document), ...await annexSearch.excerpt(index, document, highlights) });
			}
			return JSON.stringify({
				documents: hits.map(({ document }) => document), scores: hits.map(({ score }) => score),
				any, corrected, unknown, suggested, shown: list,
			});
		};`)
	if err != nil {
		return nil, err
	}
	search, ok := goja.AssertFunction(b.vm.Get("search"))
	if !ok {
		return nil, errors.New("search is no function")
	}
	b.search = search
	return b, nil
}

// Search answers a query, and says how so many of the first documents are shown.
func (b *Browser) Search(query string, shown int) (Answer, error) {
	value, err := b.search(goja.Undefined(), b.vm.ToValue(query), b.vm.ToValue(shown))
	if err != nil {
		return Answer{}, err
	}
	promise, ok := value.Export().(*goja.Promise)
	if !ok || promise.State() != goja.PromiseStateFulfilled {
		return Answer{}, fmt.Errorf("searching for %q: %v", query, promise.Result())
	}
	var answer Answer
	decoder := json.NewDecoder(bytes.NewReader([]byte(promise.Result().String())))
	return answer, errors.Join(decoder.Decode(&answer))
}

// Words returns the words of a text.
func (b *Browser) Words(text string) ([]string, error) {
	if err := b.vm.Set("text", text); err != nil {
		return nil, err
	}
	value, err := b.vm.RunString(`JSON.stringify(annexSearch.words(text).map(({ word }) => word))`)
	if err != nil {
		return nil, err
	}
	var words []string
	return words, json.Unmarshal([]byte(value.String()), &words)
}
