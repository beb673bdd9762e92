package record

import "github.com/annex-isms/annex/generator/audience"

var changes = Kind{
	Name: "change", Folder: "changes", Label: "Change", Plural: "Changes", Article: "a change", Prefix: "CHG-", Chapter: Direction,
	Help:  "Changes to the ISMS itself, planned before they are made.",
	Basis: "6.3",
	New:   func() Record { return new(ManagementChange) },
}

// ManagementChange is a planned change to the ISMS (clause 6.3).
type ManagementChange struct {
	Entry
	Description  Text
	Purpose      Text
	Consequences Text
	Resources    Text
	Owner        Ref[Role]
	Status       Choice[ManagementChangeStatus]
	PlannedFor   Date
	Done         Date
	Documents    Refs[Document]
	DecidedIn    Ref[ManagementReview]
}

// Declare declares what a change to the ISMS says.
func (c *ManagementChange) Declare() []Declaration {
	return []Declaration{
		{Key: "description", Label: "Description", Must: true, Audience: audience.Staff, Place: Lede, Value: &c.Description,
			Help: "What changes in the ISMS."},
		{Key: "purpose", Label: "Purpose", Must: true, Audience: audience.Staff, Place: Section, Value: &c.Purpose,
			Help: "Why it changes."},
		{Key: "consequences", Label: "Consequences", Must: true, Audience: audience.Staff, Place: Section, Value: &c.Consequences,
			Help: "What else it affects, wanted or not, and how the ISMS stays whole."},
		{Key: "resources", Label: "Resources", Audience: audience.Staff, Place: Section, Value: &c.Resources,
			Help: "Money, people and duties that it takes or moves."},
		{Key: "owner", Label: "Owner", Inverse: "Carries out changes", Must: true, Audience: audience.Staff, Column: true, Facet: true, Value: &c.Owner,
			Help: "The role that carries it out."},
		{Key: "status", Label: "Status", Must: true, Audience: audience.Staff, Badge: true, Facet: true, Value: &c.Status,
			Help: "How far it is."},
		{Key: "planned-for", Label: "Planned for", Must: true, Audience: audience.Staff, Column: true, Due: true, Task: "Make the change", Value: &c.PlannedFor,
			Help: "When it will be done."},
		{Key: "done", Label: "Done", Audience: audience.Staff, Column: true, Value: &c.Done,
			Help: "When it was done."},
		{Key: "documents", Label: "Changes documents", Inverse: "Changed by", Audience: audience.Staff, Value: &c.Documents,
			Help: "The documents that change with it."},
		{Key: "decided-in", Label: "Decided in", Inverse: "Decided changes", Audience: audience.Staff, Value: &c.DecidedIn,
			Help: "The management review that decided it."},
	}
}

// Settled reports whether the change is done or cancelled.
func (c *ManagementChange) Settled() bool {
	return c.Status.Value == ManagementChangeDone || c.Status.Value == ManagementChangeCancelled
}

// ManagementChangeStatus says how far a change to the ISMS is.
type ManagementChangeStatus string

// The states of a change that is over.
const (
	ManagementChangeDone      ManagementChangeStatus = "done"
	ManagementChangeCancelled ManagementChangeStatus = "cancelled"
)

// Options lists the states of a change.
func (ManagementChangeStatus) Options() []Option {
	return []Option{
		{Word: "planned", Label: "Planned", Help: "decided, not begun", Tone: Planned},
		{Word: "under-way", Label: "Under way", Help: "begun", Tone: Partly},
		{Word: string(ManagementChangeDone), Label: "Done", Help: "made", Tone: Good},
		{Word: string(ManagementChangeCancelled), Label: "Cancelled", Help: "it will not be made", Tone: None},
	}
}
