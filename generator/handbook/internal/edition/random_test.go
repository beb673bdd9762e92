package edition_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing/fstest"

	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/handbook/internal/load"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

// A randomSite is random but valid content with every kind and every field that
// the declarations name. What a reader of one edition may not see can be made
// anew, while the rest stays to the letter.
type randomSite struct {
	random  *rand.Rand
	config  map[string]string // TOML of annex.toml by key
	trust   []randomValue     // what annex.toml says of the trust centre, which all may know
	entries []*randomEntry

	synonyms []randomSynonym
}

// randomSynonym is two words that mean the same, each from an entry's title.
type randomSynonym struct{ words, from [2]string }

type randomEntry struct {
	kind   *record.Kind
	id     string
	label  audience.Label
	values []randomValue // in the order of the declaration
	body   []randomBlock
	file   string
}

// randomValue is one field as it will be written.
type randomValue struct {
	field   record.Field
	literal string   // TOML; empty where the field is left out
	ids     []string // of references
	rows    [][]randomValue
}

type randomBlock struct {
	label audience.Label
	text  string
}

func newRandomSite(seed uint64) *randomSite {
	s := &randomSite{random: rand.New(rand.NewPCG(seed, 1))}
	for _, kind := range s.someKinds() {
		for i := range 3 + s.random.IntN(4) {
			if id := s.newID(kind, i); id != "" {
				s.entries = append(s.entries, &randomEntry{kind: kind, id: id, label: s.label(), file: s.file(kind)})
			}
		}
	}
	for _, id := range []string{"nis2", "nis2:23"} { // of the framework that every site asks for
		r, _ := shipped().Find(id)
		kind := r.Head().Kind
		s.entries = append(s.entries, &randomEntry{kind: kind, id: id, label: s.label(), file: s.file(kind)})
	}
	for _, e := range s.entries {
		s.fill(e)
	}
	s.config = map[string]string{}
	for _, key := range []string{"name", "ask", "risk"} {
		s.config[key] = s.configValue(key)
	}
	for range 8 {
		s.synonyms = append(s.synonyms, s.synonym())
	}
	s.trust = s.values(nil, new(record.TrustCentre).Fields(), nil)
	return s
}

func (s *randomSite) synonym() randomSynonym {
	var synonym randomSynonym
	for i := range synonym.words {
		e := s.entries[s.random.IntN(len(s.entries))]
		synonym.words[i], synonym.from[i] = s.word(), e.id
		for _, v := range e.values {
			if v.field.Key == "title" {
				synonym.words[i], _, _ = strings.Cut(strings.Trim(v.literal, `"`), " ")
			}
		}
	}
	return synonym
}

// someKinds returns some of the kinds at random, with those that their entries
// cannot do without. The first kinds, and those that the public has pages of, are
// always among them.
func (s *randomSite) someKinds() []*record.Kind {
	const always = 6
	wanted := map[*record.Kind]bool{}
	var want func(*record.Kind)
	want = func(kind *record.Kind) {
		if wanted[kind] {
			return
		}
		wanted[kind] = true
		if kind.Within != nil {
			want(kind.Within)
		}
		eachReferrer(kind.Create().Fields(), func(field record.Field, referrer record.Referrer) {
			if field.Must {
				want(referrer.Target())
			}
		})
	}
	for i, kind := range record.Kinds {
		_, hasPublicPages := kind.New().(record.Publisher)
		if i < always || hasPublicPages || s.random.IntN(4) == 0 {
			want(kind)
		}
	}
	var some []*record.Kind
	for _, kind := range record.Kinds {
		if wanted[kind] {
			some = append(some, kind)
		}
	}
	return some
}

// eachReferrer visits the fields that refer to entries, those of rows among them.
func eachReferrer(fields []record.Field, visit func(record.Field, record.Referrer)) {
	for _, field := range fields {
		switch value := field.Value.(type) {
		case record.Referrer:
			visit(field, value)
		case record.Tabler:
			eachReferrer(value.Blank().Fields(), visit)
		}
	}
}

func (s *randomSite) newID(kind *record.Kind, i int) string {
	switch {
	case kind.Sealed:
		return ""
	case kind.Within != nil:
		return fmt.Sprintf("%s:%02d-%d", s.some(kind.Within).id, i, s.random.IntN(1000))
	case kind.Given != nil && i > 0:
		given := kind.Given()
		id := given[s.random.IntN(len(given))].Head().ID.Value
		if s.find(id) != nil {
			return ""
		}
		return id
	default:
		return fmt.Sprintf("%s%02d-%d", kind.Prefix, i, s.random.IntN(1000))
	}
}

