package view

// TrustChart is a chart that annex.toml publishes: numbers about what the public
// does not see, and nothing else of it.
type TrustChart struct {
	Key        string
	Title      string
	Reading    string
	Form       string // as that of a Picture
	Axis       string // what the categories are
	Categories []string
	Series     []TrustSeries
}

// TrustSeries is what is told of each category, in the order of the categories.
type TrustSeries struct {
	Name   string
	Tone   string // as that of a Series
	Values []TrustValue
}

// TrustValue is one number of a chart, and what it says in words.
type TrustValue struct {
	Number int
	Label  string
}
