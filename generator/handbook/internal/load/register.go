package load

import (
	"slices"
	"strings"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/handbook/internal/tomlindex"
	"github.com/annex-isms/annex/generator/source"
)

// register reads a file of TOML tables.
func (l *loader) register(o opened) {
	if !l.take(o) {
		return
	}
	file, data, index := o.file, o.data, o.index
	l.astray = strayTables(index)
	l.reportOutside(file, data, index)
	l.reportMisplaced(file, index)
	meant := meantKinds(index)
	for _, node := range index.Children {
		if _, areTables := tables(data[node.Name]); meant[node.Name] && !areTables {
			continue // parts of an entry whose own header is misspelt
		}
		kind := l.kindOf(file, node, data[node.Name])
		if kind == nil {
			l.reject(data[node.Name])
			continue
		}
		rows, _ := tables(data[node.Name])
		for i, row := range rows {
			element := node.Element(i)
			l.add(table{l, file, row, element, kind.Article, kind.Name + ".", kind.Name, nil}, kind, span(file, element.Value))
		}
	}
}

// reportOutside reports the first field that stands above the first entry.
func (l *loader) reportOutside(file *source.File, data map[string]any, index *tomlindex.Node) {
	for _, node := range index.Children {
		if isOutside(node, data[node.Name]) {
			l.report(span(file, node.Key), "outside-entry", "“"+node.Name+"” stands outside of every entry",
				"begin an entry above it with a line such as [[risk]]")
			return
		}
	}
}

// isOutside reports whether what stands at the top of a register is a field
// that should be part of an entry.
func isOutside(node *tomlindex.Node, value any) bool {
	_, isTable := value.(map[string]any)
	_, areTables := tables(value)
	return !isTable && !areTables && record.KindNamed(node.Name) == nil
}

// kindOf returns the kind of entry that the tables are, or nil where a register
// cannot hold them.
func (l *loader) kindOf(file *source.File, node *tomlindex.Node, value any) *record.Kind {
	kind, at := record.KindNamed(node.Name), span(file, node.Key)
	_, areTables := tables(value)
	switch {
	case isOutside(node, value):
	case kind == nil && partOf(node.Name) != "":
		l.report(at, "unknown-kind", "“"+node.Name+"” is no entry, but part of one", "write "+partOf(node.Name))
	case kind == nil:
		l.report(at, "unknown-kind", "no kind of entry is called “"+node.Name+"”", suggest(node.Name, kindNames(), "the kinds are: "))
	case kind.Sealed:
		l.report(at, "sealed-kind", "the "+lower(kind.Plural)+" are given: a register cannot add to them", "remove the table")
	case kind.Markdown:
		l.report(at, "not-a-register", kind.Article+" is a Markdown file with front matter, not a table of a register",
			"move it to a file of its own that ends in .md")
	case !areTables && strings.Contains(span(file, node.Value).Text(), "["+node.Name+"."):
		l.report(span(file, node.Value), "outside-entry", "this table belongs to no "+lower(kind.Label), "begin the "+lower(kind.Label)+" above it with [["+node.Name+"]]")
	case !areTables:
		l.report(span(file, node.Value), "wrong-type", singleBrackets, "write [["+node.Name+"]]")
	default:
		return kind
	}
	return nil
}

// reportMisplaced reports the tables that stand below an entry of another kind
// than the one they belong to: whoever reads the file takes them for its parts.
func (l *loader) reportMisplaced(file *source.File, index *tomlindex.Node) {
	var entries []*tomlindex.Node
	for _, node := range index.Children {
		if record.KindNamed(node.Name) != nil {
			entries = append(entries, node.Elements...)
		}
	}
	slices.SortFunc(entries, func(a, b *tomlindex.Node) int { return a.Value.Start - b.Value.Start })
	for _, entry := range entries {
		eachNode(entry, func(part *tomlindex.Node) {
			if part.Elements != nil || !isHeader(file.Text, part.Value.Start) {
				return // an array begins where its first table does
			}
			next, _ := slices.BinarySearchFunc(entries, part.Value.Start, func(e *tomlindex.Node, start int) int { return e.Value.Start - start })
			if above := entries[next-1]; above != entry {
				l.report(span(file, part.Value), "outside-entry", "this table is no part of the "+span(file, above.Value).Text()+" above it",
					"move it up to the entry that it belongs to")
			}
		})
	}
}

// isHeader reports whether a header begins at the offset, and not a list.
func isHeader(text string, at int) bool {
	return text[at] == '[' && (at == 0 || text[at-1] == '\n')
}

// partOf returns the header of the table of that name which entries of some
// kind have within them, or nothing.
func partOf(name string) string {
	for _, kind := range record.Kinds {
		for _, field := range record.Fields(kind.New()) {
			if value, ok := field.Value.(record.Tabler); ok && field.Key == name && !kind.Markdown {
				return table{path: kind.Name + "."}.header(name, value)
			}
		}
	}
	return ""
}

// strayTables returns the tables of the file that stand outside of the entries
// they belong to.
func strayTables(index *tomlindex.Node) map[string]bool {
	astray := map[string]bool{}
	for _, node := range index.Children {
		if record.KindNamed(node.Name) != nil {
			continue
		}
		astray[lower(node.Name)] = true
		for _, part := range node.Children {
			astray[lower(part.Name)] = true
		}
	}
	return astray
}

// meantKinds returns the kinds that the file probably means where it names one
// that does not exist.
func meantKinds(index *tomlindex.Node) map[string]bool {
	meant := map[string]bool{}
	for _, node := range index.Children {
		if near, ok := Nearest(node.Name, kindNames()); ok && record.KindNamed(node.Name) == nil {
			meant[near] = true
		}
	}
	return meant
}

// reject remembers the IDs of entries that cannot be kept, so that references
// to them are not reported as well.
func (l *loader) reject(entries any) {
	rows, _ := tables(entries)
	if one, ok := entries.(map[string]any); ok {
		rows = append(rows, one)
	}
	for _, row := range rows {
		if id, ok := row["id"].(string); ok {
			l.rejected[id] = true
		}
	}
}

// rejectAny remembers whatever in the row may be its ID.
func (l *loader) rejectAny(row map[string]any) {
	for _, value := range row {
		if words, ok := value.(string); ok {
			l.rejected[words] = true
		}
	}
}
