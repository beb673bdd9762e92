package reference_test

import (
	"cmp"
	"fmt"
	"io/fs"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/annex-isms/annex/content"
	"github.com/annex-isms/annex/generator/handbook"
)

// pages returns every page of the reference by the name of its file.
func pages() map[string]string {
	pages := map[string]string{
		"README.md":     indexPage(),
		"annex-toml.md": settingsPage(),
		"rules.md":      rulesPage(),
	}
	sample, _ := handbook.Load(content.Sample, handbook.Clock{})
	for kind := range kinds() {
		pages[kind.Name+".md"] = kindPage(kind, sample.Example(kind.Name))
	}
	return pages
}

// page is a Markdown file in the making.
type page struct{ strings.Builder }

func newPage() *page {
	p := new(page)
	p.say(origin)
	return p
}

// say adds a paragraph, a heading, or anything else between blank lines.
func (p *page) say(format string, values ...any) {
	if p.Len() > 0 {
		p.WriteByte('\n')
	}
	fmt.Fprintf(p, format+"\n", values...)
}

// table adds a table with those headings, if there is a row.
func (p *page) table(headings []string, rows [][]string) {
	if len(rows) == 0 {
		return
	}
	p.say("| %s |\n|%s", strings.Join(headings, " | "), strings.Repeat("---|", len(headings)))
	for _, row := range rows {
		cells := strings.Join(row, "\x00")
		cells = strings.ReplaceAll(cells, "|", `\|`)
		fmt.Fprintf(p, "| %s |\n", strings.ReplaceAll(cells, "\x00", " | "))
	}
}

// code adds what stands in a file.
func (p *page) code(language, text string) {
	fence := "```"
	if strings.Contains(text, fence) {
		fence += "`"
	}
	p.say("%s%s\n%s%s", fence, language, text, fence)
}

// origin stands on top of each page, where only those see it who change it.
const origin = "<!-- The test of this folder makes this page from the declarations in ../internal: change those. -->"

func indexPage() string {
	p := newPage()
	p.say("# Reference")
	p.say("How the content of a site is written: a page for each kind of entry, one for [annex.toml](annex-toml.md), and one for\n" +
		"[what is checked](rules.md). `annex help KIND` prints the same on the terminal.")
	p.say("To add an entry, open the page of its kind, copy what stands under “To copy” into any `.toml` file of the content, say\n" +
		"there what you have to say, and run `annex check`. Begin with [roles](role.md): nearly every entry names one as its owner.")
	p.say("## Kinds of entry")
	for _, chapter := range handbook.Chapters() {
		var rows [][]string
		for _, kind := range chapter.Kinds {
			rows = append(rows, []string{linkTo(kind.Name), writtenAs(kind), kind.Help})
		}
		p.say("### %s", chapter.Label)
		p.table([]string{"kind", "written as", "what it is for"}, rows)
	}
	p.say("## How entries are written")
	p.say("A register is a TOML file: `[[risk]]` begins an entry, and below it stand its fields, one a line. A document is a Markdown\n" +
		"file that begins with its fields between two lines of `+++`. A line that begins with `#` is a remark.")
	p.say("Fields come first, tables below them: whatever stands under `[risk.inherent]` belongs to that table, up to the next\n" +
		"header. A short table also fits on a line: `inherent = { likelihood = 4, impact = 4 }`.")
	var rows [][]string
	for _, form := range forms {
		rows = append(rows, []string{form.name, "`" + form.example + "`", form.note})
	}
	p.table([]string{"what to write", "such as", "to know"}, rows)
	p.say("**IDs** are unique in the whole site: up to 64 letters, digits, dots, hyphens and underscores. They never change, for\n" +
		"links and addresses of pages are made of them. Those of [clauses](clause.md) and of the [controls](control.md) of Annex A\n" +
		"are there from the beginning.")
	p.say("**One side of a relation is written,** the other appears by itself: a risk names its owner, and the owner's page lists\n" +
		"the risk. The pages say under which heading.")
	p.say("## Who may read it")
	p.say("An entry says `audience = \"staff\"`, or what [annex.toml](annex-toml.md) sets for its kind holds, and else `auditor`. Fields\n" +
		"have audiences of their own, which the pages name: what counts is the narrower of the two.")
	p.table([]string{"audience", "who reads it"}, audiences())
	return p.String()
}

