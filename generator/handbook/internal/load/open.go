package load

import (
	"io/fs"
	"path"
	"runtime"
	"slices"

	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/tomlindex"
	"github.com/annex-isms/annex/generator/source"
)

// opened is a file of the content, taken apart. It depends on the file alone.
type opened struct {
	name string
	remembered
	recalled bool // it is as it was, and nothing below is set

	file  *source.File // nil where it cannot be read
	front frontMatter  // of a Markdown file
	data  map[string]any
	index *tomlindex.Node
	ok    bool // it is as its name says that it should be
	found finding.List
}

// openFile takes a register or a document apart.
func openFile(content fs.FS, name string) opened {
	l := &loader{content: content}
	o := opened{name: name}
	if o.file = l.read(name); o.file != nil {
		o.front, o.ok = frontMatter{end: len(o.file.Text)}, true
		if path.Ext(name) == ".md" {
			o.front, o.ok = l.splitFrontMatter(o.file)
		}
		if o.ok {
			o.data, o.index, o.ok = l.decode(o.file, o.front.start, o.front.end)
		}
	}
	o.found = l.found
	return o
}

// openAll takes the files apart, several at a time, and hands them to use one by
// one in their order. It never holds many that are not used yet.
func openAll(content fs.FS, names []string, memory *Memory, use func(opened)) {
	if memory != nil {
		openSome(content, names, memory, use)
		return
	}
	waiting := make(chan chan opened, 2*runtime.GOMAXPROCS(0))
	go func() {
		defer close(waiting)
		for _, name := range names {
			one := make(chan opened, 1)
			waiting <- one
			go func() { one <- openFile(content, name) }()
		}
	}()
	for one := range waiting {
		use(<-one)
	}
}

// openSome does the same, but takes apart only what is not as it was.
func openSome(content fs.FS, names []string, memory *Memory, use func(opened)) {
	var changed []string
	all := make([]opened, len(names))
	for i, name := range names {
		known, recalled := memory.recall(content, name)
		if all[i] = (opened{name: name, remembered: known, recalled: recalled}); !recalled {
			changed = append(changed, name)
		}
	}
	next := 0
	useUpTo := func(end int) {
		for ; next < end; next++ {
			use(all[next])
		}
	}
	openAll(content, changed, nil, func(o opened) {
		useUpTo(slices.Index(names[next:], o.name) + next)
		use(o)
		next++
	})
	useUpTo(len(names))
}

// take notes what was found in a file, and reports whether there is something to
// make of it.
func (l *loader) take(o opened) bool {
	l.found = append(l.found, o.found...)
	l.incomplete = l.incomplete || !o.ok
	return o.ok
}
