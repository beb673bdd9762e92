package view

// Trust is everything that the world can learn: what the trust edition shows.
// Apart from the atoms HTML, Heading, Date, File and Brand it shares no type with the
// other editions, so that nothing reaches the public by way of a field that was
// added for staff.
type Trust struct {
	Language     string
	BaseURL      string // with a final slash; empty where annex.toml has none
	Organization TrustOrganization
	AsOf         Date
	Fixed        bool
	Themes       []TrustTheme
	Documents    []TrustDocument
	Files        []File
	Synonyms     [][]string // groups of words that mean the same to a search
}

// TrustOrganization is who answers for the trust centre.
type TrustOrganization struct {
	Name            string
	LegalName       string
	SecurityContact string
	SecurityAddress string // where a link to the contact leads; empty where it is neither a mail nor a web address
	Lede            HTML
	Brand           Brand
}

// TrustTheme is a group of control summaries that were written for customers.
type TrustTheme struct {
	Name     string
	Controls []TrustControl
}

// TrustControl is what customers are told of a control.
type TrustControl struct {
	ID    string
	Title string
	Path  string
	Text  HTML
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
}
