package view

// TrustUpdate is a piece of news for customers.
type TrustUpdate struct {
	ID        string
	Title     string
	Path      string
	Date      Date
	Type      string // "subprocessor"
	Label     string // "Subprocessors"
	Text      HTML
	Plain     string
	Effective Date
	Ahead     bool             // it has not taken effect yet
	About     []TrustReference // what it is about
}
