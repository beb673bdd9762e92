package edition

import (
	"fmt"
	"slices"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/view"
)

// stage is one of the three scores of a risk.
type stage struct {
	key   string
	score func(*record.Risk) *record.Score
}

var stages = []stage{
	{"inherent", func(r *record.Risk) *record.Score { return r.Inherent.Row }},
	{"current", func(r *record.Risk) *record.Score { return r.Current.Row }},
	{"target", func(r *record.Risk) *record.Score { return r.Target.Row }},
}

// positions returns where a risk stands on each matrix, so that a cell can lead
// to its risks.
func (p *projector) positions(id string) []view.Facet {
	r, _ := p.Find(id)
	risk := r.(*record.Risk)
	var facets []view.Facet
	for _, s := range stages {
		if score := s.score(risk); score.Level() > 0 && !risk.Settled() {
			likelihood, impact := score.Likelihood.Value, score.Impact.Value
			facets = append(facets, view.Facet{
				Key: s.key, Value: position(likelihood, impact),
				Label: p.say("matrix.position", "likelihood", likelihood, "impact", impact),
			})
		}
	}
	return facets
}

func position(likelihood, impact int) string { return fmt.Sprintf("%d-%d", likelihood, impact) }

// heatMap counts the open risks in each cell of the matrix at one stage.
func (p *projector) heatMap(s stage, all []*record.Risk) view.Matrix {
	count := map[string]int{}
	above, only := 0, map[string]*record.Risk{}
	for _, risk := range all {
		score := s.score(risk)
		if score.Level() == 0 || risk.Settled() {
			continue
		}
		at := position(score.Likelihood.Value, score.Impact.Value)
		count[at]++
		only[at] = risk
		if p.Config.Criteria().Above(score.Level()) {
			above++
		}
	}
	m := p.matrix(func(likelihood, impact int, cell *view.MatrixCell) {
		at := position(likelihood, impact)
		cell.Count = count[at]
		switch {
		case cell.Count == 1:
			cell.Path = only[at].Path()
			cell.Label = p.say("matrix.one", "risk", only[at].ID.Value+" "+only[at].Title.Value, "likelihood", likelihood, "impact", impact)
		case cell.Count > 1:
			cell.Path = fmt.Sprintf("%s?%s=%s#register", listPath(risksKind()), s.key, at)
			cell.Label = p.say("matrix.cell", "count", cell.Count, "likelihood", likelihood, "impact", impact)
		}
	})
	m.Title = p.say("matrix." + s.key + ".title")
	m.Note = p.say("matrix."+s.key+".note", "count", above)
	return m
}

// bands returns the bands of risk levels, from the lowest.
func (p *projector) bands() []view.Band {
	criteria := p.Config.Criteria()
	var bands []view.Band
	highest := len(criteria.Likelihood.Items) * len(criteria.Impact.Items)
	for _, level := range slices.Backward(criteria.Levels.Rows) {
		bands = append(bands, view.Band{Name: level.Name.Value, Levels: fmt.Sprintf("%d–%d", level.From.Value, highest)})
		highest = level.From.Value - 1
	}
	slices.Reverse(bands)
	for i := range bands {
		bands[i].Number = i + 1
	}
	return bands
}

func risksKind() *record.Kind { return record.KindNamed("risk") }

// placeOnMatrix marks where a risk stands at each stage.
func (p *projector) placeOnMatrix(risk *record.Risk) view.Matrix {
	m := p.matrix(func(likelihood, impact int, cell *view.MatrixCell) {
		for _, s := range stages {
			score := s.score(risk)
			if score.Level() > 0 && score.Likelihood.Value == likelihood && score.Impact.Value == impact {
				name := p.say("risk.stage." + s.key)
				cell.Pins = append(cell.Pins, view.Pin{
					Letter: p.say("matrix." + s.key + ".letter"), Name: name,
					Now: s.key == "current", Aim: s.key == "target",
				})
			}
		}
	})
	m.Title = p.say("matrix.place")
	m.Note = p.say("matrix.axes")
	return m
}

// matrix draws the empty matrix and lets fill put something into each cell. The
// acceptance line runs where a cell above the criteria touches one below.
func (p *projector) matrix(fill func(likelihood, impact int, cell *view.MatrixCell)) view.Matrix {
	criteria := p.Config.Criteria()
	var m view.Matrix
	for _, impact := range criteria.Impact.Items {
		m.Scale = append(m.Scale, impact.Value)
	}
	for likelihood := len(criteria.Likelihood.Items); likelihood >= 1; likelihood-- {
		row := view.MatrixRow{Step: likelihood, Name: criteria.Likelihood.Items[likelihood-1].Value}
		for impact := 1; impact <= len(m.Scale); impact++ {
			above := criteria.Above(likelihood * impact)
			band, _ := criteria.Band(likelihood * impact)
			cell := view.MatrixCell{
				Band:      band,
				LineLeft:  above && impact > 1 && !criteria.Above(likelihood*(impact-1)),
				LineBelow: above && likelihood > 1 && !criteria.Above((likelihood-1)*impact),
			}
			fill(likelihood, impact, &cell)
			row.Cells = append(row.Cells, cell)
		}
		m.Rows = append(m.Rows, row)
	}
	return m
}
