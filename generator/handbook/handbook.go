// Package handbook is the wall around the full records of an ISMS. Whoever
// holds a Handbook can have it checked and can ask for what an edition may
// show; nobody outside this folder can name what lies within.
package handbook

import (
	"io/fs"
	"iter"

	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/gate"
	"github.com/annex-isms/annex/generator/handbook/internal/check"
	"github.com/annex-isms/annex/generator/handbook/internal/edition"
	"github.com/annex-isms/annex/generator/handbook/internal/load"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/handbook/internal/withheld"
	"github.com/annex-isms/annex/generator/source"
	"github.com/annex-isms/annex/generator/view"
	"github.com/annex-isms/annex/generator/words"
)

// Clock says which day is today. A day that was asked for comes before the one
// that annex.toml sets, and that before the present one.
type Clock = load.Clock

// Handbook is an ISMS as its authors wrote it.
type Handbook struct {
	whole *record.Handbook
}

// Load reads the content. It returns everything that could be read, and what is
// wrong with the form of the rest. Where nothing can be done without an
// annex.toml, the handbook is nil.
func Load(content fs.FS, clock Clock) (*Handbook, finding.List) {
	whole, found := load.Load(content, clock)
	if whole == nil {
		return nil, found
	}
	return &Handbook{whole}, found
}

// Check returns what is wrong with the handbook as a whole.
func (h *Handbook) Check() finding.List { return check.Run(h.whole) }

// Rules returns what every code of a finding stands for: the rules by subject,
// and then the faults of form that are met before any rule is asked.
func Rules() []finding.RuleInfo {
	var rules []finding.RuleInfo
	for _, subject := range check.Rules {
		for _, rule := range subject.Rules {
			rules = append(rules, finding.RuleInfo{
				Code: rule.Code, Subject: subject.Name, Doc: rule.Doc, Basis: rule.Basis, Level: rule.Level, Fixed: rule.Fixed,
			})
		}
	}
	for _, form := range check.Forms {
		rules = append(rules, finding.RuleInfo{Code: form.Code, Subject: "Form", Doc: form.Doc, Basis: "practice", Level: form.Level, Fixed: true})
	}
	return rules
}

// Theme returns the name of the theme that annex.toml asks for, empty for the
// default one, and where it does so.
func (h *Handbook) Theme() (name string, at source.Span) {
	return h.whole.Config.Theme.Value, h.whole.Config.Theme.At
}

// Language returns the language of the content as a BCP 47 tag, empty where
// annex.toml says nothing, and where it does.
func (h *Handbook) Language() (tag string, at source.Span) {
	return h.whole.Config.Language.Value, h.whole.Config.Language.At
}

// Trust returns what the public may see.
func (h *Handbook) Trust(w *words.Catalogue) view.Trust {
	return edition.Trust(h.part(audience.TrustEdition, w), w)
}

// Staff returns what everybody who works for the organization may see.
func (h *Handbook) Staff(w *words.Catalogue) (view.Handbook, view.Entries) {
	return edition.Handbook(h.part(audience.StaffEdition, w), w)
}

// Auditor returns what auditors may see.
func (h *Handbook) Auditor(w *words.Catalogue) (view.Handbook, view.Entries) {
	return edition.Handbook(h.part(audience.AuditorEdition, w), w)
}

// Gate returns what watches that the edition gets no words which it must not
// hold. Besides what its readers may know it may hold what Annex itself says, and
// the words of the theme.
func (h *Handbook) Gate(e audience.Edition, theme iter.Seq[gate.Text]) *gate.Gate {
	return gate.New(e.String(), withheld.From(h.whole, e), func(yield func(gate.Text) bool) {
		for _, texts := range []iter.Seq[gate.Text]{withheld.Open(h.whole, e), withheld.ByAnnex(), theme} {
			for text := range texts {
				if !yield(text) {
					return
				}
			}
		}
	})
}

// Book is the staff or the auditor edition, page by page, each worked out when it
// is asked for.
type Book = edition.Book

func (h *Handbook) part(e audience.Edition, w *words.Catalogue) *edition.Part {
	return edition.Admit(h.whole, e, w.Say("withheld.block"))
}
