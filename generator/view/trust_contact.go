package view

// TrustReport is how one reports a vulnerability.
type TrustReport struct {
	Text             HTML
	Policy           TrustReference // the rules for those who look for weaknesses
	Encryption       string         // the address of a key
	Acknowledgements string         // the address of a page
	Languages        []string       // as tags
	Spoken           []string       // the same by their names
	Expires          string         // until when all this can be relied on, as RFC 3339 writes it
}

// TrustLink leads to a page elsewhere.
type TrustLink struct {
	Title string
	URL   string
}
