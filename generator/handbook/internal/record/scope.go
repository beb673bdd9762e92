package record

import "github.com/annex-isms/annex/generator/audience"

var scopes = Kind{
	Name: "scope", Folder: "scope", Label: "Scope", Plural: "Scope", Article: "a scope", Prefix: "SCP-", Chapter: Context,
	Help:  "What the ISMS covers, where it ends, and what it depends on beyond.",
	Basis: "4.3", ByTitle: true,
	New: func() Record { return new(Scope) },
}

// Scope says what the ISMS covers (clause 4.3).
type Scope struct {
	Entry
	Statement   Text
	LegalEntity Line
	Sites       Lines
	Activities  Lines
	Systems     Refs[Asset]
	Interfaces  Texts
	Exclusions  Texts
	Version     Line
	Approved    Date
	Approver    Ref[Role]
	Document    Ref[Document]
}

// Declare declares what a scope says.
func (s *Scope) Declare() []Declaration {
	return []Declaration{
		{Key: "statement", Label: "Statement", Must: true, Audience: audience.Public, Place: Lede, Value: &s.Statement,
			Help: "The scope in one sentence, as a certificate would print it."},
		{Key: "legal-entity", Label: "Legal entity", Must: true, Audience: audience.Public, Value: &s.LegalEntity,
			Help: "The company that it covers, by its registered name."},
		{Key: "sites", Label: "Sites", Audience: audience.Public, Value: &s.Sites,
			Help: "The places that it covers, one each; remote work too."},
		{Key: "activities", Label: "Activities", Audience: audience.Public, Value: &s.Activities,
			Help: "What is done within it, one activity each."},
		{Key: "systems", Label: "Systems", Inverse: "Within the scope", Audience: audience.Staff, Value: &s.Systems,
			Help: "The assets on which the activities rest."},
		{Key: "interfaces", Label: "Interfaces and dependencies", Audience: audience.Staff, Place: Section, Value: &s.Interfaces,
			Help: "What others do for us or with us, and where our part ends (4.3 c)."},
		{Key: "exclusions", Label: "Outside the scope", Audience: audience.Public, Place: Section, Value: &s.Exclusions,
			Help: "What somebody might think is covered and is not."},
		{Key: "version", Label: "Version", Audience: audience.Public, Column: true, Value: &s.Version,
			Help: "The version of the scope, as a string."},
		{Key: "approved", Label: "Approved", Audience: audience.Public, Column: true, Value: &s.Approved,
			Help: "The day of approval."},
		{Key: "approver", Label: "Approved by", Inverse: "Approved the scope", Audience: audience.Staff, Value: &s.Approver,
			Help: "The role that approved it."},
		{Key: "document", Label: "Described in", Inverse: "Describes the scope", Audience: audience.Staff, Value: &s.Document,
			Help: "The document that explains it at length."},
	}
}

// Unpublished returns nothing: its public fields are written for the public.
func (s *Scope) Unpublished() (why, hint string) { return "", "" }
