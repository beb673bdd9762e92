package generator_test

import (
	"maps"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/annex-isms/annex/generator"
)

var (
	fieldLine  = regexp.MustCompile(`^([a-z-]+) = (.*)$`)
	headerLine = regexp.MustCompile(`^(\[+)([a-z.]+)\]+$`)
)

// spoilers are ways to get a line wrong, for its key and value or for its
// opening brackets and name. An empty line is no way for that line.
var spoilers = map[string]struct{ field, header func(a, b string) string }{
	"misspelt": {
		field:  func(key, value string) string { return key + "x = " + value },
		header: func(brackets, name string) string { return brackets + name + "x" + strings.Repeat("]", len(brackets)) },
	},
	"in capitals": {
		field: func(key, value string) string { return strings.ToUpper(key) + " = " + value },
		header: func(brackets, name string) string {
			return brackets + strings.ToUpper(name) + strings.Repeat("]", len(brackets))
		},
	},
	"cut short": {
		field:  func(key, value string) string { return key + " = " + value[:len(value)-1] },
		header: func(brackets, name string) string { return brackets + name },
	},
	"without its value": {field: func(key, value string) string { return key + " =" }},
	"true":              {field: func(key, value string) string { return key + " = true" }},
	"a number":          {field: func(key, value string) string { return key + " = 7" }},
	"a fraction":        {field: func(key, value string) string { return key + " = 7.5" }},
	"empty":             {field: func(key, value string) string { return key + ` = ""` }},
	"an empty list":     {field: func(key, value string) string { return key + " = []" }},
	"a table": {field: func(key, value string) string {
		if value[0] == '{' {
			return ""
		}
		return key + " = { x = 1 }"
	}},
	"in quotes": {field: func(key, value string) string {
		if strings.ContainsAny(value[:1], `"[`) {
			return ""
		}
		return key + ` = '` + value + `'`
	}},
	"given twice":        {field: func(key, value string) string { return key + " = " + value + "\n" + key + " = " + value }},
	"in single brackets": {header: func(_, name string) string { return "[" + name + "]" }},
	"in double brackets": {header: func(_, name string) string { return "[[" + name + "]]" }},
	"without its entry": {header: func(brackets, name string) string {
		return brackets + name[strings.Index(name, ".")+1:] + strings.Repeat("]", len(brackets))
	}},
}

// Whoever gets one line wrong is told of one fault, and not of what follows
// from it elsewhere. The lines are those of the base of the broken cases.
func TestOneFaultIsOneFinding(t *testing.T) {
	base := filesOf(readArchive(t, filepath.Join(brokenFolder, "base.txtar")).Files)
	tried := 0
	for name, file := range base {
		lines := strings.Split(string(file.Data), "\n")
		for i, line := range lines {
			if i > 0 && line == "+++" {
				break
			}
			for how, spoilt := range spoiltLines(line) {
				site := maps.Clone(base)
				site[name] = &fstest.MapFile{Data: []byte(strings.Join(lines[:i], "\n") + "\n" + spoilt + "\n" + strings.Join(lines[i+1:], "\n"))}
				if i == 0 {
					site[name].Data = site[name].Data[1:]
				}
				tried++
				if found := generator.Check(brokenOptions(site)); len(found) > 1 {
					t.Errorf("%s, line %d, %s: %d findings\n%s", name, i+1, how, len(found), written(t, found))
				}
			}
		}
	}
	if tried < 500 {
		t.Errorf("only %d lines were spoilt", tried)
	}
}

// spoiltLines returns the line in each way to get it wrong, by the name of the way.
func spoiltLines(line string) map[string]string {
	spoilt := map[string]string{}
	field, header := fieldLine.FindStringSubmatch(line), headerLine.FindStringSubmatch(line)
	for how, s := range spoilers {
		switch {
		case field != nil && s.field != nil:
			spoilt[how] = s.field(field[1], field[2])
		case header != nil && s.header != nil:
			spoilt[how] = s.header(header[1], header[2])
		}
	}
	maps.DeleteFunc(spoilt, func(_, text string) bool { return text == "" || text == line })
	return spoilt
}
