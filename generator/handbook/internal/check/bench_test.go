package check_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/annex-isms/annex/generator/handbook/internal/check"
	"github.com/annex-isms/annex/generator/handbook/internal/load"
)

// BenchmarkCheck looks at handbooks with so many entries, of several kinds and
// linked with each other, in which something is wrong here and there.
func BenchmarkCheck(b *testing.B) {
	for _, entries := range []int{500, 5000} {
		b.Run(fmt.Sprint(entries), func(b *testing.B) {
			h, _ := load.Load(largeSite(entries), load.Clock{Now: time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)})
			if count := len(h.Entries()); count < entries {
				b.Fatalf("there are only %d entries", count)
			}
			found := 0
			for b.Loop() {
				found = len(check.Run(h))
			}
			b.ReportMetric(float64(found), "findings")
		})
	}
}

// largeSite returns content with at least so many entries: documents, risks,
// assets, evidence, activities and suppliers in equal parts.
func largeSite(entries int) fstest.MapFS {
	site := fstest.MapFS{"annex.toml": {Data: []byte("[organization]\nname = \"Lantern\"\n")}}
	var register strings.Builder
	register.WriteString("[[role]]\nid = \"ROL-01\"\ntitle = \"Head of Security\"\npurpose = \"Answers for it all.\"\n")
	for i := range entries/6 + 1 {
		control := fmt.Sprintf("A.8.%d", 1+i%34)
		site[fmt.Sprintf("documents/POL-%d.md", i)] = &fstest.MapFile{Data: fmt.Appendf(nil, `+++
id = "POL-%d"
title = "Policy %d"
summary = "What holds about [[AST-%d]]."
type = "policy"
status = "in-force"
version = "1.0"
owner = "ROL-01"
approver = "ROL-01"
approved = 2026-01-12
next-review = 2026-%02d-12
controls = [%q]
change = [{ version = "1.0", date = 2026-01-12, text = "First version." }]
+++

## What holds

See [[R-%d]], [[POL-%d]] and [[%s]].
`, i, i, i, 1+i%12, control, i, (i*7)%(entries/6), control)}
		fmt.Fprintf(&register, `
[[risk]]
id = "R-%[1]d"
title = "Risk %[1]d"
description = "Something happens to [[AST-%[1]d]]."
affects = ["availability"]
assets = ["AST-%[1]d"]
owner = "ROL-01"
treatment = ["modification"]
controls = [%[2]q]
identified = 2025-01-12
assessed = 2026-01-12
next-review = 2027-%02[3]d-12
status = "open"
inherent = { likelihood = 4, impact = 4 }
current = { likelihood = %[4]d, impact = 4 }
action = [{ title = "Do it", owner = "ROL-01", due = 2026-%02[3]d-12 }]

[[asset]]
id = "AST-%[1]d"
title = "Asset %[1]d"
description = "Holds data."
type = "information"
classification = "internal"
owner = "ROL-01"
confidentiality = "high"
integrity = "high"
availability = "high"
status = "in-use"

[[evidence]]
id = "EV-%[1]d"
title = "Evidence %[1]d"
description = "Shows it."
type = "record"
date = 2026-01-12
expires = 2026-%02[3]d-12
place = "In the archive."
owner = "ROL-01"
controls = [%[2]q]
risks = ["R-%[1]d"]

[[activity]]
id = "ACT-%[1]d"
title = "Activity %[1]d"
description = "Is done ([[POL-%[1]d]])."
owner = "ROL-01"
every = "1 month"
start = 2023-01-12
controls = [%[2]q]
occurrence = [{ done = 2026-10-12, evidence = "EV-%[1]d" }]

[[supplier]]
id = "SUP-%[1]d"
title = "Supplier %[1]d"
description = "Works for us."
tier = "critical"
owner = "ROL-01"
status = "active"
assets = ["AST-%[1]d"]
next-assessment = 2026-%02[3]d-12
`, i, control, 1+i%12, 2+i%2)
	}
	site["registers/all.toml"] = &fstest.MapFile{Data: []byte(register.String())}
	return site
}
