package record

import "github.com/annex-isms/annex/generator/audience"

var programmes = Kind{
	Name: "programme", Folder: "programmes", Label: "Audit programme", Plural: "Audit programmes", Article: "an audit programme", Prefix: "APR-", Chapter: Evaluation,
	Help:  "Which audits take place over a certification cycle, how often, by which methods and who answers for them.",
	Basis: "9.2.2", ByTitle: true,
	New: func() Record { return new(AuditProgramme) },
}

// AuditProgramme is the plan of the audits of a certification cycle (clause
// 9.2.2). Its audits name it.
type AuditProgramme struct {
	Entry
	Description      Text
	From             Date
	To               Date
	Frequency        Text
	Methods          Text
	Responsibilities Text
	Weights          Text
	Approver         Ref[Role]
	Approved         Date
}

// Declare declares what an audit programme says.
func (p *AuditProgramme) Declare() []Declaration {
	return []Declaration{
		{Key: "description", Label: "Description", Must: true, Audience: audience.Staff, Place: Lede, Value: &p.Description,
			Help: "What the programme covers, in a sentence or two."},
		{Key: "from", Label: "From", Must: true, Audience: audience.Staff, Column: true, Value: &p.From,
			Help: "The first day of its period."},
		{Key: "to", Label: "To", Must: true, Audience: audience.Staff, Column: true, Value: &p.To,
			Help: "The last day of its period."},
		{Key: "frequency", Label: "Frequency", Must: true, Audience: audience.Staff, Place: Section, Value: &p.Frequency,
			Help: "How often audits take place, and when everything has been looked at."},
		{Key: "methods", Label: "Methods", Must: true, Audience: audience.Staff, Place: Section, Value: &p.Methods,
			Help: "How auditors look: interviews, records, samples, tests."},
		{Key: "responsibilities", Label: "Responsibilities", Must: true, Audience: audience.Staff, Place: Section, Value: &p.Responsibilities,
			Help: "Who plans, who audits, who reports to whom, and what keeps auditors impartial."},
		{Key: "weights", Label: "Importance and earlier results", Audience: audience.Staff, Place: Section, Value: &p.Weights,
			Help: "How the importance of processes and the results of earlier audits shaped the programme."},
		{Key: "approver", Label: "Approver", Inverse: "Approved audit programmes", Must: true, Audience: audience.Staff, Value: &p.Approver,
			Help: "The role that approved it."},
		{Key: "approved", Label: "Approved", Must: true, Audience: audience.Staff, Column: true, Value: &p.Approved,
			Help: "When it was approved."},
	}
}
