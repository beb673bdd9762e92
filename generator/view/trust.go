package view

// Trust is everything that the world can learn: what the trust edition shows.
// Its parts stand in the files trust_*.go beside this one. Apart from the atoms
// HTML, Heading, Date, File and Brand it shares no type with the other editions,
// so that nothing reaches the public by way of a field that was added for staff.
type Trust struct {
	Language      string
	BaseURL       string // with a final slash; empty where annex.toml has none
	Organization  TrustOrganization
	AsOf          Date
	Fixed         bool
	Home          TrustHome
	Certificates  []TrustCertificate // the one that says most comes first
	Scopes        []TrustScope
	Frameworks    []TrustFramework
	Standings     []TrustStanding // certificates, and then frameworks
	Themes        []TrustTheme
	Documents     []TrustDocument
	Handouts      []TrustHandout
	Offers        TrustOffers
	Subprocessors TrustSubprocessors
	Topics        []TrustTopic
	Updates       []TrustUpdate // the newest first
	Requests      TrustRequests
	Report        TrustReport
	Links         []TrustLink
	Charts        []TrustChart // that annex.toml names for publication
	Files         []File
	Synonyms      [][]string // groups of words that mean the same to a search
}

// TrustOrganization is who answers for the trust centre.
type TrustOrganization struct {
	Name            string
	LegalName       string
	SecurityContact string
	SecurityAddress string // where a link to the contact leads; empty where it is neither a mail nor a web address
	Headline        string // empty where annex.toml has none
	Lede            HTML
	Plain           string // the lede in plain words
	Brand           Brand
}

// TrustHome is what the first page shows of the parts that have pages of their
// own.
type TrustHome struct {
	Brief         []TrustQuestion // those with an answer in a few words
	Highlights    []TrustControl  // those with a headline
	Offers        []TrustOffer
	Subprocessors []TrustSubprocessor
	Updates       []TrustUpdate
}

// TrustReference leads to another page of the trust centre.
type TrustReference struct {
	ID    string
	Title string
	Path  string
}

// TrustBadge is the state of something in a word.
type TrustBadge struct {
	Tone string // "ok", "part", "plan", "due", "bad", "none"
	Text string
}

// TrustTheme is a group of control summaries that were written for customers.
type TrustTheme struct {
	Name     string
	Controls []TrustControl
}

// TrustControl is what customers are told of a control.
type TrustControl struct {
	ID       string
	Title    string
	Headline string // in customers' words; empty where there are none
	Path     string
	Theme    string
	Text     HTML
	Plain    string
	Answers  []TrustReference // the questions that it answers
}

// TrustDocument is a public document.
type TrustDocument struct {
	ID       string
	Title    string
	Type     string
	Path     string
	Version  string
	Approved Date
	Summary  HTML
	Plain    string
	Outline  []Heading
	Body     HTML
	Charts   []TrustChart // that the body places
	File     TrustFile
}
