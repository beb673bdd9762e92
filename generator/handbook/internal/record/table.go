package record

import "github.com/annex-isms/annex/generator/source"

// Table is a part of an entry with fields of its own, such as an acceptance.
type Table[T any] struct {
	Row *T // nil where the author wrote none
	At  source.Span
}

// Tables is a part of an entry that repeats, such as its change log.
type Tables[T any] struct {
	Rows []*T
	At   source.Span
}

// Tabler is a Table or Tables of any type of row.
type Tabler interface {
	Value
	AllRows() []Row
	AddRow(source.Span) Row // adds an empty row and returns it
	SetSpan(source.Span)    // records where rows are written that cannot be read
	Blank() Row             // an empty row that is not added: for what its fields declare
	Many() bool
}

func (t *Table[T]) IsSet() bool       { return t.Row != nil }
func (t *Table[T]) Span() source.Span { return t.At }

// SetSpan records where a row is written that cannot be read.
func (t *Table[T]) SetSpan(at source.Span) { t.At = at }

// Many is false: there is room for one row.
func (t *Table[T]) Many() bool { return false }

// Blank returns an empty row.
func (t *Table[T]) Blank() Row { return any(new(T)).(Row) }

// AllRows returns the row, if there is one.
func (t *Table[T]) AllRows() []Row {
	if t.Row == nil {
		return nil
	}
	return []Row{any(t.Row).(Row)}
}

// AddRow makes the row.
func (t *Table[T]) AddRow(at source.Span) Row {
	t.Row, t.At = new(T), at
	return any(t.Row).(Row)
}

func (t *Tables[T]) IsSet() bool       { return len(t.Rows) > 0 }
func (t *Tables[T]) Span() source.Span { return t.At }

// SetSpan records where rows are written that cannot be read.
func (t *Tables[T]) SetSpan(at source.Span) { t.At = at }

// Many is true.
func (t *Tables[T]) Many() bool { return true }

// Blank returns an empty row.
func (t *Tables[T]) Blank() Row { return any(new(T)).(Row) }

// AllRows returns the rows in the author's order.
func (t *Tables[T]) AllRows() []Row {
	rows := make([]Row, len(t.Rows))
	for i, row := range t.Rows {
		rows[i] = any(row).(Row)
	}
	return rows
}

// AddRow adds an empty row.
func (t *Tables[T]) AddRow(at source.Span) Row {
	row := new(T)
	t.Rows = append(t.Rows, row)
	if !t.At.Known() {
		t.At = at
	}
	return any(row).(Row)
}
