package edition

import (
	"fmt"
	"slices"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/view"
)

// traceabilityChart follows the open risks to the controls that treat them and
// on to their evidence. Bands count pairs of a risk and a control; a single risk
// or control would be lost in the crowd, so risks stand together by the band of
// their level, controls by theme, and evidence by whether it is current.
func traceabilityChart(p *projector) (view.Chart, bool) {
	type pair struct{ band, theme, evidence string }
	counts := map[pair]int{}
	states := map[*record.Control]string{} // for many risks have the same control
	total, proven := 0, 0
	criteria := p.Config.Criteria()
	for _, risk := range record.All[record.Risk](p.Handbook) {
		if p.side(risk) == "" {
			continue
		}
		number, _ := criteria.Band(risk.Current.Row.Level())
		for _, control := range risk.Controls.In(p.Handbook) {
			if !control.Theme.IsSet() {
				continue
			}
			state, known := states[control]
			if !known {
				state = p.proof(control)
				states[control] = state
			}
			counts[pair{fmt.Sprint(number), string(control.Theme.Value), state}]++
			total++
			if state == evidencedNow {
				proven++
			}
		}
	}
	if total == 0 {
		return view.Chart{}, false
	}

	f := flowing{p: p}
	bands := p.bands()
	for _, band := range slices.Backward(bands) {
		f.node("risk", fmt.Sprint(band.Number), view.Node{
			Name: p.say("chart.traceability.risks", "name", band.Name), Short: band.Name, Tone: fmt.Sprintf("level-%d", band.Number),
		})
	}
	for _, option := range record.Theme("").Options() {
		f.node("control", option.Word, view.Node{
			Name: p.say("chart.traceability.controls", "theme", p.say("control.theme."+option.Word)), Short: p.say("control.theme." + option.Word),
			Depth: 1, Tone: "2", Path: filtered("control", "theme", option.Word),
		})
	}
	for _, state := range p.evidencedStates() {
		f.node("evidence", state.key, view.Node{
			Name: state.name, Short: p.say("chart.traceability.short." + state.key), Depth: 2, Tone: state.tone, Path: filtered("control", "evidenced", state.key),
		})
	}
	for pair, count := range counts {
		f.flow("risk", pair.band, "control", pair.theme, count)
		f.flow("control", pair.theme, "evidence", pair.evidence, count)
	}
	picture := f.picture()
	return view.Chart{
		Reading: p.say("chart.traceability.reading", "count", total, "proven", proven),
		Picture: picture, Table: p.flowTable(picture),
	}, true
}

// flowing gathers nodes and the bands between them.
type flowing struct {
	p     *projector
	nodes []view.Node
	index map[string]int
	flows map[[2]int]int
}

func (f *flowing) node(column, key string, node view.Node) {
	if f.index == nil {
		f.index, f.flows = map[string]int{}, map[[2]int]int{}
	}
	f.index[column+" "+key] = len(f.nodes)
	f.nodes = append(f.nodes, node)
}

func (f *flowing) flow(fromColumn, from, toColumn, to string, count int) {
	f.flows[[2]int{f.index[fromColumn+" "+from], f.index[toColumn+" "+to]}] += count
}

// picture returns the nodes that bands touch, in their order, and the bands.
func (f *flowing) picture() view.Picture {
	picture := view.Picture{Form: "flow"}
	kept := make([]int, len(f.nodes))
	for i, node := range f.nodes {
		kept[i] = -1
		for ends := range f.flows {
			if ends[0] == i || ends[1] == i {
				kept[i] = len(picture.Nodes)
				picture.Nodes = append(picture.Nodes, node)
				break
			}
		}
	}
	for from := range f.nodes {
		for to := range f.nodes {
			if count := f.flows[[2]int{from, to}]; count > 0 {
				number := float64(count)
				picture.Flows = append(picture.Flows, view.Flow{
					From: kept[from], To: kept[to], Number: number,
					Label: f.p.say("chart.traceability.flow", "from", f.nodes[from].Name, "to", f.nodes[to].Name, "count", count),
				})
			}
		}
	}
	return picture
}

// flowTable lists the bands of a picture.
func (p *projector) flowTable(picture view.Picture) view.Table {
	table := view.Table{Columns: []view.Column{
		{Title: p.say("chart.traceability.from")}, {Title: p.say("chart.traceability.to")}, {Title: p.say("chart.traceability.count"), Numeric: true},
	}}
	node := func(n view.Node) []view.Cell { return []view.Cell{{Form: "count", Text: n.Name, Path: n.Path}} }
	for _, flow := range picture.Flows {
		table.Rows = append(table.Rows, view.Row{Cells: [][]view.Cell{
			node(picture.Nodes[flow.From]), node(picture.Nodes[flow.To]), {countCell(flow.Number, "")},
		}})
	}
	return table
}
