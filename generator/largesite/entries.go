package largesite

import (
	"bytes"
	"fmt"
)

const config = `language = "en"

[organization]
name = "Northquay"
legal-name = "Northquay Logistics Group N.V."
security-contact = "security@northquay.example"
ask = "Group security, #security in chat"

[audience]
document = "staff"
role = "staff"
asset = "staff"
risk = "staff"
control = "staff"
clause = "staff"
supplier = "staff"
activity = "staff"
evidence = "staff"
`

// The IDs of the entries, counted from zero.
func riskID(i int) string     { return fmt.Sprintf("R-%05d", i+1) }
func assetID(i int) string    { return fmt.Sprintf("AST-%05d", i+1) }
func evidenceID(i int) string { return fmt.Sprintf("EV-%05d", i+1) }
func activityID(i int) string { return fmt.Sprintf("ACT-%05d", i+1) }
func supplierID(i int) string { return fmt.Sprintf("SUP-%05d", i+1) }
func roleID(i int) string     { return fmt.Sprintf("ROL-%02d", i+1) }

// anyDocument returns one that every reader of the others may see.
func (w *writer) anyDocument() string {
	i := w.IntN(w.site.documents)
	if isForAuditors(i) {
		i--
	}
	return documentID(i)
}

func (w *writer) anyRole() string  { return roleID(w.IntN(len(roles))) }
func (w *writer) anyRisk() string  { return riskID(w.IntN(w.site.share(8))) }
func (w *writer) anyAsset() string { return assetID(w.IntN(w.site.share(10))) }

func (w *writer) role(to *bytes.Buffer, i int) {
	fmt.Fprintf(to, `[[role]]
id = %q
title = %q
purpose = %q
responsibilities = [%q, %q]
holders = ["p-%03d"]
`, roleID(i), roles[i], w.sentence(duties), w.sentence(duties), w.sentence(duties), i+1)
	if i == 0 {
		to.WriteString("top-management = true\n")
	} else {
		fmt.Fprintf(to, "reports-to = %q\n", roleID(i/4))
	}
	to.WriteString("\n")
}

func (w *writer) control(to *bytes.Buffer, i int) {
	why := `"business"`
	if i < w.site.share(8) {
		why = `"risk", "business"`
	}
	fmt.Fprintf(to, `[[control]]
id = %q
applicable = true
status = "implemented"
owner = %q
reasons = [%s]
justification = %q
implementation = %q
implemented = 2024-%02d-12
evidence = [%q]

`, controls[i], w.anyRole(), why, w.sentence(reasons),
		w.sentence(rules)+" See [["+w.anyDocument()+"]].", 1+w.IntN(12), w.fill("{record}"))
}

func (w *writer) asset(to *bytes.Buffer, i int) {
	fmt.Fprintf(to, `[[asset]]
id = %q
title = %q
type = %q
description = %q
owner = %q
classification = %q
confidentiality = %q
integrity = %q
availability = %q
location = %q
status = "in-use"
since = 20%02d-%02d-05

`, assetID(i), w.title("{thing} of {place}"), w.of("information", "software", "service", "hardware"), w.sentence(purposes), w.anyRole(),
		w.of("internal", "confidential", "secret"), w.level(), w.level(), w.level(), w.fill("{site}"), 15+w.IntN(10), 1+w.IntN(12))
}

func (w *writer) level() string { return w.of("low", "medium", "high", "very-high") }

func (w *writer) risk(to *bytes.Buffer, i int) {
	current := 1 + w.IntN(3)
	fmt.Fprintf(to, `[[risk]]
id = %q
title = %q
description = %q
category = %q
affects = [%q]
assets = [%q]
owner = %q
threat = %q
vulnerability = %q
treatment = ["modification"]
controls = [%q]
identified = 2024-%02d-03
assessed = 2026-%02d-10
next-review = 2027-%02d-20
status = "open"
inherent = { likelihood = 4, impact = %d, why = %q }
current = { likelihood = %d, impact = 2, why = %q }
action = [{ title = %q, owner = %q, due = 2027-%02d-28 }]

`, riskID(i), w.title("{event} at {place}"), w.sentence(threats), w.of("people", "technology", "supplier", "physical", "legal", "operations"),
		w.of("confidentiality", "integrity", "availability"), w.anyAsset(), w.anyRole(), w.title("{event}"), w.sentence(weaknesses),
		controls[i%len(controls)], 1+w.IntN(12), 1+w.IntN(10), 1+w.IntN(12),
		2+w.IntN(3), w.sentence(threats), current, w.sentence(rules), w.title("{verb} {thing}"), w.anyRole(), 1+w.IntN(2))
}

func (w *writer) evidence(to *bytes.Buffer, i int) {
	fmt.Fprintf(to, `[[evidence]]
id = %q
title = %q
description = %q
type = %q
date = 2026-%02d-12
expires = 2027-%02d-12
place = %q
owner = %q
controls = [%q]
risks = [%q]
documents = [%q]

`, evidenceID(i), w.title("{record} of {place}"), w.sentence(records), w.of("record", "report", "export", "configuration"),
		1+w.IntN(11), 1+w.IntN(12), w.fill("{store}"), w.anyRole(), controls[i%len(controls)], w.anyRisk(), w.anyDocument())
}

func (w *writer) activity(to *bytes.Buffer, i int) {
	fmt.Fprintf(to, `[[activity]]
id = %q
title = %q
description = %q
owner = %q
every = "1 year"
start = 2025-%02d-12
controls = [%q]
occurrence = [{ done = 2026-%02d-10, evidence = %q }]

`, activityID(i), w.title("{review} of {thing}"), w.sentence(duties)+" It follows [["+w.anyDocument()+"]].",
		w.anyRole(), 1+i%11, controls[i%len(controls)], 1+i%11, evidenceID(w.IntN(w.site.share(6))))
}

func (w *writer) supplier(to *bytes.Buffer, i int) {
	fmt.Fprintf(to, `[[supplier]]
id = %q
title = %q
description = %q
tier = %q
owner = %q
status = "active"
assets = [%q]
location = %q
contract-since = 20%02d-04-01
every = "1 year"
next-assessment = 2027-%02d-12

`, supplierID(i), w.title("{service} for {place}"), w.sentence(purposes), w.of("critical", "important", "ordinary"), w.anyRole(), w.anyAsset(),
		w.fill("{site}"), 12+w.IntN(13), 1+w.IntN(12))
}
