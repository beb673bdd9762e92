package chart

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"html/template"
	"strings"
)

// Drawer draws figures. It may be used by several goroutines.
type Drawer struct {
	script [sha256.Size]byte
	engine engine
	memo   memo
	shown  shown
}

// NewDrawer returns what draws with the script of ECharts and remembers drawings
// in the folder, if there is one.
func NewDrawer(script []byte, folder string) *Drawer {
	return &Drawer{script: sha256.Sum256(script), engine: engine{script: string(script)}, memo: memo{folder: folder}}
}

// Draw returns a figure as markup; an empty drawing where there is nothing to
// draw. The same figure may stand on several pages, and in several editions.
func (d *Drawer) Draw(f Figure) (Drawing, error) {
	name := fmt.Sprintf("%#v", f)
	if drawing, known := d.shown.get(name); known {
		return drawing, nil
	}
	drawing, err := d.draw(f)
	if err == nil {
		d.shown.put(name, drawing)
	}
	return drawing, err
}

func (d *Drawer) draw(f Figure) (Drawing, error) {
	o, drawable, err := newOption(f.Picture)
	if err != nil || !drawable {
		return Drawing{}, err
	}
	both, err := d.drawn(o)
	if err != nil {
		return Drawing{}, fmt.Errorf("chart %s: %w", f.ID, err)
	}
	drawing := Drawing{Form: f.Picture.Form, Key: legend(f.Picture)}
	for i, class := range []string{wide, narrow} {
		svg, err := dressed(both[i], f.ID+"."+class, class, f, o)
		if err != nil {
			return Drawing{}, fmt.Errorf("chart %s: %w", f.ID, err)
		}
		if class == wide {
			drawing.Wide = template.HTML(svg)
		} else {
			drawing.Narrow = template.HTML(svg)
		}
	}
	if drawing.Data, err = data(o); err != nil {
		return Drawing{}, fmt.Errorf("chart %s: %w", f.ID, err)
	}
	return drawing, nil
}

// drawn returns what ECharts makes of an option, from memory where it can.
func (d *Drawer) drawn(o option) ([2]string, error) {
	name := key(d.script, o)
	if both, known := d.memo.get(name); known {
		return both, nil
	}
	both, err := d.engine.svg(o)
	if err != nil {
		return [2]string{}, err
	}
	d.memo.put(name, both)
	return both, nil
}

// data returns what the drawing in a browser is made of: the option, and where
// its marks lead.
func data(o option) (template.JS, error) {
	paths := make([][]string, len(o.marks))
	leads := false
	for i, marks := range o.marks {
		for _, m := range marks {
			leads = leads || m.path != ""
			paths[i] = append(paths[i], m.path)
		}
	}
	block := struct {
		Option json.RawMessage `json:"option"`
		Paths  [][]string      `json:"paths,omitempty"`
	}{Option: o.json}
	if leads {
		block.Paths = paths
	}
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false) // for it would write & in addresses so as well
	if err := encoder.Encode(block); err != nil {
		return "", fmt.Errorf("writing its data: %w", err)
	}
	return template.JS(safe.Replace(strings.TrimSpace(text.String()))), nil
}

// safe keeps labels from ending the block of data that they stand in.
var safe = strings.NewReplacer("<", `\u003c`, ">", `\u003e`)
