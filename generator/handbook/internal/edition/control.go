package edition

import (
	"slices"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/view"
)

// controlStatus says how far a control is implemented, that it is excluded, or
// that nobody has decided yet.
func controlStatus(p *projector, r record.Record) view.Cell {
	control := r.(*record.Control)
	switch {
	case control.Excluded():
		return badge(record.None, p.say("control.excluded"))
	case control.Status.IsSet() && control.TargetDate.IsSet() && !control.Settled():
		status := p.declaredStatus(r)
		status.Text = p.say("control.by", "status", status.Text, "date", p.date(control.TargetDate.Day).Text)
		if control.TargetDate.Before(p.Today.Day) {
			status.Tone = string(record.Bad)
		}
		return status
	case control.Status.IsSet():
		return p.declaredStatus(r)
	case !control.Applicable.IsSet():
		return badge(record.None, p.say("control.undecided"))
	default:
		return view.Cell{}
	}
}

// controlEntry adds to a control's page why it is here, and moves what the
// standard says of it into a panel of its own.
func controlEntry(p *projector, r record.Record, e *view.Entry) {
	control := r.(*record.Control)
	e.Meta = append(e.Meta, p.reasonWords(control)...)
	attributes := []string{"control.control-type", "control.properties", "control.concepts", "control.capabilities", "control.domains", "control.correspondence"}
	var own, given view.Panel
	for _, panel := range e.Panels {
		own.Title = panel.Title
		for _, fact := range panel.Facts {
			if slices.Contains(attributes, fact.Key) {
				given.Facts = append(given.Facts, fact)
			} else {
				own.Facts = append(own.Facts, fact)
			}
		}
	}
	given.Title = p.say("control.attributes")
	e.Panels = nil
	for _, panel := range []view.Panel{own, given} {
		if len(panel.Facts) > 0 {
			e.Panels = append(e.Panels, panel)
		}
	}
	p.addOtherFrameworks(r, e)
}

// reasonWords names the declared reasons for a control.
func (p *projector) reasonWords(control *record.Control) []view.Cell {
	if !control.Reasons.IsSet() {
		return nil
	}
	var words string
	for _, cell := range p.cells(control, fieldOf(control, "reasons")) {
		if words != "" {
			words += ", "
		}
		words += cell.Text
	}
	return []view.Cell{textCell(p.say("control.because", "reasons", words))}
}

// controlColumns are the columns of the Statement of Applicability: the four
// things that clause 6.1.3 d asks for, and who sees to it.
func controlColumns(p *projector) []column {
	kind := record.KindNamed("control")
	columns := []column{
		{title: p.say("entry.status"), main: true, cells: func(r record.Record) []view.Cell { return []view.Cell{controlStatus(p, r)} }},
		{title: p.say("control.why"), cells: func(r record.Record) []view.Cell { return p.why(r.(*record.Control)) }},
		p.fieldColumn(kind, "owner"),
		{title: p.say("control.how"), cells: func(r record.Record) []view.Cell { return p.linkedFrom(r, "document") }},
	}
	if p.showsEvidence() {
		columns = append(columns, p.fieldColumn(kind, "evidence"))
	}
	return columns
}

// showsEvidence reports whether any control of this part tells its evidence.
func (p *projector) showsEvidence() bool {
	return slices.ContainsFunc(record.All[record.Control](p.Handbook), func(c *record.Control) bool { return c.Evidence.IsSet() })
}

// why returns the reasons for a control: the open risks that rely on it, the
// reasons that are declared, and the justification in words. Risks give their
// reason themselves, where the edition shows any.
func (p *projector) why(control *record.Control) []view.Cell {
	var cells []view.Cell
	risks := p.linkedFrom(control, "risk")
	if len(risks) > 0 {
		cells = append(cells, view.Cell{Form: "reason", Text: p.say("control.reason.risk")})
		cells = append(cells, risks...)
	}
	for _, reason := range control.Reasons.Items {
		if reason.Value != record.RiskReason || len(risks) == 0 {
			cells = append(cells, view.Cell{Form: "reason", Text: p.say("control.reason." + string(reason.Value))})
		}
	}
	if control.Justification.IsSet() {
		cells = append(cells, view.Cell{Form: "note", HTML: p.html(&control.Justification)})
	}
	return cells
}

// linkedFrom returns the entries of a kind that refer to r and still hold: no
// closed risk, no withdrawn document.
func (p *projector) linkedFrom(r record.Record, kind string) []view.Cell {
	var cells []view.Cell
	for _, link := range p.LinksTo(r) {
		if link.From.Head().Kind.Name == kind && !record.Settled(link.From) {
			cell := p.entryCell(link.From)
			cell.Form = "ref"
			cells = append(cells, cell)
		}
	}
	return cells
}

