package search_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/annex-isms/annex/search"
	"github.com/annex-isms/annex/search/corpus"
	"github.com/annex-isms/annex/search/twin"
)

// handbook is a few entries to look for.
var handbook = []search.Document{
	{ID: "POL-03", Title: "Acceptable use policy", Kind: kind("document"), Label: "Policy", Path: "documents/POL-03.html", Status: status("in-force", "In force"),
		Lead: "What everybody may do with our laptops.", Passages: []search.Passage{
			{Anchor: "lost-things", Heading: "Lost things", Text: "Report a lost laptop at once. Nobody is blamed who does."},
			{Anchor: "tools", Heading: "Tools", Text: "Use multi-factor authentication, or MFA, wherever it is offered. Encryption is on (A.8.24)."},
		}},
	{ID: "R-012", Title: "Laptop lost or stolen", Kind: kind("risk"), Label: "Risk", Path: "risks/R-012.html", Status: status("open", "Open"),
		Facets:   []search.Facet{{Key: "owner", Values: []string{"ROL-04", "Head of Security", "security"}}},
		Passages: []search.Passage{{Heading: "Why", Text: "Somebody loses it on a train. The restore takes a day."}}},
	{ID: "R-101", Title: "Restore fails", Kind: kind("risk"), Label: "Risk", Path: "risks/R-101.html", Status: status("closed", "Closed"),
		Mentions: []string{"A.8.13"},
		Passages: []search.Passage{{Heading: "Why", Text: "A test of the restore is late. The company's backups have never been restored."}}},
	{ID: "A.8.1", Title: "User endpoint devices", Kind: kind("control"), Label: "Control", Path: "controls/A.8.1.html"},
	{ID: "A.8.13", Title: "Information backup", Kind: kind("control"), Label: "Control", Path: "controls/A.8.13.html",
		Passages: []search.Passage{{Heading: "How", Text: "Every quarter a restore test. It uses two factors."}}},
	{ID: "A.8.24", Title: "Use of cryptography", Kind: kind("control"), Label: "Control", Path: "controls/A.8.24.html"},
	{ID: "nist-csf-2.0:PR.AA-05", Title: "Access permissions", Kind: kind("item"), Label: "Item", Path: "items/nist-csf-2.0/PR.AA-05.html"},
	{ID: "9.2", Title: "Internal audit", Kind: kind("clause"), Label: "Clause", Path: "clauses/9.2.html"},
	{ID: "5", Title: "Leadership", Kind: kind("clause"), Label: "Clause", Path: "clauses/5.html"},
	{Title: "Statement of Applicability", Kind: kind("register"), Label: "Register", Path: "controls/index.html"},
}

func kind(word string) search.Kind {
	return search.Kind{Word: search.Word{Word: word, Label: word + "s"}}
}

func status(word, label string) search.Status {
	return search.Status{Word: search.Word{Word: word, Label: label}, Text: label, Tone: "ok"}
}

var english = search.Options{Language: "en", Synonyms: [][]string{{"2FA", "MFA", "multi-factor"}, {"MFA", "multi-factor"}, {"test", "late"}}}

