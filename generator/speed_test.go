package generator_test

import (
	"bytes"
	"cmp"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/BurntSushi/toml"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"github.com/annex-isms/annex/generator"
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/handbook"
	"github.com/annex-isms/annex/generator/largesite"
)

// sizes returns of how many documents the sites are that are built: those that
// the variable ANNEX_DOCUMENTS lists, or else small ones.
func sizes(b *testing.B) []int {
	var all []int
	for size := range strings.SplitSeq(cmp.Or(os.Getenv("ANNEX_DOCUMENTS"), "50,500"), ",") {
		documents, err := strconv.Atoi(size)
		if err != nil {
			b.Fatal(err)
		}
		all = append(all, documents)
	}
	return all
}

func largeOptions(b testing.TB, folder string, editions ...audience.Edition) generator.Options {
	root, err := os.OpenRoot(folder)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = root.Close() })
	day, err := time.Parse(time.DateOnly, largesite.Day)
	if err != nil {
		b.Fatal(err)
	}
	return generator.Options{Content: root.FS(), Clock: handbook.Clock{Asked: day}, Editions: editions}
}

// BenchmarkBuild builds the staff edition with its search, and beside it does the
// least that any program has to do for it: the floor.
func BenchmarkBuild(b *testing.B) {
	for _, documents := range sizes(b) {
		content, out := b.TempDir(), b.TempDir()
		if err := largesite.New(documents).Write(content); err != nil {
			b.Fatal(err)
		}
		o := largeOptions(b, content, audience.StaffEdition)
		var took, least time.Duration
		b.Run(fmt.Sprintf("staff/%d", documents), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, found, err := generator.Build(o, out); err != nil || found.HasErrors() {
					b.Fatal(err, found)
				}
			}
			took = b.Elapsed() / time.Duration(b.N)
		})
		sizes := sizesBelow(b, filepath.Join(out, "staff"))
		b.Run(fmt.Sprintf("floor/%d", documents), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				floor(b, content, b.TempDir(), sizes)
			}
			least = b.Elapsed() / time.Duration(b.N)
			b.ReportMetric(took.Seconds()/least.Seconds(), "build/floor")
		})
	}
}

// sizesBelow returns how large the files below a folder are.
func sizesBelow(b *testing.B, folder string) []int {
	var sizes []int
	err := filepath.WalkDir(folder, func(_ string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		info, err := entry.Info()
		if err == nil {
			sizes = append(sizes, int(info.Size()))
		}
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return sizes
}

// floor reads all content, decodes its TOML, makes its Markdown to HTML with
// goldmark as it comes, and writes as many files of the same sizes, on all
// processors.
func floor(b *testing.B, content, out string, sizes []int) {
	var names []string
	if err := filepath.WalkDir(content, func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			names = append(names, name)
		}
		return err
	}); err != nil {
		b.Fatal(err)
	}
	markdown := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.DefinitionList))
	each := func(count int, do func(int) error) {
		var workers sync.WaitGroup
		for worker := range runtime.GOMAXPROCS(0) {
			workers.Go(func() {
				for i := worker; i < count; i += runtime.GOMAXPROCS(0) {
					if err := do(i); err != nil {
						b.Error(err)
					}
				}
			})
		}
		workers.Wait()
	}
	each(len(names), func(i int) error {
		text, err := os.ReadFile(names[i])
		if err != nil {
			return err
		}
		table := string(text)
		if body, isDocument := strings.CutPrefix(table, "+++\n"); isDocument {
			table, body, _ = strings.Cut(body, "\n+++\n")
			if err := markdown.Convert([]byte(body), new(bytes.Buffer)); err != nil {
				return err
			}
		}
		_, err = toml.Decode(table, new(map[string]any))
		return err
	})
	each(len(sizes), func(i int) error {
		folder := filepath.Join(out, strconv.Itoa(i/1000))
		if err := os.MkdirAll(folder, 0o755); err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(folder, strconv.Itoa(i)), bytes.Repeat([]byte("x"), sizes[i]), 0o644)
	})
}
