package edition_test

import (
	"fmt"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/view"
)

// What asks for a control in the Statement of Applicability still holds: a closed
// risk is no reason, and a withdrawn document puts nothing into practice.
func TestTheStatementOfApplicabilityNamesWhatHolds(t *testing.T) {
	site := chartSite(`
[[control]]
id = "A.8.13"
applicable = true
status = "implemented"
owner = "ROL-01"
reasons = ["risk"]
justification = "Without backups a mistake would be for ever."

[[control]]
id = "A.8.14"
applicable = true
status = "implemented"
owner = "ROL-01"
reasons = ["risk"]
justification = "One region may fail."
` + riskThatNeeds("R-01", "The backup cannot be restored", "open", `"A.8.13"`) + riskThatNeeds("R-02", "A disk is lost on its way", "closed", `"A.8.13", "A.8.14"`))
	for id, status := range map[string]string{"POL-01": "in-force", "POL-02": "withdrawn"} {
		site["documents/"+id+".md"] = &fstest.MapFile{Data: []byte("+++\nid = \"" + id + "\"\ntitle = \"Backup\"\ntype = \"policy\"\nsummary = \"x\"\nversion = \"1\"\nowner = \"ROL-01\"\nstatus = \"" + status + "\"\ncontrols = [\"A.8.13\"]\n+++\nText.\n")}
	}
	named := map[string][]string{}
	for _, list := range viewOf(t, site, audience.AuditorEdition).Lists {
		if list.Kind != "control" {
			continue
		}
		for _, group := range list.Groups {
			for _, row := range group.Rows {
				for _, cell := range slices.Concat(row.Cells...) {
					if cell.Form == "ref" || cell.Form == "reason" {
						named[row.Anchor] = append(named[row.Anchor], nameOf(cell))
					}
				}
			}
		}
	}
	for id, want := range map[string][]string{
		"A.8.13": {"risk", "R-01", "POL-01"},
		"A.8.14": {"risk"}, // which is what its author says; the rules say that no risk backs it
	} {
		if !slices.Equal(named[id], want) {
			t.Errorf("%s names %q, want %q", id, named[id], want)
		}
	}
}

// riskThatNeeds writes a risk that is treated by those controls.
func riskThatNeeds(id, title, status, controls string) string {
	return fmt.Sprintf(`
[[risk]]
id = %q
title = %q
description = "It has happened elsewhere."
affects = ["availability"]
owner = "ROL-01"
treatment = ["modification"]
identified = 2026-02-01
assessed = 2026-02-01
inherent = { likelihood = 4, impact = 4 }
current = { likelihood = 2, impact = 2 }
status = %q
controls = [%s]
`, id, title, status, controls)
}

func nameOf(c view.Cell) string {
	if c.ID != "" {
		return c.ID
	}
	return c.Text
}
