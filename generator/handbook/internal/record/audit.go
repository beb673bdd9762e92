package record

import "github.com/annex-isms/annex/generator/audience"

var audits = Kind{
	Name: "audit", Folder: "audits", Label: "Audit", Plural: "Audits", Article: "an audit", Prefix: "AUD-", Chapter: Evaluation,
	Help:  "Who looked at what, when and with which result: our own audits and those of the certification body.",
	Basis: "9.2", ByTitle: true,
	New: func() Record { return new(Audit) },
}

// Audit is an internal audit, an audit by the certification body or one of a
// supplier, planned or done (clause 9.2).
type Audit struct {
	Entry
	Description    Text
	Type           Choice[AuditType]
	Programme      Ref[AuditProgramme]
	Status         Choice[AuditStatus]
	PlannedFor     Date
	From           Date
	To             Date
	Criteria       Text
	Auditors       Lines
	AuditorRole    Ref[Role]
	AuditorHolders Lines
	Auditees       Refs[Role]
	Clauses        Refs[Clause]
	Controls       Refs[Control]
	Processes      Refs[Process]
	Risks          Refs[Risk]
	Summary        Text
	Report         Ref[Evidence]
}

// Declare declares what an audit says.
func (a *Audit) Declare() []Declaration {
	return []Declaration{
		{Key: "description", Label: "Scope", Must: true, Audience: audience.Staff, Place: Lede, Value: &a.Description,
			Help: "What the audit looks at: sites, teams, processes, period."},
		{Key: "type", Label: "Type", Must: true, Audience: audience.Staff, Column: true, Facet: true, Value: &a.Type,
			Help: "What sort of audit it is."},
		{Key: "programme", Label: "Programme", Inverse: "Audits of the programme", Audience: audience.Auditor, Facet: true, Value: &a.Programme,
			Help: "The audit programme that it belongs to."},
		{Key: "status", Label: "Status", Must: true, Audience: audience.Staff, Badge: true, Facet: true, Value: &a.Status,
			Help: "Whether it took place."},
		{Key: "planned-for", Label: "Planned for", Must: true, Audience: audience.Staff, Column: true, Due: true, Task: "Hold the audit", Value: &a.PlannedFor,
			Help: "The day on which it should begin."},
		{Key: "from", Label: "From", Audience: audience.Staff, Column: true, Value: &a.From,
			Help: "Its first day."},
		{Key: "to", Label: "To", Audience: audience.Staff, Value: &a.To,
			Help: "Its last day."},
		{Key: "criteria", Label: "Criteria", Must: true, Audience: audience.Staff, Place: Section, Value: &a.Criteria,
			Help: "What the auditors compare with: the standard, documents, contracts, the law."},
		{Key: "auditors", Label: "Auditors", Audience: audience.Staff, Value: &a.Auditors,
			Help: "Who audits: a firm or a function, never a person."},
		{Key: "auditor-role", Label: "Auditing role", Inverse: "Carries out audits", Audience: audience.Staff, Value: &a.AuditorRole,
			Help: "The role that audits, where it is one of ours."},
		{Key: "auditor-holders", Label: "Auditor's key", Audience: audience.Auditor, Value: &a.AuditorHolders,
			Help: "Who held that role in the audit, as opaque keys: what shows that nobody audited their own work."},
		{Key: "auditees", Label: "Audited roles", Inverse: "Audited in", Audience: audience.Staff, Value: &a.Auditees,
			Help: "The roles whose work was looked at."},
		{Key: "clauses", Label: "Clauses looked at", Inverse: "Looked at in audits", Audience: audience.Staff, Value: &a.Clauses,
			Help: "The clauses that it covers."},
		{Key: "controls", Label: "Controls looked at", Inverse: "Looked at in audits", Audience: audience.Staff, Value: &a.Controls,
			Help: "The controls that it covers."},
		{Key: "processes", Label: "Processes looked at", Inverse: "Looked at in audits", Audience: audience.Staff, Value: &a.Processes,
			Help: "The processes that it covers."},
		{Key: "risks", Label: "Risks looked at", Inverse: "Looked at in audits", Audience: audience.Staff, Value: &a.Risks,
			Help: "The risks whose assessment or treatment it covers."},
		{Key: "summary", Label: "Result", Audience: audience.Staff, Place: Section, Value: &a.Summary,
			Help: "What the audit concluded, in a few sentences; findings have entries of their own."},
		{Key: "report", Label: "Report", Inverse: "Report of", Audience: audience.Auditor, Value: &a.Report,
			Help: "The record that holds the report."},
	}
}

// Answers returns the role that audits, where it is one of ours.
func (a *Audit) Answers() *Ref[Role] { return &a.AuditorRole }

// LastDay returns the day on which the audit ended or will end, or else the
// nearest that is known.
func (a *Audit) LastDay() Date {
	for _, date := range []Date{a.To, a.From} {
		if date.IsSet() {
			return date
		}
	}
	return a.PlannedFor
}

// Settled reports whether the audit is over or called off.
func (a *Audit) Settled() bool {
	return a.Status.Value == AuditDone || a.Status.Value == AuditCancelled
}

// AuditType is a sort of audit.
type AuditType string

// IsExternal reports whether the certification body audits.
func (t AuditType) IsExternal() bool {
	return t == "certification" || t == "surveillance" || t == "recertification"
}

// Options lists the sorts of audits.
func (AuditType) Options() []Option {
	return []Option{
		{Word: "internal", Label: "Internal audit", Help: "by us, or for us (9.2)"},
		{Word: "certification", Label: "Certification audit", Help: "by the certification body, before it certifies: stages 1 and 2"},
		{Word: "surveillance", Label: "Surveillance audit", Help: "by the certification body, every year in between"},
		{Word: "recertification", Label: "Recertification audit", Help: "by the certification body, before the certificate ends"},
		{Word: "supplier", Label: "Audit of a supplier", Help: "by us, at a supplier"},
	}
}

// AuditStatus says whether an audit took place.
type AuditStatus string

// The states of an audit.
const (
	AuditPlanned   AuditStatus = "planned"
	AuditDone      AuditStatus = "done"
	AuditCancelled AuditStatus = "cancelled"
)

// Options lists the states of an audit.
func (AuditStatus) Options() []Option {
	return []Option{
		{Word: string(AuditPlanned), Label: "Planned", Help: "it will take place", Tone: Planned},
		{Word: string(AuditDone), Label: "Done", Help: "it took place", Tone: Good},
		{Word: string(AuditCancelled), Label: "Cancelled", Help: "it will not take place", Tone: None},
	}
}
