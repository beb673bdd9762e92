package edition

import (
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/markdown"
	"github.com/annex-isms/annex/generator/view"
	"github.com/annex-isms/annex/generator/words"
)

// projector turns the records of one part into views.
type projector struct {
	*Part
	words    *words.Catalogue
	marks    markdown.Words
	anchors  map[record.Record]map[string]bool // of the bodies of Markdown entries
	files    map[string]view.File              // what the texts rendered so far embed, by path
	findings findings
	charts   madeCharts

	neighbours neighbours               // found when first asked for
	crosswalk  *crosswalk               // gathered when first asked for
	soonByRole map[string][]record.Task // by the ID of the role, gathered when first asked for
}

func newProjector(part *Part, w *words.Catalogue) *projector {
	p := &projector{
		Part: part, words: w, marks: Marks(w),
		anchors: map[record.Record]map[string]bool{}, files: map[string]view.File{},
	}
	for _, r := range part.Entries() {
		if body := bodyOf(r); body != nil {
			known := map[string]bool{}
			for _, anchor := range body.Parsed.Anchors(p.resolver(body, nil)) {
				known[anchor] = true
			}
			p.anchors[r] = known
		}
	}
	return p
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
	for _, field := range r.Fields() {
		if text, ok := field.Value.(*record.Text); ok && field.Place == record.Body && text.Parsed != nil {
			return text
		}
	}
	return nil
}

func (p *projector) say(key string, pairs ...any) string { return p.words.Say(key, pairs...) }

// label returns the label of a field, in the language of the interface.
func (p *projector) label(kind *record.Kind, in string, field record.Field) string {
	return p.words.Label("field."+fieldKey(kind, in, field), field.Label)
}

// fieldKey names a field among all: "risk.owner", "risk.action.owner".
func fieldKey(kind *record.Kind, in string, field record.Field) string {
	if in != "" {
		in += "."
	}
	return kind.Name + "." + in + field.Key
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
	return strings.Join(strings.Fields(text.Parsed.Plain(p.resolver(text, nil))), " ")
}

// anchorsOf returns the anchors of the text itself, if it has any.
func (p *projector) anchorsOf(text *record.Text) map[string]bool {
	if !text.Whole {
		return nil
	}
	r, _ := p.FindFile(text.At.File.Name, path.Base(text.At.File.Name))
	return p.anchors[r]
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
		to, ok := p.Target(text, link)
		if !ok {
			return markdown.Resolution{Text: p.lackingName(link.Target)}
		}
		href := to.Head().Path()
		if p.anchors[to][link.Fragment] {
			href += "#" + link.Fragment
		}
		shown, isID := record.LinkWords(to)
		return markdown.Resolution{Href: href, Text: shown, Chip: isID}
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
	p.files[name] = view.File{Path: name, Data: file.Data}
	return name
}

// embedded returns the files that the texts rendered so far show, by path.
func (p *projector) embedded() []view.File {
	var files []view.File
	for _, name := range slices.Sorted(maps.Keys(p.files)) {
		files = append(files, p.files[name])
	}
	return files
}
