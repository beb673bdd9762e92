package record

import "github.com/annex-isms/annex/generator/audience"

var documents = Kind{
	Name: "document", Folder: "documents", Label: "Document", Plural: "Documents", Article: "a document", Prefix: "POL-", Chapter: Direction,
	Help:     "Policies, procedures, standards and plans: what holds here, since when, and who answers for it.",
	Basis:    "7.5",
	Markdown: true,
	New:      func() Record { return new(Document) },
}

// Document is documented information that people read: a policy, a procedure,
// a plan (clause 7.5).
type Document struct {
	Entry
	Summary    Text
	Type       Choice[DocumentType]
	Status     Choice[DocumentStatus]
	Version    Line
	Owner      Ref[Role]
	Author     Ref[Role]
	Approver   Ref[Role]
	Approved   Date
	NextReview Date
	Clauses    Refs[Clause]
	Controls   Refs[Control]
	Risks      Refs[Risk]
	Related    Refs[Document]
	Keywords   Lines
	IsSoA      Flag
	File       Attachment
	Changes    Tables[Change]
	Body       Text
}

// Declare declares what a document says.
func (d *Document) Declare() []Declaration {
	return []Declaration{
		{Key: "summary", Label: "Summary", Must: true, Audience: audience.Public, Place: Lede, Value: &d.Summary,
			Help: "What the document is about, in a sentence or two."},
		{Key: "type", Label: "Type", Must: true, Audience: audience.Public, Facet: true, Value: &d.Type,
			Help: "What sort of document it is."},
		{Key: "version", Label: "Version", Audience: audience.Public, Column: true, Value: &d.Version,
			Help: "The version that is in force, as a string."},
		{Key: "status", Label: "Status", Must: true, Audience: audience.Public, Badge: true, Facet: true, Value: &d.Status,
			Help: "Whether it holds."},
		{Key: "owner", Label: "Owner", Inverse: "Owns documents", Must: true, Audience: audience.Staff, Column: true, Facet: true, Value: &d.Owner,
			Help: "The role that keeps it right."},
		{Key: "author", Label: "Author", Inverse: "Wrote", Audience: audience.Auditor, Value: &d.Author,
			Help: "The role that wrote it."},
		{Key: "approver", Label: "Approved by", Inverse: "Approves documents", Audience: audience.Staff, Value: &d.Approver,
			Help: "The role that approved it."},
		{Key: "approved", Label: "Approved", Audience: audience.Public, Value: &d.Approved,
			Help: "The day of approval."},
		{Key: "next-review", Label: "Next review", Audience: audience.Staff, Column: true, Due: true, Task: "Review it", Value: &d.NextReview,
			Help: "When it is reviewed at the latest."},
		{Key: "clauses", Label: "Answers clauses", Inverse: "Answered by", Audience: audience.Staff, Value: &d.Clauses,
			Help: "The clauses of ISO/IEC 27001 that it answers."},
		{Key: "controls", Label: "Implements controls", Inverse: "Implemented by", Audience: audience.Staff, Value: &d.Controls,
			Help: "The controls that it puts into practice."},
		{Key: "risks", Label: "Helps to treat", Inverse: "Treated through", Audience: audience.Staff, Value: &d.Risks,
			Help: "The risks that it helps to treat."},
		{Key: "related", Label: "Related documents", Inverse: "Related documents", Audience: audience.Staff, Value: &d.Related,
			Help: "What to read besides."},
		{Key: "keywords", Label: "Keywords", Audience: audience.Staff, Place: Elsewhere, Value: &d.Keywords,
			Help: "Words that people look for and that the text does not contain."},
		{Key: "statement-of-applicability", Label: "Statement of Applicability", Audience: audience.Staff, Place: Elsewhere, Value: &d.IsSoA,
			Help: "Whether the document is the cover of the Statement of Applicability: its version and approval stand above the list of controls (6.1.3 d)."},
		{Key: "file", Label: "As a file", Audience: audience.Public, Value: &d.File,
			Help: "The same text as a file to download, such as a PDF with signatures."},
		{Key: "change", Label: "Change log", Audience: audience.Staff, Place: Timeline, Value: &d.Changes,
			Help: "What changed from version to version, newest first (7.5.3)."},
		{Key: "body", Label: "Text", Audience: audience.Public, Place: Body, Value: &d.Body,
			Help: "The Markdown below the front matter."},
	}
}

// Settled reports whether the document has been withdrawn.
func (d *Document) Settled() bool { return d.Status.Value == Withdrawn }

// Unpublished returns why the public does not get the document: it does not
// hold.
func (d *Document) Unpublished() (why, hint string) {
	if d.Status.IsSet() && d.Status.Value != InForce {
		return "it is not in force", "publish it when it is, or give it the audience staff"
	}
	return "", ""
}

// Change is a line of a document's change log.
type Change struct {
	Version Line
	Date    Date
	Text    Text
}

// Declare declares what a change says.
func (c *Change) Declare() []Declaration {
	return []Declaration{
		{Key: "version", Label: "Version", Must: true, Audience: audience.Staff, Value: &c.Version,
			Help: "The version that came of it."},
		{Key: "date", Label: "Date", Must: true, Audience: audience.Staff, Value: &c.Date,
			Help: "When that version was approved."},
		{Key: "text", Label: "Change", Must: true, Audience: audience.Staff, Value: &c.Text,
			Help: "What changed, and why."},
	}
}

// DocumentType is a sort of document.
type DocumentType string

// Two sorts of documents: what holds, and what was decided once.
const (
	Policy  DocumentType = "policy"
	Minutes DocumentType = "minutes"
)

// Options lists the sorts of documents, in the order in which they are shown.
func (DocumentType) Options() []Option {
	return []Option{
		{Word: string(Policy), Label: "Policy", Help: "what holds"},
		{Word: "standard", Label: "Standard", Help: "which values and settings hold"},
		{Word: "procedure", Label: "Procedure", Help: "who does what, step by step"},
		{Word: "guideline", Label: "Guideline", Help: "how to do it well"},
		{Word: "plan", Label: "Plan", Help: "what will be done"},
		{Word: "statement", Label: "Statement", Help: "what is so: scope, commitments"},
		{Word: string(Minutes), Label: "Minutes", Help: "what was decided"},
	}
}

// DocumentStatus says whether a document holds.
type DocumentStatus string

// The states of a document.
const (
	Draft     DocumentStatus = "draft"
	InForce   DocumentStatus = "in-force"
	Withdrawn DocumentStatus = "withdrawn"
)

// Options lists the states of a document.
func (DocumentStatus) Options() []Option {
	return []Option{
		{Word: string(Draft), Label: "Draft", Help: "it does not hold yet", Tone: Planned},
		{Word: string(InForce), Label: "In force", Help: "it holds", Tone: Good},
		{Word: string(Withdrawn), Label: "Withdrawn", Help: "it no longer holds", Tone: None},
	}
}
