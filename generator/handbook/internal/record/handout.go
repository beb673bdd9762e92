package record

import "github.com/annex-isms/annex/generator/audience"

var handouts = Kind{
	Name: "handout", Folder: "handouts", Label: "Handout", Plural: "Handouts", Article: "a handout", Prefix: "HND-", Chapter: Trust,
	Help:  "What outsiders can have besides our public documents: files to download, and papers that we send on request.",
	Basis: "7.5.3", ByTitle: true,
	New: func() Record { return new(Handout) },
}

// Handout is something that outsiders can have: a file that anybody may
// download, or else a paper that is sent to those who ask. The two have fields
// of their own, so that no slip publishes what was meant for few.
type Handout struct {
	Entry
	Description Text
	Version     Line
	Dated       Date
	Agreement   Flag
	Download    Attachment
	File        Attachment
	Owner       Ref[Role]
	NextReview  Date
	Documents   Refs[Document]
	Conditions  Text
}

// Declare declares what a handout says.
func (h *Handout) Declare() []Declaration {
	return []Declaration{
		{Key: "description", Label: "Description", Must: true, Audience: audience.Public, Place: Lede, Value: &h.Description,
			Help: "What it is and what it answers, in words for customers."},
		{Key: "version", Label: "Version", Audience: audience.Public, Column: true, Value: &h.Version,
			Help: "The version that one gets, as a string."},
		{Key: "dated", Label: "Dated", Audience: audience.Public, Column: true, Value: &h.Dated,
			Help: "The day that stands on it."},
		{Key: "agreement", Label: "Under an agreement", Audience: audience.Public, Column: true, Value: &h.Agreement,
			Help: "Whether one gets it only under a confidentiality agreement."},
		{Key: "download", Label: "Download", Audience: audience.Public, Value: &h.Download,
			Help: "The file that anybody may download; without one, the paper is sent on request."},
		{Key: "file", Label: "File to send", Audience: audience.Staff, Value: &h.File,
			Help: "The file that is sent to those who ask; the public never gets it from the site."},
		{Key: "owner", Label: "Owner", Inverse: "Hands out", Must: true, Audience: audience.Staff, Column: true, Facet: true, Value: &h.Owner,
			Help: "The role that answers requests."},
		{Key: "next-review", Label: "Next review", Audience: audience.Staff, Column: true, Due: true, Task: "Review it", Value: &h.NextReview,
			Help: "When somebody looks whether it still holds."},
		{Key: "documents", Label: "Made from", Inverse: "Handed out as", Audience: audience.Staff, Value: &h.Documents,
			Help: "The documents that it was made from."},
		{Key: "conditions", Label: "Before it is sent", Audience: audience.Staff, Place: Section, Value: &h.Conditions,
			Help: "What has to be checked before it is sent, and what is noted."},
	}
}

// Unpublished returns nothing: whatever has the audience public was written for
// the public.
func (h *Handout) Unpublished() (why, hint string) { return "", "" }
