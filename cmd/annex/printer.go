package main

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/annex-isms/annex/generator"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook"
)

// printer prints results to standard output, and progress and findings to
// standard error.
type printer struct {
	out, err io.Writer
	folder   string // of the content, as the user named it
	terminal bool   // standard error is one
	quiet    bool
	discreet bool // a log that others may keep: codes and counts only
}

func newPrinter(command *cobra.Command, folder string, quiet bool) *printer {
	return &printer{
		out: command.OutOrStdout(), err: command.ErrOrStderr(),
		folder: filepath.ToSlash(filepath.Clean(folder)), terminal: term.IsTerminal(int(os.Stderr.Fd())), quiet: quiet,
	}
}

// say tells how it went.
func (p *printer) say(format string, values ...any) {
	if !p.quiet {
		fmt.Fprintf(p.err, format+"\n", values...)
	}
}

// progress returns where to show what goes on; nil where nobody looks.
func (p *printer) progress() io.Writer {
	if !p.terminal || p.quiet {
		return nil
	}
	return p.err
}

// result prints a line of what was asked for.
func (p *printer) result(format string, values ...any) {
	if !p.quiet {
		fmt.Fprintf(p.out, format+"\n", values...)
	}
}

// outcome prints what was found by something that was made, or failed, and returns
// the error with which the command ends. Where an error was found, nothing came of
// it, as the words say.
func (p *printer) outcome(found finding.List, failure error, nothing string) error {
	if err := p.findings(found); err != nil {
		return err
	}
	switch {
	case failure != nil && p.discreet:
		return errDiscreet
	case failure != nil:
		return failure
	case found.HasErrors():
		p.say("%s: %s.", nothing, found.Summary())
		p.sayWhatWaits(found)
		return errFindings
	}
	return nil
}

// findings prints errors and warnings to standard error. Notes are counted by
// the closing line, and listed by “annex check”, but for those that only a
// finished edition gives rise to.
func (p *printer) findings(found finding.List) error {
	if p.discreet {
		p.codes(found)
		return nil
	}
	shown := slices.DeleteFunc(found.Standing(), func(f finding.Finding) bool {
		return f.Level == finding.Note && f.Code != generator.Echo || p.quiet && f.Level != finding.Error
	})
	if len(shown) == 0 {
		return nil
	}
	if err := shown.Write(p.err, finding.Text, p.writing(os.Stderr)); err != nil {
		return err
	}
	_, err := fmt.Fprintln(p.err)
	return err
}

// codes prints how often each code was found, and nothing of the content.
func (p *printer) codes(found finding.List) {
	type kind struct {
		level finding.Level
		code  string
	}
	count := map[kind]int{}
	for _, f := range found.Standing() {
		if !p.quiet || f.Level == finding.Error {
			count[kind{f.Level, f.Code}]++
		}
	}
	kinds := make([]kind, 0, len(count))
	for k := range count {
		kinds = append(kinds, k)
	}
	slices.SortFunc(kinds, func(a, b kind) int { return cmp.Or(cmp.Compare(a.level, b.level), cmp.Compare(a.code, b.code)) })
	for _, k := range kinds {
		fmt.Fprintf(p.err, "%s: %d × [%s]\n", k.level, count[k], k.code)
	}
}

// report prints all findings to standard output, for they are what was asked for.
func (p *printer) report(found finding.List, format finding.Format) error {
	if p.quiet {
		found = slices.DeleteFunc(slices.Clone(found), func(f finding.Finding) bool { return f.Level != finding.Error })
	}
	if err := found.Write(p.out, format, p.writing(os.Stdout)); err != nil {
		return err
	}
	if format == finding.Text && !p.quiet {
		if len(found.Standing()) > 0 {
			fmt.Fprintln(p.out)
		}
		fmt.Fprintf(p.out, "%s: %s.\n", p.folder, found.Summary())
		p.sayWhatWaits(found)
	}
	return nil
}

// sayWhatWaits prepares an author for more: where something cannot be read, what
// seems to be missing may be just that, so that the rules that look for it are
// silent.
func (p *printer) sayWhatWaits(found finding.List) {
	fixed := map[string]bool{}
	for _, rule := range handbook.Rules() {
		fixed[rule.Code] = rule.Fixed
	}
	if slices.ContainsFunc(found, func(f finding.Finding) bool { return f.Level == finding.Error && fixed[f.Code] }) {
		p.say("What is missing is told once all of the content can be read.")
	}
}

func (p *printer) writing(to *os.File) finding.Writing {
	return finding.Writing{
		Folder: p.folder, Version: version(), Rules: handbook.Rules(),
		Colour: os.Getenv("NO_COLOR") == "" && term.IsTerminal(int(to.Fd())),
	}
}
