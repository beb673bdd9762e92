package edition

import (
	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/view"
)

// certificateStatus says how things stand with a certificate on the edition's
// day, which nobody has to write down.
func certificateStatus(p *projector, r record.Record) view.Cell {
	c := r.(*record.Certificate)
	if !c.Status.IsSet() {
		return view.Cell{}
	}
	option, _ := record.FindOption(c.Status.Options(), string(c.StatusOn(p.Today.Day)))
	return p.optionCell(c.Kind, "status", option)
}
