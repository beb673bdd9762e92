package edition_test

import (
	"fmt"
	"math/rand/v2"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing/fstest"

	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/metadata/metadatatest"
)

// A randomSite is random but valid content with every kind and every field that
// the declarations name, with texts in parts for different readers, links of
// all forms, and files that tell more than they show. What a reader of one edition
// may not see can be made anew, while the rest stays to the letter.
//
// No two words of it are the same, and the site knows who may read each.
type randomSite struct {
	random   *rand.Rand
	config   []randomValue
	defaults map[*record.Kind]audience.Label
	leads    audience.Label // who reads the pages for leadership
	entries  []*randomEntry
	files    map[string]*randomFile // by a name that never changes
	told     map[string][]place     // where each word stands
	writing  place                  // where words are being written now
	always   string                 // what all words are, where they attack
	synonyms []randomSynonym
}

// randomSynonym is two words that mean the same, each from an entry's title.
type randomSynonym struct {
	words [2]string
	from  [2]*randomEntry
}

// place is where a word stands.
type place struct {
	entry *randomEntry   // nil in annex.toml, and in what nobody gets to see
	label audience.Label // the narrowest of field and block
}

// isRead reports whether readers of the edition may read what stands there.
func (p place) isRead(edition audience.Edition) bool {
	if p.entry == nil {
		return edition.MayShow(p.label)
	}
	return edition.MayShow(audience.Narrowest(p.label, p.entry.label))
}

type randomEntry struct {
	kind   *record.Kind
	id     string
	label  audience.Label
	silent bool // it does not say its audience, and so has that of its kind
	values []randomValue
	body   []piece
	file   string
}

// randomValue is one field as it will be written.
type randomValue struct {
	field   record.Field
	literal string    // TOML; empty where the field is left out
	texts   [][]piece // of fields that take Markdown
	ids     []string  // of references
	rows    [][]randomValue
}

// piece is a part of a text: a block for some readers, or what stands outside
// of blocks.
type piece struct {
	inBlock bool
	label   audience.Label
	text    string
}

// randomFile is a file that entries show or have attached.
type randomFile struct {
	name    string
	shows   string // a word, if it is a text
	tells   string // a word in its metadata
	picture bool   // texts show it, and nobody sees its name
	places  []place
}

func newRandomSite(seed uint64) *randomSite {
	s := emptySite(seed)
	return s.with(s.someKinds())
}

func emptySite(seed uint64) *randomSite {
	s := &randomSite{
		random: rand.New(rand.NewPCG(seed, 1)), defaults: map[*record.Kind]audience.Label{},
		files: map[string]*randomFile{}, told: map[string][]place{},
	}
	for _, kind := range record.Kinds {
		s.defaults[kind] = s.defaultLabel()
	}
	s.leads = s.defaultLabel()
	return s
}

// with fills the site with entries of the kinds.
func (s *randomSite) with(kinds []*record.Kind) *randomSite {
	for _, kind := range kinds {
		for i := range 3 + s.random.IntN(4) {
			s.add(kind, i)
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
	for range 8 {
		s.synonyms = append(s.synonyms, s.synonym())
	}
	s.config = s.values(nil, record.Fields(new(record.Config)))
	return s
}

func (s *randomSite) synonym() randomSynonym {
	var synonym randomSynonym
	for i := range synonym.words {
		e := s.entries[s.random.IntN(len(s.entries))]
		synonym.words[i], synonym.from[i] = s.wordAt(nobody), e
		for _, v := range e.values {
			if v.field.Key == "title" && s.always == "" {
				synonym.words[i], _, _ = strings.Cut(strings.Trim(v.literal, `"`), " ")
			}
		}
	}
	return synonym
}

// add adds an empty entry of the kind, unless there is none to be added.
func (s *randomSite) add(kind *record.Kind, i int) *randomEntry {
	e := &randomEntry{kind: kind, label: s.label(), silent: s.random.IntN(4) == 0, file: s.file(kind)}
	if e.silent {
		e.label = s.defaults[kind]
	}
	if e.id = s.newID(e, i); e.id == "" {
		return nil
	}
	s.entries = append(s.entries, e)
	return e
}

// someKinds returns some of the kinds at random, with those that their entries
// cannot do without. The first kinds are always among them.
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
		eachReferrer(record.Fields(kind.Create()), func(field record.Field, referrer record.Referrer) {
			if field.Must {
				want(referrer.Target())
			}
		})
	}
	for i, kind := range record.Kinds {
		// What the public may see is wanted more often.
		_, published := kind.New().(record.Publisher)
		if i < always || s.random.IntN(4) == 0 || published && s.random.IntN(2) == 0 {
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
			eachReferrer(record.Fields(value.Blank()), visit)
		}
	}
}

