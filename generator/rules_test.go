package generator_test

import (
	"cmp"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"
	"golang.org/x/tools/txtar"

	"github.com/annex-isms/annex/content"
	"github.com/annex-isms/annex/generator"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook"
)

// rulesFolder holds a folder for each rule, named after its code. In it are
// archives with files that go over those of base.txtar: in some a fault that
// the rule finds, in at least one, whose name begins with “clean”, none. Beside
// a fault stands what it is, as a comment of TOML:
//
//	applicable = false # want excluded-in-use
//	applicable = false # want excluded-in-use at `false`
//
// After “at” come the very words that the finding points at. Where no comment
// can stand beside the fault, as in the text of a document, it stands on a line
// of its own in the same file. What is found in no place, because nothing is
// written there, is announced above the files:
//
//	want soa-row nowhere
const rulesFolder = "../testdata/rules"

func TestRulesFindTheirFaultsAndNoOthers(t *testing.T) {
	base := readArchive(t, filepath.Join(rulesFolder, "base.txtar"))
	for _, example := range ruleExamples(t) {
		t.Run(example.name, func(t *testing.T) {
			found := generator.Check(brokenOptions((&brokenCase{files: example.archive.Files}).over(base))).Standing()
			want := wanted(t, example.archive)
			if clean := strings.HasPrefix(path.Base(example.name), "clean"); clean == (len(want) > 0) {
				t.Errorf("there are %d faults in it", len(want))
			}
			for _, f := range found {
				checkWords(t, f)
				if i := slices.IndexFunc(want, func(w wish) bool { return w.grantedBy(f) }); i >= 0 {
					want = slices.Delete(want, i, i+1)
				} else {
					t.Errorf("not expected:\n%s", written(t, finding.List{f}))
				}
			}
			for _, w := range want {
				t.Errorf("not found: %s", w)
			}
		})
	}
}

func TestEveryRuleHasExamples(t *testing.T) {
	faults, clean := map[string]bool{}, map[string]bool{}
	for _, example := range ruleExamples(t) {
		code, name, _ := strings.Cut(example.name, "/")
		if strings.HasPrefix(name, "clean") {
			clean[code] = true
		}
		for _, w := range wanted(t, example.archive) {
			if w.code == code {
				faults[code] = true
			}
		}
	}
	for _, rule := range handbook.Rules() {
		if rule.Subject != "Form" && (!faults[rule.Code] || !clean[rule.Code]) {
			t.Errorf("%s has a fault: %t, a clean twin: %t", rule.Code, faults[rule.Code], clean[rule.Code])
		}
		delete(clean, rule.Code)
	}
	for code := range clean {
		t.Errorf("there is no rule %s", code)
	}
}

// Whoever gets a line of an example wrong is told of one fault: no rule takes
// what could not be read for missing.
func TestOneFaultInAnExampleIsOneFinding(t *testing.T) {
	base := readArchive(t, filepath.Join(rulesFolder, "base.txtar"))
	tried := map[string]bool{} // by the header above the line and the line itself: examples share most of theirs
	for _, example := range ruleExamples(t) {
		isClean, waives := strings.HasPrefix(path.Base(example.name), "clean"), strings.HasPrefix(example.name, "waiver-")
		if !isClean || waives { // a waiver that cannot be read waives nothing
			continue
		}
		for i, file := range example.archive.Files {
			header := file.Name
			lines := strings.Split(string(file.Data), "\n")
			for n, line := range lines {
				if n > 0 && line == "+++" {
					break
				}
				if headerLine.MatchString(line) {
					header = line
				}
				if tried[header+line] {
					continue
				}
				tried[header+line] = true
				for how, spoilt := range spoiltLines(line) {
					if how != "misspelt" && how != "a number" {
						continue // the others are tried on the base of the broken cases
					}
					files := slices.Clone(example.archive.Files)
					files[i].Data = []byte(strings.Join(slices.Replace(slices.Clone(lines), n, n+1, spoilt), "\n"))
					if found := generator.Check(brokenOptions((&brokenCase{files: files}).over(base))); len(found) > 1 {
						t.Errorf("%s, %s, line %d, %s: %d findings\n%s", example.name, file.Name, n+1, how, len(found), written(t, found))
					}
				}
			}
		}
	}
	if len(tried) < 300 {
		t.Errorf("only %d lines were spoilt", len(tried))
	}
}

// ruleExample is content with faults that a rule finds, or without.
type ruleExample struct {
	name    string // the rule's code, a slash and the name of the file
	archive *txtar.Archive
}

func ruleExamples(t *testing.T) []ruleExample {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(rulesFolder, "*", "*.txtar"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no examples in %s: %v", rulesFolder, err)
	}
	var examples []ruleExample
	for _, p := range paths {
		name := path.Join(filepath.Base(filepath.Dir(p)), strings.TrimSuffix(filepath.Base(p), ".txtar"))
		examples = append(examples, ruleExample{name, readArchive(t, p)})
	}
	return examples
}

