package record

// Chapter is the part of the management system that a kind of entry belongs to.
type Chapter string

// The chapters, in the order in which one reads about them.
const (
	Context         Chapter = "Context"
	Direction       Chapter = "Direction"
	RiskAndControls Chapter = "Risk and controls"
	Operation       Chapter = "Operation"
	Evaluation      Chapter = "Evaluation and improvement"
	Trust           Chapter = "Trust"
)

// Chapters lists every chapter in its order.
var Chapters = []Chapter{Context, Direction, RiskAndControls, Operation, Evaluation, Trust}
