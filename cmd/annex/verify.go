package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/annex-isms/annex/generator/bundle"
)

// errDiffers ends a verification that has already printed what differs.
var errDiffers = errors.New("the bundle is not as it was made")

func verifyCommand() *cobra.Command {
	var written string
	var quiet bool
	command := &cobra.Command{
		Use:   "verify [flags] FILE.zip|FOLDER",
		Short: "Check a bundle, file by file",
		Long: `Verify reads a bundle that “annex bundle” has made, as the zip or as the folder that
it was unzipped to. It names every file that was changed, is missing or was
added, and ends with 1 where there is one. A zip that could harm whoever unzips
it is refused.

Without --root this shows integrity, not origin: whoever changes a file can write
new hashes, too. With the root hash that reached you by another way, it shows that
every file below “site” is the one that was bundled. The cover and the manifest
lie beside it, and are compared with the hashes in the bundle alone.`,
		Args: takes(1, 1),
		RunE: func(command *cobra.Command, arguments []string) error {
			root, ok := bundle.ParseRoot(written)
			if written == "" {
				root, ok = "", !command.Flags().Changed("root")
			}
			if !ok {
				return fmt.Errorf("--root %q is no root hash: that has 64 digits from 0 to 9 and a to f", written)
			}
			report, err := bundle.Verify(arguments[0])
			if err != nil {
				return err
			}
			p := newPrinter(command, "", quiet)
			p.verification(arguments[0], report, root)
			if !report.Holds() || root != "" && root != report.Root {
				return errDiffers
			}
			return nil
		},
	}
	command.Flags().StringVar(&written, "root", "", "compare the root hash with this `hash`")
	command.Flags().BoolVarP(&quiet, "quiet", "q", false, "print what differs only")
	return command
}

// verification prints what checking the bundle of that name has shown, and how it
// compares with the root hash that was asked for, if one was.
func (p *printer) verification(name string, report bundle.Report, root string) {
	for _, d := range report.Differences {
		fmt.Fprintf(p.out, "%-10s  %s%s\n", d.Kind, printable(d.Path), because(d.Note))
	}
	name = filepath.ToSlash(filepath.Clean(name))
	switch {
	case len(report.Differences) > 0:
		fmt.Fprintf(p.out, "%s is not as it was bundled: %s.\n", name, tally(report.Differences))
	case report.Repacked:
		fmt.Fprintf(p.out, "%s was packed anew or changed: its files are as they were bundled, but what surrounds them in the zip is not. To check the files alone, unzip it and verify the folder.\n", name)
	default:
		p.result("%s: %s", name, about(report.Manifest))
		p.result("every file agrees with the hashes in the bundle: %d of the site, 3 beside it", report.Files)
	}
	switch {
	case root == "" && !report.Holds():
	case root == "":
		p.result("root hash %s", report.Root)
		p.result("This shows integrity, not origin: whoever changes a file can write new hashes, too. Compare the root hash with the one that reached you by another way, or give that with --root.")
	case len(report.Differences) > 0 && root == report.Manifest.Root:
		fmt.Fprintln(p.out, "Its manifest has the root hash asked for, so it says rightly what the site was.")
	case root == report.Root:
		p.result("root hash %s, as asked for: every file below “site” is the one that was bundled", report.Root)
	default:
		fmt.Fprintf(p.out, "root hash %s\nasked for %s\nThe site is not the one that this root hash was made of.\n", report.Root, root)
	}
}

// about returns what a bundle says of itself.
func about(m bundle.Manifest) string {
	words := fmt.Sprintf("%s edition of %s as of %s", m.Edition, m.Organization, m.Date)
	if m.Revision != "" {
		words += ", revision " + m.Revision
	}
	if m.Modified {
		words += " (modified)"
	}
	return words
}

// tally counts the differences by their kinds.
func tally(differences []bundle.Difference) string {
	count := map[bundle.Kind]int{}
	for _, d := range differences {
		count[d.Kind]++
	}
	var words []string
	for _, kind := range []bundle.Kind{bundle.Changed, bundle.Missing, bundle.Additional} {
		if count[kind] > 0 {
			words = append(words, fmt.Sprintf("%d %s", count[kind], kind))
		}
	}
	return strings.Join(words, ", ")
}

func because(note string) string {
	if note == "" {
		return ""
	}
	return " (" + note + ")"
}

// printable returns a name that somebody else has chosen, in quotes where a
// terminal would not show it as it is.
func printable(name string) string {
	if utf8.ValidString(name) && !strings.ContainsFunc(name, func(r rune) bool { return !unicode.IsPrint(r) }) {
		return name
	}
	return strconv.Quote(name)
}
