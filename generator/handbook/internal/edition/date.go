package edition

import (
	"time"

	"github.com/annex-isms/annex/generator/view"
	"github.com/annex-isms/annex/generator/words"
)

// Date writes a day as the language of the words does.
func Date(w *words.Catalogue, day time.Time) view.Date {
	if day.IsZero() {
		return view.Date{}
	}
	month := w.Say("month." + day.Format("01"))
	return view.Date{
		ISO:  day.Format(time.DateOnly),
		Text: w.Say("date", "day", day.Day(), "month", month, "year", day.Year()),
	}
}

// days returns how many days lie between two, negative where b is the earlier.
func days(a, b time.Time) int { return int(b.Sub(a).Hours() / 24) }
