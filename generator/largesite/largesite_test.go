package largesite_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/annex-isms/annex/generator/largesite"
)

func TestSiteIsTheSameEveryTime(t *testing.T) {
	again := map[string][]byte{}
	for name, text := range largesite.New(60).Files() {
		again[name] = text
	}
	for name, text := range largesite.New(60).Files() {
		if !bytes.Equal(text, again[name]) {
			t.Errorf("%s differs", name)
		}
	}
}

func TestDocumentsAreAsLongAsRealOnes(t *testing.T) {
	const documents = 300
	words := 0
	site := largesite.New(documents)
	for i := range documents {
		_, body, _ := strings.Cut(string(site.Text(i, "")), "\n+++\n")
		words += len(strings.Fields(body))
	}
	if words /= documents; words < 540 || words > 600 {
		t.Errorf("a document has %d words, want some 570", words)
	}
}

func TestDocumentIsFoundByItsNumber(t *testing.T) {
	site := largesite.New(20)
	number := 0
	for name, text := range site.Files() {
		if !strings.HasPrefix(name, "documents/") {
			continue
		}
		if name != site.Document(number) || !bytes.Equal(text, site.Text(number, "")) {
			t.Errorf("document %d is %s", number, name)
		}
		number++
	}
	if number != 20 {
		t.Errorf("there are %d documents", number)
	}
}
