package edition

import (
	"slices"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/view"
)

// part is a table of a page that is made for some people.
type part struct {
	key     string
	columns []string
	rows    func(*projector) []view.Row
}

// perspective makes a page that starts from what some people need to know and
// decide. Parts without rows are left out.
func perspective(key string, parts ...part) func(*projector) view.Page {
	return func(p *projector) view.Page {
		page := view.Page{
			Path: "for-" + key + ".html", Title: p.say("for." + key + ".title"),
			Question: p.say("for." + key + ".question"), Lede: p.say("for." + key + ".lede"),
		}
		for _, part := range parts {
			if rows := part.rows(p); len(rows) > 0 {
				page.Sections = append(page.Sections, view.Section{
					ID: part.key, Title: p.say("for.part." + part.key), Note: p.say("list.count", "count", len(rows)),
					Table: withoutEmptyColumns(view.Table{Columns: p.columns(part.columns...), Rows: rows}),
				})
			}
		}
		return page
	}
}

// withoutEmptyColumns leaves out the columns that no row fills, such as what was so
// at the last review in an edition without reviews.
func withoutEmptyColumns(table view.Table) view.Table {
	isFilled := func(column int) bool {
		return slices.ContainsFunc(table.Rows, func(row view.Row) bool { return len(row.Cells[column]) > 0 })
	}
	kept := view.Table{Rows: slices.Clone(table.Rows)}
	for i := range kept.Rows {
		kept.Rows[i].Cells = nil
	}
	for column, head := range table.Columns {
		if !isFilled(column) {
			continue
		}
		kept.Columns = append(kept.Columns, head)
		for i, row := range table.Rows {
			kept.Rows[i].Cells = append(kept.Rows[i].Cells, row.Cells[column])
		}
	}
	return kept
}

var operationsPage = perspective("operations",
	part{"doing", []string{"source", "what", "due", "state", "owner"}, recurringSoon},
	part{"unfinished", []string{"source", "owner", "state"}, unfinishedControls},
	part{"incidents", []string{"source", "date", "grade", "owner", "state"}, openIncidents},
	part{"evidence", []string{"source", "due", "state", "owner"}, evidenceEnding},
	part{"measured", []string{"source", "result", "target", "then", "state"}, technicalMetrics},
	part{"exceptions", []string{"source", "what", "due", "owner"}, exceptionsInUse},
)

var businessPage = perspective("business",
	part{"processes", []string{"source", "criticality", "recovery", "owner", "highest"}, processesAndRisks},
	part{"accept", []string{"source", "now", "then", "plan", "acceptance"}, func(p *projector) []view.Row { return risksNow(p, p.lastReview()).Rows }},
	part{"suppliers", []string{"source", "tier", "due", "owner"}, suppliersInUse},
	part{"exceptions", []string{"source", "what", "due", "owner"}, exceptionsInUse},
)

var dataProtectionPage = perspective("data-protection",
	part{"personal-assets", []string{"source", "where", "owner", "highest"}, personalAssets},
	part{"processors", []string{"source", "where", "subprocessor", "due", "owner"}, processorsOfPersonalData},
	part{"breaches", []string{"source", "date", "grade", "owner", "state"}, personalIncidents},
	part{"laws", []string{"source", "authority", "due", "owner"}, lawsInForce},
)

// overduePromises lists the steps that somebody has promised and not done.
func overduePromises(p *projector) []view.Row {
	var rows []view.Row
	for _, task := range p.overdueTasks() {
		if task.In != "" {
			rows = append(rows, view.Row{Cells: p.taskRow(task).Cells})
		}
	}
	return rows
}

// recurringSoon lists the recurring activities that are due soon or overdue.
func recurringSoon(p *projector) []view.Row {
	var rows []view.Row
	for _, task := range p.tasks(soon) {
		if _, recurs := task.Field.Value.(*record.Interval); recurs {
			rows = append(rows, view.Row{Cells: p.taskRow(task).Cells})
		}
	}
	return rows
}

func openNonconformities(p *projector) []view.Row {
	var rows []view.Row
	for _, n := range record.All[record.Nonconformity](p.Handbook) {
		if !n.Settled() && n.Title.IsSet() {
			rows = append(rows, p.line(n, one(p.dateCell(n.Date)), p.cells(n, fieldOf(n, "grade")), one(p.ownerCell(n)), one(p.status(n))))
		}
	}
	return rows
}

func vacantRoles(p *projector) []view.Row {
	var rows []view.Row
	for _, role := range record.All[record.Role](p.Handbook) {
		if role.Vacant() {
			rows = append(rows, p.line(role, one(view.Cell{Form: "html", HTML: p.html(&role.Purpose)})))
		}
	}
	return rows
}

// unfinishedControls lists the technological controls that apply and do not
// work in full.
func unfinishedControls(p *projector) []view.Row {
	var rows []view.Row
	for _, control := range record.All[record.Control](p.Handbook) {
		if control.Theme.Value == record.Technological && control.Applicable.Value && !control.Settled() {
			rows = append(rows, p.line(control, one(p.ownerCell(control)), one(p.status(control))))
		}
	}
	return rows
}

func openIncidents(p *projector) []view.Row {
	return incidentRows(p, func(incident *record.Incident) bool { return !incident.Settled() })
}