func writtenAs(kind handbook.Kind) string {
	switch {
	case len(kind.Fields) == 0:
		return "given"
	case kind.Markdown:
		return "Markdown file"
	}
	return "`[[" + kind.Name + "]]`"
}

// form is a way to write a value, as the pages call it.
type form struct{ name, example, note string }

var forms = []form{
	{"words on one line", `title = "Backups fail"`, "plain words without links"},
	{"list of words", `sites = ["Rotterdam", "Ghent"]`, ""},
	{"Markdown", `description = "See [[PRO-04]]."`, "several lines stand between `\"\"\"` and `\"\"\"`"},
	{"list of Markdown", `reasons = ["Customers ask.", "So does the law."]`, ""},
	{"date", `due = 2026-11-23`, "year, month and day, without quotes"},
	{"true or false", `relevant = true`, "without quotes"},
	{"whole number", `level = 12`, "without quotes"},
	{"number", `value = 99.5`, "without quotes, with a point"},
	{"interval", `every = "3 months"`, "a number and day, week, month or year"},
	{"address", `verify = "https://example.com/"`, "begins with https://, http:// or mailto:"},
	{"file of the content", `file = "evidence/report.pdf"`, "a PDF, an image, or a file that ends in .txt, .csv, .json, .log, .docx, .xlsx or .pptx; the path counts from annex.toml"},
	{"one of …", `status = "open"`, "one of the words that the page lists"},
	{"list of …", `affects = ["integrity"]`, "some of the words that the page lists"},
	{"ID of …", `owner = "ROL-03"`, "the ID alone, without `[[` and `]]`"},
	{"list of IDs of …", `controls = ["A.8.13"]`, ""},
	{"table", `[risk.inherent]`, "with fields of its own below"},
	{"tables", `[[risk.action]]`, "as many as there are"},
}

func audiences() [][]string {
	risk, _ := handbook.KindNamed("risk")
	var rows [][]string
	for _, field := range risk.Fields {
		if field.Key == "audience" {
			for _, choice := range field.Choices {
				rows = append(rows, []string{"`" + choice.Word + "`", choice.Help})
			}
		}
	}
	return rows
}

func kindPage(kind handbook.Kind, example string) string {
	p := newPage()
	p.say("[Reference](README.md)")
	p.say("# %s", kind.Label)
	p.say("%s", kind.Help)
	language := "toml"
	switch {
	case len(kind.Fields) == 0:
		p.say("They ship with Annex: refer to them by their IDs, and write nothing.")
	case kind.Markdown:
		language = "markdown"
		p.say("Written as a Markdown file that ends in `.md`, with its fields as TOML between two lines of `+++`.%s", askedForBy(kind))
	default:
		p.say("Written as `[[%s]]` in a register, which is any `.toml` file of the content but annex.toml.%s", kind.Name, askedForBy(kind))
	}
	if len(kind.Fields) > 0 {
		p.say("## To copy")
		p.say("The least that it needs. Sentences say what belongs in their place; IDs, dates and choices are examples.")
		p.code(language, kind.Skeleton)
		p.say("## Fields")
		p.fields(kind.Fields)
		p.say("## Words to choose from")
		p.choices(kind.Fields)
	}
	if example != "" {
		p.say("## An example")
		p.say("One of the [sample](../../../content).")
		p.code(language, example)
	}
	p.listings(kind)
	if len(kind.Given) > 0 {
		p.say("## What is there from the beginning")
		var rows [][]string
		for _, given := range kind.Given {
			rows = append(rows, []string{"`" + given.ID + "`", given.Title})
		}
		p.table([]string{"ID", "title"}, rows)
	}
	return p.String()
}

func askedForBy(kind handbook.Kind) string {
	switch kind.Basis {
	case "":
		return ""
	case "practice":
		return " No clause asks for it; it is good practice."
	}
	return " ISO/IEC 27001:2022 asks for it in " + kind.Basis + "."
}

