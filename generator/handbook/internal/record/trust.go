package record

import "github.com/annex-isms/annex/generator/audience"

// TrustCentre is what the trust centre says besides its entries, and how people
// reach whom they look for. All of it is public.
type TrustCentre struct {
	Headline           Line
	Contact            Line
	Requests           Text
	Form               Choice[RequestForm]
	SubprocessorNotice Number
	Report             Text
	Disclosure         Ref[Document]
	Encryption         Address
	Thanks             Address
	Languages          Lines
	Links              Tables[TrustLink]
	Publish            Choices[PublishedChart]
}

// Declare declares what the trust centre says.
func (t *TrustCentre) Declare() []Declaration {
	return []Declaration{
		{Key: "headline", Label: "Headline", Audience: audience.Public, Value: &t.Headline,
			Help: "The first words of the trust centre."},
		{Key: "contact", Label: "Contact", Audience: audience.Public, Value: &t.Contact,
			Help: "The address for questions and for documents on request; without one, the security contact."},
		{Key: "requests", Label: "Requests", Audience: audience.Public, Value: &t.Requests,
			Help: "What somebody should know who asks for a document: how long it takes, and on which terms."},
		{Key: "form", Label: "Form", Audience: audience.Public, Value: &t.Form,
			Help: "The service that takes in a form for requests; without one, requests are mails."},
		{Key: "subprocessor-notice", Label: "Notice of subprocessors", Audience: audience.Public, Value: &t.SubprocessorNotice,
			Help: "How many days ahead a change of subprocessors is announced."},
		{Key: "report", Label: "Report a vulnerability", Audience: audience.Public, Value: &t.Report,
			Help: "What somebody should know who has found a weakness."},
		{Key: "disclosure", Label: "Disclosure policy", Audience: audience.Public, Value: &t.Disclosure,
			Help: "The public document with the rules for those who look for weaknesses."},
		{Key: "encryption", Label: "Encryption key", Audience: audience.Public, Value: &t.Encryption,
			Help: "Where the key lies with which reports can be encrypted."},
		{Key: "acknowledgements", Label: "Acknowledgements", Audience: audience.Public, Value: &t.Thanks,
			Help: "The page that thanks those who reported something."},
		{Key: "languages", Label: "Languages", Audience: audience.Public, Value: &t.Languages,
			Help: "The languages in which reports can be written, as tags such as “en”."},
		{Key: "publish", Label: "Published charts", Audience: audience.Public, Value: &t.Publish,
			Help: "Charts for everybody to see although they count what is internal; none unless it is named here."},
		{Key: "link", Label: "Links", Audience: audience.Public, Value: &t.Links,
			Help: "Pages elsewhere that belong to it, such as terms and the privacy statement."},
	}
}

// TrustLink leads to a page elsewhere.
type TrustLink struct {
	Title Line
	URL   Address
}

// Declare declares what a link says.
func (l *TrustLink) Declare() []Declaration {
	return []Declaration{
		{Key: "title", Label: "Title", Must: true, Audience: audience.Public, Value: &l.Title,
			Help: "What the page is called."},
		{Key: "url", Label: "Address", Must: true, Audience: audience.Public, Value: &l.URL,
			Help: "Where the page lies."},
	}
}

// RequestForm is a service that takes in forms from pages without a program of
// their own.
type RequestForm string

// NetlifyForm is the form handling of the host Netlify.
const NetlifyForm RequestForm = "netlify"

// Options lists the services.
func (RequestForm) Options() []Option {
	return []Option{{Word: string(NetlifyForm), Label: "Netlify", Help: "the forms of a site that Netlify hosts"}}
}
