package view

// TrustSubprocessors are the companies that handle customers' personal data for
// the organization.
type TrustSubprocessors struct {
	Current []TrustSubprocessor // with those that were announced
	Former  []TrustSubprocessor
	Notice  int           // how many days ahead a change is announced; 0 where nothing is said
	Updates []TrustUpdate // the news of them, the newest first
}

// TrustSubprocessor is one of them.
type TrustSubprocessor struct {
	ID      string
	Name    string
	Path    string
	Purpose HTML
	Plain   string // the purpose in plain words
	Data    string
	Place   string
	Since   Date
	Until   Date
	Badge   TrustBadge // empty for one that is there and stays
	Updates []TrustUpdate
}
