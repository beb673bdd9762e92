package record

import "github.com/annex-isms/annex/generator/audience"

var processes = Kind{
	Name: "process", Folder: "processes", Label: "Process", Plural: "Processes", Article: "a process", Prefix: "PRC-", Chapter: Context,
	Help:  "What is done here again and again, on what it depends, and how long it can stand still.",
	Basis: "4.4, 8.1", ByTitle: true,
	New: func() Record { return new(Process) },
}

// Process is a process of the organization or of its ISMS (clauses 4.4 and
// 8.1).
type Process struct {
	Entry
	Description Text
	Type        Choice[ProcessType]
	Owner       Ref[Role]
	Assets      Refs[Asset]
	Services    Refs[Service]
	Controls    Refs[Control]
	Documents   Refs[Document]
	Criticality Choice[ProcessCriticality]
	RTO         Line
	RPO         Line
	Inputs      Lines
	Outputs     Lines
}

// Declare declares what a process says.
func (p *Process) Declare() []Declaration {
	return []Declaration{
		{Key: "description", Label: "Description", Must: true, Audience: audience.Staff, Place: Lede, Value: &p.Description,
			Help: "What is done and what it is for."},
		{Key: "type", Label: "Type", Must: true, Audience: audience.Staff, Column: true, Facet: true, Value: &p.Type,
			Help: "Whether it earns the money, supports that, or steers it."},
		{Key: "owner", Label: "Owner", Inverse: "Owns processes", Must: true, Audience: audience.Staff, Column: true, Facet: true, Value: &p.Owner,
			Help: "The role that answers for the process."},
		{Key: "criticality", Label: "Criticality", Must: true, Audience: audience.Staff, Column: true, Facet: true, Value: &p.Criticality,
			Help: "How much harm it does if the process stands still."},
		{Key: "rto", Label: "Recovery time", Audience: audience.Staff, Value: &p.RTO,
			Help: "Within which time it has to run again (RTO)."},
		{Key: "rpo", Label: "Recovery point", Audience: audience.Staff, Value: &p.RPO,
			Help: "How much work may be lost at most (RPO)."},
		{Key: "inputs", Label: "Inputs", Audience: audience.Staff, Value: &p.Inputs,
			Help: "What goes into it, and from where."},
		{Key: "outputs", Label: "Outputs", Audience: audience.Staff, Value: &p.Outputs,
			Help: "What comes out of it, and for whom."},
		{Key: "assets", Label: "Depends on assets", Inverse: "Needed by processes", Audience: audience.Staff, Value: &p.Assets,
			Help: "The assets without which it does not run."},
		{Key: "services", Label: "Part of services", Inverse: "Carried by processes", Audience: audience.Staff, Value: &p.Services,
			Help: "The services for customers that it carries."},
		{Key: "controls", Label: "Carries out controls", Inverse: "Carried out by processes", Audience: audience.Staff, Value: &p.Controls,
			Help: "The controls that are part of it."},
		{Key: "documents", Label: "Described in", Inverse: "Describes processes", Audience: audience.Staff, Value: &p.Documents,
			Help: "The documents that say how it runs."},
	}
}

// ProcessType is a sort of process.
type ProcessType string

// Options lists the sorts of processes.
func (ProcessType) Options() []Option {
	return []Option{
		{Word: "core", Label: "Core", Help: "customers pay for it"},
		{Word: "support", Label: "Support", Help: "the others need it"},
		{Word: "management", Label: "Management", Help: "it steers the others"},
	}
}

// ProcessCriticality says how much harm it does if a process stands still.
type ProcessCriticality string

// The great criticalities.
const (
	ProcessHigh     ProcessCriticality = "high"
	ProcessCritical ProcessCriticality = "critical"
)

// Options lists the criticalities, from small to great.
func (ProcessCriticality) Options() []Option {
	return []Option{
		{Word: "low", Label: "Low", Help: "it can wait for weeks"},
		{Word: "medium", Label: "Medium", Help: "it can wait for days"},
		{Word: string(ProcessHigh), Label: "High", Help: "it can wait for a day"},
		{Word: string(ProcessCritical), Label: "Critical", Help: "it can wait for hours at most"},
	}
}
