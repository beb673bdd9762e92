package edition

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/check"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/view"
)

// findings are what the rules find in the part, for its readers.
type findings struct {
	all   finding.List
	about map[string]finding.List // by the ID of the entry at fault
	rules map[string]check.Rule   // by code
}

func findingsOf(part *Part) *findings {
	f := &findings{all: check.RunFor(part.Edition, part.Handbook), about: map[string]finding.List{}, rules: map[string]check.Rule{}}
	for _, subject := range check.Rules {
		for _, rule := range subject.Rules {
			f.rules[rule.Code] = rule
		}
	}
	for _, found := range f.all {
		if len(found.Entries) > 0 {
			f.about[found.Entries[0]] = append(f.about[found.Entries[0]], found)
		}
	}
	return f
}

// attention shows on the page of an entry what the rules find about it, and on
// that of a role what they find about all that it answers for.
func (p *projector) attention(r record.Record, e *view.Entry) {
	own := p.findings().about[id(r)]
	section := view.Section{ID: "attention", Title: p.say("rules.attention"), Table: view.Table{Columns: []view.Column{
		{Title: p.say("rules.what")}, {Title: p.say("rules.weight")}, {Title: p.say("rules.holds")}, {Title: p.say("rules.basis")},
	}}}
	for _, f := range own {
		section.Table.Rows = append(section.Table.Rows, view.Row{Cells: [][]view.Cell{
			{textCell(p.sentence(f.Message))}, p.weight(f), {textCell(p.sentence(p.findings().rules[f.Code].Doc))}, p.basisCells(f.Code),
		}})
	}
	if role, ok := r.(*record.Role); ok {
		if duties := p.duties(role); len(duties.Table.Rows) > 0 {
			e.Sections = slices.Insert(e.Sections, afterTasks(e.Sections), duties)
		}
	}
	if len(own) > 0 {
		e.Sections = slices.Insert(e.Sections, 0, section)
	}
}

// duties lists what the rules find about the entries that a role answers for. What
// the role has not done in time stands among its tasks and is not told twice,
// unless it may stand for a while.
func (p *projector) duties(role *record.Role) view.Section {
	isTask := map[record.Record]bool{}
	for _, task := range p.soonOf(role) {
		isTask[task.Of] = true
	}
	section := view.Section{ID: "duties", Title: p.say("rules.duties"), Table: view.Table{Columns: []view.Column{
		{Title: p.say("due.what")}, {Title: p.say("rules.what")}, {Title: p.say("rules.weight")},
	}}}
	for _, f := range p.foundBy()[role.ID.Value] {
		r := p.entryAtFault(f)
		isTold := p.findings().rules[f.Code].Late && f.Waiver == nil && isTask[r]
		if r != record.Record(role) && !isTold {
			section.Table.Rows = append(section.Table.Rows, view.Row{Cells: [][]view.Cell{
				{p.entryCell(r)}, {textCell(p.sentence(f.Message))}, p.weight(f),
			}})
		}
	}
	return section
}

// gatherFoundByRole returns what the rules find, by the ID of the role that has to
// see to it.
func (p *projector) gatherFoundByRole() map[string]finding.List {
	byRole := map[string]finding.List{}
	for _, f := range p.findings().all {
		if r := p.entryAtFault(f); r != nil {
			id := p.answersFor(r)
			byRole[id] = append(byRole[id], f)
		}
	}
	return byRole
}

// answersFor returns the ID of the role that has to see to what is found about
// an entry: its owner, or else the first role that it names.
func (p *projector) answersFor(r record.Record) string {
	if role, ok := r.(*record.Role); ok {
		return role.ID.Value
	}
	if owner := record.OwnerOf(r); owner.ID != "" {
		return owner.ID
	}
	for _, field := range record.Fields(r) {
		if role, ok := field.Value.(*record.Ref[record.Role]); ok && role.IsSet() {
			return role.ID
		}
	}
	return ""
}

// entryAtFault returns the entry that a finding is about, nil where that is the
// site.
func (p *projector) entryAtFault(f finding.Finding) record.Record {
	if len(f.Entries) == 0 {
		return nil
	}
	r, _ := p.Find(f.Entries[0])
	return r
}

// weight shows how much a finding weighs, or until when it may stand and by which
// decision.
func (p *projector) weight(f finding.Finding) []view.Cell {
	if w := f.Waiver; w != nil {
		return []view.Cell{badge(record.Planned, p.say("rules.waived", "date", p.date(w.Until).Text)), p.entryLink(w.ID)}
	}
	tone := map[finding.Level]record.Tone{finding.Error: record.Bad, finding.Warning: record.Due, finding.Note: record.Planned}[f.Level]
	return []view.Cell{badge(tone, p.say("rules.level."+f.Level.String()))}
}

