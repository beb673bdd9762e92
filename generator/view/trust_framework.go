package view

// TrustStanding is a line in the list of what the organization is measured by: a
// certificate, or a law, a standard or a set of criteria, and how things stand.
type TrustStanding struct {
	Name  string
	Path  string     // of the page that says more
	Badge TrustBadge // empty where there are words alone
	Over  TrustEnd   // for a certificate that is valid
	Since Date
	Text  HTML // in the organization's own words
}

// TrustFramework is a law, a standard or a set of criteria, and what customers
// are told about it.
type TrustFramework struct {
	ID        string
	Title     string
	Name      string // what people call it
	Path      string
	Publisher string
	Edition   string
	Reference string // the address of its text
	Text      HTML
	Plain     string
}