func (s *randomSite) newID(e *randomEntry, i int) string {
	switch kind := e.kind; {
	case kind.Sealed:
		return ""
	case kind.Within != nil:
		return s.idAt(place{e, audience.Public}, s.some(kind.Within)) + ":" + s.wordAt(place{e, audience.Public})
	case kind.Given != nil && i > 0:
		given := kind.Given()
		id := given[s.random.IntN(len(given))].Head().ID.Value
		if s.find(id) != nil {
			return ""
		}
		return id
	default:
		return fmt.Sprintf("%s%02d-%s", kind.Prefix, i, s.wordAt(place{e, audience.Public}))
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

// idAt returns the ID of an entry, which an author names in plain words at a
// place.
func (s *randomSite) idAt(at place, e *randomEntry) string {
	for rest := e.id; ; {
		start := strings.Index(rest, mark)
		if start < 0 {
			return e.id
		}
		word := rest[start : start+wordLength]
		s.told[word] = append(s.told[word], at)
		rest = rest[start+wordLength:]
	}
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

func (s *randomSite) defaultLabel() audience.Label {
	return []audience.Label{audience.Staff, audience.Auditor, audience.Withheld}[s.random.IntN(3)]
}

// nobody is the place of words that no edition shows.
var nobody = place{label: audience.Withheld}

func (s *randomSite) file(kind *record.Kind) string {
	name := s.wordAt(nobody)
	switch {
	case !kind.Markdown:
		return fmt.Sprintf("registers/%s/%d.toml", name, s.random.IntN(3))
	case s.random.IntN(2) == 0:
		return fmt.Sprintf("documents/%s/%s.md", name, s.wordAt(nobody))
	default:
		return fmt.Sprintf("documents/%s.md", name)
	}
}

// mark is how each word begins, and no word of Annex does.
const (
	mark       = "zq"
	wordLength = 12
)

// wordAt returns a new word that stands at a place. Words are long, so that no
// two are the same by chance.
func (s *randomSite) wordAt(at place) string {
	letters := []byte(mark)
	for range wordLength - len(mark) {
		letters = append(letters, byte('a'+s.random.IntN(16))) // without z and q
	}
	s.told[string(letters)] = append(s.told[string(letters)], at)
	return string(letters)
}

// word returns a new word for what is being written.
func (s *randomSite) word() string { return s.wordAt(s.writing) }

func (s *randomSite) words() string {
	if s.always != "" {
		return s.always
	}
	words := make([]string, 1+s.random.IntN(4))
	for i := range words {
		words[i] = s.word()
	}
	return strings.Join(words, " ")
}

// contents writes the site out. Entries of registers, and the fields of entries,
// are in random order, and two calls may give two orders.
func (s *randomSite) contents() fstest.MapFS {
	files := fstest.MapFS{}
	for _, file := range s.files {
		files[file.name] = &fstest.MapFile{Data: file.data()}
	}
	write := func(name, text string) {
		var before []byte
		if files[name] != nil {
			before = files[name].Data
		}
		files[name] = &fstest.MapFile{Data: append(before, s.linked(name, text)...)}
	}
	write("annex.toml", s.toml(s.config))
	for _, i := range s.random.Perm(len(s.entries)) {
		e := s.entries[i]
		head := "id = " + quote(e.id) + "\n# " + s.wordAt(nobody) + "\n"
		if !e.silent {
			head += "audience = " + quote(e.label.String()) + "\n"
		}
		if e.kind.Markdown {
			write(e.file, "+++\n"+head+s.toml(e.values)+"+++\n"+written(e.body))
		} else {
			write(e.file, "[["+e.kind.Name+"]]\n"+head+s.toml(e.values)+"\n")
		}
	}
	return files
}

// toml writes fields, one on a line.
func (s *randomSite) toml(values []randomValue) string {
	var lines []string
	for _, v := range values {
		if literal := v.toml(); literal != "" {
			lines = append(lines, v.field.Key+" = "+literal+"\n")
		}
	}
	s.random.Shuffle(len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
	return strings.Join(lines, "")
}

// links are the names of files, as seen from where they stand or from the
// content's folder, and of entries. Their meaning stays while files are renamed.
var links = regexp.MustCompile(`\b(file|rooted|entry):([^)" \\#]+)(#rules)?`)

// linked returns the text of a file with its links as they are written there.
func (s *randomSite) linked(name, text string) string {
	return links.ReplaceAllStringFunc(text, func(link string) string {
		form, meant, _ := strings.Cut(link, ":")
		meant, _, anchored := strings.Cut(meant, "#")
		to := "gone.md"
		if form != "entry" {
			if s.files[meant] == nil {
				panic("no file " + meant + " in " + text)
			}
			to = s.files[meant].name
		} else if e := s.find(meant); e != nil {
			to = e.file
		}
		if form == "rooted" {
			return to
		}
		if anchored && s.find(meant) != nil && slices.ContainsFunc(s.find(meant).body, isRulesForAll) {
			to += "#rules"
		}
		return strings.Repeat("../", strings.Count(name, "/")) + to
	})
}

// isRulesForAll reports whether a part of a document is the heading that links
// lead to, whoever reads it.
func isRulesForAll(p piece) bool { return !p.inBlock && strings.Contains(p.text, "## Rules") }

// data returns what lies in the file.
func (f *randomFile) data() []byte {
	switch path.Ext(f.name) {
	case ".svg":
		return []byte(strings.Replace(string(metadatatest.SVG(f.tells)), "Ship", f.shows, 1))
	case ".png":
		return metadatatest.PNG(f.tells)
	case ".jpg":
		return metadatatest.JPEG(f.tells)
	case ".gif":
		return metadatatest.GIF(f.tells)
	case ".webp":
		return metadatatest.WebP(f.tells)
	}
	return []byte(f.shows)
}

// newFile adds a file that is shown or attached where words are being written.
func (s *randomSite) newFile(picture bool, endings ...string) string {
	id := fmt.Sprint("f", len(s.files))
	s.files[id] = &randomFile{picture: picture}
	s.renew(s.files[id], endings[s.random.IntN(len(endings))])
	s.place(s.files[id])
	return id
}

// renew gives a file another name and other contents.
func (s *randomSite) renew(f *randomFile, ending string) {
	f.name = "files/" + s.wordAt(nobody) + ending
	f.shows, f.tells = s.wordAt(nobody), s.wordAt(nobody)
	for _, p := range f.places {
		s.tell(f, p)
	}
}

// place notes that a file is shown or attached where words are being written.
func (s *randomSite) place(f *randomFile) {
	f.places = append(f.places, s.writing)
	s.tell(f, s.writing)
}

// tell notes who may read the words of a file that is shown at a place: staff and
// auditors get the file to the letter, the public without its metadata.
func (s *randomSite) tell(f *randomFile, at place) {
	inside := at
	inside.label = audience.Narrowest(at.label, audience.Staff)
	s.told[f.shows] = append(s.told[f.shows], at)
	s.told[f.tells] = append(s.told[f.tells], inside)
	if !f.picture {
		name := strings.TrimSuffix(path.Base(f.name), path.Ext(f.name))
		s.told[name] = append(s.told[name], inside)
	}
}

// anyFile returns a file to be shown or attached: mostly a new one.
func (s *randomSite) anyFile(picture bool, endings ...string) string {
	if s.random.IntN(4) == 0 {
		for _, id := range slices.Sorted(keys(s.files)) {
			f := s.files[id]
			if f.picture == picture && slices.Contains(endings, path.Ext(f.name)) && s.random.IntN(3) == 0 {
				s.place(f)
				return id
			}
		}
	}
	return s.newFile(picture, endings...)
}
