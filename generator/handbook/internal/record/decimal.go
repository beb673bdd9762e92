package record

import (
	"strconv"

	"github.com/annex-isms/annex/generator/source"
)

// Decimal is a measured number, which may have a fraction.
type Decimal struct {
	Value float64
	At    source.Span
	set   bool
}

// NewDecimal returns a decimal that somebody wrote.
func NewDecimal(value float64, at source.Span) Decimal {
	return Decimal{Value: value, At: at, set: true}
}

func (d *Decimal) IsSet() bool       { return d.set }
func (d *Decimal) Span() source.Span { return d.At }

// String writes the number with as many digits as it needs.
func (d Decimal) String() string { return strconv.FormatFloat(d.Value, 'f', -1, 64) }
