// Package tomlindex tells where in a TOML text each key and each value is
// written, so that a finding can point at the very characters it is about.
//
// BurntSushi/toml reads all TOML here and decides what it means, but it gives
// places only for syntax errors. Parse goes over the same text once more and
// returns a tree of the same shape as the decoded data, with places where the
// data has values. Callers walk the two side by side: next to
// data["risk"][2]["title"] stands
//
//	tomlindex.Parse(text, 0).Child("risk").Element(2).Child("title")
//
// The package neither judges nor decodes. It is meant for text that
// BurntSushi/toml has accepted; of any other text it returns what it could
// make out.
package tomlindex

// Range is a stretch of text: the bytes from Start up to but not including
// End. The zero Range is nowhere.
type Range struct {
	Start, End int
}

// Node tells where one table, array or value is written.
type Node struct {
	// Name is the key as the decoded data has it, without quotes or escapes.
	// The root and the elements of an array have none.
	Name string

	// Key is where the key is written, with its quotes; of a dotted key or a
	// header, the one segment that names this node. An element of an array of
	// tables has the segment of its own [[header]]; the root and the elements
	// of a value array have a zero Key.
	Key Range

	// Value is the whole value as written, with its quotes or brackets.
	// A table has its [header] here, or all of its {inline table}; an array
	// of tables its first [[header]]; the root the whole text. A table that
	// has no header of its own has the header or the dotted key that first
	// mentions it.
	Value Range

	// Content is, for a string, what stands between the quotes, without the
	// newline that TOML drops after an opening """. For all else it is Value.
	Content Range

	// Plain is true for a string without escapes: the decoded string equals
	// Content byte for byte, so an offset in one is an offset in the other.
	Plain bool

	// Again is where the same key is given a second time. TOML forbids that,
	// but BurntSushi/toml overlooks some of it and drops one of the two values
	// in silence. The other fields are about the first.
	Again []Range

	// Children are the keys of a table, in the order of their first mention.
	Children []*Node

	// Elements are the members of an array, of values as well as of tables.
	// They are nil for anything but an array.
	Elements []*Node

	byName    map[string]*Node // Children by Name
	isImplied bool             // a table whose own header may still come
	isTables  bool             // an array of tables, not of values
}

// Child returns the node of that key, or nil if there is none or n is nil.
func (n *Node) Child(key string) *Node {
	if n == nil {
		return nil
	}
	return n.byName[key]
}

// Element returns element i, or nil if there is none or n is nil.
func (n *Node) Element(i int) *Node {
	if n == nil || i < 0 || i >= len(n.Elements) {
		return nil
	}
	return n.Elements[i]
}

// Parse returns the root table of text. Every range is counted from base
// bytes before the text, so that the index of a part of a file, such as its
// front matter, holds places in the file when base is where the part starts.
func Parse(text string, base int) *Node {
	s := &scanner{text: text, base: base}
	root := &Node{}
	root.place(Range{Start: base, End: base + len(text)})
	s.document(root)
	return root
}

// segment is one key of a dotted key or a header.
type segment struct {
	name string
	key  Range
}

// place says where the value of n, which is no string, is written.
func (n *Node) place(value Range) {
	n.Value, n.Content = value, value
}

// child returns the child that the segment names, and whether it is new.
func (n *Node) child(s segment) (child *Node, isNew bool) {
	if child := n.byName[s.name]; child != nil {
		return child, false
	}
	child = &Node{Name: s.name, Key: s.key}
	if n.byName == nil {
		n.byName = map[string]*Node{}
	}
	n.byName[s.name] = child
	n.Children = append(n.Children, child)
	return child, true
}

// descend returns the table that holds the last segment of path. Below an
// array of tables it goes on in the last of them. Tables that nothing has
// mentioned before are implied by what is written at mention.
func (n *Node) descend(path []segment, mention Range) *Node {
	for _, s := range path[:len(path)-1] {
		child, isNew := n.child(s)
		switch {
		case isNew:
			child.isImplied = true
			child.place(mention)
		case child.isTables:
			child = child.Elements[len(child.Elements)-1]
		case child.Elements != nil: // an array of values, which has no keys
			child.Again = append(child.Again, s.key)
		}
		n = child
	}
	return n
}

// openTable returns the table that a [header] of that path, written at header,
// is about.
func (n *Node) openTable(path []segment, header Range) *Node {
	last := path[len(path)-1]
	table, isNew := n.descend(path, header).child(last)
	if !isNew && !table.isImplied {
		table.Again = append(table.Again, last.key)
		return table
	}
	table.Key, table.isImplied = last.key, false
	table.place(header)
	return table
}

// appendTable returns the table that a [[header]] of that path, written at
// header, adds to an array of tables.
func (n *Node) appendTable(path []segment, header Range) *Node {
	last := path[len(path)-1]
	array, isNew := n.descend(path, header).child(last)
	table := &Node{Key: last.key}
	table.place(header)
	switch {
	case isNew:
		array.isTables = true
		array.place(header)
	case !array.isTables:
		array.Again = append(array.Again, last.key)
		return table
	}
	array.Elements = append(array.Elements, table)
	return table
}

// set puts value below the dotted key path, written at key.
func (n *Node) set(path []segment, key Range, value *Node) {
	last := path[len(path)-1]
	child, isNew := n.descend(path, key).child(last)
	if !isNew {
		child.Again = append(child.Again, last.key)
		return
	}
	*child = *value
	child.Name, child.Key = last.name, last.key
}