// fields adds a table of fields, and then one for each sort of table within them.
func (p *page) fields(fields []handbook.Field) {
	sections := sectionsOf(fields)
	var rows [][]string
	for _, field := range fields {
		needed := ""
		if field.Must {
			needed = "yes"
		}
		rows = append(rows, []string{"`" + field.Key + "`", needed, whatToWrite(field, sections), field.Readers, meaning(field)})
	}
	p.table([]string{"field", "needed", "what to write", "read by", "what it says"}, rows)
	for _, section := range sections {
		p.say("### %s", section.heading)
		p.fields(section.fields)
	}
}

// section describes tables that have the same fields.
type section struct {
	heading string
	fields  []handbook.Field
}

func sectionsOf(fields []handbook.Field) []section {
	var sections []section
	for _, field := range fields {
		heading := "`" + field.Header + "`"
		if len(field.Fields) == 0 {
			continue
		}
		same := slices.IndexFunc(sections, func(s section) bool { return reflect.DeepEqual(s.fields, field.Fields) })
		if same >= 0 {
			sections[same].heading += ", " + heading
		} else {
			sections = append(sections, section{heading, field.Fields})
		}
	}
	return sections
}

// anchor returns where GitHub puts the section of the table with that header.
func anchor(header string, sections []section) string {
	for _, section := range sections {
		if strings.Contains(section.heading, "`"+header+"`") {
			return "#" + strings.NewReplacer("`", "", "[", "", "]", "", ".", "", ",", "", " ", "-").Replace(section.heading)
		}
	}
	return ""
}

func whatToWrite(field handbook.Field, sections []section) string {
	switch {
	case field.Refers != "":
		return "[" + field.Form + "](" + field.Refers + ".md)"
	case field.Header != "":
		return field.Form + " [`" + field.Header + "`](" + anchor(field.Header, sections) + ")"
	}
	return field.Form
}

func meaning(field handbook.Field) string {
	words := field.Help
	if field.Inverse != "" {
		words += " There it is listed under “" + field.Inverse + "”."
	}
	if field.Own {
		words += " Of own entries alone: those that ship with Annex have it."
	}
	return words
}

// choices adds what the words of all choices mean. Those of the audience stand
// on the first page.
func (p *page) choices(fields []handbook.Field) {
	var rows [][]string
	collectChoices("", fields, func(name string, choice handbook.Choice) {
		word := "`" + choice.Word + "`"
		for _, synonym := range choice.Synonyms {
			word += ", `" + synonym + "`"
		}
		rows = append(rows, []string{name, word, choice.Label, choice.Help})
	})
	rows = append(rows, []string{"`audience`", "`public`, `staff`, `auditor`, `withheld`", "", "see [who may read it](README.md#who-may-read-it)"})
	p.table([]string{"field", "write", "readers see", "it means"}, rows)
}

func collectChoices(in string, fields []handbook.Field, add func(name string, choice handbook.Choice)) {
	for _, field := range fields {
		name := "`" + in + field.Key + "`"
		for _, choice := range field.Choices {
			if field.Key != "audience" && !choice.SaysItAll() {
				add(name, choice)
				name = "" // said once
			}
		}
		collectChoices(in+field.Key+".", field.Fields, add)
	}
}

// listings adds what the entries' pages list because others refer to them.
func (p *page) listings(kind handbook.Kind) {
	var rows [][]string
	for _, listing := range kind.Listed {
		rows = append(rows, []string{listing.Heading, linkTo(listing.Kind), "`" + listing.Field + "`"})
	}
	if len(rows) > 0 {
		p.say("## What appears by itself")
		p.say("The page of %s also lists what refers to it.", article(kind.Label))
		p.table([]string{"under the heading", "stands each", "that names it in"}, rows)
	}
}

