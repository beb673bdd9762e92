package record

import "github.com/annex-isms/annex/generator/audience"

var roles = Kind{
	Name: "role", Folder: "roles", Label: "Role", Plural: "Roles", Article: "a role", Prefix: "ROL-", Chapter: Direction,
	Help:  "Who answers for what. Responsibilities belong to roles, so that they outlast the people who hold them.",
	Basis: "5.3", ByTitle: true,
	New: func() Record { return new(Role) },
}

// Role is a function in the organization that owns, decides or approves
// (clause 5.3).
type Role struct {
	Entry
	Purpose          Text
	Responsibilities Texts
	Authorities      Texts
	ReportsTo        Ref[Role]
	Deputy           Ref[Role]
	TopManagement    Flag
	Contact          Line
	Holders          Lines
}

// Vacant reports whether the role is known to have no holder.
func (r *Role) Vacant() bool { return r.Holders.IsSet() && len(r.Holders.Items) == 0 }

// Declare declares what a role says.
func (r *Role) Declare() []Declaration {
	return []Declaration{
		{Key: "purpose", Label: "Purpose", Must: true, Audience: audience.Staff, Place: Lede, Value: &r.Purpose,
			Help: "Why the role exists, in a sentence."},
		{Key: "responsibilities", Label: "Responsibilities", Audience: audience.Staff, Place: Section, Value: &r.Responsibilities,
			Help: "What the role does, one duty each."},
		{Key: "authorities", Label: "Authorities", Audience: audience.Staff, Place: Section, Value: &r.Authorities,
			Help: "What the role may decide, one decision each."},
		{Key: "reports-to", Label: "Reports to", Inverse: "Reports to this role", Audience: audience.Staff, Column: true, Value: &r.ReportsTo,
			Help: "The role above."},
		{Key: "deputy", Label: "Deputy", Inverse: "Deputy for", Audience: audience.Staff, Column: true, Value: &r.Deputy,
			Help: "The role that acts while the holder is away."},
		{Key: "top-management", Label: "Top management", Audience: audience.Staff, Value: &r.TopManagement,
			Help: "Whether the role belongs to top management in the sense of clause 5.1."},
		{Key: "contact", Label: "Contact", Audience: audience.Staff, Column: true, Value: &r.Contact,
			Help: "How to reach the role: a channel or a shared address, never a person."},
		{Key: "holders", Label: "Holders", Audience: audience.Auditor, Value: &r.Holders,
			Help: "Who holds the role, as opaque keys; an empty list says that it is vacant."},
	}
}
