package largesite

import (
	"bytes"
	"fmt"
	"strings"
)

// form is a sort of document.
type form struct{ kind, folder, prefix string }

var forms = []form{
	{"policy", "policies", "POL"}, {"procedure", "procedures", "PRO"}, {"procedure", "procedures", "PRO"}, {"standard", "standards", "STD"},
	{"guideline", "guidelines", "GUI"}, {"procedure", "procedures", "PRO"}, {"plan", "plans", "PLN"},
}

func formOf(i int) form { return forms[i%len(forms)] }

func documentID(i int) string { return fmt.Sprintf("%s-%05d", formOf(i).prefix, i+1) }

// isForAuditors reports whether staff may not read a document.
func isForAuditors(i int) bool { return i%40 == 39 }

// length is how many words the body of a document has at least.
const length = 560

// Text returns the text of a document, counted from zero. Where there are words
// to add, they make its last paragraph.
func (s Site) Text(i int, more string) []byte {
	w := s.writer("documents", i)
	var to bytes.Buffer
	w.front(&to, i)
	words := 0
	section := func(text string) {
		words += len(strings.Fields(text))
		to.WriteString(text)
	}
	if isForAuditors(i) {
		for words < length {
			section("\n## " + w.title("{place}, {interval}") + "\n\n" + w.remarks(i, 5) + "\n")
		}
		return to.Bytes()
	}
	section("\n## What it covers\n\n" + w.paragraph(purposes, 3) + "\n\n" + w.paragraph(threats, 2) + " It helps to treat [[" + w.anyRisk() + "]].\n")
	section("\n## Who does what\n\n" + w.duties() + "\n")
	for n := 1; words < length-90; n++ {
		section("\n## " + w.title(headings[w.IntN(len(headings))]) + "\n\n" + w.paragraph(rules, 3+w.IntN(2)) + "\n\n" + w.detail(n) + "\n")
	}
	if i%6 == 0 {
		to.WriteString("\n::: auditor\n" + w.remarks(i, 2) + "\n:::\n")
	}
	section("\n## Records\n\n" + w.paragraph(records, 2) + " Kept for " + w.fill("{span}") + ".[^kept]\n\n[^kept]: " + w.sentence(reasons) + "\n")
	if more != "" {
		to.WriteString("\n" + more + "\n")
	}
	return to.Bytes()
}

func (w *writer) front(to *bytes.Buffer, i int) {
	form := formOf(i)
	audience := ""
	if isForAuditors(i) {
		audience = "audience = \"auditor\"\n"
	}
	fmt.Fprintf(to, `+++
id = %q
title = %q
summary = %q
type = %q
status = "in-force"
version = "%d.0"
approved = 2026-%02d-08
owner = %q
approver = "ROL-01"
next-review = 2027-%02d-08
clauses = [%q]
controls = [%q, %q]
risks = [%q]
related = [%q]
keywords = [%q, %q]
%schange = [{ version = "%d.0", date = 2026-%02d-08, text = %q }]
+++
`, documentID(i), w.title("{review} of {thing}, {place}"), w.sentence(purposes), form.kind, 1+i%4, 1+i%10, roleID(1+w.IntN(len(roles)-1)), 1+i%12,
		clauses[w.IntN(len(clauses))], controls[i%len(controls)], controls[(i+31)%len(controls)], w.anyRisk(),
		w.anyDocument(), w.fill("{thing}"), w.fill("{event}"), audience, 1+i%4, 1+i%10, w.sentence(records))
}

// remarks returns what only auditors may read of a document. Among tens of thousands
// of documents two sentences in a row would come again in one for all; here their
// numbers stand between.
func (w *writer) remarks(document, count int) string {
	var all []string
	for n := range count {
		all = append(all, fmt.Sprintf("Remark %d.%d: %s", document+1, n+1, w.sentence(weaknesses)))
	}
	return strings.Join(all, " ")
}

// duties returns a table of who does what.
func (w *writer) duties() string {
	table := "| Role | Duty | When |\n|---|---|---|\n"
	for range 3 + w.IntN(2) {
		table += "| [[" + w.anyRole() + "]] | " + w.title("{verb} {thing}") + " | " + w.fill("{interval}") + " |\n"
	}
	return table
}

// detail returns what stands below the rules of a section: steps, points, values,
// a note or more words.
func (w *writer) detail(n int) string {
	switch (n + w.IntN(3)) % 5 {
	case 0:
		return "1. " + w.step() + "\n2. " + w.step() + "\n3. " + w.step() + "\n4. " + w.step() + " See [[" + w.anyDocument() + "]]."
	case 1:
		return "- " + w.step() + "\n- " + w.step() + "\n- " + w.step()
	case 2:
		return "| What | Limit | Approved by |\n|---|--:|---|\n" +
			"| " + w.title("{thing}") + " | " + w.fill("{span}") + " | [[" + w.anyRole() + "]] |\n| " + w.title("{thing}") + " | " + w.fill("{span}") + " | [[" + w.anyRole() + "]] |"
	case 3:
		return "> [!NOTE]\n> " + w.sentence(reasons) + " It concerns [[" + w.anyAsset() + "]] above all.\n\n" + w.paragraph(duties, 2)
	default:
		return w.paragraph(reasons, 2) + " Controls: [[" + controls[w.IntN(len(controls))] + "]] and [[" + controls[w.IntN(len(controls))] + "|the one that goes with it]]."
	}
}

func (w *writer) step() string { return w.sentence(steps) }
