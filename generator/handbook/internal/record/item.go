package record

import "github.com/annex-isms/annex/generator/audience"

var items = Kind{
	Name: "item", Folder: "items", Label: "Framework item", Plural: "Framework items", Article: "an item of a framework", Chapter: RiskAndControls,
	Help:   "What a framework consists of: its articles, criteria or outcomes.",
	Within: &frameworks,
	New:    func() Record { return new(Item) },
}

// Item is one article, criterion or outcome of a framework, or a heading above
// some of them. It belongs to the framework that its ID names.
type Item struct {
	Entry
	Number   Line
	Parent   Ref[Item]
	Heading  Flag
	Order    Number
	Text     Text
	Note     Text
	Position Text
}

// Declare declares what an item says.
func (i *Item) Declare() []Declaration {
	return []Declaration{
		{Key: "text", Label: "Text", Audience: audience.Staff, Place: Lede, Value: &i.Text,
			Help: "What it says, where its licence allows to repeat it."},
		{Key: "label", Label: "Label", Audience: audience.Staff, Place: Elsewhere, Value: &i.Number,
			Help: "Its number as the framework prints it, such as “Art. 21(2)(a)”, where the ID differs from that."},
		{Key: "parent", Label: "Part of", Inverse: "Parts", Audience: audience.Staff, Value: &i.Parent,
			Help: "The item that it is a part of: a function, a chapter, an article."},
		{Key: "heading", Label: "Heading", Audience: audience.Staff, Place: Elsewhere, Value: &i.Heading,
			Help: "True for a chapter, family or function that asks for nothing itself and stands above those that do."},
		{Key: "order", Label: "Order", Audience: audience.Staff, Place: Elsewhere, Value: &i.Order,
			Help: "Where it stands among the parts of its parent, as a number; without it, the ID decides."},
		{Key: "note", Label: "Note", Audience: audience.Staff, Place: Section, Value: &i.Note,
			Help: "What a reader should know of it."},
		{Key: "position", Label: "Our position", Audience: audience.Staff, Place: Section, Value: &i.Position,
			Help: "What we say to it where related controls do not say it all: that it does not apply, or what else answers it."},
	}
}

// Label returns the number of the item as its framework prints it.
func (i *Item) Label() string {
	if i.Number.IsSet() {
		return i.Number.Value
	}
	return LocalID(i.ID.Value)
}
