package record

import "github.com/annex-isms/annex/generator/audience"

var mappings = Kind{
	Name: "mapping", Folder: "mappings", Label: "Mapping", Plural: "Mappings", Article: "a mapping", Prefix: "MAP-", Chapter: RiskAndControls,
	Help: "Who says which controls are related to which items of a framework, and how far that can be relied on.",
	New:  func() Record { return new(Mapping) },
}

// Mapping relates controls and clauses to items of one framework. “Related” is
// all it says: never that a control is enough for an item.
type Mapping struct {
	Entry
	Framework     Ref[Framework]
	Publisher     Line
	Basis         Choice[MappingBasis]
	Confidence    Choice[Confidence]
	Licence       Text
	Credit        Line
	Date          Date
	Sources       Tables[MappingSource]
	Corroboration Text
	Limits        Text
	Pairs         Tables[Pair]
}

// Declare declares what a mapping says.
func (m *Mapping) Declare() []Declaration {
	return []Declaration{
		{Key: "framework", Label: "Framework", Must: true, Audience: audience.Staff, Column: true, Facet: true, Value: &m.Framework,
			Help: "The framework whose items it relates to controls."},
		{Key: "publisher", Label: "Publisher", Must: true, Audience: audience.Staff, Value: &m.Publisher,
			Help: "Who answers for it."},
		{Key: "basis", Label: "Basis", Must: true, Audience: audience.Staff, Column: true, Facet: true, Value: &m.Basis,
			Help: "What it rests on: pairs that somebody published, others that were derived from such, or a project of its publisher."},
		{Key: "confidence", Label: "Confidence", Must: true, Audience: audience.Staff, Column: true, Facet: true, Value: &m.Confidence,
			Help: "How far it can be relied on."},
		{Key: "licence", Label: "Licence", Audience: audience.Staff, Value: &m.Licence,
			Help: "What allows it to stand here."},
		{Key: "attribution", Label: "Credit", Audience: audience.Staff, Value: &m.Credit,
			Help: "The credit that the licence asks for, with what was changed."},
		{Key: "date", Label: "As of", Audience: audience.Staff, Column: true, Value: &m.Date,
			Help: "The day on which it was last compared with its sources."},
		{Key: "source", Label: "Sources", Must: true, Audience: audience.Staff, Place: Section, Value: &m.Sources,
			Help: "Where its pairs come from."},
		{Key: "corroboration", Label: "What “corroborated” means here", Audience: audience.Staff, Place: Section, Value: &m.Corroboration,
			Help: "When a pair counts as corroborated, and what it was compared with."},
		{Key: "limits", Label: "What it does not say", Audience: audience.Staff, Place: Section, Value: &m.Limits,
			Help: "What a reader should not conclude from it."},
		{Key: "pair", Label: "Pairs", Must: true, Audience: audience.Staff, Place: Elsewhere, Value: &m.Pairs,
			Help: "A control or a clause, and the items that it is related to."},
	}
}

// MappingSource is where pairs of a mapping come from.
type MappingSource struct {
	Name Line
	Text Text
}

// Declare declares what is said of a source.
func (s *MappingSource) Declare() []Declaration {
	return []Declaration{
		{Key: "name", Label: "Name", Must: true, Audience: audience.Staff, Value: &s.Name,
			Help: "A word or two, by which pairs name it."},
		{Key: "text", Label: "What it is", Must: true, Audience: audience.Staff, Value: &s.Text,
			Help: "What it is: title, version, date, and where it can be read."},
	}
}

// Pair is a control or a clause beside the items that it is related to.
type Pair struct {
	Control      Ref[Control]
	Clause       Ref[Clause]
	Items        Refs[Item]
	Corroborated Refs[Item]
	By           Lines
}

// Declare declares what a pair says.
func (p *Pair) Declare() []Declaration {
	return []Declaration{
		{Key: "control", Label: "Control", Audience: audience.Staff, Value: &p.Control,
			Help: "The control; a pair has either a control or a clause."},
		{Key: "clause", Label: "Clause", Audience: audience.Staff, Value: &p.Clause,
			Help: "The clause; a pair has either a control or a clause."},
		{Key: "items", Label: "Items", Must: true, Audience: audience.Staff, Value: &p.Items,
			Help: "The items of the framework that are related to it."},
		{Key: "corroborated", Label: "Corroborated", Audience: audience.Staff, Value: &p.Corroborated,
			Help: "Those of the items for which a second source says the same."},
		{Key: "by", Label: "By", Audience: audience.Staff, Value: &p.By,
			Help: "The names of the sources that say so, where the mapping has several."},
	}
}

// MappingBasis says what a mapping rests on.
type MappingBasis string

// Options lists what a mapping may rest on.
func (MappingBasis) Options() []Option {
	return []Option{
		{Word: "published", Label: "Published", Help: "somebody published these very pairs"},
		{Word: "derived", Label: "Derived", Help: "made from pairs that somebody published"},
		{Word: "project", Label: "Own work", Help: "written by its publisher for this purpose"},
	}
}

// Confidence says how far something can be relied on.
type Confidence string

// Options lists the degrees of confidence.
func (Confidence) Options() []Option {
	return []Option{
		{Word: "high", Label: "High", Help: "those who published it answer for it, or others come to the same pairs"},
		{Word: "medium", Label: "Medium", Help: "made with care; look at a pair again before much depends on it"},
		{Word: "low", Label: "Low", Help: "a place to start from; look at every pair again"},
	}
}