func open(t *testing.T, documents []search.Document, o search.Options) *search.Searcher {
	t.Helper()
	s, err := search.Open(reading(search.New(documents, o)))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// found returns the titles that a query finds, in order.
func found(t *testing.T, s *search.Searcher, documents []search.Document, query string) string {
	t.Helper()
	answer, err := s.Search(query)
	if err != nil {
		t.Fatalf("%q: %v", query, err)
	}
	var titles []string
	for _, hit := range answer.Hits {
		titles = append(titles, documents[hit.Document].Title)
	}
	return strings.Join(titles, ", ")
}

func TestQueryFinds(t *testing.T) {
	s := open(t, handbook, english)
	for _, test := range []struct{ query, want string }{
		// words, in any form; of those that match, the best
		{"lost laptop", "Laptop lost or stolen, Acceptable use policy"},
		{"losing laptops", "Laptop lost or stolen, Acceptable use policy"},
		{"restoring", "Restore fails, Laptop lost or stolen, Information backup"},
		{"LAPTOP", "Laptop lost or stolen, Acceptable use policy"},
		{"company", "Restore fails"},
		{"the", ""},
		// all words, or else any
		{"backup quarter", "Information backup"},
		{"backup train", "Information backup, Laptop lost or stolen, Restore fails"},
		// a sentence: most words
		{"who has the backup on a train", "Information backup, Laptop lost or stolen, Restore fails"},
		{"how long must a restore take", "Restore fails, Laptop lost or stolen, Information backup"},
		// phrases
		{`"restore test"`, "Information backup"},
		{`"test of the restore"`, "Restore fails"},
		{`"test restore"`, ""},
		{`"lost"`, "Laptop lost or stolen, Acceptable use policy"},
		// exclusions
		{"restore -test", "Laptop lost or stolen"},
		{`restore -"restore test"`, "Restore fails, Laptop lost or stolen"},
		{"restore -kind:risk", "Information backup"},
		{"restore -A.8.13", "Laptop lost or stolen"},
		// filters
		{"kind:risk the", "Laptop lost or stolen, Restore fails"},
		{"kind:risk", "Laptop lost or stolen, Restore fails"},
		{"kind:risk restore", "Restore fails, Laptop lost or stolen"},
		{"kind:risks status:closed", "Restore fails"},
		{"kind:policy", "Acceptable use policy"},
		{"status:in-force", "Acceptable use policy"},
		{`status:"in force"`, "Acceptable use policy"},
		{"owner:rol-04", "Laptop lost or stolen"},
		{`owner:"Head of Security"`, "Laptop lost or stolen"},
		{"OWNER:Security", "Laptop lost or stolen"},
		{"owner:cto", ""},
		// IDs
		{"R-012", "Laptop lost or stolen"},
		{"r12", "Laptop lost or stolen"},
		{"R 12", "Laptop lost or stolen"},
		{"r-00012 ", "Laptop lost or stolen"},
		{"a.8.13", "Information backup, Restore fails"},
		{"A8.13", "Information backup, Restore fails"},
		{"A813", "Information backup, Restore fails"},
		{"A 8.13", "Information backup, Restore fails"},
		{"A.8.1", "User endpoint devices, Information backup, Restore fails"},
		{"A.8.1 ", "User endpoint devices"},
		{"A.8", "User endpoint devices, Information backup, Use of cryptography, Acceptable use policy, Restore fails"},
		{"A.8.24", "Use of cryptography, Acceptable use policy"},
		{"nist-csf-2.0:PR.AA-05", "Access permissions"},
		{"PR.AA-5", "Access permissions"},
		{"9.2", "Internal audit"},
		{"clause 5", "Leadership"},
		// the last word may be the beginning of one
		{"lap", "Laptop lost or stolen, Acceptable use policy"},
		{"lap ", "Laptop lost or stolen, Acceptable use policy"}, // no such word: one that begins so is meant
		{"statement applic", "Statement of Applicability"},
		{"wh", "Acceptable use policy"},
		// one typing error
		{"lpatop", "Laptop lost or stolen, Acceptable use policy"},
		{"laptp lost", "Laptop lost or stolen, Acceptable use policy"},
		{"xaptop", "Laptop lost or stolen, Acceptable use policy"},
		{"xxptop", ""},
		// other forms of a word, which do not occur
		{"cryptographic", "Use of cryptography"},
		{"encrypting", "Acceptable use policy"},
		// synonyms
		{"mfa", "Acceptable use policy"},
		{"late", "Restore fails, Information backup"},
	} {
		if got := found(t, s, handbook, test.query); got != test.want {
			t.Errorf("%q finds %q, want %q", test.query, got, test.want)
		}
	}
}

// What is called as somebody says comes before what speaks of it more often.
func TestTitlesThatHaveAllWordsComeFirst(t *testing.T) {
	much := []search.Passage{{Heading: "Penetration tests", Text: strings.Repeat("The report of a penetration test. ", 20)}}
	documents := []search.Document{
		{ID: "PRO-05", Title: "Patch management", Kind: search.Kind{Word: search.Word{Word: "document"}, Weight: 130}, Passages: much},
		{ID: "EV-005", Title: "Report of the penetration test of June", Kind: kind("evidence")},
		{ID: "EV-006", Title: "Penetration test", Kind: kind("evidence")},
	}
	s := open(t, documents, search.Options{Language: "en"})
	for query, want := range map[string]string{
		"penetration test report":              "Report of the penetration test of June, Patch management",
		"penetration test":                     "Penetration test, Patch management, Report of the penetration test of June",
		"penetration":                          "Patch management, Report of the penetration test of June, Penetration test",
		"who has the penetration test report?": "Patch management, Report of the penetration test of June, Penetration test",
	} {
		if got := found(t, s, documents, query); got != want {
			t.Errorf("%q finds %s, want %s", query, got, want)
		}
	}
}

func TestExcerptTellsUnderWhichHeadingTheWordsStand(t *testing.T) {
	s := open(t, handbook, english)
	for _, test := range []struct{ query, want string }{
		{"lost laptop kind:policy", "#lost-things Lost things: Report a [lost] [laptop] at once. Nobody is blamed who does."},
		{"A.8.24 -kind:control", "#tools Tools: … it is offered. Encryption is on ([A.8.24])."},
		{"mfa", "#tools Tools: Use [multi]-[factor] authentication, or [MFA], wherever it is offered. Encryption is on (A.8.24)."},
		{"tools", "#tools Tools: Use multi-factor authentication, or MFA, wherever it is offered. Encryption is on (A.8.24)."}, // the heading alone has it
		{"acceptable", "# :"},
	} {
		answer, err := s.Search(test.query)
		if err != nil || len(answer.Hits) == 0 {
			t.Fatalf("%q finds nothing: %v", test.query, err)
		}
		excerpt, err := s.Excerpt(answer, answer.Hits[0].Document)
		if err != nil {
			t.Fatal(err)
		}
		got := fmt.Sprintf("#%s %s: ", excerpt.Anchor, excerpt.Heading)
		for _, part := range excerpt.Parts {
			if part.Marked {
				got += "[" + part.Text + "]"
			} else {
				got += part.Text
			}
		}
		if got = strings.TrimSpace(got); got != test.want {
			t.Errorf("%q shows %q, want %q", test.query, got, test.want)
		}
	}
}

// Each word of “second factor” is marked for itself where MFA is looked for. What
// has but one of them comes after what has both.
func TestExcerptPrefersWhereMoreOfTheWordsStand(t *testing.T) {
	s := open(t, []search.Document{{ID: "POL-02", Title: "Access", Path: "documents/POL-02.html", Passages: []search.Passage{
		{Anchor: "own", Heading: "Nobody approves their own", Text: "A second person approves it."},
		{Anchor: "log-in", Heading: "Logging in", Text: "Every account has a second factor. MFA by text message is no such."},
	}}}, search.Options{Language: "en", Synonyms: [][]string{{"MFA", "second factor"}}})
	answer, err := s.Search("mfa")
	if err != nil || len(answer.Hits) != 1 {
		t.Fatalf("%d hits, %v", len(answer.Hits), err)
	}
	if excerpt, err := s.Excerpt(answer, answer.Hits[0].Document); err != nil || excerpt.Anchor != "log-in" {
		t.Errorf("the excerpt stands under %q (%v)", excerpt.Heading, err)
	}
}

func TestNothingFoundSuggestsOtherQueries(t *testing.T) {
	s := open(t, handbook, english)
	for _, test := range []struct{ query, want string }{
		{`"test restore"`, "test restore"},
		{"laptop kind:clause", "laptop"},
		{"laptop -lost", "laptop"},
		{`-lost "laptop lost" owner:cto`, "laptop lost"},
		{"laxtxp", ""},
		{"applixxbility", "applicability"},
		{"laptop", ""},
	} {
		answer, err := s.Search(test.query)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(answer.Suggested, " | "); !strings.HasPrefix(got, test.want) || (got == "") != (test.want == "") {
			t.Errorf("%q suggests %q, want %q", test.query, got, test.want)
		}
	}
}

// A word of a group that does not occur may be one that readers must not see.
func TestSynonymsShipOnlyWhereAllTheirWordsOccur(t *testing.T) {
	all := string(bytes.Join(contents(search.New(handbook, english)), nil))
	if strings.Contains(strings.ToLower(all), "2fa") {
		t.Error("a synonym that no document has is in the index")
	}
	s := open(t, handbook, english)
	if got := found(t, s, handbook, "2fa"); got != "" {
		t.Errorf("a word of a group that did not ship finds %q", got)
	}
	other := search.New(handbook, search.Options{Language: "en", Synonyms: [][]string{{"MFA", "multi-factor"}, {"zzz", "lost"}, {"test", "late"}}})
	if !bytes.Equal(bytes.Join(contents(other), nil), []byte(all)) {
		t.Error("which words another group has changes the index, though one of them does not occur")
	}
}

func TestEachLanguageHasItsOwnWords(t *testing.T) {
	for _, test := range []struct{ language, text, query, without string }{
		{"de", "Die Häuser der Firma sind verschlossen.", "haus", "der"},
		{"de-CH", "Zugriffsrechte werden geprüft.", "zugriffsrecht", "werden"},
		{"fr", "L’accès aux sauvegardes est contrôlé.", "sauvegarde accès", "aux"},
		{"fr", "On parle de l'audit.", "d'audit audits", "de"},
		{"nl", "De leveranciers worden beoordeeld.", "leverancier", "worden"},
		{"es", "Las copias de seguridad se prueban.", "copia", "las"},
		{"nb", "Leverandørene vurderes av oss.", "leverandor", "av"},
		{"xx", "Qapla batlh je", "qapla", ""},
	} {
		documents := []search.Document{
			{ID: "A-1", Title: "One", Path: "a", Passages: []search.Passage{{Text: test.text}}},
			{ID: "A-2", Title: "Two", Path: "b"},
		}
		s := open(t, documents, search.Options{Language: test.language})
		if got := found(t, s, documents, test.query); got != "One" {
			t.Errorf("%s: %q finds %q", test.language, test.query, got)
		}
		if test.without == "" {
			continue
		}
		if got := found(t, s, documents, test.without+" "); got != "" {
			t.Errorf("%s: the stop word %q finds %q", test.language, test.without, got)
		}
	}
}

// Accents are one thing however they are encoded.
func TestComposedAndDecomposedLettersAreTheSame(t *testing.T) {
	documents := []search.Document{{ID: "A-1", Title: "Cafe\u0301", Path: "a"}, {ID: "A-2", Title: "Caf\u00e9 au lait", Path: "b"}}
	s := open(t, documents, search.Options{Language: "en"})
	for _, query := range []string{"caf\u00e9", "cafe\u0301"} {
		if got := found(t, s, documents, query); got != "Cafe\u0301, Caf\u00e9 au lait" {
			t.Errorf("%q finds %q", query, got)
		}
	}
}

func TestSameDocumentsGiveTheSameBytes(t *testing.T) {
	documents := corpus.New(3, 3000).Documents(300)
	first := contents(search.New(documents, english))
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	second := contents(search.New(corpus.New(3, 3000).Documents(300), english))
	if !slices.EqualFunc(first, second, bytes.Equal) {
		t.Error("two indexes of the same documents differ")
	}
}

// Every file is one call with plain data, whatever the documents hold.
func TestFilesAreCallsWithData(t *testing.T) {
	nasty := "</script><script>alert(1)</script> \u2028\u2029 \x00\x01\x7f \xff\xfe \" \\ \n\r\t ${x} `y` é 漢 \U0001f642"
	documents := []search.Document{
		{},
		{ID: nasty, Title: nasty, Kind: search.Kind{Word: search.Word{Word: nasty, Label: nasty}}, Label: nasty, Path: nasty, Lead: nasty,
			Status: search.Status{Word: search.Word{Word: nasty, Label: nasty}, Text: nasty, Tone: nasty}, Mentions: []string{nasty},
			Facets: []search.Facet{{Key: nasty, Values: []string{nasty, ""}}}, Passages: []search.Passage{{}, {Anchor: nasty, Heading: nasty, Text: nasty}}},
		{ID: "A-1", Title: strings.Repeat("x", 100_000), Path: "a", Passages: []search.Passage{{Text: strings.Repeat("many words ", 100_000)}}},
		{ID: "A-1", Title: "Twice", Path: "b"},
	}
	for _, documents := range [][]search.Document{nil, documents} {
		for i, text := range contents(search.New(documents, search.Options{Language: "en", Synonyms: [][]string{{}, {""}, {"many", "many"}, {"many", "words"}}})) {
			arguments, isCall := bytes.CutPrefix(text, []byte("annexShard("))
			arguments, isWhole := bytes.CutSuffix(arguments, []byte(");\n"))
			if !isCall || !isWhole || !json.Valid(slices.Concat([]byte("["), arguments, []byte("]"))) {
				t.Errorf("file %d is no call with data: %.100q", i, text)
			}
			if bytes.ContainsAny(text, "<\u2028\u2029") {
				t.Errorf("file %d could run as something else", i)
			}
		}
		s := open(t, documents, search.Options{Language: "en"})
		for _, query := range odd {
			answer, err := s.Search(query)
			if err != nil {
				t.Errorf("%q: %v", query, err)
			}
			for _, hit := range answer.Hits {
				if _, err := s.Entry(hit.Document); err != nil {
					t.Error(err)
				}
				if _, err := s.Excerpt(answer, hit.Document); err != nil {
					t.Error(err)
				}
			}
		}
	}
}

// A word unlike any other must not make a browser read all forms there are, and one
// whose first letters are wrong is found all the same.
func TestAnUnknownWordReadsFewFiles(t *testing.T) {
	read := reading(search.New(corpus.New(11, 30_000).Documents(1000), english))
	if _, err := read("search/forms-8.js"); err != nil {
		t.Fatal("the index is too small to tell")
	}
	for query, want := range map[string]string{
		"qqs": "", "zes": "", "qqqcces": "", "xaccess": "access", "xccess": "access", "ccess": "access", "rtaining": "training", "txaining": "training", "tarining": "training", "trainixg": "training",
	} {
		files := map[string]bool{}
		s, err := search.Open(func(path string) ([]byte, error) {
			if !strings.HasPrefix(path, "search/entries-") {
				files[path] = true
			}
			return read(path)
		})
		if err != nil {
			t.Fatal(err)
		}
		answer, err := s.Search(query)
		if err != nil {
			t.Fatal(err)
		}
		found := ""
		for _, correction := range answer.Corrected {
			found = strings.Join(correction.Found, " ")
		}
		if len(files) > 14 || found != want {
			t.Errorf("%q reads %d files and finds %q, want %q", query, len(files), found, want)
		}
	}
}

func TestFilesOfTwoIndexesAreNotMixed(t *testing.T) {
	one, other := reading(search.New(handbook, english)), reading(search.New(handbook[1:], english))
	s, err := search.Open(func(path string) ([]byte, error) {
		if path == "search/start.js" {
			return one(path)
		}
		return other(path)
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Search("laptop"); err == nil || !strings.Contains(err.Error(), "another") {
		t.Errorf("the error is %v", err)
	}
}

// What a word is, the terminal and the browser must agree on to the letter.
func TestBrowserAndTerminalCutTextsAlike(t *testing.T) {
	documents := []search.Document{{ID: "A-1", Title: "One", Path: "a"}}
	browser, err := twin.Open(os.DirFS("../themes/default"), reading(search.New(documents, english)))
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	for r := range rune(0x10400) {
		if r < 0xd800 || r > 0xdfff {
			fmt.Fprintf(&text, "a%cb ", r)
		}
	}
	text.WriteString(" rock 'n' roll it’s o'clock' ''x'' " + strings.Repeat("é", 60))
	there, err := browser.Words(text.String())
	if err != nil {
		t.Fatal(err)
	}
	here := search.Words(text.String())
	for i := range min(len(here), len(there)) {
		if here[i] != there[i] {
			t.Fatalf("word %d is %q, in the browser %q", i, here[i], there[i])
		}
	}
	if len(here) != len(there) {
		t.Errorf("%d words, in the browser %d", len(here), len(there))
	}
}

func contents(ix *search.Index) [][]byte {
	var all [][]byte
	for _, file := range ix.Files() {
		all = append(all, file.Content())
	}
	return all
}
