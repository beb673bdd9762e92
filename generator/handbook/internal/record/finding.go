package record

import (
	"time"

	"github.com/annex-isms/annex/generator/audience"
)

var findings = Kind{
	Name: "finding", Folder: "findings", Label: "Audit finding", Plural: "Audit findings", Article: "an audit finding", Prefix: "F-", Chapter: Evaluation,
	Help:  "What audits found, who deals with it and until when.",
	Basis: "9.2, 10.2",
	New:   func() Record { return new(AuditFinding) },
}

// AuditFinding is a result of an audit that asks for an answer (clauses 9.2
// and 10.2).
type AuditFinding struct {
	Entry
	Description   Text
	Audit         Ref[Audit]
	Grade         Choice[FindingGrade]
	Clauses       Refs[Clause]
	Controls      Refs[Control]
	EvidenceSeen  Text
	Owner         Ref[Role]
	Due           Date
	Status        Choice[FindingStatus]
	Closed        Date
	Nonconformity Ref[Nonconformity]
	Risks         Refs[Risk]
}

// Declare declares what a finding says.
func (f *AuditFinding) Declare() []Declaration {
	return []Declaration{
		{Key: "description", Label: "Description", Must: true, Audience: audience.Staff, Place: Lede, Value: &f.Description,
			Help: "What the auditors found, compared with what is required."},
		{Key: "audit", Label: "Audit", Inverse: "Findings", Must: true, Audience: audience.Staff, Column: true, Facet: true, Value: &f.Audit,
			Help: "The audit that found it."},
		{Key: "grade", Label: "Grade", Must: true, Audience: audience.Staff, Column: true, Facet: true, Value: &f.Grade,
			Help: "How serious it is."},
		{Key: "clauses", Label: "Clauses", Inverse: "Audit findings", Audience: audience.Staff, Value: &f.Clauses,
			Help: "The clauses that it concerns."},
		{Key: "controls", Label: "Controls", Inverse: "Audit findings", Audience: audience.Staff, Value: &f.Controls,
			Help: "The controls that it concerns."},
		{Key: "evidence-seen", Label: "Evidence seen", Audience: audience.Auditor, Place: Section, Value: &f.EvidenceSeen,
			Help: "The records and samples on which the finding rests."},
		{Key: "owner", Label: "Owner", Inverse: "Deals with audit findings", Must: true, Audience: audience.Staff, Column: true, Facet: true, Value: &f.Owner,
			Help: "The role that deals with it."},
		{Key: "due", Label: "Due", Audience: audience.Staff, Column: true, Due: true, Task: "Deal with it", Value: &f.Due,
			Help: "Until when it has to be dealt with."},
		{Key: "status", Label: "Status", Must: true, Audience: audience.Staff, Badge: true, Facet: true, Value: &f.Status,
			Help: "How far the answer is."},
		{Key: "closed", Label: "Closed", Audience: audience.Staff, Value: &f.Closed,
			Help: "When it was closed."},
		{Key: "nonconformity", Label: "Nonconformity", Inverse: "Found in audits as", Audience: audience.Staff, Value: &f.Nonconformity,
			Help: "The nonconformity under which it is corrected."},
		{Key: "risks", Label: "Risks", Inverse: "Audit findings", Audience: audience.Staff, Value: &f.Risks,
			Help: "The risks on which it sheds light."},
	}
}

// Settled reports whether the finding is closed.
func (f *AuditFinding) Settled() bool { return f.Status.Value == FindingClosed }

// OpenOn reports whether the finding had been made by that day and was not closed
// yet. It counts from the last day of its audit, if h has that.
func (f *AuditFinding) OpenOn(h *Handbook, day time.Time) bool {
	if audit := f.Audit.In(h); audit != nil && (audit.To.After(day) || !audit.To.IsSet() && audit.From.After(day)) {
		return false
	}
	if f.Settled() {
		return f.Closed.After(day)
	}
	return true
}

// FindingGrade says how serious a finding is.
type FindingGrade string

// IsNonconformity reports whether the grade says that a requirement is not met.
func (g FindingGrade) IsNonconformity() bool { return g == "major" || g == "minor" }

// Options lists the grades, from grave to slight.
func (FindingGrade) Options() []Option {
	return []Option{
		{Word: "major", Label: "Major nonconformity", Help: "a requirement is not met at all, or so that the system may fail in what it is for"},
		{Word: "minor", Label: "Minor nonconformity", Help: "a requirement is met in general, but not in a single case or area"},
		{Word: "observation", Label: "Observation", Help: "the requirement is met, but may not be for long"},
		{Word: "opportunity", Label: "Opportunity for improvement", Help: "the requirement is met and could be met better"},
	}
}

// FindingStatus says how far the answer to a finding is.
type FindingStatus string

// FindingClosed is the state of a finding that has been dealt with.
const FindingClosed FindingStatus = "closed"

// Options lists the states of a finding.
func (FindingStatus) Options() []Option {
	return []Option{
		{Word: "open", Label: "Open", Help: "nobody has begun to deal with it", Tone: Due},
		{Word: "in-progress", Label: "In progress", Help: "somebody deals with it", Tone: Partly},
		{Word: string(FindingClosed), Label: "Closed", Help: "it has been dealt with", Tone: Good},
	}
}
