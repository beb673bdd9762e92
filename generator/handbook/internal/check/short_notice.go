package check

import (
	"fmt"
	"time"

	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var shortNotice = Rule{
	Code: "short-notice", Level: finding.Warning, Basis: "A.5.34",
	Doc:      "a change of subprocessors that is still to come is announced as early as annex.toml promises",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		centre := h.Config.Trust.Row
		if centre == nil || !centre.SubprocessorNotice.IsSet() {
			return
		}
		for _, u := range all[record.Update](h) {
			if u.Type.Value != record.SubprocessorUpdate || !u.Date.IsSet() || !u.Effective.After(h.Today.Day) {
				continue
			}
			if days := int(u.Effective.Day.Sub(u.Date.Day) / (24 * time.Hour)); days < centre.SubprocessorNotice.Value {
				report(u, u.Effective.At, fmt.Sprintf("%s takes effect %d days after it is told, but customers are promised %d", u.ID.Value, days, centre.SubprocessorNotice.Value),
					"let it take effect later")
			}
		}
	},
}
