package load

import (
	"fmt"
	"math"
	"regexp"
	"strings"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

func (c cell) number() record.Number {
	const most = 1_000_000_000
	value, ok := c.data.(int64)
	_, isFraction := c.data.(float64)
	switch {
	case isFraction:
		c.report(c.at(), "wrong-type", c.name()+" must be a whole number", "write it without a decimal point, such as "+c.assigned("3"))
	case !ok:
		c.wrongType("a whole number", c.numberHint("write it as a whole number, such as "+c.assigned("3")))
	case value < 0:
		c.report(c.at(), "number-out-of-range", c.name()+" cannot be less than zero", "write the number without its sign")
	case value > most:
		c.report(c.at(), "number-out-of-range", c.name()+" is too large", fmt.Sprintf("write a number up to %d", most))
	default:
		return record.NewNumber(int(value), c.at())
	}
	return record.Number{At: c.at()}
}

func (c cell) decimal() record.Decimal {
	switch value := c.data.(type) {
	case int64:
		return record.NewDecimal(float64(value), c.at())
	case float64:
		if math.IsInf(value, 0) || math.IsNaN(value) {
			c.report(c.at(), "number-out-of-range", c.name()+" cannot be “"+c.at().Text()+"”", "write a number, such as "+c.assigned("2.5"))
			return record.Decimal{At: c.at()}
		}
		return record.NewDecimal(value, c.at())
	}
	c.wrongType("a number", c.numberHint("write it without quotes, such as "+c.assigned("2.5")))
	return record.Decimal{At: c.at()}
}

var numberInWords = regexp.MustCompile(`[+-]?[0-9]+([.,][0-9]+)?`)

// numberHint tells how the number would be written that stands in quotes, and
// else what the caller has to say.
func (c cell) numberHint(otherwise string) string {
	words, _ := c.data.(string)
	found := numberInWords.FindAllString(words, -1)
	if len(found) != 1 {
		return otherwise
	}
	number := strings.Replace(found[0], ",", ".", 1)
	if _, isWhole := c.field.Value.(*record.Number); isWhole && strings.Contains(number, ".") {
		return otherwise
	}
	if number == words {
		return "write it without quotes: " + c.assigned(number)
	}
	return "write the number alone, without quotes: " + c.assigned(number)
}
