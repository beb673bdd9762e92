package chart

import (
	"fmt"

	"github.com/annex-isms/annex/generator/view"
)

// small are pictures of each form, as small as they can be.
var small = map[string]view.Picture{
	"bars": {
		Form:       "bars",
		Categories: []view.Category{{Name: "People"}, {Name: "Physical security of the premises"}},
		Series: []view.Series{
			{Name: "Implemented", Tone: "1", Values: values("controls/index.html?theme=%d#register", 8, 9)},
			{Name: "Late", Tone: "bad", Values: values("", 0, 3)},
			{Name: "Excluded", Tone: "none", Values: values("", 1, 0)},
		},
	},
	"columns": {
		Form:       "columns",
		Categories: []view.Category{{Name: "Oct 2026", Short: "Oct"}, {Name: "Nov 2026 so far", Short: "Nov"}},
		Series:     []view.Series{{Name: "SEV-2", Tone: "2", Values: values("", 1, 4)}},
	},
	"lines": {
		Form:       "lines",
		Categories: []view.Category{{Name: "Q3 2026", Short: "Q3 26"}, {Name: "Q4 2026", Short: "Q4 26"}, {Name: "Q1 2027", Short: "Q1 27"}},
		Series: []view.Series{
			{Name: "Above the line", Tone: "1", Values: append(values("risks/index.html?line=above#register", 5, 4.5), view.Value{})},
			{Name: "By plan", Tone: "plan", Values: append([]view.Value{{}}, values("", 4.5, 2)...)},
		},
	},
	"radar": {
		Form:       "radar",
		Categories: []view.Category{{Name: "Identify"}, {Name: "Protect"}, {Name: "Detect"}},
		Series:     []view.Series{{Name: "Implemented", Tone: "1", Values: values("", 2, 3, 4)}, {Name: "Applicable", Tone: "plan", Values: values("", 3, 3, 5)}},
	},
	"calendar": {
		Form:       "calendar",
		Categories: []view.Category{{Name: "9 Nov 2026", Short: "Nov"}, {Name: "16 Nov 2026"}},
		Series:     []view.Series{{Name: "One done", Tone: "3"}, {Name: "Late", Tone: "flawed"}},
		Rows:       []string{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"},
		Cells: []view.PictureCell{
			{Column: 0, Row: 0}, {Column: 0, Row: 1, Number: 1, Label: "10 Nov: done", Path: "activities/ACT-01.html"},
			{Column: 0, Row: 2, Number: 5, Label: "11 Nov: five done"}, {Column: 1, Row: 0, Number: 1, Flawed: true, Label: "16 Nov: late"},
		},
	},
	"flow": {
		Form: "flow",
		Nodes: []view.Node{
			{Name: "Risks: High", Short: "High", Tone: "level-3", Path: "risks/index.html"}, {Name: "People controls", Short: "People", Depth: 1, Tone: "2"},
			{Name: "Evidence", Depth: 2, Tone: "1"}, {Name: "Evidence", Depth: 2, Tone: "none"},
		},
		Flows: []view.Flow{{From: 0, To: 1, Number: 3, Label: "High to people: 3"}, {From: 1, To: 2, Number: 2, Label: "People to evidence: 2"}, {From: 1, To: 3, Number: 1, Label: "People to none: 1"}},
	},
}

// values returns known values, each with a label and, where there is a path, its
// own.
func values(path string, numbers ...float64) []view.Value {
	var all []view.Value
	for i, number := range numbers {
		value := view.Value{Known: true, Number: number, Label: fmt.Sprintf("value %d: %v", i, number)}
		switch {
		case path != "" && number != 0 && fmt.Sprintf(path, i) != path+fmt.Sprintf("%%!(EXTRA int=%d)", i):
			value.Path = fmt.Sprintf(path, i)
		case path != "" && number != 0:
			value.Path = path
		}
		all = append(all, value)
	}
	return all
}

// hostile are words that try to become something else.
var hostile = []string{
	`</script><script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `{b}{c}{@value}`, `'; --`, "\\u003c/script>",
	`<![CDATA[x]]>`, `&lt;b&gt;`, `{a|rich}`, "בדיקה", "𝒳😀", `javascript:alert(1)`, ``, `   `,
}
