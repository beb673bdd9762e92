package record

import "github.com/annex-isms/annex/generator/audience"

var communications = Kind{
	Name: "communication", Folder: "communication", Label: "Communication", Plural: "Communication", Article: "a communication", Prefix: "COM-", Chapter: Direction,
	Help:  "What is told to whom, when and how, inside and outside.",
	Basis: "7.4",
	New:   func() Record { return new(Communication) },
}

// Communication is what is told to whom about the ISMS, when and how (clause
// 7.4).
type Communication struct {
	Entry
	Description Text
	Occasion    Line
	Every       Interval
	WithWhom    Line
	Channel     Line
	Owner       Ref[Role]
	Documents   Refs[Document]
}

// Declare declares what a communication says.
func (c *Communication) Declare() []Declaration {
	return []Declaration{
		{Key: "description", Label: "What", Must: true, Audience: audience.Staff, Place: Lede, Value: &c.Description,
			Help: "What is told (7.4 a)."},
		{Key: "occasion", Label: "When", Audience: audience.Staff, Column: true, Value: &c.Occasion,
			Help: "What occasions it, or the deadline for it (7.4 b)."},
		{Key: "every", Label: "Every", Audience: audience.Staff, Value: &c.Every,
			Help: "How often, where it is regular."},
		{Key: "with-whom", Label: "With whom", Must: true, Audience: audience.Staff, Column: true, Value: &c.WithWhom,
			Help: "Who is told (7.4 c)."},
		{Key: "channel", Label: "How", Must: true, Audience: audience.Staff, Column: true, Value: &c.Channel,
			Help: "The way in which it reaches them (7.4 d)."},
		{Key: "owner", Label: "Owner", Inverse: "Communicates", Must: true, Audience: audience.Staff, Column: true, Facet: true, Value: &c.Owner,
			Help: "The role that tells them."},
		{Key: "documents", Label: "Described in", Inverse: "Says what is communicated", Audience: audience.Staff, Value: &c.Documents,
			Help: "The documents that ask for it."},
	}
}
