package edition

import (
	"crypto/sha256"
	"encoding/hex"
	"path"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/view"
)

// evidenceStatus says until when a piece of evidence shows anything, so that
// whoever comes from a control need not open it to see that it has expired.
func evidenceStatus(p *projector, r record.Record) view.Cell {
	e := r.(*record.Evidence)
	day := p.date(e.Expires.Day).Text
	switch p.evidenceState(e) {
	case evidenceExpired:
		return badge(record.Bad, p.say("evidence.expired", "date", day))
	case evidenceExpiring:
		return badge(record.Due, p.say("evidence.valid", "date", day))
	case evidenceValid:
		return badge(record.Good, p.say("evidence.valid", "date", day))
	default:
		return view.Cell{}
	}
}

// evidenceColumns are the columns of the register of evidence: what it is, until
// when it shows anything, and the file with its digest.
func evidenceColumns(p *projector) []column {
	kind := record.KindNamed("evidence")
	return []column{
		p.fieldColumn(kind, "type"),
		p.fieldColumn(kind, "date"),
		{title: p.label(kind, "", fieldOf(kind.Create(), "expires")), main: true, cells: func(r record.Record) []view.Cell { return p.expiry(r.(*record.Evidence)) }},
		p.fieldColumn(kind, "owner"),
		{title: p.say("evidence.file"), cells: func(r record.Record) []view.Cell {
			e := r.(*record.Evidence)
			return append(p.whereItLies(e), p.digest(e)...)
		}},
	}
}

func (p *projector) expiry(e *record.Evidence) []view.Cell {
	if !e.Expires.IsSet() {
		return nil
	}
	return p.cells(e, fieldOf(e, "expires"))
}

// whereItLies leads to the file, to the address, or names the place.
func (p *projector) whereItLies(e *record.Evidence) []view.Cell {
	for _, key := range []string{"file", "address", "place"} {
		if field := fieldOf(e, key); field.Value.IsSet() {
			return p.cells(e, field)
		}
	}
	return nil
}

// digest returns the SHA-256 of the file as it lies in the edition, in groups
// that a line can break between.
func (p *projector) digest(e *record.Evidence) []view.Cell {
	file, found := p.Files[path.Clean(e.File.Name)]
	if !e.File.IsSet() || !found {
		return nil
	}
	sum := sha256.Sum256(file.Data)
	return []view.Cell{{Form: "hash", Text: hex.EncodeToString(sum[:])}}
}
