package load

import "github.com/annex-isms/annex/generator/handbook/internal/record"

// ruleLevels reads a table in which each key names a rule. Whether there is such
// a rule is not for the loader to know.
func (c cell) ruleLevels() record.RuleLevels {
	levels := record.RuleLevels{At: c.at()}
	data, ok := c.data.(map[string]any)
	if !ok {
		c.wrongType("a table", "begin it with ["+c.field.Key+"], and write a line such as review-overdue = \"note\" for each rule")
	}
	for _, node := range c.node.Children {
		if value, decoded := data[node.Name]; decoded {
			level := record.RuleLevel{Rule: record.Line{Value: node.Name, At: span(c.file, node.Key)}}
			cell{c.table, node, value, record.Field{Declaration: &record.Declaration{Key: node.Name}, Value: &level.Level}, false}.into()
			levels.Items = append(levels.Items, level)
		}
	}
	return levels
}
