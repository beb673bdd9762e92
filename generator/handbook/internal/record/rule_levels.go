package record

import "github.com/annex-isms/annex/generator/source"

// RuleLevels says of some rules how much their findings weigh here. Which rules
// there are is for package check to know.
type RuleLevels struct {
	Items []RuleLevel
	At    source.Span
}

// RuleLevel says how much the findings of one rule weigh.
type RuleLevel struct {
	Rule  Line // its code
	Level Choice[LevelWord]
}

func (r *RuleLevels) IsSet() bool       { return len(r.Items) > 0 }
func (r *RuleLevels) Span() source.Span { return r.At }

// Of returns what is said of the rule, empty where nothing is.
func (r *RuleLevels) Of(code string) LevelWord {
	for _, item := range r.Items {
		if item.Rule.Value == code {
			return item.Level.Value
		}
	}
	return ""
}

// LevelWord is how much a rule's findings weigh, as an author writes it.
type LevelWord string

// The words.
const (
	AsError   LevelWord = "error"
	AsWarning LevelWord = "warning"
	AsNote    LevelWord = "note"
	Off       LevelWord = "off"
)

// Options lists the words, from heavy to light.
func (LevelWord) Options() []Option {
	return []Option{
		{Word: string(AsError), Label: "Error", Help: "nothing is published"},
		{Word: string(AsWarning), Label: "Warning", Help: "it is published, unless --strict is given"},
		{Word: string(AsNote), Label: "Note", Help: "it is published in any case"},
		{Word: string(Off), Label: "Off", Help: "nobody looks"},
	}
}
