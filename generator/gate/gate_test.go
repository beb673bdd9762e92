package gate_test

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"html"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/gate"
	"github.com/annex-isms/annex/generator/source"
)

const (
	secret = "The cabinet in the second room is opened with the code that only the porter knows"
	open   = "Visitors are met at the door and wear a badge as long as they stay"
)

// text returns a text of a file of that name.
func text(name, words string) gate.Text {
	file := source.NewFile(name, words)
	return gate.Text{Words: words, Markdown: true, Place: func(start, end int) source.Span {
		return source.Span{File: file, Start: start, End: end}
	}}
}

// found returns what the gate finds in a file that holds the data, where secret
// is forbidden and open is allowed.
func found(name, data string) finding.List {
	return foundAmong([]gate.Text{text("secret.md", secret)}, []gate.Text{text("open.md", open)}, name, data)
}

func foundAmong(forbidden, allowed []gate.Text, name, data string) finding.List {
	g := gate.New("trust", slices.Values(forbidden), slices.Values(allowed))
	g.Read("index.html", []byte("<p>"+open+"</p>"))
	g.Read(name, []byte(data))
	return g.Findings()
}

func asJSON(t *testing.T, words string) string {
	t.Helper()
	data, err := json.Marshal(map[string]string{"text": words})
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func zipped(t *testing.T, data string) string {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := io.WriteString(w, data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// inOffice returns a file of an office program with those elements.
func inOffice(t *testing.T, elements string) string {
	t.Helper()
	var b strings.Builder
	w := zip.NewWriter(&b)
	part, err := w.Create("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	_, _ = part.Write([]byte("<?xml version=\"1.0\"?>\n<w:document>" + elements + "</w:document>"))
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestALeakIsFoundHoweverItIsWritten(t *testing.T) {
	words := strings.Fields(secret)
	for name, file := range map[string]struct{ name, data string }{
		"on a page":                {"a.html", "<p>" + secret + "</p>"},
		"in part":                  {"a.html", "<p>" + strings.Join(words[3:11], " ") + "</p>"},
		"over several lines":       {"a.html", "<p>" + strings.Join(words, "\n  ") + "</p>"},
		"in capitals":              {"a.html", "<h2>" + strings.ToUpper(secret) + "</h2>"},
		"with marks and links":     {"a.html", "<p>The <strong>cabinet</strong> in the <a href=\"x.html\" title=\"y\">second room</a> is <em>opened</em> with the code</p>"},
		"in an attribute":          {"a.html", `<img alt="` + secret + `">`},
		"in a meta element":        {"a.html", "<meta name=description content='" + secret + "'>"},
		"in a comment":             {"a.html", "<!-- " + secret + " -->"},
		"in a script":              {"a.html", `<script type="application/json">` + asJSON(t, "a\n"+secret) + `</script>`},
		"with signs by name":       {"a.html", "<p>&ldquo;" + strings.ReplaceAll(secret, " with", "&quot; with&#39;") + "</p>"},
		"in JSON":                  {"index.json", asJSON(t, open+" <b>\n"+secret)},
		"in JSON by numbers":       {"index.json", `{"a":"` + numbered(secret) + `"}`},
		"in a script of its own":   {"search/a.js", `shard("a", ["` + secret + `"]);`},
		"in a feed":                {"feed.xml", "<entry><title>" + secret + "</title></entry>"},
		"in a drawing":             {"files/a.svg", "<svg><text>" + secret + "</text></svg>"},
		"in a cell":                {"questions.csv", "ID,Answer\nQ-1,\"Yes, \"\"always\"\":\n" + secret + "\""},
		"in a stylesheet":          {"static/brand.css", "/* " + secret + " */"},
		"in plain text":            {"robots.txt", "# " + secret},
		"in a file without ending": {"_redirects", secret},
		"compressed":               {"index.json.gz", zipped(t, asJSON(t, secret))},
		"in a document":            {"files/a.docx", inOffice(t, "<w:p><w:r><w:t>"+strings.Replace(secret, "room ", "ro</w:t></w:r><w:proofErr/><w:r><w:t>om </w:t></w:r><w:r><w:t xml:space=\"preserve\">", 1)+"</w:t></w:r></w:p>")},
		"in a workbook":            {"files/a.xlsx", inOffice(t, "<si><t>A &amp;quot; b</t></si><si><t>"+strings.Replace(secret, " is", " &#105;s", 1)+"</t></si>")},
		"in the text of an image":  {"files/a.png", "\x89PNG\r\n\x1a\n\x00\x00\x00\x52tEXta\x00" + secret + "\x00\x00\x00\x00"},
	} {
		got := found(file.name, file.data)
		if len(got) != 1 || got[0].Code != "leak" || got[0].Level != finding.Error {
			t.Errorf("%s: %v", name, got)
			continue
		}
		if at := got[0].At; at.File.Name != "secret.md" || !strings.Contains(got[0].Message, file.name) {
			t.Errorf("%s: the finding is at %s and says %q", name, at.File.Name, got[0].Message)
		}
	}
}

// numbered writes each letter by its number.
func numbered(words string) string {
	var b strings.Builder
	for _, letter := range words {
		fmt.Fprintf(&b, `\u%04x`, letter)
	}
	return b.String()
}

func TestALeakIsShownWhereItWasWritten(t *testing.T) {
	words := strings.Fields(secret)
	got := found("a.html", "<p>"+strings.Join(words[2:11], " ")+"</p>")
	if want := strings.Join(words[2:11], " "); len(got) != 1 || got[0].At.Text() != want {
		t.Errorf("got %v, want the place of %q", got, want)
	}
}

func TestFewWordsAreANote(t *testing.T) {
	words := strings.Fields(secret)
	for count, want := range map[int]string{4: "", 5: "note", 7: "note", 8: "error"} {
		got := found("a.html", "<p>"+strings.Join(words[:count], " ")+"</p>")
		level := ""
		if len(got) > 0 {
			level = got[0].Level.String()
		}
		if level != want || len(got) > 1 {
			t.Errorf("%d words: %v", count, got)
		}
	}
}

func TestWhatIsAllowedIsNoLeak(t *testing.T) {
	for name, allowed := range map[string]gate.Text{
		"in a text for the readers":  text("open.md", open+". "+secret+"."),
		"in a file of the theme":     {Words: `<p class="x">` + secret + "</p>", File: "templates/a.html"},
		"from paragraph to the next": text("open.md", strings.ReplaceAll(secret, " with", "\n\nWith")),
		"with links":                 text("open.md", "The [cabinet](https://example.com/a-b) in[^1] the [[ROL-01|second room]] is *opened* with the code that only the porter knows"),
	} {
		got := foundAmong([]gate.Text{text("secret.md", secret)}, []gate.Text{text("open.md", open), allowed}, "a.html", "<p>"+secret+"</p>")
		if len(got) > 0 {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// Lists of what has IDs or dates stand in many texts in the same order.
func TestListsOfNumbersAreNoLeak(t *testing.T) {
	const list = "A.5.1, A.5.2, A.5.3, R-012, POL-07, 2026-11-23, 4 of 12, nist-csf-2.0:PR.AA-05, 8th, 9th, 10th"
	if got := foundAmong([]gate.Text{text("secret.md", list)}, nil, "a.html", "<p>"+list+"</p>"); len(got) > 0 {
		t.Error(got)
	}
}

// What stands in cells or items of their own is not one text.
func TestWordsOfSeveralElementsAreNoRun(t *testing.T) {
	words := strings.Fields(secret)
	for _, between := range []string{"</li><li>", "</td> <td>", "<br>", "</p><p>", " · "} {
		if got := found("a.html", "<p>"+strings.Join(words, between)+"</p>"); len(got) > 0 {
			t.Errorf("%s: %v", between, got)
		}
	}
	for name, data := range map[string]string{
		"a.docx": inOffice(t, "<w:p>"+strings.Join(words, "</w:p><w:p>")+"</w:p>"),
		"a.json": `["` + strings.Join(words, `","`) + `"]`,
		"a.csv":  strings.Join(words[:6], ",") + ",\"" + strings.Join(words[6:8], " ") + "\"\n" + strings.Join(words[8:], "\n"),
	} {
		if got := found(name, data); len(got) > 0 {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// That each part of a run is said to its readers does not open the whole.
func TestALeakOfAllowedPartsIsFound(t *testing.T) {
	words := strings.Fields(secret)
	parts := text("open.md", strings.Join(words[:5], " ")+". "+strings.Join(words[3:8], " ")+". "+strings.Join(words[1:6], " ")+". "+strings.Join(words[2:7], " "))
	got := foundAmong([]gate.Text{text("secret.md", secret)}, []gate.Text{parts}, "a.html", "<p>"+strings.Join(words[:8], " ")+"</p>")
	if !got.HasErrors() {
		t.Error(got)
	}
}

func TestAForbiddenTextEndsWithItsParagraphOrCell(t *testing.T) {
	words := strings.Fields(secret)
	for _, between := range []string{"\n\n", " | ", "\n \t\n", " · "} {
		parted := strings.Join(words[:4], " ") + between + strings.Join(words[4:8], " ")
		if got := foundAmong([]gate.Text{text("secret.md", parted)}, nil, "a.html", "<p>"+strings.Join(words[:8], " ")+"</p>"); len(got) > 0 {
			t.Error(got)
		}
	}
	linked := "| The [[AST-01\\|cabinet]] in the second room is opened with |"
	if got := foundAmong([]gate.Text{text("secret.md", linked)}, nil, "a.html", "<p>"+secret+"</p>"); !got.HasErrors() {
		t.Error("the bar in a link ends a text")
	}
}

func TestScriptsWithoutSpacesAreRead(t *testing.T) {
	const secret = "鍵は二階の管理人だけが知っている"
	for name, data := range map[string]string{"a.html": "<p>" + secret + "</p>", "a.json": `"` + secret + `"`} {
		if got := foundAmong([]gate.Text{text("secret.md", secret)}, nil, name, data); !got.HasErrors() {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestARefusalTellsNothingOfTheContent(t *testing.T) {
	g := gate.New("trust", slices.Values([]gate.Text{text("secret.md", secret)}), slices.Values([]gate.Text(nil)))
	if err := g.Open(); err != nil {
		t.Errorf("a gate that has seen nothing: %v", err)
	}
	g = gate.New("trust", slices.Values([]gate.Text{text("secret.md", secret)}), slices.Values([]gate.Text(nil)))
	g.Read("a.html", []byte(secret))
	err := g.Open()
	if err == nil || strings.Contains(err.Error(), "cabinet") || strings.Contains(err.Error(), "secret") {
		t.Errorf("got %v", err)
	}
}

// Whatever the words are and however they are set apart: eight of a forbidden
// text in a row are found, and as long as nothing of it is there, nothing is.
func TestAnyEightWordsInARowAreFound(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	letters := []rune("abcdefghijklmnopqrstuvwxyzÄöüéßñжλ’-.")
	word := func() string {
		w := []rune{letters[random.IntN(26)]}
		for range 4 + random.IntN(6) {
			w = append(w, letters[random.IntN(len(letters))])
		}
		return string(append(w, letters[random.IntN(26)]))
	}
	words := func(count int) []string {
		all := make([]string, count)
		for i := range all {
			all[i] = word()
		}
		return all
	}
	between := []string{" ", ", ", "\n", " — ", " (", ") ", "; "}
	for range 300 {
		hidden, shown := words(40), words(60)
		join := func(words []string) string {
			var b strings.Builder
			for _, word := range words {
				b.WriteString(word + between[random.IntN(len(between))])
			}
			return b.String()
		}
		forbidden, allowed := []gate.Text{text("secret.md", join(hidden))}, []gate.Text{text("open.md", join(shown))}
		at, start := random.IntN(50), random.IntN(30)
		page := func(words []string) string { return "<p>" + html.EscapeString(join(words)) + "</p>" }
		if got := foundAmong(forbidden, allowed, "a.html", page(shown)); len(got) > 0 {
			t.Fatalf("%s is no leak of %s: %v", shown, hidden, got)
		}
		leaking := slices.Concat(shown[:at], hidden[start:start+8], shown[at:])
		for name, data := range map[string]string{"a.html": page(leaking), "a.json": asJSON(t, join(leaking))} {
			if got := foundAmong(forbidden, allowed, name, data); !got.HasErrors() {
				t.Fatalf("%s: %s is not found in %s: %v", name, hidden[start:start+8], data, got)
			}
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("a.html", `<p title="`+secret+`">&amp;<!-- x --><script>"\u0041"</script>`)
	f.Add("a.json", `{"a":"\ud83d\ude00\"\\`)
	f.Add("a.md", "[[A|b]] [x](y) [^z]\n\n&lt;")
	f.Fuzz(func(t *testing.T, name, data string) {
		// What is read as a forbidden text is found in itself, and allowed where it
		// is allowed.
		for _, got := range foundAmong([]gate.Text{{Words: data, File: name, Place: text("x", data).Place}}, nil, name, data) {
			if got.At.Start < 0 || got.At.End > len(data) || got.At.Start > got.At.End {
				t.Errorf("%q is at %d to %d", data, got.At.Start, got.At.End)
			}
		}
		same := []gate.Text{{Words: data, File: name, Place: text("x", data).Place}}
		if got := foundAmong(same, same, name, data); len(got) > 0 {
			t.Errorf("%q is allowed: %v", data, got)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	random := rand.New(rand.NewPCG(1, 2))
	var page, hidden strings.Builder
	for range 3000 {
		fmt.Fprintf(&page, "<p>word%c <b>%c</b>ther</p>\n", 'a'+rune(random.IntN(26)), 'a'+rune(random.IntN(26)))
		fmt.Fprintf(&hidden, "secret%c hid%cden ", 'a'+rune(random.IntN(26)), 'a'+rune(random.IntN(26)))
	}
	data := []byte(page.String())
	g := gate.New("trust", slices.Values([]gate.Text{text("secret.md", hidden.String())}), slices.Values([]gate.Text(nil)))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		g.Read("a.html", data)
	}
}
