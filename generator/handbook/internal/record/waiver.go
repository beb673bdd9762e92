package record

var waivers = Kind{
	Name: "waiver", Folder: "waivers", Label: "Waiver", Plural: "Waivers", Article: "a waiver", Prefix: "WVR-", Chapter: Evaluation,
	Help:  "Findings of the rules that somebody decided to live with for a while.",
	Basis: "practice",
	New:   func() Record { return new(Waiver) },
}

// Waiver is a decision to let a finding of a rule stand for a while
// (practice; no clause asks for it). It is for auditors only.
type Waiver struct {
	Entry
	Rule     Line
	About    Line
	Reason   Text
	Approver Ref[Role]
	Approved Date
	Until    Date
}

// Declare declares what a waiver says.
func (w *Waiver) Declare() []Declaration {
	return []Declaration{
		{Key: "rule", Label: "Rule", Must: true, Column: true, Facet: true, Value: &w.Rule,
			Help: "The rule whose finding stands, as the finding names it."},
		{Key: "entry", Label: "Entry", Must: true, Column: true, Value: &w.About,
			Help: "The ID of the entry with the finding."},
		{Key: "reason", Label: "Reason", Must: true, Place: Lede, Value: &w.Reason,
			Help: "Why it may stand until then."},
		{Key: "approver", Label: "Approved by", Inverse: "Approved waivers", Must: true, Column: true, Value: &w.Approver,
			Help: "The role that allowed it."},
		{Key: "approved", Label: "Approved on", Must: true, Value: &w.Approved,
			Help: "The day of the decision."},
		{Key: "until", Label: "Until", Must: true, Column: true, Due: true, Task: "End it, or have it approved anew", Value: &w.Until,
			Help: "When it ends."},
	}
}

// Answers returns the role that allowed the finding to stand.
func (w *Waiver) Answers() *Ref[Role] { return &w.Approver }