func settingsPage() string {
	p := newPage()
	p.say("[Reference](README.md)")
	p.say("# annex.toml")
	p.say("What holds for the whole site. The file lies at the top of the content.")
	p.say("## Fields")
	p.fields(withoutKinds(handbook.Settings()))
	p.say("A kind of entry stands under its name, such as `risk = \"staff\"`: " + strings.Join(pagesOf(kindsInSettings()), ", ") + ".")
	p.say("## Words to choose from")
	p.choices(withoutKinds(handbook.Settings()))
	p.say("## An example")
	p.say("That of the [sample](../../../content).")
	example, err := fs.ReadFile(content.Sample, "annex.toml")
	if err != nil {
		panic(err) // it is embedded
	}
	p.code("toml", string(example))
	return p.String()
}

// withoutKinds puts one field in place of those that there are for every kind.
func withoutKinds(fields []handbook.Field) []handbook.Field {
	for i, field := range fields {
		if field.Key != "audience" {
			continue
		}
		others := slices.DeleteFunc(slices.Clone(field.Fields), func(f handbook.Field) bool { return isKind(f.Key) })
		fields[i].Fields = append([]handbook.Field{{
			Key: "KIND", Form: field.Fields[0].Form, Readers: field.Fields[0].Readers,
			Help: "Who reads the entries of the kind that have no audience of their own.",
		}}, others...)
	}
	return fields
}

// pagesOf returns links to the pages of kinds, each by the name of the kind.
func pagesOf(names []string) []string {
	var links []string
	for _, name := range names {
		links = append(links, "["+name+"]("+name+".md)")
	}
	return links
}

func rulesPage() string {
	p := newPage()
	p.say("[Reference](README.md)")
	p.say("# What is checked")
	p.say("What `annex check` and `annex build` look for. A finding names its rule in brackets, such as `[review-overdue]`. An error\n" +
		"stops the build, and with `--strict` a warning does so too. `annex check --list` prints the same on the terminal.")
	p.say("“Asked for by” names clauses of ISO/IEC 27001:2022 and controls of its Annex A; the rest is good practice. The section\n" +
		"`[rules]` of [annex.toml](annex-toml.md) sets the level of a rule for the whole site, and a [waiver](waiver.md) lets one finding\n" +
		"stand for a while. Neither goes for rules that are **fixed**: the build relies on them.")
	var rules [][]string
	subject := ""
	flush := func() {
		if len(rules) > 0 {
			p.say("## %s", subject)
			p.table([]string{"rule", "what holds", "asked for by", "level"}, rules)
		}
		rules = nil
	}
	for _, rule := range handbook.Rules() {
		if rule.Subject != subject {
			flush()
			subject = rule.Subject
		}
		level := rule.Level.String()
		if rule.Fixed {
			level += ", fixed"
		}
		rules = append(rules, []string{"`" + rule.Code + "`", rule.Doc, rule.Basis, level})
	}
	flush()
	return p.String()
}

// linkTo returns a link to the page of a kind.
func linkTo(name string) string {
	kind, _ := handbook.KindNamed(name)
	return "[" + cmp.Or(kind.Label, name) + "](" + name + ".md)"
}

func article(label string) string {
	label = strings.ToLower(label)
	if strings.ContainsAny(label[:1], "aeiou") {
		return "an " + label
	}
	return "a " + label
}

// The first page explains every form that the others name.
func TestEveryFormIsExplained(t *testing.T) {
	var check func(fields []handbook.Field)
	check = func(fields []handbook.Field) {
		for _, field := range fields {
			if !isExplained(field.Form) {
				t.Errorf("%q of %s is not explained", field.Form, field.Key)
			}
			check(field.Fields)
		}
	}
	for kind := range kinds() {
		check(kind.Fields)
	}
	check(handbook.Settings())
	for i, form := range forms {
		if i > 0 && reflect.DeepEqual(form, forms[i-1]) {
			t.Errorf("%q is explained twice", form.name)
		}
	}
}

func isExplained(written string) bool {
	for _, form := range forms {
		if beginning, open := strings.CutSuffix(form.name, "…"); open && strings.HasPrefix(written, beginning) {
			return true
		}
		if written == form.name || strings.HasPrefix(written, form.name+", such as") {
			return true
		}
	}
	return false
}
