package record

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/catalogue"
)

var frameworks = Kind{
	Name: "framework", Folder: "frameworks", Label: "Framework", Plural: "Frameworks", Article: "a framework", Prefix: "FRW-", Chapter: RiskAndControls,
	Help: "Laws, standards and catalogues that others ask about, and which of our controls are related to what they say.",
	New:  func() Record { return new(Framework) },
}

// Framework is a law, a standard or a catalogue that the controls are compared
// with. Its items name it in their IDs, and mappings relate them to controls.
// Some frameworks ship with Annex; authors say why they matter here.
type Framework struct {
	Entry
	ShortName Line
	Publisher Line
	Edition   Line
	Reference Address
	Why       Text
	Public    Text
	From      Text
	Limits    Text
	Licence   Text
	Credit    Line
	Date      Date
}

// Declare declares what a framework says.
func (f *Framework) Declare() []Declaration {
	return []Declaration{
		{Key: "why", Label: "Why it matters", Audience: audience.Staff, Place: Lede, Value: &f.Why,
			Help: "Why it matters to us: who asks about it, and what we do with the comparison."},
		{Key: "public", Label: "For customers", Audience: audience.Public, Place: Section, Value: &f.Public,
			Help: "What customers may read about it, written for them."},
		{Key: "short-name", Label: "Short name", Audience: audience.Public, Place: Elsewhere, Value: &f.ShortName,
			Help: "What people call it, such as “NIS2”; without it, the title holds."},
		{Key: "publisher", Label: "Publisher", Must: true, Audience: audience.Public, Column: true, Value: &f.Publisher,
			Help: "Who made it."},
		{Key: "edition", Label: "Edition", Audience: audience.Public, Value: &f.Edition,
			Help: "Which edition or version of it."},
		{Key: "reference", Label: "Full text", Audience: audience.Public, Value: &f.Reference,
			Help: "Where it can be read."},
		{Key: "source", Label: "Where its items come from", Audience: audience.Staff, Place: Section, Value: &f.From,
			Help: "From where its items were taken, and what they were checked against."},
		{Key: "limits", Label: "What is left out", Audience: audience.Staff, Place: Section, Value: &f.Limits,
			Help: "Which parts of it are not among the items, and why."},
		{Key: "licence", Label: "Licence", Audience: audience.Staff, Value: &f.Licence,
			Help: "What allows its words to stand here."},
		{Key: "attribution", Label: "Credit", Audience: audience.Staff, Value: &f.Credit,
			Help: "The credit that the licence asks for."},
		{Key: "date", Label: "As of", Audience: audience.Staff, Value: &f.Date,
			Help: "The day on which its items were last compared with the source."},
	}
}

// Unpublished returns why the public does not get the framework: nothing was
// written for it.
func (f *Framework) Unpublished() (why, hint string) {
	if !Written(&f.Public) {
		return "it has no words for the public", "add: public = \"…\", or give it the audience staff"
	}
	return "", ""
}

// Name returns what people call the framework.
func (f *Framework) Name() string {
	if f.ShortName.IsSet() {
		return f.ShortName.Value
	}
	return f.Title.Value
}

// ShippedFramework is the name of a framework that ships with Annex.
type ShippedFramework string

// Options lists the frameworks that ship with Annex.
func (ShippedFramework) Options() []Option {
	var options []Option
	for _, name := range catalogue.Frameworks() {
		options = append(options, Option{Word: name, Label: name})
	}
	return options
}

// Register returns the framework with its items and mappings as a site would
// write them.
func (f ShippedFramework) Register() string { return catalogue.Framework(string(f)) }

// Ships reports whether a framework of that ID ships with Annex.
func Ships(id string) bool {
	_, ships := FindOption(ShippedFramework("").Options(), id)
	return ships
}
