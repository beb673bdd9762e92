package chart

import (
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/dop251/goja"
)

// engine runs ECharts. It starts when it is first needed, for that takes longer
// than a drawing, and draws one picture at a time.
type engine struct {
	script string

	mutex sync.Mutex
	vm    *goja.Runtime
	draw  goja.Callable
	wrong error // why it could not start
}

// patience is how long a drawing may take; each takes some ten milliseconds.
const patience = time.Minute

// drawing is what ECharts is asked to do. The layout for narrow screens comes
// from the same chart, made smaller. Nothing happens later than at once, so
// timers are never set off.
const drawing = `
var setTimeout = function () {}, clearTimeout = setTimeout;
function drawn(option, wide, wideHeight, narrow, narrowHeight) {
	const chart = echarts.init(null, null, {ssr: true, renderer: "svg", width: wide, height: wideHeight});
	try {
		chart.setOption(JSON.parse(option));
		const first = chart.renderToSVGString({useViewBox: true});
		chart.resize({width: narrow, height: narrowHeight});
		return [first, chart.renderToSVGString({useViewBox: true})];
	} finally {
		chart.dispose();
	}
}`

// svg returns what ECharts draws of an option, wide and narrow.
func (e *engine) svg(o option) ([2]string, error) {
	e.mutex.Lock()
	defer e.mutex.Unlock()
	if e.vm == nil && e.wrong == nil {
		e.wrong = e.start()
	}
	if e.wrong != nil {
		return [2]string{}, e.wrong
	}
	e.vm.ClearInterrupt()
	timer := time.AfterFunc(patience, func() { e.vm.Interrupt("it took too long") })
	defer timer.Stop()
	result, err := e.draw(goja.Undefined(), e.vm.ToValue(string(o.json)),
		e.vm.ToValue(o.wide.width), e.vm.ToValue(o.wide.height), e.vm.ToValue(o.narrow.width), e.vm.ToValue(o.narrow.height))
	if err != nil {
		return [2]string{}, fmt.Errorf("drawing a chart: %w", err)
	}
	var both []string
	if err := e.vm.ExportTo(result, &both); err != nil || len(both) != 2 {
		return [2]string{}, errors.New("drawing a chart: ECharts returned no drawing")
	}
	return [2]string(both), nil
}

// start loads ECharts. Chance and the clock are the same each time, so that
// drawings are.
func (e *engine) start() error {
	vm := goja.New()
	vm.SetRandSource(func() float64 { return 0.5 })
	vm.SetTimeSource(func() time.Time { return time.Unix(0, 0).UTC() })
	for _, source := range []string{e.script, drawing} {
		if _, err := vm.RunString(source); err != nil {
			return fmt.Errorf("starting ECharts: %w", err)
		}
	}
	draw, ok := goja.AssertFunction(vm.Get("drawn"))
	if !ok {
		return errors.New("starting ECharts: there is nothing to call")
	}
	e.vm, e.draw = vm, draw
	return nil
}
