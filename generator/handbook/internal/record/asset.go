package record

import "github.com/annex-isms/annex/generator/audience"

var assets = Kind{
	Name: "asset", Folder: "assets", Label: "Asset", Plural: "Assets", Article: "an asset", Prefix: "AST-", Chapter: RiskAndControls,
	Help:  "What is worth protecting, who answers for it, and how much protection it needs.",
	Basis: "A.5.9",
	New:   func() Record { return new(Asset) },
}

// Asset is information, or something that information depends on, with an
// owner (control A.5.9).
type Asset struct {
	Entry
	Description     Text
	Type            Choice[AssetType]
	Classification  Choice[Classification]
	Owner           Ref[Role]
	Custodian       Ref[Role]
	Confidentiality Choice[Need]
	Integrity       Choice[Need]
	Availability    Choice[Need]
	PersonalData    Flag
	Location        Line
	Status          Choice[AssetStatus]
	Since           Date
	Review          Date
	DependsOn       Refs[Asset]
	Notes           Text
}

// Declare declares what an asset says.
func (a *Asset) Declare() []Declaration {
	return []Declaration{
		{Key: "description", Label: "Description", Must: true, Audience: audience.Staff, Place: Lede, Value: &a.Description,
			Help: "What it is and what it is used for."},
		{Key: "type", Label: "Type", Must: true, Audience: audience.Staff, Column: true, Facet: true, Value: &a.Type,
			Help: "What sort of thing it is."},
		{Key: "classification", Label: "Classification", Must: true, Audience: audience.Staff, Column: true, Facet: true, Value: &a.Classification,
			Help: "The class of the information that it holds."},
		{Key: "owner", Label: "Owner", Inverse: "Owns assets", Must: true, Audience: audience.Staff, Column: true, Facet: true, Value: &a.Owner,
			Help: "The role that answers for the asset."},
		{Key: "custodian", Label: "Custodian", Inverse: "Looks after assets", Audience: audience.Staff, Value: &a.Custodian,
			Help: "The role that runs it from day to day, where that is not the owner."},
		{Key: "confidentiality", Label: "Confidentiality", Must: true, Audience: audience.Staff, Column: true, Value: &a.Confidentiality,
			Help: "How much harm disclosure would do."},
		{Key: "integrity", Label: "Integrity", Must: true, Audience: audience.Staff, Column: true, Value: &a.Integrity,
			Help: "How much harm a wrong change would do."},
		{Key: "availability", Label: "Availability", Must: true, Audience: audience.Staff, Column: true, Value: &a.Availability,
			Help: "How much harm an outage would do."},
		{Key: "personal-data", Label: "Personal data", Audience: audience.Staff, Facet: true, Value: &a.PersonalData,
			Help: "Whether it holds data about people."},
		{Key: "location", Label: "Location", Audience: audience.Staff, Value: &a.Location,
			Help: "Where it is: a region, an office, a provider's kind."},
		{Key: "status", Label: "Status", Must: true, Audience: audience.Staff, Badge: true, Value: &a.Status,
			Help: "Where it stands in its life."},
		{Key: "since", Label: "In use since", Audience: audience.Staff, Value: &a.Since,
			Help: "The day on which it was taken into use."},
		{Key: "review", Label: "Next review", Audience: audience.Staff, Due: true, Task: "Review it", Value: &a.Review,
			Help: "When its entry is looked at again."},
		{Key: "depends-on", Label: "Depends on", Inverse: "Needed by", Audience: audience.Staff, Value: &a.DependsOn,
			Help: "Assets without which it does not work."},
		{Key: "notes", Label: "Notes", Audience: audience.Auditor, Place: Section, Value: &a.Notes,
			Help: "What an auditor should know besides."},
	}
}

// Settled reports whether the asset is out of use.
func (a *Asset) Settled() bool { return a.Status.Value == Retired }

// AssetType is a sort of asset.
type AssetType string

// Options lists the sorts of assets.
func (AssetType) Options() []Option {
	return []Option{
		{Word: "information", Label: "Information", Help: "data in whatever form"},
		{Word: "software", Label: "Software", Help: "programs that we write or run"},
		{Word: "service", Label: "Service", Help: "what others run for us"},
		{Word: "hardware", Label: "Hardware", Help: "devices and media"},
		{Word: "people", Label: "People", Help: "a team on whose knowledge something depends"},
		{Word: "premises", Label: "Premises", Help: "offices, rooms, cages"},
	}
}

// Classification is a class of information (control A.5.12).
type Classification string

// Options lists the classes, from open to closed.
func (Classification) Options() []Option {
	return []Option{
		{Word: "public", Label: "Public", Help: "anyone may know it"},
		{Word: "internal", Label: "Internal", Help: "everybody who works here may know it"},
		{Word: "confidential", Label: "Confidential", Help: "only those who need it may know it"},
		{Word: "secret", Label: "Secret", Help: "only a few may know it, each by name"},
	}
}

// Need says how much protection an asset needs in one respect.
type Need string

// The great needs.
const (
	NeedHigh     Need = "high"
	NeedVeryHigh Need = "very-high"
)

// Options lists the needs, from small to great.
func (Need) Options() []Option {
	return []Option{
		{Word: "low", Label: "Low", Help: "hardly any harm"},
		{Word: "medium", Label: "Medium", Help: "harm that can be borne"},
		{Word: string(NeedHigh), Label: "High", Help: "serious harm"},
		{Word: string(NeedVeryHigh), Label: "Very high", Help: "harm that threatens the organization"},
	}
}

// AssetStatus says where an asset stands in its life.
type AssetStatus string

// The states of an asset that is in use, and of one that no longer is.
const (
	AssetInUse AssetStatus = "in-use"
	Retired    AssetStatus = "retired"
)

// Options lists the states of an asset.
func (AssetStatus) Options() []Option {
	return []Option{
		{Word: "planned", Label: "Planned", Help: "not in use yet", Tone: Planned},
		{Word: string(AssetInUse), Label: "In use", Help: "in use", Tone: Good},
		{Word: string(Retired), Label: "Retired", Help: "out of use: nothing is due for it any more", Tone: None},
	}
}
