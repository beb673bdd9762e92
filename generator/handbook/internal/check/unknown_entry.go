package check

import (
	"cmp"
	"strings"

	"github.com/annex-isms/annex/generator/handbook/internal/load"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/markdown"
)

var unknownEntry = Rule{
	Code: "unknown-entry", Fixed: true, Basis: "practice",
	Doc: "every reference names an entry that exists and is of the right kind",
	Run: func(h *survey, report reporter) {
		look := func(r record.Record, fields []record.Field) {
			missing := map[string]bool{} // what the entry has referred to in vain
			record.Walk(fields, func(_ string, field record.Field) {
				referrer, ok := field.Value.(record.Referrer)
				if !ok {
					return
				}
				for _, reference := range referrer.References() {
					if missing[record.NamespaceOf(reference.ID)] {
						continue // the framework that it is in is missing, and reported
					}
					if message, hint := h.referenceFault(reference.ID, referrer.Target()); message != "" {
						missing[reference.ID] = true
						if referrer.Many() {
							hint = cmp.Or(h.properField(r, reference.ID), hint)
						}
						report(r, reference.At, message, hint)
					}
				}
			})
		}
		follow := func(l link) {
			if l.Form != markdown.Entry {
				return
			}
			if message, hint := h.referenceFault(l.Target, nil); message != "" {
				report(l.from, l.place(), message, hint)
			}
		}
		look(nil, record.Fields(h.Config))
		for _, l := range linksIn(nil, record.Fields(h.Config)) {
			follow(l)
		}
		for _, r := range h.Entries() {
			look(r, record.Fields(r))
		}
		h.eachLink(follow)
		for _, w := range all[record.Waiver](h) {
			if message, hint := h.referenceFault(w.About.Value, nil); w.About.IsSet() && message != "" {
				report(w, w.About.At, message, hint)
			}
		}
	},
}

// referenceFault returns what is wrong with a reference to an entry of the
// kind, or of any kind where that is nil.
func (h *survey) referenceFault(id string, kind *record.Kind) (message, hint string) {
	r, known := h.Find(id)
	switch {
	case !known && h.MayKnow(id):
		return "", "" // the fault of that entry is reported where it is
	case !known && kind != nil:
		return "no " + strings.ToLower(kind.Label) + " “" + id + "”", h.nearestID(id, kind)
	case !known:
		return "no entry “" + id + "”", h.nearestID(id, nil)
	case kind != nil && r.Head().Kind != kind && h.Rejected[id]:
		return "", "" // another entry has taken the ID, which is reported there
	case kind != nil && r.Head().Kind != kind:
		return "“" + id + "” is " + r.Head().Kind.Article + ", not " + kind.Article, h.nearestID(id, kind)
	}
	return "", ""
}

// properField tells in which other list of r an entry of its kind belongs, or
// nothing.
func (h *survey) properField(r record.Record, id string) string {
	to, known := h.Find(id)
	if !known {
		return ""
	}
	for _, field := range record.Fields(r) {
		if referrer, ok := field.Value.(record.Referrer); ok && referrer.Target() == to.Head().Kind && referrer.Many() {
			return strings.ToLower(to.Head().Kind.Plural) + " stand in the field “" + field.Key + "”"
		}
	}
	return ""
}

func (h *survey) nearestID(id string, kind *record.Kind) string {
	if hint := h.shippedHint(id); hint != "" {
		return hint
	}
	switch named := h.entriesIn(id, kind); len(named) {
	case 0:
	case 1:
		return "did you mean “" + named[0] + "”?"
	default:
		return "put each in quotes of its own: \"" + strings.Join(named, "\", \"") + "\""
	}
	if kind == nil {
		kind = kindOfPrefix(id)
	}
	var ids []string
	for _, r := range h.Entries() {
		if kind != nil && r.Head().Kind != kind {
			continue
		}
		ids = append(ids, r.Head().ID.Value)
		if r.Head().Namespace() != "" && record.LocalID(r.Head().ID.Value) == id {
			return "did you mean “" + r.Head().ID.Value + "”?"
		}
		if strings.EqualFold(r.Head().Title.Value, id) {
			return "links name IDs; did you mean “" + r.Head().ID.Value + "”?"
		}
	}
	if near, ok := load.Nearest(id, ids); ok {
		return "did you mean “" + near + "”?"
	}
	if kind == nil {
		return "an ID is the short name of an entry, such as R-012 or A.5.15"
	}
	if len(ids) == 0 {
		return "there is no " + strings.ToLower(kind.Label) + " yet: “annex help " + kind.Name + "” tells how to write one"
	}
	return "the IDs of " + strings.ToLower(kind.Plural) + " look like “" + ids[0] + "”"
}

// kindOfPrefix returns the kind whose IDs usually begin as this one does, or nil.
func kindOfPrefix(id string) *record.Kind {
	for _, kind := range record.Kinds {
		if kind.Prefix != "" && strings.HasPrefix(id, kind.Prefix) {
			return kind
		}
	}
	return nil
}

// entriesIn returns the IDs of entries of the kind that stand among the words of
// what was written in place of an ID, be it by the name of their file.
func (h *survey) entriesIn(words string, kind *record.Kind) []string {
	var ids []string
	for _, word := range strings.FieldsFunc(words, func(r rune) bool { return r == ' ' || r == ',' || r == ';' }) {
		r, known := h.Find(word)
		if !known {
			r, known = h.FindFile("", word)
		}
		if known && (kind == nil || r.Head().Kind == kind) {
			ids = append(ids, r.Head().ID.Value)
		}
	}
	return ids
}
