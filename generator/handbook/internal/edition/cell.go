package edition

import (
	"cmp"
	"path"
	"strconv"
	"strings"
	"time"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/view"
)

// cells returns what a field of r, or of a row of it, holds, as a theme can
// show it.
func (p *projector) cells(r record.Record, field record.Field) []view.Cell {
	kind := r.Head().Kind
	switch value := field.Value.(type) {
	case *record.Line:
		return []view.Cell{textCell(value.Value)}
	case *record.Lines:
		var cells []view.Cell
		for _, item := range value.Items {
			cells = append(cells, textCell(item.Value))
		}
		return cells
	case *record.Text:
		return []view.Cell{{Form: "html", HTML: p.html(value)}}
	case *record.Texts:
		var cells []view.Cell
		for i := range value.Items {
			cells = append(cells, view.Cell{Form: "html", HTML: p.html(&value.Items[i])})
		}
		return cells
	case *record.Date:
		if field.Due && value.Before(p.Today.Day) && !record.Settled(r) {
			return []view.Cell{p.overdueCell(*value)}
		}
		return []view.Cell{p.dateCell(*value)}
	case *record.Flag:
		return []view.Cell{{Form: "text", Text: p.yesNo(value.Value), Data: strconv.FormatBool(value.Value)}}
	case *record.Number:
		return []view.Cell{numberCell(value.Value)}
	case *record.Decimal:
		return []view.Cell{textCell(value.String())}
	case *record.Interval:
		return []view.Cell{textCell(p.say("every."+string(value.Unit), "count", value.Count))}
	case *record.Address:
		return []view.Cell{{Form: "address", Text: value.URL, Path: value.URL}}
	case *record.Attachment:
		return []view.Cell{p.attachmentCell(*value)}
	case record.Chooser:
		option, _ := value.Chosen()
		return []view.Cell{p.optionCell(kind, field.Key, option)}
	case record.MultiChooser:
		var cells []view.Cell
		for _, option := range value.AllChosen() {
			cells = append(cells, p.optionCell(kind, field.Key, option))
		}
		return cells
	case record.Referrer:
		var cells []view.Cell
		for _, reference := range value.References() {
			if to, ok := p.Find(reference.ID); ok {
				cells = append(cells, p.entryCell(to))
			}
		}
		return cells
	default:
		return nil
	}
}

func textCell(text string) view.Cell { return view.Cell{Form: "text", Text: text} }

func numberCell(number int) view.Cell {
	return view.Cell{Form: "text", Text: strconv.Itoa(number), Data: strconv.Itoa(number), Rank: number}
}

func badge(tone record.Tone, text string) view.Cell {
	return view.Cell{Form: "badge", Tone: string(tone), Text: text}
}

func (p *projector) yesNo(value bool) string {
	if value {
		return p.say("yes")
	}
	return p.say("no")
}

// optionCell shows a choice: as a badge where the option has a tone.
func (p *projector) optionCell(kind *record.Kind, key string, option record.Option) view.Cell {
	text := p.words.Label("option."+kind.Name+"."+key+"."+option.Word, option.Label)
	cell := textCell(text)
	if option.Tone != record.Plain {
		cell = badge(option.Tone, text)
	}
	cell.Data = option.Word
	return cell
}

// entryCell links to an entry.
func (p *projector) entryCell(r record.Record) view.Cell {
	head := r.Head()
	return view.Cell{Form: "entry", ID: p.shownID(r), Data: head.ID.Value, Text: p.title(r), Path: head.Path()}
}

// shownID returns the ID of an entry as readers see it: an item of a framework
// has the number that its framework prints, a framework the name that people call
// it by, and a mapping that of its framework.
func (p *projector) shownID(r record.Record) string {
	switch r := r.(type) {
	case *record.Item:
		return r.Label()
	case *record.Framework:
		if r.ShortName.IsSet() {
			return r.ShortName.Value
		}
	case *record.Mapping:
		if framework, found := p.Find(r.Framework.ID); found {
			return p.shownID(framework)
		}
	}
	return r.Head().ID.Value
}

// title returns the entry's title; one that is withheld has none to show.
func (p *projector) title(r record.Record) string {
	head := r.Head()
	if head.Title.IsSet() {
		return head.Title.Value
	}
	return p.say("withheld.title", "kind", p.words.Label("kind."+head.Kind.Name, head.Kind.Label))
}

func (p *projector) dateCell(date record.Date) view.Cell {
	if !date.IsSet() {
		return view.Cell{}
	}
	return view.Cell{Form: "date", Date: p.date(date.Day), Data: date.Day.Format(time.DateOnly), Rank: int(date.Day.Unix() / 86400)}
}

// overdueCell shows a day by which something should have happened.
func (p *projector) overdueCell(date record.Date) view.Cell {
	cell := badge(record.Bad, p.say("overdue.since", "date", p.date(date.Day).Text))
	cell.Data, cell.Rank = p.dateCell(date).Data, p.dateCell(date).Rank
	return cell
}

// date writes a day as the language does.
func (p *projector) date(day time.Time) view.Date { return Date(p.words, day) }

// levelCell shows a risk level with its band.
func (p *projector) levelCell(level int) view.Cell {
	if level == 0 {
		return view.Cell{}
	}
	band, name := p.Config.Criteria().Band(level)
	return view.Cell{Form: "level", Text: name, Data: strconv.Itoa(level), Band: band, Rank: level}
}

// facets returns by what a row can be found.
func (p *projector) facets(r record.Record) []view.Facet {
	var facets []view.Facet
	for _, field := range record.Fields(r) {
		if !field.Facet || !field.Value.IsSet() {
			continue
		}
		for _, cell := range p.cells(r, field) {
			facets = append(facets, view.Facet{Key: field.Key, Value: slug(cmp.Or(cell.Data, cell.Text)), Label: cell.Text})
		}
	}
	return facets
}

// slug makes a word that can stand in a data attribute.
func slug(text string) string {
	return strings.Join(strings.Fields(strings.ToLower(text)), "-")
}

// attachmentCell leads to a file of the content, which the edition then holds.
func (p *projector) attachmentCell(attachment record.Attachment) view.Cell {
	file, found := p.Files[path.Clean(attachment.Name)]
	if !found {
		return textCell(path.Base(attachment.Name))
	}
	return view.Cell{Form: "file", Text: path.Base(attachment.Name), Path: p.take(file)}
}
