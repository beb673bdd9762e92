package record

import (
	"github.com/annex-isms/annex/generator/audience"
)

// Config is annex.toml: what holds for the whole site.
type Config struct {
	Language     Line
	Date         Date
	BaseURL      Line
	Theme        Line
	Profile      Choice[Profile]
	Organization Table[Organization]
	Trust        Table[TrustCentre]
	Audience     Table[DefaultAudiences]
	Risk         Table[RiskCriteria]
	Frameworks   Choices[ShippedFramework]
	Rules        RuleLevels
	Search       Table[Search]
}

// Declare declares what annex.toml says.
func (c *Config) Declare() []Declaration {
	return []Declaration{
		{Key: "organization", Label: "Organization", Must: true, Audience: audience.Public, Value: &c.Organization,
			Help: "Whose management system this is."},
		{Key: "trust", Label: "Trust centre", Audience: audience.Public, Value: &c.Trust,
			Help: "What the trust centre says besides its entries."},
		{Key: "audience", Label: "Default audiences", Value: &c.Audience,
			Help: "Who may read the entries of a kind that say nothing of it themselves; never the public."},
		{Key: "risk", Label: "Risk criteria", Audience: audience.Staff, Value: &c.Risk,
			Help: "The scales, levels and acceptance criteria of risk assessment (6.1.2 a)."},
		{Key: "frameworks", Label: "Frameworks", Value: &c.Frameworks,
			Help: "Which of the frameworks that ship with Annex to compare the controls with."},
		{Key: "rules", Label: "Levels of rules", Audience: audience.Staff, Value: &c.Rules,
			Help: "How much the findings of a rule weigh, where that is not as usual; “annex check --list” prints the rules."},
		{Key: "search", Label: "Search", Audience: audience.Public, Value: &c.Search,
			Help: "How readers find entries."},
		{Key: "language", Label: "Language", Audience: audience.Public, Value: &c.Language,
			Help: "The language of the content, as a BCP 47 tag such as “en”; the interface speaks it where the theme does."},
		{Key: "date", Label: "Date", Value: &c.Date,
			Help: "A fixed “today”; leave it out, and each build takes its own day."},
		{Key: "base-url", Label: "Base URL", Audience: audience.Public, Value: &c.BaseURL,
			Help: "Where the trust centre will stand, such as “https://trust.example.com/”."},
		{Key: "theme", Label: "Theme", Value: &c.Theme,
			Help: "The folder below themes/ whose files replace those of the default theme."},
		{Key: "profile", Label: "Profile", Audience: audience.Staff, Value: &c.Profile,
			Help: "How much of a management system this is; without it, the whole."},
	}
}

// Profile says how much of a management system there is to be.
type Profile string

// Baseline is the profile of an organization that begins: it knows its assets,
// gives out access, backs up and changes things in an orderly way, and has
// decided why. It has no Statement of Applicability yet.
const Baseline Profile = "baseline"

// Options lists the profiles.
func (Profile) Options() []Option {
	return []Option{
		{Word: string(Baseline), Label: "Baseline", Help: "assets, access, backups, changes and the decision why; no Statement of Applicability yet"},
		{Word: "whole", Label: "Whole", Help: "a management system to ISO/IEC 27001"},
	}
}

// Organization is who runs the management system.
type Organization struct {
	Name            Line
	LegalName       Line
	HandbookTitle   Line
	SecurityContact Line
	Ask             Line
	TrustLede       Text
	Logo            Line
	Accent          Line
}

// Declare declares what is said of the organization. All of it is public.
func (o *Organization) Declare() []Declaration {
	return []Declaration{
		{Key: "name", Label: "Name", Must: true, Audience: audience.Public, Value: &o.Name,
			Help: "What everybody calls the organization."},
		{Key: "legal-name", Label: "Legal name", Audience: audience.Public, Value: &o.LegalName,
			Help: "The legal entity."},
		{Key: "handbook-title", Label: "Title", Audience: audience.Public, Value: &o.HandbookTitle,
			Help: "What the staff edition is called."},
		{Key: "security-contact", Label: "Security contact", Audience: audience.Public, Value: &o.SecurityContact,
			Help: "The address for reports of vulnerabilities."},
		{Key: "ask", Label: "Whom to ask", Audience: audience.Staff, Value: &o.Ask,
			Help: "Whom staff ask about security."},
		{Key: "trust-lede", Label: "Opening of the trust centre", Audience: audience.Public, Value: &o.TrustLede,
			Help: "A sentence or two for customers."},
		{Key: "logo", Label: "Logo", Audience: audience.Public, Value: &o.Logo,
			Help: "An image of the content that stands before the name, such as “logo.svg”."},
		{Key: "accent", Label: "Accent colour", Audience: audience.Public, Value: &o.Accent,
			Help: "The colour of links and buttons, as “#rrggbb”."},
	}
}

