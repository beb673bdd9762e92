package record

import "github.com/annex-isms/annex/generator/audience"

var updates = Kind{
	Name: "update", Folder: "updates", Label: "Update", Plural: "Updates", Article: "an update", Prefix: "UPD-", Chapter: Trust,
	Help:  "What we told customers, and when: subprocessors, certificates, documents, incidents.",
	Basis: "7.4", ByTitle: true,
	New: func() Record { return new(Update) },
}

// Update is a piece of news for customers. Its day and its words stay as they
// were: what changes later is a new update.
type Update struct {
	Entry
	Date         Date
	Type         Choice[UpdateType]
	Text         Text
	Effective    Date
	Suppliers    Refs[Supplier]
	Documents    Refs[Document]
	Certificates Refs[Certificate]
	Owner        Ref[Role]
}

// Declare declares what an update says.
func (u *Update) Declare() []Declaration {
	return []Declaration{
		{Key: "date", Label: "Date", Must: true, Audience: audience.Public, Column: true, Value: &u.Date,
			Help: "The day on which it is told."},
		{Key: "type", Label: "Type", Must: true, Audience: audience.Public, Column: true, Facet: true, Value: &u.Type,
			Help: "What it is about; those on subprocessors have a feed of their own."},
		{Key: "text", Label: "Text", Must: true, Audience: audience.Public, Place: Lede, Value: &u.Text,
			Help: "What changed and what it means, in words for customers."},
		{Key: "effective", Label: "Takes effect", Audience: audience.Public, Column: true, Value: &u.Effective,
			Help: "The day on which the change takes effect, where that is another one."},
		{Key: "suppliers", Label: "Suppliers", Inverse: "Updates for customers", Audience: audience.Public, Value: &u.Suppliers,
			Help: "The subprocessors that it is about."},
		{Key: "documents", Label: "Documents", Inverse: "Updates for customers", Audience: audience.Public, Value: &u.Documents,
			Help: "The documents that it is about."},
		{Key: "certificates", Label: "Certificates", Inverse: "Updates for customers", Audience: audience.Public, Value: &u.Certificates,
			Help: "The certificates that it is about."},
		{Key: "owner", Label: "Owner", Inverse: "Told customers", Must: true, Audience: audience.Staff, Facet: true, Value: &u.Owner,
			Help: "The role that answers for the text."},
	}
}

// Unpublished returns nothing: whatever has the audience public was written for
// the public.
func (u *Update) Unpublished() (why, hint string) { return "", "" }

// UpdateType says what an update is about.
type UpdateType string

// SubprocessorUpdate is news of a subprocessor: one more, one less, or one that
// changes.
const SubprocessorUpdate UpdateType = "subprocessor"

// Options lists what updates are about.
func (UpdateType) Options() []Option {
	return []Option{
		{Word: string(SubprocessorUpdate), Label: "Subprocessors", Help: "one more, one less, or one that changes"},
		{Word: "assurance", Label: "Certificates and tests", Help: "an audit, a certificate or a test by others"},
		{Word: "document", Label: "Documents", Help: "a new or changed policy, agreement or paper"},
		{Word: "service", Label: "Service", Help: "what the service itself does for security"},
		{Word: "incident", Label: "Incident", Help: "something that went wrong, and what became of it"},
	}
}
