package themes_test

import (
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/annex-isms/annex/generator/words"
	"github.com/annex-isms/annex/themes"
)

// A key is asked for in Go by Say("key") or say("key"), in templates by
// {{say "key"}}. Where the key is put together, its beginning is all we know.
var (
	inGo        = regexp.MustCompile(`\b[Ss]ay\("([a-z0-9.-]+)"(\s*\+)?`)
	inTemplates = regexp.MustCompile(`\bsay (?:\(print )?"([a-z0-9.-]+)"`)
)

func TestEveryWordOfTheInterfaceStandsInTheMessageFile(t *testing.T) {
	catalogue, err := words.Load(themes.Default(), "en")
	if err != nil {
		t.Fatal(err)
	}
	whole, beginnings := asked(t)
	for key := range whole {
		if !catalogue.Has(key) {
			t.Errorf("%s: %q has no message", whole[key], key)
		}
	}
	keys := catalogue.Keys()
	for beginning := range beginnings {
		if !slices.ContainsFunc(keys, func(key string) bool { return strings.HasPrefix(key, beginning) }) {
			t.Errorf("%s: no message begins with %q", beginnings[beginning], beginning)
		}
	}
	for _, key := range keys {
		_, used := whole[key]
		for beginning := range beginnings {
			used = used || strings.HasPrefix(key, beginning)
		}
		if !used {
			t.Errorf("nobody asks for the message %q", key)
		}
	}
}

// asked returns the keys that are asked for as a whole, and the beginnings of
// those that are put together, each with a place.
func asked(t *testing.T) (whole, beginnings map[string]string) {
	t.Helper()
	whole, beginnings = map[string]string{}, map[string]string{}
	collect := func(root fs.FS, extension string, find func(name, text string)) {
		err := fs.WalkDir(root, ".", func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || path.Ext(name) != extension || strings.HasSuffix(name, "_test.go") {
				return err
			}
			text, err := fs.ReadFile(root, name)
			find(name, string(text))
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	collect(os.DirFS("../generator"), ".go", func(name, text string) {
		for _, match := range inGo.FindAllStringSubmatch(text, -1) {
			if match[2] != "" {
				beginnings[match[1]] = name
			} else {
				whole[match[1]] = name
			}
		}
	})
	collect(themes.Default(), ".html", func(name, text string) {
		for _, match := range inTemplates.FindAllStringSubmatch(text, -1) {
			if strings.Contains(match[0], "(print ") {
				beginnings[match[1]] = name
			} else {
				whole[match[1]] = name
			}
		}
	})
	return whole, beginnings
}
