package edition_test

import (
	"path"
	"slices"
	"strings"

	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

// change makes anew everything that the edition may not show: entries, fields,
// parts of texts, references, files and what they tell, the names of files, the
// order of all, and their number.
func (s *randomSite) change(edition audience.Edition) {
	s.changeDefaults(edition)
	for _, e := range slices.Clone(s.entries) {
		switch {
		case s.isThere(e, edition):
		case s.random.IntN(4) == 0:
			s.remove(e, edition)
		default:
			e.label, e.silent, e.file = s.hiddenLabel(edition), false, s.file(e.kind)
		}
	}
	if edition != audience.AuditorEdition { // who would be told that there is one more to ask for
		for range 3 {
			s.addHidden(edition)
		}
	}
	for _, e := range s.entries {
		e.file = s.file(e.kind)
		switch {
		case !s.isThere(e, edition):
			s.fill(e)
		case !edition.MayShow(e.label):
			s.changeStub(e)
		default:
			s.changeValues(e, e.values, edition)
			if e.kind.Markdown {
				s.writing = place{e, audience.Public}
				e.body = s.changeText(e.body, s.paragraph, edition)
			}
		}
	}
	s.changeSynonyms(edition)
	s.changeValues(nil, s.config, edition)
	for i, v := range s.config {
		switch v.field.Key {
		case "audience":
			s.config[i].literal = s.writtenDefaults()
		case "search":
			s.config[i].literal = s.writtenSynonyms()
		}
	}
	s.changeFiles(edition)
}

// isThere reports whether the edition has a page for the entry. Auditors have one
// for what is withheld.
func (s *randomSite) isThere(e *randomEntry, edition audience.Edition) bool {
	return edition.MayShow(e.label) || edition == audience.AuditorEdition
}

// hiddenLabel returns a label that keeps an entry out of the edition.
func (s *randomSite) hiddenLabel(edition audience.Edition) audience.Label {
	for {
		if label := s.label(); !edition.MayShow(label) {
			return label
		}
	}
}

// changeDefaults changes the audiences of kinds, and of the pages for leadership,
// where that opens nothing and closes nothing.
func (s *randomSite) changeDefaults(edition audience.Edition) {
	if edition == audience.AuditorEdition {
		return
	}
	for _, kind := range record.Kinds {
		for hidden := !edition.MayShow(s.defaults[kind]); hidden; {
			s.defaults[kind] = s.defaultLabel()
			hidden = edition.MayShow(s.defaults[kind])
		}
	}
	for hidden := !edition.MayShow(s.leads); hidden; {
		s.leads = s.defaultLabel()
		hidden = edition.MayShow(s.leads)
	}
	for _, e := range s.entries {
		if e.silent {
			e.label = s.defaults[e.kind]
		}
	}
}

// changeSynonyms makes anew the groups with a word that the edition may not show,
// and adds some of words that nobody says.
func (s *randomSite) changeSynonyms(edition audience.Edition) {
	var kept []randomSynonym
	for _, synonym := range s.synonyms {
		for range s.random.IntN(3) {
			kept = append(kept, randomSynonym{words: [2]string{s.wordAt(nobody), synonym.words[1]}})
		}
		isHidden := slices.ContainsFunc(synonym.from[:], func(e *randomEntry) bool {
			return e == nil || !edition.MayShow(e.label) || !slices.Contains(s.entries, e)
		})
		if !isHidden {
			kept = append(kept, synonym)
		}
	}
	s.synonyms = kept
}

// remove takes an entry away, unless a text for readers of the edition links to
// it, it is the last hidden one of its kind, which others may need, or it fills in one that
// ships with Annex, which would stay.
func (s *randomSite) remove(e *randomEntry, edition audience.Edition) {
	same := 0
	for _, other := range s.entries {
		if other.kind == e.kind && !s.isThere(other, edition) {
			same++
		}
	}
	isGiven := !strings.Contains(e.id, mark)
	isParent := slices.ContainsFunc(s.entries, func(other *randomEntry) bool { return other.kind.Within == e.kind })
	if same > 1 && !isGiven && !isParent && !s.isMentioned("[["+e.id, edition) {
		s.entries = slices.DeleteFunc(s.entries, func(other *randomEntry) bool { return other == e })
	}
}

// isMentioned reports whether a text that the edition may show in part holds the
// words.
func (s *randomSite) isMentioned(words string, edition audience.Edition) bool {
	var inValues func(values []randomValue) bool
	inValues = func(values []randomValue) bool {
		return slices.ContainsFunc(values, func(v randomValue) bool {
			return strings.Contains(v.toml(), words) || slices.ContainsFunc(v.rows, inValues)
		})
	}
	return inValues(s.config) || slices.ContainsFunc(s.entries, func(e *randomEntry) bool {
		return s.isThere(e, edition) && (inValues(e.values) || strings.Contains(written(e.body), words))
	})
}

// addHidden adds an entry that the edition has no page for.
func (s *randomSite) addHidden(edition audience.Edition) {
	kind := s.entries[s.random.IntN(len(s.entries))].kind
	if e := s.add(kind, 0); e != nil {
		e.label, e.silent = s.hiddenLabel(edition), false
	}
}

// changeStub changes all of a withheld entry but what auditors are told: that
// there is one, and whom to ask.
func (s *randomSite) changeStub(e *randomEntry) {
	before := e.values
	s.fill(e)
	for i, v := range e.values {
		if v.field.Key == "owner" {
			e.values[i] = before[slices.IndexFunc(before, func(v randomValue) bool { return v.field.Key == "owner" })]
		}
	}
}

func (s *randomSite) changeValues(e *randomEntry, values []randomValue, edition audience.Edition) {
	for i := range values {
		v := &values[i]
		s.writing = place{e, v.field.Audience}
		if !edition.MayShow(v.field.Audience) {
			*v = s.value(e, v.field)
			continue
		}
		for j, text := range v.texts {
			v.texts[j] = s.changeText(text, s.sentence, edition)
		}
		for _, row := range v.rows {
			s.changeValues(e, row, edition)
		}
		if referrer, ok := v.field.Value.(record.Referrer); ok && edition != audience.AuditorEdition {
			s.changeReferences(v, referrer, edition)
		}
	}
}

// changeReferences puts other hidden entries in place of those that a visible
// field refers to.
func (s *randomSite) changeReferences(v *randomValue, referrer record.Referrer, edition audience.Edition) {
	isHidden := func(id string) bool {
		e := s.find(id)
		return e == nil || !edition.MayShow(e.label)
	}
	v.ids = slices.DeleteFunc(slices.Clone(v.ids), isHidden)
	if !referrer.Many() && len(v.ids) > 0 {
		return
	}
	for _, i := range s.random.Perm(len(s.entries)) {
		e := s.entries[i]
		wanted := s.random.IntN(2) == 0 || v.field.Must && len(v.ids) == 0
		if e.kind == referrer.Target() && isHidden(e.id) && wanted && (referrer.Many() || len(v.ids) == 0) {
			v.ids = slices.Insert(v.ids, s.random.IntN(len(v.ids)+1), e.id)
		}
	}
}

// changeText puts other hidden blocks in place of those that the text has, also
// between two lines of the same paragraph. Auditors are told where something is
// withheld, so for them only what it says changes.
func (s *randomSite) changeText(text []piece, make func() string, edition audience.Edition) []piece {
	var changed []piece
	addHidden := func() {
		for range s.random.IntN(3) {
			changed = append(changed, s.blockFor(s.hiddenLabel(edition), make))
		}
	}
	for _, p := range text {
		switch {
		case p.inBlock && edition.MayShow(p.label):
			changed = append(changed, p)
		case p.inBlock && edition == audience.AuditorEdition:
			changed = append(changed, s.blockFor(p.label, make))
		case p.inBlock:
		case edition == audience.AuditorEdition:
			changed = append(changed, p)
		case strings.Contains(p.text, "```"): // no block can be in a fence
			addHidden()
			changed = append(changed, p)
		default:
			for line := range strings.SplitSeq(p.text, "\n") {
				addHidden()
				changed = append(changed, piece{label: p.label, text: line})
			}
		}
	}
	if edition != audience.AuditorEdition {
		addHidden()
	}
	return changed
}

// changeFiles changes what nobody gets, what is not shown of the rest, and the
// names that nobody sees.
func (s *randomSite) changeFiles(edition audience.Edition) {
	for _, id := range slices.Sorted(keys(s.files)) {
		f := s.files[id]
		shown := slices.ContainsFunc(f.places, func(p place) bool { return p.isRead(edition) })
		switch {
		case !shown:
			s.renew(f, path.Ext(f.name))
		case edition == audience.TrustEdition:
			shows, picture := f.shows, path.Ext(f.name)
			s.renew(f, picture)
			f.shows = shows
		case f.picture:
			shows, tells := f.shows, f.tells
			s.renew(f, path.Ext(f.name))
			f.shows, f.tells = shows, tells
		}
	}
}
