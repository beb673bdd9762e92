package record

import "github.com/annex-isms/annex/generator/audience"

var issues = Kind{
	Name: "issue", Folder: "issues", Label: "Issue", Plural: "Issues", Article: "an issue", Prefix: "ISS-", Chapter: Context,
	Help:  "What inside and around the organization bears on information security, and what follows from it.",
	Basis: "4.1",
	New:   func() Record { return new(ContextIssue) },
}

// ContextIssue is an internal or external issue that bears on what the ISMS is
// to achieve (clause 4.1).
type ContextIssue struct {
	Entry
	Description Text
	Scope       Choice[IssueScope]
	Relevant    Flag
	Decision    Text
	Owner       Ref[Role]
	Risks       Refs[Risk]
	Objectives  Refs[Objective]
	Reviewed    Date
	NextReview  Date
}

// Declare declares what an issue says.
func (i *ContextIssue) Declare() []Declaration {
	return []Declaration{
		{Key: "description", Label: "Description", Must: true, Audience: audience.Staff, Place: Lede, Value: &i.Description,
			Help: "What is so, and why it could matter to information security."},
		{Key: "scope", Label: "Scope", Must: true, Audience: audience.Staff, Column: true, Facet: true, Value: &i.Scope,
			Help: "Whether it lies inside the organization, outside, or in the climate."},
		{Key: "relevant", Label: "Relevant", Must: true, Audience: audience.Staff, Column: true, Facet: true, Value: &i.Relevant,
			Help: "Whether it bears on the ISMS; “false” is a valid answer, of climate change too."},
		{Key: "decision", Label: "What follows", Must: true, Audience: audience.Staff, Place: Section, Value: &i.Decision,
			Help: "What is done about it, or why it is not relevant."},
		{Key: "owner", Label: "Owner", Inverse: "Watches issues", Must: true, Audience: audience.Staff, Column: true, Facet: true, Value: &i.Owner,
			Help: "The role that watches it."},
		{Key: "risks", Label: "Gives rise to risks", Inverse: "Comes from issues", Audience: audience.Staff, Value: &i.Risks,
			Help: "The risks that come from it (6.1.1)."},
		{Key: "objectives", Label: "Answered by objectives", Inverse: "Answers issues", Audience: audience.Staff, Value: &i.Objectives,
			Help: "The objectives that it led to."},
		{Key: "reviewed", Label: "Reviewed", Audience: audience.Staff, Value: &i.Reviewed,
			Help: "When it was last looked at."},
		{Key: "next-review", Label: "Next review", Audience: audience.Staff, Column: true, Due: true, Task: "Review it", Value: &i.NextReview,
			Help: "When it is looked at again at the latest."},
	}
}

// IssueScope says where an issue lies.
type IssueScope string

// IssueClimate is the scope of an issue about climate change.
const IssueClimate IssueScope = "climate"

// Options lists where an issue can lie.
func (IssueScope) Options() []Option {
	return []Option{
		{Word: "internal", Label: "Internal", Help: "within: people, structure, technology, money"},
		{Word: "external", Label: "External", Help: "around: market, law, society, threats"},
		{Word: string(IssueClimate), Label: "Climate change", Help: "asked for by name since the amendment of 2024"},
	}
}
