package search_test

import (
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/annex-isms/annex/search"
	"github.com/annex-isms/annex/search/corpus"
	"github.com/annex-isms/annex/search/twin"
)

// The terminal and the browser must find the same, in the same order, and show the
// same of it.
func TestBrowserAndTerminalFindTheSame(t *testing.T) {
	maker := corpus.New(11, 6000)
	read := reading(search.New(maker.Documents(2000), search.Options{Language: "en", Synonyms: [][]string{
		{"laptop", "notebook"}, {"two factor", "token"}, {"leaver", "audit trail", "breach"},
	}}))
	searcher, err := search.Open(read)
	if err != nil {
		t.Fatal(err)
	}
	browser, err := twin.Open(os.DirFS("../themes/default"), read)
	if err != nil {
		t.Fatal(err)
	}
	queries := slices.Clone(odd)
	for len(queries) < 520 {
		queries = append(queries, maker.Query())
	}
	found := 0
	for i, query := range queries {
		shown := 0
		if i%5 == 0 {
			shown = 3
		}
		hits, err := twin.Compare(searcher, browser, query, shown)
		if err != nil {
			t.Error(err)
		}
		found += hits
	}
	t.Logf("%d queries found %d documents", len(queries), found)
	if found < len(queries) {
		t.Error("hardly any query finds anything")
	}
}

// odd are queries that nobody should have to write, but somebody will.
var odd = []string{
	"", " ", "-", "- ", "--", `"`, `""`, `"a`, "“access”", "„access«", ":", "kind:", "kind:risk", "KIND:risk", "kind:ri", "kind:risk status:open",
	"-kind:risk -access", "owner:cto", `owner:"head of security"`, "owner:nobody", "foo:bar", `foo:"bar baz"`, "the", "th", "t", "the of",
	"R-00501", "r 501", "R501", "r00501", "DOC-1", "doc-", "doc 1", "DOC-0000", "zzz", "zzzzzzzzz", "accses", "xccess", "acess review", "access-review",
	"ACCESS", "Access’s", "company's access", "don't access", "l'access", "access\u00a0review", "access\treview\n", "àccess", "a\u0301ccess", "access -",
	"İSTANBUL", "ΣΊΣΥΦΟΣ", "漢字 access", "🙂 access", "access🙂review", "\x00", "<script>alert(1)</script>", "access OR review", "access AND review",
	"laptop", "notebook", "two factor", "two-factor", "two the factor", "token", "audit trail", "leaver audit", `"audit trail" leaver`, "laptops",
	"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", `"access review" -"supplier risk"`, `-"the"`, "-the access", "-zzz access",
	`kind:risk "access review"`, "risk risk risk", "constructor", "__proto__", "hasOwnProperty kind:constructor", "toString:x", "access, review.", "access,",
	"how often do we review access to the rest", "access review of a supplier cont", "risk control policy audit inf", strings.Repeat("access ", 300),
	`zzz "access review" kind:risk`, `"zzz access"`, "kind:nothing access", "access kind:nothing -review",
}

// reading returns a reader of the files of an index, by path.
func reading(ix *search.Index) func(path string) ([]byte, error) {
	files := map[string][]byte{}
	for _, file := range ix.Files() {
		files[file.Path] = file.Content()
	}
	return func(path string) ([]byte, error) {
		if data, ok := files[path]; ok {
			return data, nil
		}
		return nil, fs.ErrNotExist
	}
}