// DefaultAudiences says for each kind who may read its entries.
type DefaultAudiences struct {
	Leadership Choice[DefaultAudience]
	kinds      []Choice[DefaultAudience]
}

// Declare declares one field per kind, and one for the pages that belong to no
// kind.
func (d *DefaultAudiences) Declare() []Declaration {
	if d.kinds == nil {
		d.kinds = make([]Choice[DefaultAudience], len(Kinds))
	}
	fields := make([]Declaration, len(Kinds))
	for i, kind := range Kinds {
		fields[i] = Declaration{Key: kind.Name, Label: kind.Plural, Value: &d.kinds[i],
			Help: "Who reads " + kind.Plural + " without an audience of their own."}
	}
	return append(fields, Declaration{Key: "leadership", Label: "Pages for leadership", Value: &d.Leadership,
		Help: "Who reads the pages for leadership, such as the pack for the management review; without it, auditors alone."})
}

// DefaultLabel returns who may read entries of the kind that say nothing of it
// themselves: what annex.toml sets, and else auditors.
func (c *Config) DefaultLabel(kind *Kind) audience.Label {
	if c.Audience.Row == nil {
		return audience.Auditor
	}
	for _, field := range Fields(c.Audience.Row) {
		if choice, ok := field.Value.(*Choice[DefaultAudience]); ok && field.Key == kind.Name {
			label, _ := audience.ParseLabel(string(choice.Value))
			return label
		}
	}
	return audience.Auditor
}

// DefaultAudience is an audience that a whole kind may have. Public is not
// among them: what the world reads is decided entry by entry.
type DefaultAudience string

// Options lists the audiences that a kind may have.
func (DefaultAudience) Options() []Option {
	return AudienceWord("").Options()[1:]
}

// RiskCriteria are the scales and the acceptance criteria of risk assessment
// (6.1.2 a).
type RiskCriteria struct {
	Acceptance Number
	Likelihood Lines
	Impact     Lines
	Levels     Tables[RiskLevel]
}

// Declare declares the criteria.
func (c *RiskCriteria) Declare() []Declaration {
	return []Declaration{
		{Key: "acceptance", Label: "Acceptance level", Must: true, Audience: audience.Staff, Value: &c.Acceptance,
			Help: "From this level (likelihood × impact) on, somebody has to decide."},
		{Key: "likelihood", Label: "Likelihood", Must: true, Audience: audience.Staff, Value: &c.Likelihood,
			Help: "The names of the steps of likelihood, from 1."},
		{Key: "impact", Label: "Impact", Must: true, Audience: audience.Staff, Value: &c.Impact,
			Help: "The names of the steps of impact, from 1."},
		{Key: "levels", Label: "Levels", Must: true, Audience: audience.Staff, Value: &c.Levels,
			Help: "The bands of risk level, each with a name and the level it begins at."},
	}
}

// RiskLevel is a band of risk levels.
type RiskLevel struct {
	Name Line
	From Number
}

// Declare declares what a band says.
func (l *RiskLevel) Declare() []Declaration {
	return []Declaration{
		{Key: "name", Label: "Name", Must: true, Audience: audience.Staff, Value: &l.Name,
			Help: "What the band is called."},
		{Key: "from", Label: "From", Must: true, Audience: audience.Staff, Value: &l.From,
			Help: "The lowest level of the band."},
	}
}

// Criteria returns the risk criteria that hold: those of annex.toml, or else a
// matrix of five by five with four bands.
func (c *Config) Criteria() *RiskCriteria {
	if c.Risk.Row != nil {
		return c.Risk.Row
	}
	return &defaultCriteria
}

var defaultCriteria = RiskCriteria{
	Acceptance: Number{Value: 10, set: true},
	Likelihood: lines([]string{"Rare", "Unlikely", "Possible", "Likely", "Expected"}),
	Impact:     lines([]string{"Slight", "Limited", "Serious", "Severe", "Critical"}),
	Levels: Tables[RiskLevel]{Rows: []*RiskLevel{
		{Name: Line{Value: "Low"}, From: Number{Value: 1, set: true}},
		{Name: Line{Value: "Moderate"}, From: Number{Value: 5, set: true}},
		{Name: Line{Value: "High"}, From: Number{Value: 10, set: true}},
		{Name: Line{Value: "Critical"}, From: Number{Value: 15, set: true}},
	}},
}

// Band returns the band that a level lies in: its number from 1 and its name.
func (c *RiskCriteria) Band(level int) (number int, name string) {
	for i, band := range c.Levels.Rows {
		if level >= band.From.Value {
			number, name = i+1, band.Name.Value
		}
	}
	return number, name
}

// Above reports whether a level is one that somebody has to decide about.
func (c *RiskCriteria) Above(level int) bool { return level >= c.Acceptance.Value }
