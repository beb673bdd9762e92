package finding

import (
	"bytes"
	"encoding/json"
	"fmt"
	"time"
	"unicode/utf16"
)

// jsonReport is what a script reads. Columns count characters from 1, and the
// end is the first place that is no longer meant.
type jsonReport struct {
	Findings []jsonFinding `json:"findings"` // that stand
	Waived   []jsonFinding `json:"waived,omitempty"`
	Summary  jsonSummary   `json:"summary"`
}

type jsonFinding struct {
	Level     string `json:"level"`
	Code      string `json:"code"`
	Message   string `json:"message"`
	Hint      string `json:"hint,omitempty"`
	File      string `json:"file,omitempty"`
	Line      int    `json:"line,omitempty"`
	Column    int    `json:"column,omitempty"`
	EndLine   int    `json:"endLine,omitempty"`
	EndColumn int    `json:"endColumn,omitempty"`

	Entries []string    `json:"entries,omitempty"`
	Waiver  *jsonWaiver `json:"waiver,omitempty"`
}

type jsonWaiver struct {
	ID       string `json:"id"`
	Reason   string `json:"reason"`
	Approver string `json:"approver"`
	Until    string `json:"until"`
}

type jsonSummary struct {
	Errors   int `json:"errors"`
	Warnings int `json:"warnings"`
	Notes    int `json:"notes"`
	Waived   int `json:"waived,omitempty"`
}

func (l List) json(how Writing) ([]byte, error) {
	report := jsonReport{
		Findings: []jsonFinding{}, // rather than null, so that scripts can loop
		Summary:  jsonSummary{Errors: l.Count(Error), Warnings: l.Count(Warning), Notes: l.Count(Note), Waived: len(l.Waived())},
	}
	for _, f := range l {
		if f.Waiver == nil {
			report.Findings = append(report.Findings, f.json(how))
		} else {
			report.Waived = append(report.Waived, f.json(how))
		}
	}
	return encode(report)
}

func (f Finding) json(how Writing) jsonFinding {
	p := how.place(f.At)
	shown := jsonFinding{
		Level: f.Level.String(), Code: f.Code, Message: f.Message, Hint: f.Hint,
		File: p.file, Line: p.start.Line, Column: p.start.Column, EndLine: p.end.Line, EndColumn: p.end.Column,
		Entries: f.Entries,
	}
	if w := f.Waiver; w != nil {
		shown.Waiver = &jsonWaiver{ID: w.ID, Reason: w.Reason, Approver: w.Approver, Until: w.Until.Format(time.DateOnly)}
	}
	return shown
}

// encode returns the value as JSON that a terminal may show: what it would obey
// is escaped, which changes nothing for a reader of JSON.
func encode(value any) ([]byte, error) {
	var plain bytes.Buffer
	encoder := json.NewEncoder(&plain)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "\t")
	if err := encoder.Encode(value); err != nil {
		return nil, err
	}
	var safe bytes.Buffer
	for _, r := range plain.String() {
		// The encoder has escaped what is below: line ends and tabs are its own.
		if r < 0x7F || !obeyed(r) {
			safe.WriteRune(r)
			continue
		}
		for _, unit := range utf16.AppendRune(nil, r) {
			fmt.Fprintf(&safe, `\u%04x`, unit)
		}
	}
	return safe.Bytes(), nil
}
