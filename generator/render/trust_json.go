package render

import (
	"slices"

	"github.com/annex-isms/annex/generator/view"
)

// The types below are the form of trust.json: what the trust centre states, for
// programs that watch over suppliers. Names are added to it, never changed; days
// are written 2026-11-23, and what is not said is left out. Paths count from the
// folder of the file.

type statedTrust struct {
	Organization  statedOrganization   `json:"organization"`
	Date          string               `json:"date"`
	Certificates  []statedCertificate  `json:"certificates"`
	Scopes        []statedScope        `json:"scopes"`
	Frameworks    []statedFramework    `json:"frameworks"`
	Controls      []statedControl      `json:"controls"`
	Documents     []statedDocument     `json:"documents"`
	OnRequest     []statedDocument     `json:"onRequest"`
	Subprocessors []statedSubprocessor `json:"subprocessors"`
	NoticeDays    int                  `json:"subprocessorNoticeDays,omitempty"`
	Questions     []statedQuestion     `json:"questions"`
	Updates       []statedUpdate       `json:"updates"`
	Contact       string               `json:"contact,omitempty"`
	Report        statedReport         `json:"report"`
	Links         []statedLink         `json:"links"`
}

type statedOrganization struct {
	Name      string `json:"name"`
	LegalName string `json:"legalName,omitempty"`
	URL       string `json:"url,omitempty"`
}

type statedCertificate struct {
	ID            string   `json:"id"`
	State         string   `json:"state"`
	Statement     string   `json:"statement"`
	LegalEntity   string   `json:"legalEntity"`
	Standard      string   `json:"standard"`
	Body          string   `json:"body,omitempty"`
	Accreditation string   `json:"accreditation,omitempty"`
	Number        string   `json:"number,omitempty"`
	Scope         string   `json:"scope"`
	Sites         []string `json:"sites,omitempty"`
	Exclusions    string   `json:"exclusions,omitempty"`
	SoA           string   `json:"statementOfApplicability,omitempty"`
	ValidFrom     string   `json:"validFrom,omitempty"`
	ValidUntil    string   `json:"validUntil,omitempty"`
	Verify        string   `json:"verify,omitempty"`
	File          string   `json:"file,omitempty"`
	Page          string   `json:"page"`
}

type statedScope struct {
	ID         string   `json:"id"`
	Statement  string   `json:"statement"`
	Sites      []string `json:"sites,omitempty"`
	Activities []string `json:"activities,omitempty"`
	Exclusions []string `json:"exclusions,omitempty"`
	Version    string   `json:"version,omitempty"`
	Approved   string   `json:"approved,omitempty"`
	Page       string   `json:"page"`
}

type statedFramework struct {
	ID        string `json:"id"`
	Name      string `json:"name"`
	Title     string `json:"title"`
	Edition   string `json:"edition,omitempty"`
	Reference string `json:"reference,omitempty"`
	Text      string `json:"text"`
	Page      string `json:"page"`
}

type statedControl struct {
	ID       string `json:"id"`
	Title    string `json:"title"`
	Headline string `json:"headline,omitempty"`
	Theme    string `json:"theme"`
	Text     string `json:"text"`
	Page     string `json:"page"`
}

type statedDocument struct {
	ID      string `json:"id"`
	Title   string `json:"title"`
	About   string `json:"about,omitempty"`
	Version string `json:"version,omitempty"`
	Dated   string `json:"dated,omitempty"`
	Access  string `json:"access"`
	File    string `json:"file,omitempty"`
	Page    string `json:"page"`
}

type statedSubprocessor struct {
	ID      string `json:"id"`
	Name    string `json:"name"`
	Purpose string `json:"purpose"`
	Data    string `json:"data"`
	Place   string `json:"place"`
	Since   string `json:"since"`
	Until   string `json:"until,omitempty"`
	Page    string `json:"page"`
}

type statedQuestion struct {
	ID        string   `json:"id"`
	Topic     string   `json:"topic"`
	Domains   []string `json:"ccmDomains,omitempty"`
	Question  string   `json:"question"`
	Answer    string   `json:"answer"`
	Brief     string   `json:"brief,omitempty"`
	Controls  []string `json:"controls,omitempty"`
	Documents []string `json:"documents,omitempty"`
	Checked   string   `json:"checked,omitempty"`
	Page      string   `json:"page"`
}

type statedUpdate struct {
	ID        string `json:"id"`
	Type      string `json:"type"`
	Date      string `json:"date"`
	Effective string `json:"effective,omitempty"`
	Title     string `json:"title"`
	Text      string `json:"text"`
	Page      string `json:"page"`
}

