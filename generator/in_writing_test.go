package generator_test

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/annex-isms/annex/generator/audience"
)

// writtenRows returns the words of each line of the page of documented information,
// by the name of its piece.
func writtenRows(t *testing.T, page []byte) map[string]string {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	rows := map[string]string{}
	for node := range root.Descendants() {
		if node.DataAtom != atom.Tr || !within(node, atom.Tbody) {
			continue
		}
		var cells []string
		for below := range node.Descendants() {
			if below.Type == html.TextNode && strings.TrimSpace(below.Data) != "" {
				cells = append(cells, strings.TrimSpace(below.Data))
			}
		}
		rows[cells[0]] = strings.Join(cells[1:], " ")
	}
	return rows
}

func TestEachPieceOfDocumentedInformationLeadsToWhatItIs(t *testing.T) {
	files := made(t, sample())["auditor"]
	rows := writtenRows(t, files["in-writing.html"])
	for piece, want := range map[string]string{
		"Scope of the management system":             "4.3 Scope and context of the ISMS Scope of the ISMS There",
		"Process of risk assessment":                 "6.1.2 Risk assessment and treatment There",
		"Process of risk treatment":                  "6.1.3 Risk assessment and treatment There",
		"Audit programme":                            "9.2.2 Audits before certification, 2024 Audit programme 2024–2027 There",
		"Information security objectives":            "6.2 Information security objectives and measures 2026 Information security policy Objectives (6) There",
		"Principles of secure engineering":           "A.8.27 Secure development standard There",
		"Inventory of information and other assets":  "A.5.9 Assets (20) There",
		"Nonconformities, actions and their results": "10.2 Internal audit, management review and corrective action Nonconformities (8) There",
	} {
		if rows[piece] != want {
			t.Errorf("%s: %q, want %q", piece, rows[piece], want)
		}
	}
	if len(rows) != 24 {
		t.Errorf("there are %d pieces, want 24", len(rows))
	}
	// The clause map leads to each of them.
	links := regexp.MustCompile(`in-writing\.html#(writing\.[a-z]+)`).FindAllSubmatch(files["clauses/index.html"], -1)
	if len(links) < 16 {
		t.Errorf("the clause map has %d links to documented information", len(links))
	}
	for _, link := range links {
		if !bytes.Contains(files["in-writing.html"], []byte(`id="`+string(link[1])+`"`)) {
			t.Errorf("the clause map leads to %s, which is not there", link[1])
		}
	}
}

// Auditors are told that a piece is missing. Staff cannot know whether it is, and
// read no more than that there is nothing for them.
func TestWhatIsNotInWritingIsAGapForAuditorsAlone(t *testing.T) {
	opened := "[audience]\nclause = \"staff\"\ncontrol = \"staff\"\nscope = \"staff\"\n"
	scope := "[[scope]]\nid = \"SCP-01\"\ntitle = \"Scope\"\nstatement = \"Hosted invoicing.\"\nlegal-entity = \"Lantern B.V.\"\n"
	build := func(scope string) map[string]map[string][]byte {
		options := sample()
		options.Editions = []audience.Edition{audience.StaffEdition, audience.AuditorEdition}
		options.Content = fstest.MapFS{
			"annex.toml":       {Data: []byte("[organization]\nname = \"Lantern\"\n" + opened)},
			"registers/a.toml": {Data: []byte(scope)},
		}
		return made(t, options)
	}
	without := build("")
	const piece = "Scope of the management system"
	if got := writtenRows(t, without["auditor"]["in-writing.html"])[piece]; got != "4.3 Missing" {
		t.Errorf("auditors read %q", got)
	}
	if got := writtenRows(t, without["staff"]["in-writing.html"])[piece]; got != "4.3 Nothing here" {
		t.Errorf("staff read %q", got)
	}
	if got := writtenRows(t, build(scope)["staff"]["in-writing.html"])[piece]; got != "4.3 Scope There" {
		t.Errorf("staff read %q of a scope that they may see", got)
	}
	hidden := build(scope + "audience = \"auditor\"\n")
	if !slices.Equal(hidden["staff"]["in-writing.html"], without["staff"]["in-writing.html"]) {
		t.Error("staff can tell that there is a scope for auditors")
	}
	if strings.Contains(string(without["auditor"]["in-writing.html"]), "A.5.9") {
		t.Error("a control that nobody says applies asks for something")
	}
}

// Who begins with the basics is not told of all that is missing for the whole.
func TestABaselineHasNoListOfWhatHasToBeInWriting(t *testing.T) {
	baseline := sample()
	baseline.Content = fstest.MapFS{"annex.toml": {Data: []byte("profile = \"baseline\"\n[organization]\nname = \"Lantern\"\n")}}
	for edition, files := range made(t, baseline) {
		if _, there := files["in-writing.html"]; there {
			t.Errorf("%s: the page is there", edition)
		}
		for name, data := range files {
			if bytes.Contains(data, []byte("in-writing.html")) {
				t.Errorf("%s: %s leads to it", edition, name)
			}
		}
	}
}
