package edition_test

import (
	"fmt"
	"iter"
	"maps"
	"strings"
	"sync"
	"testing/fstest"

	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/handbook/internal/load"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

func keys[V any](m map[string]V) iter.Seq[string] { return maps.Keys(m) }

// fill makes all values of an entry.
func (s *randomSite) fill(e *randomEntry) {
	e.values = s.values(e, blank(e))
	e.body = nil
	if e.kind.Markdown {
		s.writing = place{e, audience.Public}
		e.body = s.text(2+s.random.IntN(5), s.paragraph)
	}
}

// shipped returns a handbook with the framework that every site asks for.
var shipped = sync.OnceValue(func() *record.Handbook {
	h, _ := load.Load(fstest.MapFS{"annex.toml": {Data: []byte("frameworks = [\"nis2\"]\n[organization]\nname = \"Example\"\n")}}, clock)
	return h
})

// blank returns an empty entry like e, or the given one that it fills in.
func blank(e *randomEntry) []record.Field {
	if r, found := shipped().Find(e.id); found {
		return record.AllFields(r)
	}
	return record.AllFields(e.kind.Create())
}

// values makes the values of fields of an entry or, without one, of annex.toml.
func (s *randomSite) values(e *randomEntry, fields []record.Field) []randomValue {
	var values []randomValue
	for _, field := range fields {
		given := field.Value.IsSet()
		special := e != nil && (field.Key == "id" || field.Key == "audience" || field.Place == record.Body)
		if !given && !special {
			s.writing = place{e, audience.Public}
			values = append(values, s.value(e, field))
		}
	}
	return values
}

// settings are the fields of annex.toml that not any words will do for, or that
// would change all editions.
var settings = map[string]func(*randomSite) string{
	"date":  nil,
	"theme": nil,
	// What is published as a chart tells of what is internal, and has a test of its own.
	"publish":   nil,
	"language":  func(*randomSite) string { return `"en"` },
	"languages": func(*randomSite) string { return `["en"]` },
	"base-url":  func(s *randomSite) string { return quote("https://" + s.word() + ".example.com/") },
	"accent":    func(*randomSite) string { return `"#0b5878"` },
	"logo":      func(s *randomSite) string { return quote("rooted:" + s.anyFile(true, ".svg", ".png")) },
	"audience":  (*randomSite).writtenDefaults,
	"search":    (*randomSite).writtenSynonyms,
	// All sites ask for a framework, since its entries are there for some readers.
	"frameworks": func(*randomSite) string { return `["nis2"]` },
	"rules": func(s *randomSite) string {
		return "{ review-overdue = " + quote([]string{"off", "note", "warning"}[s.random.IntN(3)]) + " }"
	},
	"risk": func(s *randomSite) string {
		return fmt.Sprintf("{ acceptance = %d, likelihood = [%q, \"b\", \"c\", \"d\", \"e\"], impact = [\"a\", \"b\", %q, \"d\", \"e\"], levels = [{ name = %q, from = 1 }, { name = \"y\", from = %d }] }",
			2+s.random.IntN(20), s.word(), s.word(), s.word(), 2+s.random.IntN(20))
	},
}

func (s *randomSite) writtenDefaults() string {
	defaults := []string{"leadership = " + quote(s.leads.String())}
	for _, kind := range record.Kinds {
		defaults = append(defaults, kind.Name+" = "+quote(s.defaults[kind].String()))
	}
	return "{ " + strings.Join(defaults, ", ") + " }"
}

func (s *randomSite) writtenSynonyms() string {
	var groups []string
	for _, synonym := range s.synonyms {
		groups = append(groups, "["+quote(synonym.words[0])+", "+quote(synonym.words[1])+"]")
	}
	return "{ synonyms = [" + strings.Join(groups, ", ") + "] }"
}

func (s *randomSite) value(e *randomEntry, field record.Field) randomValue {
	before := s.writing
	defer func() { s.writing = before }()
	s.writing.label = audience.Narrowest(before.label, field.Audience)
	v := randomValue{field: field}
	if setting, special := settings[field.Key]; special && e == nil {
		if setting != nil {
			v.literal = setting(s)
		}
		return v
	}
	if !field.Must && s.random.IntN(4) == 0 {
		return v
	}
	switch value := field.Value.(type) {
	case *record.Line:
		v.literal = quote(s.line(field.Key))
	case *record.Lines:
		v.literal = fmt.Sprintf("[%q, %q]", s.words(), s.words())
	case *record.Text:
		v.texts = [][]piece{s.text(1, s.sentence)}
	case *record.Texts:
		v.texts = [][]piece{s.text(1, s.sentence), s.text(1, s.sentence)}
	case *record.Date:
		v.literal = fmt.Sprintf("20%02d-%02d-%02d", 20+s.random.IntN(10), 1+s.random.IntN(12), 1+s.random.IntN(28))
	case *record.Flag:
		v.literal = fmt.Sprint(s.random.IntN(2) == 0)
	case *record.Decimal:
		v.literal = fmt.Sprintf("%d.%d", s.random.IntN(100), s.random.IntN(10))
	case *record.Interval:
		v.literal = fmt.Sprintf("\"%d months\"", 1+s.random.IntN(12))
	case *record.Address:
		v.literal = quote("https://example.com/" + s.word())
	case *record.Attachment:
		v.literal = quote("rooted:" + s.anyFile(false, ".txt", ".pdf", ".csv", ".png", ".jpg", ".svg", ".webp"))
	case *record.Number:
		v.literal = fmt.Sprint(1 + s.random.IntN(5))
	case record.Chooser:
		v.literal = quote(value.Options()[s.random.IntN(len(value.Options()))].Word)
	case record.MultiChooser:
		options := value.Options()
		start := s.random.IntN(len(options))
		var words []string
		for _, option := range options[start:] {
			words = append(words, quote(option.Word))
		}
		v.literal = "[" + strings.Join(words, ", ") + "]"
	case record.Referrer:
		for v.ids = s.references(value); field.Must && len(v.ids) == 0; {
			v.ids = s.references(value)
		}
	case record.Tabler:
		count := 1
		if value.Many() {
			count = s.random.IntN(4)
		}
		if field.Must {
			count = max(1, count)
		}
		for range count {
			v.rows = append(v.rows, s.row(e, record.Fields(value.Blank())))
		}
	}
	return v
}

// line returns plain words, of which some fields want a certain sort.
func (s *randomSite) line(key string) string {
	switch {
	case key == "version":
		return fmt.Sprintf("1.%d", s.random.IntN(2)) // so that some are the same
	case key == "rule":
		return []string{"review-overdue", "dates-reversed", "implemented-in-future", "control-status"}[s.random.IntN(4)]
	case key == "entry":
		return s.idAt(s.writing, s.entries[s.random.IntN(len(s.entries))])
	case key == "sha256" && s.random.IntN(2) == 0:
		return fmt.Sprintf("%064x", s.random.Uint64())
	}
	return s.words()
}

// row makes the values of a row, which are narrower than their table.
func (s *randomSite) row(e *randomEntry, fields []record.Field) []randomValue {
	var values []randomValue
	for _, field := range fields {
		values = append(values, s.value(e, field))
	}
	return values
}

// references returns IDs of entries of the kind that is referred to.
func (s *randomSite) references(value record.Referrer) []string {
	var ids []string
	for _, e := range s.entries {
		if e.kind == value.Target() && s.random.IntN(2) == 0 {
			ids = append(ids, e.id)
		}
	}
	s.random.Shuffle(len(ids), func(i, j int) { ids[i], ids[j] = ids[j], ids[i] })
	if !value.Many() && len(ids) > 1 {
		ids = ids[:1]
	}
	return ids
}

// text returns a text of so many parts of each sort, in blocks and outside.
func (s *randomSite) text(count int, make func() string) []piece {
	pieces := []piece{{label: audience.Public, text: make()}}
	for range count {
		if s.random.IntN(3) > 0 {
			pieces = append(pieces, s.blockFor(s.label(), make))
		}
		if s.random.IntN(2) == 0 {
			pieces = append(pieces, piece{label: audience.Public, text: "\n" + make()})
		}
	}
	return pieces
}

// blockFor returns a block for some readers.
func (s *randomSite) blockFor(label audience.Label, make func() string) piece {
	before := s.writing
	defer func() { s.writing = before }()
	s.writing.label = audience.Narrowest(before.label, label)
	return piece{inBlock: true, label: label, text: make()}
}

// written returns a text as an author writes it.
func written(pieces []piece) string {
	var text strings.Builder
	for _, p := range pieces {
		if p.inBlock {
			fmt.Fprintf(&text, "::: %s\n%s\n:::\n", p.label, p.text)
		} else {
			text.WriteString(p.text + "\n")
		}
	}
	return text.String()
}

// sentence returns a random sentence, perhaps with a link to an entry.
func (s *randomSite) sentence() string {
	text := s.words()
	to := s.entries[s.random.IntN(len(s.entries))]
	switch s.random.IntN(9) {
	case 0:
		text += " [[" + to.id + "]] " + s.word()
	case 1:
		text += " [[" + to.id + "|" + s.word() + "]] " + s.word()
	case 2:
		text += " [[A.5." + fmt.Sprint(1+s.random.IntN(37)) + "]]"
	case 3:
		text += " ![" + s.words() + "](file:" + s.anyFile(true, ".svg", ".png", ".jpg", ".gif", ".webp") + ")"
	case 4:
		text += " <!-- " + s.wordAt(nobody) + " --> " + s.word()
	case 5:
		text += "\n" + s.words() // a second line of the same paragraph
	case 6:
		if to.kind.Markdown {
			text += " [" + s.words() + "](entry:" + to.id + ") [" + s.words() + "](entry:" + to.id + "#rules)"
		}
	}
	return text
}

// paragraph returns a random part of a document: headings, footnotes and link
// definitions among them, for those reach beyond their place.
func (s *randomSite) paragraph() string {
	switch s.random.IntN(9) {
	case 8:
		return "```chart " + record.ChartNames[s.random.IntN(len(record.ChartNames))] + "\n```"
	case 0:
		return "## Rules\n\n" + s.sentence()
	case 1:
		return "## " + s.words() + "\n\n- " + s.words() + "\n- " + s.words()
	case 2:
		return s.words() + "[^" + []string{"a", "b"}[s.random.IntN(2)] + "]\n\n[^a]: " + s.words()
	case 3:
		return s.words() + " [term]\n\n[term]: https://example.com/" + s.word()
	case 4:
		return "| a | b |\n| --- | --- |\n| " + s.words() + " | " + s.words() + " |"
	case 5:
		return "> [!NOTE] " + s.words() + "\n> " + s.words()
	case 6:
		return "![" + s.words() + "](file:" + s.anyFile(true, ".svg", ".png", ".jpg", ".gif", ".webp") + " \"" + s.words() + "\")"
	default:
		return s.sentence()
	}
}

// quote writes a TOML string.
func quote(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`).Replace(text) + `"`
}

// toml returns the value as TOML, or nothing where the field is left out.
func (v randomValue) toml() string {
	switch value := v.field.Value.(type) {
	case *record.Text:
		if v.texts == nil {
			return ""
		}
		return quote(written(v.texts[0]))
	case *record.Texts:
		return list(v.texts, func(text []piece) string { return quote(written(text)) })
	case record.Referrer:
		if len(v.ids) > 0 && !value.Many() {
			return quote(v.ids[0])
		}
		return list(v.ids, quote)
	case record.Tabler:
		if v.literal != "" {
			return v.literal
		}
		rows := list(v.rows, func(row []randomValue) string {
			var cells []string
			for _, cell := range row {
				if literal := cell.toml(); literal != "" {
					cells = append(cells, cell.field.Key+" = "+literal)
				}
			}
			return "{ " + strings.Join(cells, ", ") + " }"
		})
		if rows != "" && !value.Many() {
			return strings.Trim(rows, "[]")
		}
		return rows
	}
	return v.literal
}

// list returns the items as a TOML list, or nothing where there are none.
func list[T any](items []T, write func(T) string) string {
	if len(items) == 0 {
		return ""
	}
	var literals []string
	for _, item := range items {
		literals = append(literals, write(item))
	}
	return "[" + strings.Join(literals, ", ") + "]"
}