// some returns an entry of the kind.
func (s *randomSite) some(kind *record.Kind) *randomEntry {
	var all []*randomEntry
	for _, e := range s.entries {
		if e.kind == kind {
			all = append(all, e)
		}
	}
	return all[s.random.IntN(len(all))]
}

func (s *randomSite) find(id string) *randomEntry {
	for _, e := range s.entries {
		if e.id == id {
			return e
		}
	}
	return nil
}

func (s *randomSite) label() audience.Label {
	return audience.Labels[s.random.IntN(len(audience.Labels))]
}

func (s *randomSite) file(kind *record.Kind) string {
	if kind.Markdown {
		return fmt.Sprintf("documents/%s.md", s.word())
	}
	return fmt.Sprintf("registers/%s/%d.toml", s.word(), s.random.IntN(3))
}

func (s *randomSite) configValue(key string) string {
	if key != "risk" {
		return quote(s.words())
	}
	return fmt.Sprintf("{ acceptance = %d, likelihood = [%q, \"b\", \"c\", \"d\", \"e\"], impact = [\"a\", \"b\", %q, \"d\", \"e\"], levels = [{ name = %q, from = 1 }, { name = \"y\", from = %d }] }",
		2+s.random.IntN(20), s.word(), s.word(), s.word(), 2+s.random.IntN(20))
}

// word returns a random word. Words are long, so that no two are the same by
// chance.
func (s *randomSite) word() string {
	letters := make([]byte, 12)
	for i := range letters {
		letters[i] = byte('a' + s.random.IntN(26))
	}
	return string(letters)
}

// line returns plain words, of which some fields want a certain sort.
func (s *randomSite) line(key string) string {
	switch {
	case key == "version":
		return fmt.Sprintf("1.%d", s.random.IntN(2)) // so that some are the same
	case key == "rule":
		return []string{"review-overdue", "dates-reversed", "implemented-in-future", "control-status"}[s.random.IntN(4)]
	case key == "entry":
		return s.entries[s.random.IntN(len(s.entries))].id
	case key == "sha256" && s.random.IntN(2) == 0:
		return fmt.Sprintf("%064x", s.random.Uint64())
	}
	return s.words()
}

func (s *randomSite) words() string {
	words := make([]string, 1+s.random.IntN(4))
	for i := range words {
		words[i] = s.word()
	}
	return strings.Join(words, " ")
}

// markdown returns a random sentence, perhaps with a link to an entry.
func (s *randomSite) markdown() string {
	text := s.words()
	switch to := s.entries[s.random.IntN(len(s.entries))]; s.random.IntN(5) {
	case 0:
		text += " [[" + to.id + "]] " + s.word()
	case 1:
		text += " [[" + to.id + "|" + s.word() + "]] " + s.word()
	case 2:
		text += " [[A.5." + fmt.Sprint(1+s.random.IntN(37)) + "]]"
	}
	return text
}

// field returns the Markdown of a field of a register, perhaps with a block for
// fewer readers.
func (s *randomSite) field() string {
	if s.random.IntN(4) > 0 {
		return s.markdown()
	}
	return s.markdown() + "\n\n::: " + s.label().String() + "\n" + s.markdown() + "\n:::\n"
}

// block returns a random piece of a document: headings, footnotes and link
// definitions among them, for those reach beyond their place.
func (s *randomSite) block() string {
	switch s.random.IntN(8) {
	case 6:
		return "> [!NOTE] " + s.words() + "\n> " + s.markdown()
	case 7:
		image := fmt.Sprintf("images/%c.svg", 'a'+rune(s.random.IntN(26)))
		return "![" + s.words() + "](" + image + " \"" + s.words() + "\")"
	case 0:
		return "## Rules\n\n" + s.markdown()
	case 1:
		return "## " + s.words() + "\n\n- " + s.markdown() + "\n- " + s.markdown()
	case 2:
		return s.markdown() + "[^" + []string{"a", "b"}[s.random.IntN(2)] + "]\n\n[^a]: " + s.words()
	case 3:
		return s.markdown() + " [term]\n\n[term]: https://example.com/" + s.word()
	case 4:
		return "| a | b |\n| --- | --- |\n| " + s.words() + " | " + s.words() + " |"
	default:
		return s.markdown()
	}
}