// wish is a finding that an example asks for.
type wish struct {
	code string
	file string // empty where it is nowhere
	line int    // 0 where the words may stand anywhere in the file
	at   string // the very words; empty where any will do
}

func (w wish) String() string {
	return fmt.Sprintf("%s in %q, line %d, at %q", w.code, w.file, w.line, w.at)
}

func (w wish) grantedBy(f finding.Finding) bool {
	file, line := "", 0
	if f.At.Known() {
		file, line = f.At.File.Name, f.At.Position().Line
	}
	return f.Code == w.code && file == w.file && (w.line == 0 || line == w.line) && (w.at == "" || f.At.Text() == w.at)
}

var (
	wantBeside  = regexp.MustCompile(`# want ([a-z0-9-]+)(?: at ` + "`(.*)`" + `)?$`)
	wantNowhere = regexp.MustCompile(`(?m)^want ([a-z0-9-]+) nowhere$`)
)

// wanted returns what the archive announces.
func wanted(t *testing.T, archive *txtar.Archive) []wish {
	t.Helper()
	var wishes []wish
	for _, m := range wantNowhere.FindAllStringSubmatch(string(archive.Comment), -1) {
		wishes = append(wishes, wish{code: m[1]})
	}
	for _, file := range archive.Files {
		for i, line := range strings.Split(string(file.Data), "\n") {
			m := wantBeside.FindStringSubmatch(line)
			if m == nil {
				continue
			}
			w := wish{code: m[1], file: file.Name, line: i + 1, at: m[2]}
			if strings.HasPrefix(line, "#") {
				w.line = 0
				if w.at == "" {
					t.Errorf("%s, line %d: a fault elsewhere needs its words", file.Name, i+1)
				}
			}
			wishes = append(wishes, w)
		}
	}
	// What may stand anywhere must not take the place of what stands on its line.
	slices.SortStableFunc(wishes, func(a, b wish) int { return cmp.Compare(b.line, a.line) })
	return wishes
}

// The same content never stops being built because a day has passed.
func TestNoErrorComesWithTime(t *testing.T) {
	base := readArchive(t, filepath.Join(rulesFolder, "base.txtar"))
	errors := func(site fs.FS, day time.Time) string {
		options := brokenOptions(site)
		options.Clock = handbook.Clock{Asked: day}
		found := slices.DeleteFunc(generator.Check(options), func(f finding.Finding) bool { return f.Level != finding.Error || f.Waiver != nil })
		return written(t, found)
	}
	sites := map[string]fs.FS{"the sample": content.Sample}
	for _, example := range ruleExamples(t) {
		sites[example.name] = (&brokenCase{files: example.archive.Files}).over(base)
	}
	// Its level was raised by hand: that is what somebody wanted.
	delete(sites, "waiver-unmatched/clean-off")
	for name, site := range sites {
		before, after := errors(site, time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)), errors(site, time.Date(2036, 1, 1, 0, 0, 0, 0, time.UTC))
		if before != after {
			t.Errorf("%s: ten years later there are other errors:\n%s\nrather than\n%s", name, after, before)
		}
	}
}

func TestWhatRulesFindIsValidSARIF(t *testing.T) {
	base := readArchive(t, filepath.Join(rulesFolder, "base.txtar"))
	var all finding.List
	for _, example := range ruleExamples(t) {
		all = append(all, generator.Check(brokenOptions((&brokenCase{files: example.archive.Files}).over(base)))...)
	}
	var text strings.Builder
	if err := all.Write(&text, finding.SARIF, finding.Writing{Folder: "content", Rules: handbook.Rules()}); err != nil {
		t.Fatal(err)
	}
	report, err := sarif.FromString(text.String())
	if err != nil {
		t.Fatal(err)
	}
	// What the library makes empty where it is left out, which is not allowed.
	for _, run := range report.Runs {
		run.Language, run.NewlineSequences = "en-US", []string{"\n"}
		run.Tool.Driver.Language, run.Tool.Driver.Contents = "en-US", []string{"localizedData"}
	}
	if err := report.Validate(); err != nil {
		t.Error(err)
	}
	if len(report.Runs[0].Results) < len(all) || len(all) < 90 {
		t.Errorf("%d findings became %d results", len(all), len(report.Runs[0].Results))
	}
}

func TestEveryCodeIsExplained(t *testing.T) {
	explained := map[string]bool{}
	for _, rule := range handbook.Rules() {
		explained[rule.Code] = true
	}
	for _, path := range brokenCases(t) {
		for _, m := range regexp.MustCompile(`(?m)^\S.* \[([a-z0-9-]+)\]$`).FindAllStringSubmatch(readCase(t, path).want, -1) {
			if !explained[m[1]] {
				t.Errorf("%s is found, but “annex check --list” does not explain it", m[1])
			}
		}
	}
}
