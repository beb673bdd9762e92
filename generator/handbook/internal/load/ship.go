package load

import (
	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/source"
)

// ship adds the frameworks that annex.toml asks for. They are registers as a site
// would write them, but what they say is written nowhere in the content.
func (l *loader) ship(config *record.Config) {
	for _, framework := range config.Frameworks.Items {
		if !framework.IsSet() {
			continue // which is reported where it stands
		}
		l.shipped[string(framework.Value)] = true
		text := framework.Value.Register()
		data, index, ok := l.decode(source.NewFile(string(framework.Value), text), 0, len(text))
		if !ok {
			panic("load: the framework “" + string(framework.Value) + "” is not valid TOML") // it is embedded and tested
		}
		for _, node := range index.Children {
			kind := record.KindNamed(node.Name)
			rows, _ := tables(data[node.Name])
			for i, row := range rows {
				r := l.add(table{l, nil, row, node.Element(i), kind.Article, kind.Name + ".", kind.Name, nil}, kind, source.Span{})
				l.given[lower(r.Head().ID.Value)] = true
			}
		}
	}
}

// doubtFrameworks takes note that annex.toml may have meant a framework which it
// does not name: what refers to one is not reported as well.
func (l *loader) doubtFrameworks() {
	for _, option := range record.ShippedFramework("").Options() {
		if !l.shipped[option.Word] {
			l.rejected[option.Word] = true
		}
	}
}

// isUnasked reports whether the ID is that of a framework that ships with Annex,
// or of an item in one, which annex.toml does not ask for.
func (l *loader) isUnasked(kind *record.Kind, id string) bool {
	frameworks := record.KindNamed("framework")
	if kind.Within == frameworks {
		id = record.NamespaceOf(id)
	} else if kind != frameworks {
		return false
	}
	return record.Ships(lower(id)) && !l.shipped[lower(id)]
}

// reportUnasked says that annex.toml does not ask for the framework, once.
func (l *loader) reportUnasked(head *record.Entry) {
	name, at := lower(head.ID.Value), head.ID.At
	if namespace := head.Namespace(); namespace != "" {
		name = lower(namespace)
		if at.Text() == head.ID.Value {
			at = at.Within(0, len(namespace))
		}
	}
	if l.rejected[name] {
		return
	}
	l.rejected[name] = true
	l.report(at, "framework-not-asked-for", "“"+name+"” ships with Annex, but annex.toml does not ask for it",
		"add \""+name+"\" to the list “frameworks” in annex.toml; a framework of your own needs another ID")
}
