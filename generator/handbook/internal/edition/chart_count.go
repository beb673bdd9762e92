package edition

import (
	"slices"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/view"
)

// bin is one value of a property by which things are counted.
type bin struct {
	key   string // as the filter of a list knows it
	name  string
	short string // on an axis; empty for the whole name
	tone  string // of a series
}

// counting counts things by two properties: a category on the axis, and a series
// within it.
type counting struct {
	form       string
	axis       string // what the categories are
	categories []bin
	series     []bin
	counts     map[[2]string]int // by the keys of category and series
	path       func(category, series string) string
}

// countingBy returns what counts entries of a kind by the options of one of its
// fields, and within each by series, which are a facet of the kind's list.
func (p *projector) countingBy(kind *record.Kind, key, facet string, series []bin) counting {
	field := fieldOf(kind.Create(), key)
	c := counting{form: "bars", axis: p.label(kind, "", field), series: series, path: func(option, in string) string {
		return filtered(kind.Name, key, option, facet, in)
	}}
	for _, option := range field.Value.(interface{ Options() []record.Option }).Options() {
		c.categories = append(c.categories, bin{key: option.Word, name: p.optionCell(kind, key, option).Text})
	}
	return c
}

// add counts one thing.
func (c *counting) add(category, series string) {
	if c.counts == nil {
		c.counts = map[[2]string]int{}
	}
	c.counts[[2]string{category, series}]++
}

// of returns how many things there are of a category, in the given series or
// else in all of them.
func (c *counting) of(category string, series ...string) int {
	total := 0
	for key, count := range c.counts {
		if key[0] == category && (len(series) == 0 || slices.Contains(series, key[1])) {
			total += count
		}
	}
	return total
}

// in returns how many things there are in a series.
func (c *counting) in(series string) int {
	total := 0
	for key, count := range c.counts {
		if key[1] == series {
			total += count
		}
	}
	return total
}

// total returns how many things were counted.
func (c *counting) total() int {
	total := 0
	for _, count := range c.counts {
		total += count
	}
	return total
}

// dropEmpty leaves out the categories and series that nothing belongs to.
func (c *counting) dropEmpty() {
	c.dropEmptySeries()
	c.categories = slices.DeleteFunc(c.categories, func(b bin) bool { return c.of(b.key) == 0 })
}

// dropEmptySeries leaves out the series that nothing belongs to.
func (c *counting) dropEmptySeries() {
	c.series = slices.DeleteFunc(c.series, func(b bin) bool { return c.in(b.key) == 0 })
}

// chart returns what was counted as a picture and a table.
func (c *counting) chart(p *projector, reading string) (view.Chart, bool) {
	picture := view.Picture{Form: c.form}
	for _, category := range c.categories {
		picture.Categories = append(picture.Categories, view.Category{Name: category.name, Short: category.short})
	}
	for _, series := range c.series {
		shown := view.Series{Name: series.name, Tone: series.tone}
		for _, category := range c.categories {
			number := c.counts[[2]string{category.key, series.key}]
			value := view.Value{Known: true, Number: float64(number), Label: p.mark(category.name, series.name, float64(number))}
			if number > 0 && c.path != nil {
				value.Path = c.path(category.key, series.key)
			}
			shown.Values = append(shown.Values, value)
		}
		picture.Series = append(picture.Series, shown)
	}
	sum := ""
	if len(c.series) > 1 {
		sum = p.say("chart.all")
	}
	return view.Chart{Reading: reading, Picture: picture, Table: seriesTable(c.axis, sum, picture)}, c.total() > 0
}
