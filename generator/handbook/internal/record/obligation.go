package record

import "github.com/annex-isms/annex/generator/audience"

var obligations = Kind{
	Name: "obligation", Folder: "obligations", Label: "Obligation", Plural: "Obligations", Article: "an obligation", Prefix: "OBL-", Chapter: Context,
	Help:  "The laws, rules and contracts that bind us in information security, and how we keep them.",
	Basis: "A.5.31",
	New:   func() Record { return new(Obligation) },
}

// Obligation is a legal, regulatory or contractual requirement and how it is
// met (control A.5.31).
type Obligation struct {
	Entry
	Description  Text
	Type         Choice[ObligationType]
	From         Line
	Authority    Line
	Reference    Address
	Owner        Ref[Role]
	AppliesSince Date
	Controls     Refs[Control]
	Documents    Refs[Document]
	How          Text
	NextReview   Date
}

// Declare declares what an obligation says.
func (o *Obligation) Declare() []Declaration {
	return []Declaration{
		{Key: "description", Label: "Description", Must: true, Audience: audience.Staff, Place: Lede, Value: &o.Description,
			Help: "What it asks of us, in our own words."},
		{Key: "type", Label: "Type", Must: true, Audience: audience.Staff, Column: true, Facet: true, Value: &o.Type,
			Help: "What makes it binding."},
		{Key: "source", Label: "Source", Must: true, Audience: audience.Staff, Value: &o.From,
			Help: "Which law, with its article, or which contract."},
		{Key: "authority", Label: "Authority", Audience: audience.Staff, Value: &o.Authority,
			Help: "Who watches over it, or who can claim it."},
		{Key: "reference", Label: "Full text", Audience: audience.Staff, Value: &o.Reference,
			Help: "Where its text can be read."},
		{Key: "owner", Label: "Owner", Inverse: "Owns obligations", Must: true, Audience: audience.Staff, Column: true, Facet: true, Value: &o.Owner,
			Help: "The role that sees that it is kept."},
		{Key: "applies-since", Label: "Applies since", Audience: audience.Staff, Value: &o.AppliesSince,
			Help: "The day from which it binds us."},
		{Key: "controls", Label: "Requires controls", Inverse: "Required by", Audience: audience.Staff, Value: &o.Controls,
			Help: "The controls by which it is kept."},
		{Key: "documents", Label: "Kept through documents", Inverse: "Keeps obligations", Audience: audience.Staff, Value: &o.Documents,
			Help: "The documents that put it into rules of our own."},
		{Key: "how", Label: "How we meet it", Must: true, Audience: audience.Staff, Place: Section, Value: &o.How,
			Help: "What we do to keep it."},
		{Key: "next-review", Label: "Next review", Audience: audience.Staff, Column: true, Due: true, Task: "Review it", Value: &o.NextReview,
			Help: "When it is looked at again at the latest."},
	}
}

// ObligationType says what makes an obligation binding.
type ObligationType string

// IsLaw reports whether the obligation comes from the state, not from a contract.
func (t ObligationType) IsLaw() bool { return t == "law" || t == "regulation" }

// Options lists the sorts of obligations.
func (ObligationType) Options() []Option {
	return []Option{
		{Word: "law", Label: "Law", Help: "made by parliaments"},
		{Word: "regulation", Label: "Regulation", Help: "made by authorities"},
		{Word: "contract", Label: "Contract", Help: "agreed with somebody"},
		{Word: "standard", Label: "Standard", Help: "adopted of our own accord"},
	}
}
