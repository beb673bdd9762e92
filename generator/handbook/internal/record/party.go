package record

import "github.com/annex-isms/annex/generator/audience"

var parties = Kind{
	Name: "party", Folder: "parties", Label: "Interested party", Plural: "Interested parties", Article: "an interested party", Prefix: "PTY-", Chapter: Context,
	Help:  "Who can affect information security here, is affected by it, or believes so.",
	Basis: "4.2", ByTitle: true,
	New: func() Record { return new(Party) },
}

// Party is an interested party (clause 4.2 a).
type Party struct {
	Entry
	Description Text
	Type        Choice[PartyType]
	Owner       Ref[Role]
	Engagement  Text
	Feedback    Tables[PartyFeedback]
}

// Declare declares what an interested party says.
func (p *Party) Declare() []Declaration {
	return []Declaration{
		{Key: "description", Label: "Description", Must: true, Audience: audience.Staff, Place: Lede, Value: &p.Description,
			Help: "Who they are and why they matter to the ISMS."},
		{Key: "type", Label: "Type", Must: true, Audience: audience.Staff, Column: true, Facet: true, Value: &p.Type,
			Help: "What sort of party it is."},
		{Key: "owner", Label: "Owner", Inverse: "Keeps in touch with", Must: true, Audience: audience.Staff, Column: true, Facet: true, Value: &p.Owner,
			Help: "The role that keeps in touch with them."},
		{Key: "engagement", Label: "How we hear from them", Audience: audience.Staff, Place: Section, Value: &p.Engagement,
			Help: "Where and how often their needs reach us."},
		{Key: "feedback", Label: "What they told us", Audience: audience.Staff, Place: Timeline, Value: &p.Feedback,
			Help: "What they said about information security, newest first: complaints, praise, questionnaires (9.3.2 e)."},
	}
}

// PartyFeedback is something that an interested party said (9.3.2 e).
type PartyFeedback struct {
	Date Date
	Text Text
}

// Declare declares what feedback says.
func (f *PartyFeedback) Declare() []Declaration {
	return []Declaration{
		{Key: "date", Label: "Date", Must: true, Audience: audience.Staff, Value: &f.Date,
			Help: "When it was said, or the last day of the period that it sums up."},
		{Key: "text", Label: "What they said", Must: true, Audience: audience.Staff, Value: &f.Text,
			Help: "What they said and what was answered, without names of people."},
	}
}

// PartyType is a sort of interested party.
type PartyType string

// Options lists the sorts of interested parties.
func (PartyType) Options() []Option {
	return []Option{
		{Word: "customer", Label: "Customer", Help: "buys or uses what we provide"},
		{Word: "regulator", Label: "Regulator", Help: "supervises us"},
		{Word: "staff", Label: "Staff", Help: "works here"},
		{Word: "owner", Label: "Owner", Help: "owns or finances the organization"},
		{Word: "supplier", Label: "Supplier", Help: "works for us"},
		{Word: "insurer", Label: "Insurer", Help: "bears a part of our risks"},
		{Word: "public", Label: "Public", Help: "anyone else whom we affect"},
		{Word: "partner", Label: "Partner", Help: "works with us"},
	}
}
