package edition

import (
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/markdown"
	"github.com/annex-isms/annex/generator/view"
	"github.com/annex-isms/annex/generator/words"
)

// projector turns the records of one part into views.
type projector struct {
	*Part
	words  *words.Catalogue
	marks  markdown.Words
	charts madeCharts

	// What follows from the part as a whole is worked out when first asked for.
	crosswalks func() *crosswalk
	allTasks   func() []record.Task
	soonByRole func() map[string][]record.Task // by the ID of the role
	waiting    func() map[string][]view.Row    // decisions, by the path of the role
	findings   func() *findings
	foundBy    func() map[string]finding.List // by the ID of the role

	tied    sync.Map // what near has found so far, by tiedTo
	shown   sync.Map // how others show the entries that were asked for so far: record.Record, *view.Related
	mutex   sync.Mutex
	anchors map[record.Record]map[string]bool // of the bodies of Markdown entries asked for so far
	files   map[string]view.File              // what the texts rendered so far embed, by path
}

// A projector may be asked for several pages at the same time.
func newProjector(part *Part, w *words.Catalogue) *projector {
	p := &projector{
		Part: part, words: w, marks: Marks(w),
		anchors: map[record.Record]map[string]bool{}, files: map[string]view.File{},
	}
	p.crosswalks = sync.OnceValue(p.gatherCrosswalk)
	p.allTasks = sync.OnceValue(p.gatherTasks)
	p.soonByRole = sync.OnceValue(p.gatherSoonByRole)
	p.waiting = sync.OnceValue(p.gatherWaiting)
	p.foundBy = sync.OnceValue(p.gatherFoundByRole)
	p.findings = sync.OnceValue(func() *findings { return findingsOf(part) })
	return p
}

// anchorsIn returns the anchors of an entry's body, none for an entry without one.
func (p *projector) anchorsIn(r record.Record) map[string]bool {
	p.mutex.Lock()
	known, found := p.anchors[r]
	p.mutex.Unlock()
	if found {
		return known
	}
	if body := bodyOf(r); body != nil {
		known = map[string]bool{}
		for _, anchor := range body.Parsed.Anchors(p.linkWords(body)) {
			known[anchor] = true
		}
	}
	p.mutex.Lock()
	defer p.mutex.Unlock()
	p.anchors[r] = known
	return known
}

// Marks returns the words of the interface that stand in rendered text.
func Marks(w *words.Catalogue) markdown.Words {
	return markdown.Words{
		AnchorLabel: w.Say("text.anchor"), Footnotes: w.Say("text.footnotes"), FootnoteBack: w.Say("text.footnote-back"),
		TaskDone: w.Say("text.task-done"), TaskOpen: w.Say("text.task-open"),
		Note: w.Say("text.note"), Tip: w.Say("text.tip"), Important: w.Say("text.important"),
		Warning: w.Say("text.warning"), Caution: w.Say("text.caution"),
	}
}

// bodyOf returns the Markdown of an entry that is a document, or nil.
func bodyOf(r record.Record) *record.Text {
	for _, field := range record.Fields(r) {
		if text, ok := field.Value.(*record.Text); ok && field.Place == record.Body && text.Parsed != nil {
			return text
		}
	}
	return nil
}

func (p *projector) say(key string, pairs ...any) string { return p.words.Say(key, pairs...) }

// label returns the label of a field, in the language of the interface.
func (p *projector) label(kind *record.Kind, in string, field record.Field) string {
	return p.words.Label("field."+fieldKey(kind, in, field.Key), field.Label)
}

// fieldKey names a field among all: "risk.owner", "risk.action.owner".
func fieldKey(kind *record.Kind, in, key string) string {
	if in != "" {
		in += "."
	}
	return kind.Name + "." + in + key
}

// html renders a text. Its links lead where the edition has what they mean;
// else they become words.
func (p *projector) html(text *record.Text) view.HTML {
	if text.Parsed == nil {
		return ""
	}
	return text.Parsed.HTML(p.resolver(text, p.anchorsOf(text)), p.marks)
}

func (p *projector) plain(text *record.Text) string {
	if text.Parsed == nil {
		return ""
	}
	return view.OneLine(text.Parsed.Plain(p.linkWords(text)))
}

// anchorsOf returns the anchors of the text itself, if it has any.
func (p *projector) anchorsOf(text *record.Text) map[string]bool {
	if !text.Whole {
		return nil
	}
	r, _ := p.FindFile(text.At.File.Name, path.Base(text.At.File.Name))
	if r == nil {
		return nil
	}
	return p.anchorsIn(r)
}

// resolver returns where the links of a text lead in this edition. Own are the
// anchors of the text itself.
func (p *projector) resolver(text *record.Text, own map[string]bool) markdown.Resolver {
	return func(link markdown.Link) markdown.Resolution {
		switch link.Form {
		case markdown.Anchor:
			if own[link.Fragment] {
				return markdown.Resolution{Href: "#" + link.Fragment}
			}
			return markdown.Resolution{}
		case markdown.Chart:
			return markdown.Resolution{Text: p.placeable(link.Target)}
		case markdown.Image:
			return markdown.Resolution{Href: p.embed(text, link.Target)}
		}
		resolution := p.linkWords(text)(link)
		if to, ok := p.Target(text, link); ok {
			resolution.Href = to.Head().Path()
			if link.Fragment != "" && p.anchorsIn(to)[link.Fragment] {
				resolution.Href += "#" + link.Fragment
			}
		}
		return resolution
	}
}

// linkWords returns the words that the links of a text show in this edition where
// they have none of their own. What it returns leads nowhere.
func (p *projector) linkWords(text *record.Text) markdown.Resolver {
	return func(link markdown.Link) markdown.Resolution {
		if link.Form != markdown.Entry && link.Form != markdown.Path {
			return markdown.Resolution{}
		}
		to, ok := p.Target(text, link)
		if !ok {
			return markdown.Resolution{Text: p.lackingName(link.Target)}
		}
		shown, isID := record.LinkWords(to)
		return markdown.Resolution{Text: shown, Chip: isID}
	}
}

// lackingName returns what stands for an entry that the edition lacks: the name
// of its kind and no more.
func (p *projector) lackingName(id string) string {
	kind := p.lacking[id]
	if kind == nil {
		return ""
	}
	return p.words.Label("kind."+kind.Name+".article", kind.Article)
}

// embed takes the file that a text shows into the edition and returns its path
// there, or nothing where there is no such file.
func (p *projector) embed(text *record.Text, target string) string {
	if !text.At.Known() {
		return ""
	}
	file, ok := p.Embedded(text.At.File.Name, target)
	if !ok {
		return ""
	}
	return p.take(file)
}

// take puts a file into the edition and returns its path there. It is named
// after what it holds, for its own name was not written for readers.
func (p *projector) take(file record.File) string {
	hash := sha256.Sum256(file.Data)
	name := "files/" + hex.EncodeToString(hash[:8]) + strings.ToLower(path.Ext(file.Name))
	p.mutex.Lock()
	defer p.mutex.Unlock()
	p.files[name] = view.File{Path: name, Data: file.Data}
	return name
}

// embedded returns the files that the texts rendered so far show, by path.
func (p *projector) embedded() []view.File {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	var files []view.File
	for _, name := range slices.Sorted(maps.Keys(p.files)) {
		files = append(files, p.files[name])
	}
	return files
}