func personalIncidents(p *projector) []view.Row {
	return incidentRows(p, func(incident *record.Incident) bool { return incident.PersonalData.Value })
}

func incidentRows(p *projector, wanted func(*record.Incident) bool) []view.Row {
	var rows []view.Row
	for _, incident := range record.All[record.Incident](p.Handbook) {
		if incident.Title.IsSet() && wanted(incident) {
			rows = append(rows, p.line(incident, one(p.dateCell(incident.Detected)), p.cells(incident, fieldOf(incident, "severity")), one(p.ownerCell(incident)), one(p.status(incident))))
		}
	}
	return rows
}

// evidenceEnding lists the evidence that has expired or will soon.
func evidenceEnding(p *projector) []view.Row {
	var rows []view.Row
	for _, task := range p.tasks(soon) {
		if _, ok := task.Of.(*record.Evidence); ok {
			rows = append(rows, p.line(task.Of, one(p.dateCell(task.Due)), one(p.urgency(task)), one(p.taskOwner(task))))
		}
	}
	return rows
}

// technicalMetrics lists the metrics that tell of technological controls.
func technicalMetrics(p *projector) []view.Row {
	return slices.DeleteFunc(measurementsSince(p, p.lastReview()).Rows, func(row view.Row) bool {
		metric, _ := p.Find(row.Cells[0][0].ID)
		return !slices.ContainsFunc(metric.(*record.Metric).Controls.In(p.Handbook), func(c *record.Control) bool { return c.Theme.Value == record.Technological })
	})
}

func exceptionsInUse(p *projector) []view.Row {
	var rows []view.Row
	for _, exception := range record.All[record.Exception](p.Handbook) {
		if exception.Title.IsSet() && !exception.Settled() {
			rows = append(rows, p.line(exception, one(view.Cell{Form: "html", HTML: p.html(&exception.Description)}), one(p.dueCell(exception.Until)), one(p.ownerCell(exception))))
		}
	}
	return rows
}

// processesAndRisks lists processes with the highest risk that threatens what
// they depend on.
func processesAndRisks(p *projector) []view.Row {
	var rows []view.Row
	for _, process := range record.All[record.Process](p.Handbook) {
		if !process.Title.IsSet() {
			continue
		}
		var recovery []view.Cell
		if process.RTO.IsSet() {
			recovery = one(textCell(process.RTO.Value))
		}
		rows = append(rows, p.line(process, p.cells(process, fieldOf(process, "criticality")), recovery,
			one(p.ownerCell(process)), p.highestRisk(asRecords(process.Assets.In(p.Handbook))...)))
	}
	return rows
}

// highestRisk returns the highest open risk that one of the entries is tied to.
func (p *projector) highestRisk(entries ...record.Record) []view.Cell {
	var highest *record.Risk
	for _, entry := range entries {
		for _, r := range p.near(entry, "risk") {
			risk := r.(*record.Risk)
			if !risk.Settled() && risk.Current.Row.Level() > 0 && (highest == nil || risk.Current.Row.Level() > highest.Current.Row.Level()) {
				highest = risk
			}
		}
	}
	if highest == nil {
		return nil
	}
	return append(p.refs([]record.Record{highest}), p.levelCell(highest.Current.Row.Level()))
}

func suppliersInUse(p *projector) []view.Row {
	var rows []view.Row
	for _, supplier := range record.All[record.Supplier](p.Handbook) {
		if supplier.Title.IsSet() && !supplier.Settled() {
			rows = append(rows, p.line(supplier, p.cells(supplier, fieldOf(supplier, "tier")), one(p.dueCell(supplier.NextAssessment)), one(p.ownerCell(supplier))))
		}
	}
	return rows
}

// personalAssets lists the assets that hold data about people.
func personalAssets(p *projector) []view.Row {
	var rows []view.Row
	for _, asset := range record.All[record.Asset](p.Handbook) {
		if asset.PersonalData.Value && !asset.Settled() {
			rows = append(rows, p.line(asset, one(textCell(asset.Location.Value)), one(p.ownerCell(asset)), p.highestRisk(asset)))
		}
	}
	return rows
}

// processorsOfPersonalData lists the suppliers that handle data about people.
func processorsOfPersonalData(p *projector) []view.Row {
	var rows []view.Row
	for _, supplier := range record.All[record.Supplier](p.Handbook) {
		if supplier.PersonalData.Value && !supplier.Settled() {
			rows = append(rows, p.line(supplier, one(textCell(supplier.Location.Value)), one(textCell(p.yesNo(supplier.Subprocessor.Value))),
				one(p.dueCell(supplier.NextAssessment)), one(p.ownerCell(supplier))))
		}
	}
	return rows
}

// lawsInForce lists the laws that bind the organization.
func lawsInForce(p *projector) []view.Row {
	var rows []view.Row
	for _, obligation := range record.All[record.Obligation](p.Handbook) {
		if obligation.Type.Value.IsLaw() {
			rows = append(rows, p.line(obligation, one(textCell(obligation.Authority.Value)), one(p.dueCell(obligation.NextReview)), one(p.ownerCell(obligation))))
		}
	}
	return rows
}
