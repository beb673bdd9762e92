package view

// TrustOffers is what a reviewer can have: at once, and on request.
type TrustOffers struct {
	Public  []TrustOffer
	Request []TrustOffer
}

// TrustOffer is a line in the list of what a reviewer can have.
type TrustOffer struct {
	ID      string
	Title   string
	Path    string
	About   HTML
	Version string
	Dated   Date
	File    TrustFile
	Access  string // "public", "request" or "agreement"
	Badge   TrustBadge
	Request string // the address of a mail that asks for it; empty where anybody can have it, or requests are no mails
}

// TrustHandout is a file to download, or a paper that is sent on request.
type TrustHandout struct {
	ID      string
	Title   string
	Path    string
	About   HTML
	Plain   string
	Version string
	Dated   Date
	File    TrustFile
	Access  string
	Badge   TrustBadge
	Request string
}

// TrustFile is a file to download.
type TrustFile struct {
	Path string // empty where there is none
	Name string // under which it is saved
	Type string // "PDF"
	Size string // "120 KB"
}

// TrustRequests is how one asks for what is sent on request.
type TrustRequests struct {
	Contact string
	Address string // where a link to the contact leads; empty where it is neither a mail nor a web address
	Text    HTML
	Form    string // the service that takes in a form; empty for mails
}
