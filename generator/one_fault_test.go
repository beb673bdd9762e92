package generator_test

import (
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/annex-isms/annex/generator"
	"github.com/annex-isms/annex/generator/handbook"
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
	if tried := spoilEachLine(t, base, slices.Collect(maps.Keys(base)), slices.Collect(maps.Keys(spoilers))); tried < 500 {
		t.Errorf("only %d lines were spoilt", tried)
	}
}

// The same holds for the least that an entry of every kind says, spoilt in fewer
// ways. Controls and mappings need more than the least, and a waiver names a rule.
func TestOneFaultIsOneFindingInEveryKind(t *testing.T) {
	site := fstest.MapFS{"annex.toml": {Data: []byte("[organization]\nname = \"Lantern\"\n\n" + withoutGaps())}}
	var names []string
	for _, chapter := range handbook.Chapters() {
		for _, kind := range chapter.Kinds {
			if kind.Skeleton != "" && !kind.Markdown && kind.Name != "control" && kind.Name != "mapping" && kind.Name != "waiver" {
				names = append(names, "registers/"+kind.Name+".toml")
				site[names[len(names)-1]] = &fstest.MapFile{Data: []byte(kind.Skeleton)}
			}
		}
	}
	if found := generator.Check(brokenOptions(site)); len(found) > 0 {
		t.Fatal(written(t, found))
	}
	if tried := spoilEachLine(t, site, names, []string{"misspelt", "true"}); tried < 10*len(names) {
		t.Errorf("only %d lines of %d kinds were spoilt", tried, len(names))
	}
}

// withoutGaps returns settings for annex.toml that switch off every rule that can
// be: the least that an entry says leaves gaps.
func withoutGaps() string {
	text := "[rules]\n"
	for _, rule := range handbook.Rules() {
		if !rule.Fixed {
			text += rule.Code + " = \"off\"\n"
		}
	}
	return text
}

// spoilEachLine spoils each line of those files of the site in those ways, one at
// a time, and returns how often. More than one finding is one too many.
func spoilEachLine(t *testing.T, base fstest.MapFS, names, ways []string) int {
	t.Helper()
	tried := 0
	for _, name := range names {
		lines := strings.Split(string(base[name].Data), "\n")
		for i, line := range lines {
			if i > 0 && line == "+++" {
				break
			}
			for how, spoilt := range spoiltLines(line) {
				if !slices.Contains(ways, how) {
					continue
				}
				site, all := maps.Clone(base), slices.Clone(lines)
				all[i] = spoilt
				site[name] = &fstest.MapFile{Data: []byte(strings.Join(all, "\n"))}
				tried++
				if found := generator.Check(brokenOptions(site)); len(found) > 1 {
					t.Errorf("%s, line %d, %s: %d findings\n%s", name, i+1, how, len(found), written(t, found))
				}
			}
		}
	}
	return tried
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
