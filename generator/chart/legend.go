package chart

import (
	"html/template"
	"strings"

	"github.com/annex-isms/annex/generator/view"
)

// legend returns a list of what the tones of a picture mean, each with a sample
// of how it is drawn; nothing where there is but one.
func legend(p view.Picture) template.HTML {
	if len(p.Series) < 2 {
		return ""
	}
	var out strings.Builder
	out.WriteString(`<ul class="chart-key">`)
	for _, s := range p.Series {
		sample := boxSample
		switch {
		case p.Form == "lines" || p.Form == "radar":
			sample = lineSample
		case s.Tone == "flawed":
			sample = triangleSample
		}
		out.WriteString(`<li><svg viewBox="0 0 18 12" aria-hidden="true">` + sample(toneOf(s.Tone)) + `</svg>` + template.HTMLEscapeString(s.Name) + "</li>")
	}
	out.WriteString("</ul>")
	return template.HTML(out.String())
}

// boxSample is a small bar of a tone.
func boxSample(t tone) string {
	border := t.border
	if border == paper {
		border = "none"
	}
	dashes := ""
	if t.dashed {
		dashes = ` stroke-dasharray="3 2"`
	}
	box := `<path d="M1.5 .5h15v11h-15z" fill="` + t.fill + `" stroke="` + border + `"` + dashes + `/>`
	if t.hatched {
		box += `<path d="M3 12 11 0M8 12 16 0M13 12 17 6" fill="none" stroke="` + paper + `" stroke-width="2"/>`
	}
	return box
}

// triangleSample is what marks a day with a flaw.
func triangleSample(t tone) string {
	return `<path d="m9 1 6 10H3z" fill="` + t.fill + `"/>`
}

// lineSample is a small piece of a line of a tone.
func lineSample(t tone) string {
	dashes := ""
	if t.dashed {
		dashes = ` stroke-dasharray="4 3"`
	}
	line := `<path d="M0 6h18" fill="none" stroke="` + t.line + `" stroke-width="2"` + dashes + `/>`
	switch t.symbol {
	case "circle":
		line += `<circle cx="9" cy="6" r="3" fill="` + paper + `" stroke="` + t.line + `" stroke-width="2"/>`
	case "diamond":
		line += `<path d="m9 2 4 4-4 4-4-4z" fill="` + paper + `" stroke="` + t.line + `" stroke-width="2"/>`
	case "rect":
		line += `<path d="M6 3h6v6H6z" fill="` + paper + `" stroke="` + t.line + `" stroke-width="2"/>`
	case "triangle":
		line += `<path d="m9 2 4 7H5z" fill="` + paper + `" stroke="` + t.line + `" stroke-width="2"/>`
	}
	return line
}