// controlList groups the Statement of Applicability by theme and sums it up.
func controlList(p *projector, l *view.List) {
	if p.isBaseline() {
		l.Lede = p.say("baseline.controls")
		return // a list of the controls that are there, no Statement of Applicability
	}
	l.Title = p.say("control.soa")
	l.Cover = p.soaCover()
	rows := l.Groups[0].Rows
	for i := range rows {
		rows[i].Facets = append(rows[i].Facets, p.soaFacets(p.control(rows[i]))...)
	}
	if filter := filterBy("reasons", p.say("control.why"), l.Groups); len(filter.Options) > 1 {
		l.Filters = append(l.Filters, filter)
	}
	linkBy(l, "evidenced", p.say("chart.control.evidence"))
	linkBy(l, "attribute", p.say("chart.control.attribute"))
	linkBy(l, "in-place", p.say("chart.control.in-place"))
	var keys []string
	for _, option := range record.Theme("").Options() {
		keys = append(keys, option.Word)
	}
	l.Groups = groupBy(rows, keys, p.theme, func(key string, rows []view.Row) view.Group {
		sum := p.sumUp(rows)
		return view.Group{
			ID: key, Title: p.say("control.theme." + key),
			Note: p.say("control.theme.note", "count", sum.applicable(), "implemented", sum.implemented),
		}
	})
	l.Summary = p.soaSummary(l.Groups, rows)
	if sum := p.sumUp(rows); sum.applicable() > 0 {
		l.Lede = p.say("control.lede", "count", sum.applicable(), "implemented", sum.implemented, "excluded", sum.excluded)
	}
}

// soaCover tells the version of the Statement of Applicability, who approved it
// and when, as the document that is its cover has it.
func (p *projector) soaCover() view.Panel {
	for _, d := range record.All[record.Document](p.Handbook) {
		if !d.IsSoA.Value || d.Settled() {
			continue
		}
		cover := view.Panel{Title: p.say("control.soa")}
		cover.Facts = append(cover.Facts, view.Fact{Key: "control.cover", Label: p.say("control.cover"), Cells: []view.Cell{p.entryCell(d)}})
		for _, key := range []string{"version", "approved", "approver", "next-review"} {
			if field := fieldOf(d, key); field.Value.IsSet() {
				cover.Facts = append(cover.Facts, view.Fact{Key: fieldKey(d.Kind, "", field.Key), Label: p.label(d.Kind, "", field), Cells: p.cells(d, field)})
			}
		}
		cover.Facts = append(cover.Facts, view.Fact{Key: "control.standard", Label: p.say("control.standard"), Cells: []view.Cell{textCell("ISO/IEC 27001:2022")}})
		return cover
	}
	return view.Panel{}
}

// soaFacets returns by what a control is found besides its declared facets: its
// reasons, and that it is excluded or not decided, which is no declared status.
func (p *projector) soaFacets(control *record.Control) []view.Facet {
	var facets []view.Facet
	for _, reason := range control.Reasons.Items {
		word := string(reason.Value)
		facets = append(facets, view.Facet{Key: "reasons", Value: word, Label: p.say("control.reason." + word)})
	}
	switch {
	case control.Excluded():
		facets = append(facets, view.Facet{Key: "status", Value: "excluded", Label: p.say("control.excluded")})
	case !control.Applicable.IsSet():
		facets = append(facets, view.Facet{Key: "status", Value: "undecided", Label: p.say("control.undecided")})
	default:
		facets = append(facets, p.attributeFacets(control)...)
		if len(record.All[record.Evidence](p.Handbook)) > 0 {
			facets = append(facets, p.evidencedFacet(control))
		}
	}
	return facets
}

func (p *projector) theme(row view.Row) string {
	return string(p.control(row).Theme.Value)
}

func (p *projector) control(row view.Row) *record.Control {
	r, _ := p.Find(row.Anchor)
	return r.(*record.Control)
}

// soaSum counts controls by how far they are implemented.
type soaSum struct {
	implemented, partly, planned, excluded, undecided int
}

func (s soaSum) applicable() int { return s.implemented + s.partly + s.planned }

func (p *projector) sumUp(rows []view.Row) soaSum {
	var sum soaSum
	for _, row := range rows {
		sum.add(p.control(row))
	}
	return sum
}

// add counts one more control.
func (s *soaSum) add(control *record.Control) {
	switch {
	case control.Excluded():
		s.excluded++
	case control.Status.Value == record.Implemented:
		s.implemented++
	case control.Status.Value == record.PartlyDone:
		s.partly++
	case control.Status.Value == record.PlannedControl:
		s.planned++
	default:
		s.undecided++
	}
}

// soaSummary is a table of the themes by state of implementation.
func (p *projector) soaSummary(groups []view.Group, all []view.Row) view.Table {
	total := p.sumUp(all)
	table := view.Table{Columns: []view.Column{{Title: p.say("control.theme.title")}}}
	for _, key := range []string{"implemented", "partly", "planned", "excluded"} {
		table.Columns = append(table.Columns, view.Column{Title: p.say("control.sum." + key), Numeric: true})
	}
	if total.undecided > 0 {
		table.Columns = append(table.Columns, view.Column{Title: p.say("control.sum.undecided"), Numeric: true})
	}
	table.Columns = append(table.Columns, view.Column{Title: p.say("control.sum.all"), Numeric: true})
	line := func(name view.Cell, rows []view.Row) view.Row {
		sum := p.sumUp(rows)
		numbers := []int{sum.implemented, sum.partly, sum.planned, sum.excluded}
		if total.undecided > 0 {
			numbers = append(numbers, sum.undecided)
		}
		row := view.Row{Cells: [][]view.Cell{{name}}}
		for _, number := range append(numbers, len(rows)) {
			row.Cells = append(row.Cells, []view.Cell{numberCell(number)})
		}
		return row
	}
	for _, group := range groups {
		table.Rows = append(table.Rows, line(view.Cell{Form: "anchor", Text: group.Title, Path: "#" + group.ID}, group.Rows))
	}
	table.Rows = append(table.Rows, line(textCell(p.say("control.sum.all")), all))
	return table
}
