package record

import "github.com/annex-isms/annex/generator/audience"

var evidences = Kind{
	Name: "evidence", Folder: "evidence", Label: "Evidence", Plural: "Evidence", Article: "a piece of evidence", Prefix: "EV-", Chapter: Operation,
	Help:  "What shows that a control works or that something was done, and where it lies.",
	Basis: "7.5.3",
	New:   func() Record { return new(Evidence) },
}

// Evidence is documented information kept as a record of what was done
// (clause 7.5.3).
type Evidence struct {
	Entry
	Description Text
	Type        Choice[EvidenceType]
	Date        Date
	From        Date
	To          Date
	Expires     Date
	File        Attachment
	Address     Address
	SHA256      Line
	Location    Line
	Owner       Ref[Role]
	Controls    Refs[Control]
	Clauses     Refs[Clause]
	Activities  Refs[Activity]
	Risks       Refs[Risk]
	Documents   Refs[Document]
}

// Declare declares what a piece of evidence says.
func (e *Evidence) Declare() []Declaration {
	return []Declaration{
		{Key: "description", Label: "Description", Must: true, Audience: audience.Staff, Place: Lede, Value: &e.Description,
			Help: "What it shows."},
		{Key: "type", Label: "Type", Must: true, Audience: audience.Staff, Column: true, Facet: true, Value: &e.Type,
			Help: "What sort of record it is."},
		{Key: "date", Label: "Date", Must: true, Audience: audience.Staff, Column: true, Value: &e.Date,
			Help: "When it was made."},
		{Key: "from", Label: "From", Audience: audience.Staff, Value: &e.From,
			Help: "The first day of the period that it covers."},
		{Key: "to", Label: "To", Audience: audience.Staff, Value: &e.To,
			Help: "The last day of the period that it covers."},
		{Key: "expires", Label: "Expires", Audience: audience.Staff, Column: true, Due: true, Task: "Get newer evidence", Value: &e.Expires,
			Help: "When it no longer shows anything and newer evidence is needed."},
		{Key: "file", Label: "File", Audience: audience.Staff, Value: &e.File,
			Help: "The file itself, as a path in the content's folder."},
		{Key: "address", Label: "Address", Audience: audience.Staff, Value: &e.Address,
			Help: "Where it can be opened, if it is not a file here."},
		{Key: "sha256", Label: "SHA-256", Audience: audience.Staff, Value: &e.SHA256,
			Help: "The digest of the file in hexadecimal, so that a change would be seen."},
		{Key: "place", Label: "Kept at", Audience: audience.Staff, Value: &e.Location,
			Help: "Where it lies, if it is neither a file here nor at an address."},
		{Key: "owner", Label: "Owner", Inverse: "Keeps evidence", Must: true, Audience: audience.Staff, Column: true, Facet: true, Value: &e.Owner,
			Help: "The role that keeps it."},
		{Key: "controls", Label: "Controls", Inverse: "Evidence", Audience: audience.Staff, Value: &e.Controls,
			Help: "The controls that it shows at work."},
		{Key: "clauses", Label: "Clauses", Inverse: "Evidence", Audience: audience.Staff, Value: &e.Clauses,
			Help: "The clauses that it answers."},
		{Key: "activities", Label: "Activities", Inverse: "Evidence", Audience: audience.Staff, Value: &e.Activities,
			Help: "The activities that it shows."},
		{Key: "risks", Label: "Risks", Inverse: "Evidence", Audience: audience.Staff, Value: &e.Risks,
			Help: "The risks whose treatment it shows."},
		{Key: "documents", Label: "Documents", Inverse: "Evidence", Audience: audience.Staff, Value: &e.Documents,
			Help: "The documents that ask for it."},
	}
}

// EvidenceType is a sort of record.
type EvidenceType string

// Options lists the sorts of records.
func (EvidenceType) Options() []Option {
	return []Option{
		{Word: "record", Label: "Record", Help: "what work leaves behind: a ticket, a log, a filled-in form"},
		{Word: "report", Label: "Report", Help: "what somebody wrote about a test or an audit"},
		{Word: "screenshot", Label: "Screenshot", Help: "a picture of a screen"},
		{Word: "export", Label: "Export", Help: "data as a system gave them out"},
		{Word: "minutes", Label: "Minutes", Help: "what was said and decided"},
		{Word: "certificate", Label: "Certificate", Help: "what another body attests"},
		{Word: "configuration", Label: "Configuration", Help: "settings as they were on that day"},
	}
}
