package record

// ChartNames are the charts that a text can place, in the order in which leaders
// read them. Package edition makes each of them.
var ChartNames = []string{
	"risk-level",
	"risk-matrix",
	"risk-stages",
	"risk-treatment",
	"risk-owner",
	"treatment-plan",
	"soa-by-theme",
	"control-attributes",
	"control-concepts",
	"control-capabilities",
	"traceability",
	"control-evidence",
	"evidence-freshness",
	"operating-rhythm",
	"frameworks",
	"findings",
	"corrective-actions",
	"incidents",
	"incident-times",
	"objectives",
	"metrics",
	"supplier-assessments",
}

// PublishedChart is a chart that annex.toml may publish. It counts what is
// internal, and so has to be asked for by name; on its axes stand words of the
// standard and of this program, never those of an author.
type PublishedChart string

// Options lists the charts that may be published.
func (PublishedChart) Options() []Option {
	return []Option{
		{Word: "soa-by-theme", Label: "Controls by theme", Help: "how many controls of each theme are implemented, partly implemented, planned and excluded"},
		{Word: "control-evidence", Label: "Controls and evidence", Help: "how many of the controls that are implemented have evidence of the last year"},
		{Word: "evidence-freshness", Label: "Freshness of evidence", Help: "how many pieces of evidence of each sort are valid, expire soon and have expired"},
		{Word: "supplier-assessments", Label: "Suppliers", Help: "how many suppliers of each tier have been assessed, and with which result"},
	}
}
