package view

// TrustCertificate is a certificate of the management system as it stands on the
// edition's day.
type TrustCertificate struct {
	ID            string
	Title         string
	Path          string
	State         string // "valid", "preparing", "suspended", "withdrawn" or "expired"
	Badge         TrustBadge
	Statement     string // what is so, in a sentence
	Over          TrustEnd
	LegalEntity   string
	Standard      string
	Body          string
	Accreditation string
	Number        string
	Scope         HTML
	Sites         []string
	Exclusions    HTML
	SoA           string // version and date of the Statement of Applicability that it names
	ValidFrom     Date
	ValidUntil    Date
	Verify        string // the address of a page where anybody can check it
	File          TrustFile
}

// TrustEnd is what a page has to say of a certificate once its last day has
// passed, although the page was made before. It is empty for one that is not
// valid.
type TrustEnd struct {
	Last      Date // the last day on which it is valid
	Badge     TrustBadge
	Statement string
}

// TrustScope is what the management system covers.
type TrustScope struct {
	ID          string
	Title       string
	Path        string
	Statement   HTML
	Plain       string
	LegalEntity string
	Sites       []string
	Activities  []string
	Exclusions  []HTML
	Version     string
	Approved    Date
}