type statedReport struct {
	Contact    string   `json:"contact,omitempty"`
	Policy     string   `json:"policy,omitempty"`
	Encryption string   `json:"encryption,omitempty"`
	Languages  []string `json:"languages,omitempty"`
}

type statedLink struct {
	Title string `json:"title"`
	URL   string `json:"url"`
}

// trustJSON returns trust.json, the machine-readable twin of what the trust
// centre states.
func trustJSON(t view.Trust) File {
	stated := statedTrust{
		Organization: statedOrganization{t.Organization.Name, t.Organization.LegalName, t.BaseURL},
		Date:         t.AsOf.ISO,
		Certificates: stating(t.Certificates, stateCertificate),
		Scopes:       stating(t.Scopes, stateScope),
		Frameworks: stating(t.Frameworks, func(f view.TrustFramework) statedFramework {
			return statedFramework{f.ID, f.Name, f.Title, f.Edition, f.Reference, f.Plain, f.Path}
		}),
		Controls:      []statedControl{},
		Documents:     stating(t.Offers.Public, stateDocument),
		OnRequest:     stating(t.Offers.Request, stateDocument),
		Subprocessors: stating(slices.Concat(t.Subprocessors.Current, t.Subprocessors.Former), stateSubprocessor),
		NoticeDays:    t.Subprocessors.Notice,
		Questions:     []statedQuestion{},
		Updates:       stating(t.Updates, stateUpdate),
		Contact:       t.Requests.Contact,
		Report:        statedReport{t.Organization.SecurityContact, t.Report.Policy.Path, t.Report.Encryption, t.Report.Languages},
		Links:         stating(t.Links, func(l view.TrustLink) statedLink { return statedLink(l) }),
	}
	for _, theme := range t.Themes {
		stated.Controls = append(stated.Controls, stating(theme.Controls, stateControl)...)
	}
	for _, topic := range t.Topics {
		stated.Questions = append(stated.Questions, stating(topic.Questions, func(q view.TrustQuestion) statedQuestion { return stateQuestion(q, topic.Domains) })...)
	}
	return jsonFile("trust.json", func() any { return stated })
}

// stating returns what is stated of each item; a list, be it empty.
func stating[From, To any](items []From, state func(From) To) []To {
	stated := make([]To, 0, len(items))
	for _, item := range items {
		stated = append(stated, state(item))
	}
	return stated
}

func stateCertificate(c view.TrustCertificate) statedCertificate {
	return statedCertificate{
		ID: c.ID, State: c.State, Statement: c.Statement, LegalEntity: c.LegalEntity, Standard: c.Standard, Body: c.Body, Accreditation: c.Accreditation,
		Number: c.Number, Scope: plainText(c.Scope), Sites: c.Sites, Exclusions: plainText(c.Exclusions), SoA: c.SoA,
		ValidFrom: c.ValidFrom.ISO, ValidUntil: c.ValidUntil.ISO, Verify: c.Verify, File: c.File.Path, Page: c.Path,
	}
}

func stateScope(s view.TrustScope) statedScope {
	return statedScope{
		ID: s.ID, Statement: plainText(s.Statement), Sites: s.Sites, Activities: s.Activities, Exclusions: stating(s.Exclusions, plainText),
		Version: s.Version, Approved: s.Approved.ISO, Page: s.Path,
	}
}

func stateControl(c view.TrustControl) statedControl {
	return statedControl{ID: c.ID, Title: c.Title, Headline: c.Headline, Theme: c.Theme, Text: plainText(c.Text), Page: c.Path}
}

func stateDocument(o view.TrustOffer) statedDocument {
	return statedDocument{
		ID: o.ID, Title: o.Title, About: plainText(o.About), Version: o.Version, Dated: o.Dated.ISO, Access: o.Access, File: o.File.Path, Page: o.Path,
	}
}

func stateSubprocessor(s view.TrustSubprocessor) statedSubprocessor {
	return statedSubprocessor{
		ID: s.ID, Name: s.Name, Purpose: plainText(s.Purpose), Data: s.Data, Place: s.Place, Since: s.Since.ISO, Until: s.Until.ISO, Page: s.Path,
	}
}

func stateQuestion(q view.TrustQuestion, domains []string) statedQuestion {
	return statedQuestion{
		ID: q.ID, Topic: q.TopicWord, Domains: domains, Question: q.Question, Answer: plainText(q.Answer), Brief: q.Brief,
		Controls: idsOf(q.Controls), Documents: idsOf(q.Documents), Checked: q.Checked.ISO, Page: q.Path,
	}
}

func stateUpdate(u view.TrustUpdate) statedUpdate {
	return statedUpdate{
		ID: u.ID, Type: u.Type, Date: u.Date.ISO, Effective: u.Effective.ISO, Title: u.Title, Text: plainText(u.Text), Page: u.Path,
	}
}
