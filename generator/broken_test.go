package generator_test

import (
	"flag"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/tools/txtar"

	"github.com/annex-isms/annex/generator"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook"
)

var update = flag.Bool("update", false, "rewrite the expectations beside the broken content")

// brokenFolder holds a file for each way to write content wrong. On top of it
// stands what is broken, in one line; below that there may be instructions:
//
//	faults: 3                            how many, where it is not one
//	without annex.toml                   a file of the base that the case lacks
//	replace "<FF>" by "\xff"             words of the case's files by others, Go-quoted,
//	replace "<X>" by "x" 9000000 times   which an archive of text could not hold
//
// Then come files, which replace those of base.txtar or add to them, and last
// what Annex has to say about it all.
const brokenFolder = "../testdata/broken"

func TestBrokenContentIsReportedWhereItIsBroken(t *testing.T) {
	base := readArchive(t, filepath.Join(brokenFolder, "base.txtar"))
	for _, path := range brokenCases(t) {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			c := readCase(t, path)
			found := generator.Check(brokenOptions(c.over(base)))
			got := written(t, found)
			if *update {
				c.rewrite(t, path, got)
			} else if got != c.want {
				t.Errorf("Annex says\n\n%s\nrather than\n\n%s", got, c.want)
			}
			if len(found) != c.faults {
				t.Errorf("%d findings for %d faults", len(found), c.faults)
			}
			if found.Count(finding.Error)+found.Count(finding.Warning) == 0 {
				t.Error("there is neither an error nor a warning")
			}
			for _, f := range found {
				checkWords(t, f)
			}
		})
	}
}

func TestBrokenCasesStandOnSoundContent(t *testing.T) {
	base := readArchive(t, filepath.Join(brokenFolder, "base.txtar"))
	if found := generator.Check(brokenOptions(filesOf(base.Files))); len(found) > 0 {
		t.Error(written(t, found))
	}
}

func written(t *testing.T, found finding.List) string {
	t.Helper()
	var text strings.Builder
	if err := found.Write(&text, finding.Text, finding.Writing{Folder: "content"}); err != nil {
		t.Fatal(err)
	}
	return text.String()
}

func brokenOptions(content fs.FS) generator.Options {
	return generator.Options{
		Content: content,
		Clock:   handbook.Clock{Now: time.Date(2026, 11, 23, 9, 30, 0, 0, time.UTC)},
	}
}

func brokenCases(t *testing.T) []string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(brokenFolder, "*.txtar"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no cases in %s: %v", brokenFolder, err)
	}
	return slices.DeleteFunc(paths, func(path string) bool { return filepath.Base(path) == "base.txtar" })
}

func readArchive(t *testing.T, path string) *txtar.Archive {
	t.Helper()
	archive, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return archive
}

// brokenCase is one way to write content wrong.
type brokenCase struct {
	archive  *txtar.Archive
	files    []txtar.File // all but the expectation
	want     string
	faults   int
	without  []string
	replaced []replacement
}

type replacement struct{ old, new string }

const wantSection = "want"

func readCase(t *testing.T, path string) *brokenCase {
	t.Helper()
	c := &brokenCase{archive: readArchive(t, path), faults: 1}
	last := len(c.archive.Files) - 1
	if last < 0 || c.archive.Files[last].Name != wantSection {
		if !*update {
			t.Fatalf("the last section is not -- %s --", wantSection)
		}
		c.archive.Files = append(c.archive.Files, txtar.File{Name: wantSection})
		last++
	}
	c.files, c.want = c.archive.Files[:last], string(c.archive.Files[last].Data)
	title, instructions, _ := strings.Cut(strings.TrimSpace(string(c.archive.Comment)), "\n")
	if title == "" {
		t.Error("the first line does not say what is broken")
	}
	for line := range strings.Lines(instructions) {
		c.instruct(t, strings.TrimSpace(line))
	}
	return c
}

var (
	faultsLine  = regexp.MustCompile(`^faults: (\d+)$`)
	withoutLine = regexp.MustCompile(`^without (\S+)$`)
	replaceLine = regexp.MustCompile(`^replace (".+") by (".*?")(?: (\d+) times)?$`)
)

func (c *brokenCase) instruct(t *testing.T, line string) {
	t.Helper()
	if m := faultsLine.FindStringSubmatch(line); m != nil {
		c.faults, _ = strconv.Atoi(m[1])
	} else if m := withoutLine.FindStringSubmatch(line); m != nil {
		c.without = append(c.without, m[1])
	} else if m := replaceLine.FindStringSubmatch(line); m != nil {
		times := 1
		if m[3] != "" {
			times, _ = strconv.Atoi(m[3])
		}
		c.replaced = append(c.replaced, replacement{unquoted(t, m[1]), strings.Repeat(unquoted(t, m[2]), times)})
	} else if line != "" {
		t.Errorf("no such instruction: %s", line)
	}
}

func unquoted(t *testing.T, quoted string) string {
	t.Helper()
	text, err := strconv.Unquote(quoted)
	if err != nil {
		t.Fatalf("%s is not quoted as in Go", quoted)
	}
	return text
}

// over returns the files of base with those of the case over them.
func (c *brokenCase) over(base *txtar.Archive) fs.FS {
	content := filesOf(base.Files)
	for _, name := range c.without {
		delete(content, name)
	}
	own := filesOf(c.files)
	for _, file := range own {
		for _, r := range c.replaced {
			file.Data = []byte(strings.ReplaceAll(string(file.Data), r.old, r.new))
		}
	}
	maps.Copy(content, own)
	return content
}

func (c *brokenCase) rewrite(t *testing.T, path, want string) {
	t.Helper()
	c.archive.Files[len(c.files)].Data = []byte(want)
	if err := os.WriteFile(path, txtar.Format(c.archive), 0o644); err != nil {
		t.Fatal(err)
	}
}

func filesOf(files []txtar.File) fstest.MapFS {
	content := fstest.MapFS{}
	for _, file := range files {
		content[file.Name] = &fstest.MapFile{Data: file.Data, Mode: 0o644}
	}
	return content
}

// jargon is what an author of policies does not need to know.
var jargon = regexp.MustCompile(`(?i)\b(EOF|rune|int64|float64|unmarshal|decod\w+|parse\w*|nil|invalid argument|regexp|terminator|hash|delimiter|token|goldmark|BurntSushi)\b|%!|0x`)

// checkWords checks that a finding is written as all of them are.
func checkWords(t *testing.T, f finding.Finding) {
	t.Helper()
	if first, _ := utf8.DecodeRuneInString(f.Message); f.Message == "" || unicode.IsUpper(first) && unicode.IsLower(rune(f.Message[1])) {
		t.Errorf("%q does not begin in lower case", f.Message)
	}
	for _, words := range []string{f.Message, f.Hint} {
		if strings.HasSuffix(words, ".") || strings.Contains(words, "\n") {
			t.Errorf("%q ends in a full stop, or has several lines", words)
		}
		if word := jargon.FindString(words); word != "" {
			t.Errorf("%q speaks of “%s”", words, word)
		}
	}
	if f.Hint == "" {
		t.Errorf("%q has no hint", f.Message)
	}
	if f.At.Known() && (f.At.Start > f.At.End || f.At.End > len(f.At.File.Text)) {
		t.Errorf("%q is at %d to %d, outside of its file", f.Message, f.At.Start, f.At.End)
	}
}