// basisCells says what asks for a rule, with links to the clauses and controls
// that the edition has.
func (p *projector) basisCells(code string) []view.Cell {
	var cells []view.Cell
	for _, basis := range strings.Split(p.findings().rules[code].Basis, ", ") {
		number, _, _ := strings.Cut(basis, " ")
		if r, found := p.Find(number); found {
			cell := p.entryCell(r)
			cell.Form = "ref"
			cells = append(cells, cell)
		} else {
			cells = append(cells, textCell(basis))
		}
	}
	return cells
}

// findingsPage lists everything that the rules find, and what was waived.
func findingsPage(p *projector) view.Page {
	list := view.List{Kind: "findings", Title: p.say("rules.title"), Total: len(p.findings().all), Columns: []view.Column{
		{Title: p.say("due.what")}, {Title: p.say("rules.what"), Main: true}, {Title: p.say("rules.weight")},
		{Title: p.say("rules.rule")}, {Title: p.say("rules.basis")}, {Title: p.say("due.role")},
	}}
	groupOf := map[string]string{}
	var rows []view.Row
	for i, f := range p.findings().all {
		row := p.findingRow(f)
		row.Anchor = cmp.Or(row.Anchor, "site") + "." + f.Code + "." + strconv.Itoa(i+1)
		groupOf[row.Anchor] = groupOfFinding(f)
		rows = append(rows, row)
	}
	list.Groups = groupBy(rows, groupsOfFindings, func(row view.Row) string { return groupOf[row.Anchor] }, func(key string, rows []view.Row) view.Group {
		return view.Group{ID: key, Title: p.say("rules.group." + key), Note: p.say("rules.count", "count", len(rows))}
	})
	list.Filters = []view.Filter{
		filterBy("kind", p.say("due.kind"), list.Groups), filterBy("rule", p.say("rules.rule"), list.Groups), filterBy("role", p.say("due.role"), list.Groups),
	}
	standing := len(p.findings().all.Standing())
	return view.Page{
		Path: "findings.html", Title: p.say("rules.title"), Question: p.say("rules.question"),
		Lede: p.say("rules.lede", "count", standing, "waived", len(p.findings().all)-standing), Register: list,
	}
}

// groupsOfFindings are the groups of the page, the heaviest first.
var groupsOfFindings = []string{"error", "warning", "note", "waived"}

func groupOfFinding(f finding.Finding) string {
	if f.Waiver != nil {
		return "waived"
	}
	return f.Level.String()
}

// findingRow shows a finding as a line of the page of all.
func (p *projector) findingRow(f finding.Finding) view.Row {
	rule := p.findings().rules[f.Code]
	what := []view.Cell{textCell(p.sentence(f.Message))}
	if w := f.Waiver; w != nil {
		what = append(what, view.Cell{Form: "note", HTML: view.Escape(p.say("rules.waiver", "reason", w.Reason, "role", w.Approver))})
	}
	row := view.Row{
		Cells: [][]view.Cell{
			{textCell(p.say("rules.site"))}, what, p.weight(f),
			{{Form: "text", Text: f.Code}, {Form: "note", HTML: view.Escape(p.sentence(rule.Doc))}}, p.basisCells(f.Code), nil,
		},
		Facets: []view.Facet{{Key: "rule", Value: f.Code, Label: f.Code}},
	}
	r := p.entryAtFault(f)
	if r == nil {
		return row
	}
	row.Anchor = id(r)
	row.Cells[0] = []view.Cell{p.entryCell(r)}
	kind := r.Head().Kind
	row.Facets = append(row.Facets, view.Facet{Key: "kind", Value: kind.Name, Label: p.words.Label("kind."+kind.Name, kind.Label)})
	if role := p.entryLink(p.answersFor(r)); role.Form != "" {
		row.Cells[5] = []view.Cell{role}
		row.Facets = append(row.Facets, view.Facet{Key: "role", Value: slug(role.ID), Label: role.Text})
	}
	return row
}

func id(r record.Record) string { return r.Head().ID.Value }

// sentence returns what a message says as people write it, with its days written
// out.
func (p *projector) sentence(message string) string {
	parts := strings.Split(message, " ")
	for i, part := range parts {
		iso := strings.Trim(part, "(),;:")
		if day, err := time.Parse(time.DateOnly, iso); err == nil {
			parts[i] = strings.Replace(part, iso, p.date(day).Text, 1)
		}
	}
	message = strings.Join(parts, " ")
	first, size := utf8.DecodeRuneInString(message)
	return string(unicode.ToUpper(first)) + message[size:] + "."
}
