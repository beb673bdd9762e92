package handbook

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

// skeleton returns the least that an entry of the kind says, to be copied: each
// field that it cannot do without, with what belongs there in place of words.
func skeleton(kind *record.Kind) string {
	entry := kind.Create()
	if kind.Given != nil {
		entry = kind.Given()[0]
		entry.Head().Kind = kind
	}
	var lines []string
	for _, field := range neededFields(entry) {
		lines = append(lines, field.Key+" = "+specimen(kind, field))
	}
	fields := strings.Join(lines, "\n") + "\n"
	if kind.Markdown {
		return "+++\n" + fields + "+++\n\n## Why\n\nThe text, in Markdown.\n"
	}
	return "[[" + kind.Name + "]]\n" + fields
}

// neededFields returns the fields that an author of the entry has to fill in. One
// that ships with Annex says much itself, and needs its ID so that it is known.
func neededFields(entry record.Record) []record.Field {
	var needed []record.Field
	for _, field := range record.AllFields(entry) {
		saysItself := field.Value.IsSet() && field.Key != "id"
		if field.Must && !saysItself && field.Place != record.Body {
			needed = append(needed, field)
		}
	}
	return needed
}

// specimen returns a value that the field of such a kind may have.
func specimen(kind *record.Kind, field record.Field) string {
	switch value := field.Value.(type) {
	case *record.Line, *record.Text:
		if field.Key == "id" {
			return strconv.Quote(specimenID(kind))
		}
		return strconv.Quote(field.Help)
	case *record.Lines, *record.Texts:
		return "[" + strconv.Quote(field.Help) + "]"
	case *record.Date:
		return "2026-11-23"
	case *record.Flag:
		return "true"
	case *record.Number:
		return "3"
	case *record.Decimal:
		return "2.5"
	case *record.Interval:
		return `"3 months"`
	case *record.Address:
		return `"https://example.com/"`
	case *record.Attachment:
		return `"evidence/report.pdf"`
	case record.Chooser:
		return strconv.Quote(value.Options()[0].Word)
	case record.MultiChooser:
		return "[" + strconv.Quote(value.Options()[0].Word) + "]"
	case record.Referrer:
		if value.Many() {
			return "[" + strconv.Quote(specimenID(value.Target())) + "]"
		}
		return strconv.Quote(specimenID(value.Target()))
	case record.Tabler:
		return specimenRow(kind, value)
	}
	panic(fmt.Sprintf("handbook: no specimen of a %T", field.Value))
}

func specimenRow(kind *record.Kind, table record.Tabler) string {
	var cells []string
	for _, field := range record.Fields(table.Blank()) {
		if field.Must {
			cells = append(cells, field.Key+" = "+specimen(kind, field))
		}
	}
	row := "{ " + strings.Join(cells, ", ") + " }"
	if table.Many() {
		return "[" + row + "]"
	}
	return row
}

// specimenID returns an ID that an entry of the kind may have: of those that
// ship with Annex the first one's.
func specimenID(kind *record.Kind) string {
	switch {
	case kind.Given != nil:
		return kind.Given()[0].Head().ID.Value
	case kind.Within != nil:
		return specimenID(kind.Within) + ":1"
	}
	return kind.Prefix + "01"
}
