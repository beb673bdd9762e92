package check_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/annex-isms/annex/generator/handbook/internal/check"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/source"
)

// A kind that declares a day by which something has to happen needs a rule that
// says when it has not.
func TestWhateverIsDueIsFoundWhenItIsLate(t *testing.T) {
	today := time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)
	yesterday := record.Date{Day: today.AddDate(0, 0, -1)}
	findsSomething := func(r record.Record) bool {
		h := record.New(nil, new(record.Config), record.Today{Day: today}, []record.Record{r}, nil)
		for _, f := range check.Run(h) {
			if slices.Contains(f.Entries, r.Head().ID.Value) && (strings.Contains(f.Code, "overdue") || strings.Contains(f.Code, "expired") || strings.Contains(f.Code, "lapsed") || strings.Contains(f.Code, "ended")) {
				return true
			}
		}
		return false
	}
	for _, kind := range record.Kinds {
		for i, field := range record.Fields(kind.Create()) {
			r := kind.Create()
			r.Head().ID.Value = "X-01"
			value := record.Fields(r)[i].Value
			unsettle(r)
			switch value := value.(type) {
			case *record.Date:
				if *value = yesterday; field.Due && !findsSomething(r) {
					t.Errorf("nobody is told when %s of %s has passed", field.Key, kind.Article)
				}
			case record.Tabler:
				step, ok := value.AddRow(source.Span{}).(record.Step)
				if !ok {
					continue
				}
				_, _, due, _ := step.Step()
				if *due = yesterday; !findsSomething(r) {
					t.Errorf("nobody is told when a step in %s of %s is late", field.Key, kind.Article)
				}
			}
		}
	}
}

// unsettle gives the entry a status in which something can be due for it.
func unsettle(r record.Record) {
	for _, field := range record.Fields(r) {
		status, ok := field.Value.(record.Chooser)
		if !field.Badge || !ok {
			continue
		}
		for _, option := range status.Options() {
			if status.Choose(option, source.Span{}); !record.Settled(r) {
				return
			}
		}
	}
}

// What rules find follows from the handbook alone.
func TestRulesReadNoClockAndNoDisk(t *testing.T) {
	set := token.NewFileSet()
	names, err := fs.Glob(os.DirFS("."), "*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(set, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, spec := range file.Imports {
			if slices.Contains([]string{`"os"`, `"io"`, `"io/fs"`, `"net"`, `"net/http"`, `"os/exec"`, `"math/rand"`, `"math/rand/v2"`}, spec.Path.Value) {
				t.Errorf("%s imports %s", name, spec.Path.Value)
			}
		}
		ast.Inspect(file, func(node ast.Node) bool {
			if selector, ok := node.(*ast.SelectorExpr); ok {
				if from, ok := selector.X.(*ast.Ident); ok && from.Name == "time" && slices.Contains([]string{"Now", "Since", "Until", "Local", "LoadLocation"}, selector.Sel.Name) {
					t.Errorf("%s: time.%s", set.Position(node.Pos()), selector.Sel.Name)
				}
			}
			return true
		})
	}
}

func TestRulesSayWhatTheyAre(t *testing.T) {
	codes := map[string]bool{}
	for _, subject := range check.Rules {
		for _, rule := range subject.Rules {
			switch {
			case codes[rule.Code]:
				t.Errorf("two rules are called %s", rule.Code)
			case rule.Code == "" || rule.Doc == "" || rule.Basis == "" || rule.Run == nil:
				t.Errorf("%q lacks its code, its sentence, its basis or what it does", rule.Code)
			case strings.HasSuffix(rule.Doc, ".") || strings.ContainsFunc(rule.Doc[:1], unicode.IsUpper):
				t.Errorf("%s: “%s” is not written as all of them are", rule.Code, rule.Doc)
			}
			for _, kind := range rule.Seeks {
				if record.KindNamed(kind) == nil {
					t.Errorf("%s seeks %q, which is no kind", rule.Code, kind)
				}
			}
			if _, err := os.Stat(strings.ReplaceAll(rule.Code, "-", "_") + ".go"); err != nil {
				t.Errorf("%s has no file of its own", rule.Code)
			}
			codes[rule.Code] = true
		}
	}
	for _, form := range check.Forms {
		if codes[form.Code] {
			t.Errorf("%s is a rule and a fault of form", form.Code)
		}
	}
}