// fill makes all values of an entry.
func (s *randomSite) fill(e *randomEntry) {
	e.values = s.values(e, blank(e), nil)
	if e.kind.Markdown {
		e.body = nil
		for range 2 + s.random.IntN(5) {
			e.body = append(e.body, randomBlock{label: s.label(), text: s.block()})
		}
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

func (s *randomSite) values(e *randomEntry, fields []record.Field, only func(record.Field) bool) []randomValue {
	var values []randomValue
	for _, field := range fields {
		given := field.Value.IsSet()
		special := field.Key == "id" || field.Key == "audience" || field.Place == record.Body
		if !given && !special && (only == nil || only(field)) {
			values = append(values, s.value(e, field))
		}
	}
	return values
}

func (s *randomSite) value(e *randomEntry, field record.Field) randomValue {
	v := randomValue{field: field}
	if !field.Must && s.random.IntN(4) == 0 {
		return v
	}
	switch value := field.Value.(type) {
	case *record.Line:
		v.literal = quote(s.line(field.Key))
	case *record.Lines:
		v.literal = fmt.Sprintf("[%q, %q]", s.words(), s.words())
		if field.Key == "languages" {
			v.literal = []string{`["en"]`, `["de", "en"]`, `["en", "fr", "nl"]`}[s.random.IntN(3)]
		}
	case *record.Text:
		v.literal = quote(s.field())
	case *record.Texts:
		v.literal = fmt.Sprintf("[%s, %s]", quote(s.field()), quote(s.field()))
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
		v.literal = quote("files/" + s.word()[:1] + ".txt")
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
			v.rows = append(v.rows, s.values(e, value.Blank().Fields(), nil))
		}
	}
	return v
}

// references returns IDs of entries of the kind that is referred to.
func (s *randomSite) references(value record.Referrer) []string {
	var ids []string
	target := value.Target()
	for _, e := range s.entries {
		if e.kind == target && s.random.IntN(2) == 0 {
			ids = append(ids, e.id)
		}
	}
	s.random.Shuffle(len(ids), func(i, j int) { ids[i], ids[j] = ids[j], ids[i] })
	if !value.Many() && len(ids) > 1 {
		ids = ids[:1]
	}
	return ids
}

// quote writes a TOML string.
func quote(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`).Replace(text) + `"`
}

// files writes the site out. Entries of registers are in random order, and two
// calls may give two orders.
func (s *randomSite) files() fstest.MapFS {
	files := fstest.MapFS{}
	for letter := 'a'; letter <= 'z'; letter++ {
		files[fmt.Sprintf("documents/images/%c.svg", letter)] = &fstest.MapFile{Data: fmt.Appendf(nil, `<svg xmlns="http://www.w3.org/2000/svg" id="%c"/>`, letter)}
		files[fmt.Sprintf("files/%c.txt", letter)] = &fstest.MapFile{Data: []byte{byte(letter)}}
	}
	write := func(name, text string) {
		var before []byte
		if files[name] != nil {
			before = files[name].Data
		}
		files[name] = &fstest.MapFile{Data: append(before, text...)}
	}
	write("annex.toml", fmt.Sprintf(`frameworks = ["nis2"]
base-url = "https://trust.example.com/"
risk = %s
[organization]
name = "Example"
ask = %s
security-contact = "security@example.com"
[audience]
framework = "staff"
item = "staff"
mapping = "staff"
[trust]
`, s.config["risk"], s.config["ask"]))
	for _, v := range s.trust {
		if literal := v.toml(); literal != "" {
			write("annex.toml", v.field.Key+" = "+literal+"\n")
		}
	}
	write("annex.toml", "[search]\nsynonyms = [")
	for _, synonym := range s.synonyms {
		write("annex.toml", fmt.Sprintf("[%q, %q], ", synonym.words[0], synonym.words[1]))
	}
	write("annex.toml", "]\n")
	for _, i := range s.random.Perm(len(s.entries)) {
		e := s.entries[i]
		var toml strings.Builder
		fmt.Fprintf(&toml, "id = %q\naudience = %q\n", e.id, e.label)
		for _, v := range e.values {
			if literal := v.toml(); literal != "" {
				fmt.Fprintf(&toml, "%s = %s\n", v.field.Key, literal)
			}
		}
		if !e.kind.Markdown {
			write(e.file, "[["+e.kind.Name+"]]\n"+toml.String()+"\n")
			continue
		}
		var body strings.Builder
		for _, block := range e.body {
			fmt.Fprintf(&body, "\n::: %s\n%s\n:::\n", block.label, block.text)
		}
		write(e.file, "+++\n"+toml.String()+"+++\n"+body.String())
	}
	return files
}

// toml returns the value as TOML, or nothing where the field is left out.
func (v randomValue) toml() string {
	switch value := v.field.Value.(type) {
	case record.Referrer:
		switch {
		case len(v.ids) == 0:
			return ""
		case !value.Many():
			return quote(v.ids[0])
		}
		quoted := make([]string, len(v.ids))
		for i, id := range v.ids {
			quoted[i] = quote(id)
		}
		return "[" + strings.Join(quoted, ", ") + "]"
	case record.Tabler:
		var rows []string
		for _, row := range v.rows {
			var cells []string
			for _, cell := range row {
				if literal := cell.toml(); literal != "" {
					cells = append(cells, cell.field.Key+" = "+literal)
				}
			}
			rows = append(rows, "{ "+strings.Join(cells, ", ")+" }")
		}
		switch {
		case len(rows) == 0:
			return ""
		case value.Many():
			return "[" + strings.Join(rows, ", ") + "]"
		}
		return rows[0]
	}
	return v.literal
}

// change makes anew everything that the edition may not show: entries, fields,
// parts of fields, blocks of text, references, files, and their number.
func (s *randomSite) change(edition audience.Edition) {
	hidden := func(e *randomEntry) bool { return !edition.MayShow(e.label) }
	for i := range 2 {
		kind := s.entries[s.random.IntN(len(s.entries))].kind
		if id := s.newID(kind, 0); id != "" {
			e := &randomEntry{kind: kind, id: fmt.Sprintf("%s-new%d", id, i), label: s.hiddenLabel(edition), file: s.file(kind)}
			s.entries = append(s.entries, e)
			s.fill(e)
		}
	}
	for _, e := range s.entries {
		if hidden(e) {
			e.label, e.file = s.hiddenLabel(edition), s.file(e.kind)
			s.fill(e)
			continue
		}
		if !e.kind.Markdown {
			e.file = s.file(e.kind)
		}
		s.changeValues(e, e.values, edition)
		s.changeBlocks(e, edition)
	}
	s.changeSynonyms(edition)
	s.changeValues(nil, s.trust, edition)
	if edition == audience.TrustEdition {
		for key := range s.config {
			s.config[key] = s.configValue(key)
		}
	}
}

// changeSynonyms makes anew the groups with a word that the edition may not show,
// and adds some of words that nobody says.
func (s *randomSite) changeSynonyms(edition audience.Edition) {
	var kept []randomSynonym
	for _, synonym := range s.synonyms {
		isHidden := false
		for _, id := range synonym.from {
			isHidden = isHidden || !edition.MayShow(s.find(id).label)
		}
		for range s.random.IntN(3) {
			kept = append(kept, randomSynonym{words: [2]string{s.word(), synonym.words[1]}})
		}
		if !isHidden {
			kept = append(kept, synonym)
		}
	}
	s.synonyms = kept
}

func (s *randomSite) hiddenLabel(edition audience.Edition) audience.Label {
	for {
		if label := s.label(); !edition.MayShow(label) {
			return label
		}
	}
}

func (s *randomSite) changeValues(e *randomEntry, values []randomValue, edition audience.Edition) {
	for i := range values {
		v := &values[i]
		if !edition.MayShow(v.field.Audience) {
			*v = s.value(e, v.field)
			continue
		}
		for _, row := range v.rows {
			s.changeValues(e, row, edition)
		}
		if referrer, ok := v.field.Value.(record.Referrer); ok {
			s.changeReferences(v, referrer, edition)
		}
	}
}

// changeReferences puts other hidden entries in place of those that a visible
// field refers to.
func (s *randomSite) changeReferences(v *randomValue, referrer record.Referrer, edition audience.Edition) {
	isHidden := func(id string) bool { return !edition.MayShow(s.find(id).label) }
	v.ids = slices.DeleteFunc(slices.Clone(v.ids), isHidden)
	if !referrer.Many() && len(v.ids) > 0 {
		return
	}
	target := referrer.Target()
	for _, i := range s.random.Perm(len(s.entries)) {
		e := s.entries[i]
		wanted := s.random.IntN(2) == 0 || v.field.Must && len(v.ids) == 0
		if e.kind == target && isHidden(e.id) && wanted && (referrer.Many() || len(v.ids) == 0) {
			v.ids = slices.Insert(v.ids, s.random.IntN(len(v.ids)+1), e.id)
		}
	}
}

func (s *randomSite) changeBlocks(e *randomEntry, edition audience.Edition) {
	var blocks []randomBlock
	addHidden := func() {
		for range s.random.IntN(3) {
			blocks = append(blocks, randomBlock{label: s.hiddenLabel(edition), text: s.block()})
		}
	}
	for _, block := range e.body {
		if edition.MayShow(block.label) {
			addHidden()
			blocks = append(blocks, block)
		}
	}
	if e.kind.Markdown {
		addHidden()
	}
	e.body = blocks
}
