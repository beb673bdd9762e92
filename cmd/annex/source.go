package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/annex-isms/annex/generator"
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/handbook"
)

// sourceFlags are the flags of every command that reads content.
type sourceFlags struct {
	date   string
	strict bool
	quiet  bool
}

func (f *sourceFlags) register(command *cobra.Command) {
	command.Flags().StringVar(&f.date, "date", "", "take this day as today: `YYYY-MM-DD`")
	command.Flags().BoolVar(&f.strict, "strict", false, "treat warnings as errors")
	command.Flags().BoolVarP(&f.quiet, "quiet", "q", false, "print findings of level error only")
}

// folder returns the folder of the content that the arguments name.
func folder(arguments []string) string {
	if len(arguments) > 0 {
		return arguments[0]
	}
	return "content"
}

// options opens the content in the folder, and the themes beside it.
func (f *sourceFlags) options(folder string, editions []audience.Edition) (generator.Options, error) {
	clock, err := f.clock()
	if err != nil {
		return generator.Options{}, err
	}
	if near := nearestContent(folder); near != "" {
		return generator.Options{}, fmt.Errorf("no annex.toml in %s: did you mean %s?", folder, near)
	}
	content, err := open(folder)
	if err != nil {
		return generator.Options{}, fmt.Errorf("no content in %s: name the folder that holds annex.toml, or make one with “annex new site DIR”", folder)
	}
	// Without themes of its own, a site has the default one.
	themes, _ := open(filepath.Join(folder, "..", "themes"))
	return generator.Options{Content: content, Themes: themes, Clock: clock, Editions: editions, Strict: f.strict}, nil
}

// nearestContent returns the folder of the content where the one that was named
// is its site, or where somebody stands within the content; else nothing.
func nearestContent(folder string) string {
	if holdsConfig(folder) {
		return ""
	}
	for _, near := range []string{filepath.Join(folder, "content"), filepath.Dir(folder)} {
		if holdsConfig(near) {
			return near
		}
	}
	return ""
}

func holdsConfig(folder string) bool {
	_, err := os.Stat(filepath.Join(folder, "annex.toml"))
	return err == nil
}

// open returns the files of a folder. What lies outside cannot be reached
// through them, not even by a symbolic link.
func open(folder string) (fs.FS, error) {
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, err
	}
	return root.FS(), nil
}

// clock says which day is today: that of --date, else of SOURCE_DATE_EPOCH,
// else annex.toml or the present day decide.
func (f *sourceFlags) clock() (handbook.Clock, error) {
	clock := handbook.Clock{Now: time.Now()}
	if f.date != "" {
		day, err := time.Parse(time.DateOnly, f.date)
		if err != nil {
			return clock, fmt.Errorf("--date %s is no day: write it as 2026-11-23", f.date)
		}
		clock.Asked = day
		return clock, nil
	}
	if epoch := os.Getenv("SOURCE_DATE_EPOCH"); epoch != "" {
		seconds, err := strconv.ParseInt(epoch, 10, 64)
		if err != nil {
			return clock, fmt.Errorf("SOURCE_DATE_EPOCH %q is no number of seconds", epoch)
		}
		clock.Asked = time.Unix(seconds, 0).UTC().Truncate(24 * time.Hour)
	}
	return clock, nil
}

// editionFlag is a list of editions, separated by commas.
type editionFlag []audience.Edition

func (e *editionFlag) String() string {
	var names []string
	for _, edition := range *e {
		names = append(names, edition.String())
	}
	return strings.Join(names, ",")
}

// Set takes the list, keeping the order in which editions are built.
func (e *editionFlag) Set(list string) error {
	wanted := map[audience.Edition]bool{}
	for name := range strings.SplitSeq(list, ",") {
		edition, known := audience.ParseEdition(strings.TrimSpace(name))
		if !known {
			return fmt.Errorf("no edition %q: the editions are trust, staff and auditor", name)
		}
		wanted[edition] = true
	}
	*e = nil
	for _, edition := range audience.Editions {
		if wanted[edition] {
			*e = append(*e, edition)
		}
	}
	return nil
}

func (e *editionFlag) Type() string { return "editions" }
