package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/annex-isms/annex/content"
)

func newCommand() *cobra.Command {
	var folder string
	command := &cobra.Command{
		Use:   "new KIND [NAME]",
		Short: "Make a new site, or begin a new entry",
		Long: `New begins an entry of a kind such as risk or supplier, or a document of a sort
such as policy. It has the next free ID, NAME as its title, and a line for all that
it cannot do without; it lies where the others of its kind lie. A control of Annex A is
named by its number, the item of a framework by both: nist-csf-2.0:PR.AA-05.
“annex help kinds” lists the kinds.`,
		Example: `  annex new risk "Loss of a laptop"
  annex new policy "Working from elsewhere"
  annex new control A.8.11`,
		Args: takes(0, 2),
		RunE: func(command *cobra.Command, arguments []string) error {
			if len(arguments) == 0 {
				return command.Help()
			}
			return newEntry(command, folder, arguments[0], strings.Join(arguments[1:], ""))
		},
	}
	command.Flags().StringVar(&folder, "source", "content", "the `folder` of the content")
	command.AddCommand(newSiteCommand())
	return command
}

func newSiteCommand() *cobra.Command {
	var sample, baseline bool
	command := &cobra.Command{
		Use:   "site DIR",
		Short: "Make a site in DIR, to start from",
		Long: `Site writes content to DIR/content. With --sample that is the complete
management system of a fictional company; without, a lean start. With --baseline the start is
for an organization that wants the basics first: assets, access, backups, changes,
and the decision why.`,
		Args: takes(1, 1),
		RunE: func(command *cobra.Command, arguments []string) error {
			target := filepath.Join(arguments[0], "content")
			if err := refuseExisting(target); err != nil {
				return err
			}
			var files fs.FS
			switch {
			case sample && baseline:
				return errors.New("--sample and --baseline are two beginnings: choose one")
			case sample:
				files = content.Sample
			case baseline:
				files = starter("baseline")
			default:
				files = starter("starter")
			}
			if err := os.CopyFS(target, files); err != nil {
				return fmt.Errorf("writing %s: %w", target, err)
			}
			p := newPrinter(command, target, false)
			p.result("%s", filepath.ToSlash(target))
			p.say("Next: annex build %s, or annex serve %s to see each change at once.", filepath.ToSlash(target), filepath.ToSlash(target))
			p.say("What can be written: annex help kinds.")
			return nil
		},
	}
	command.Flags().BoolVar(&sample, "sample", false, "write the complete sample")
	command.Flags().BoolVar(&baseline, "baseline", false, "begin with the basics")
	return command
}

// refuseExisting keeps what somebody has written.
func refuseExisting(target string) error {
	entries, err := os.ReadDir(target)
	switch {
	case errors.Is(err, fs.ErrNotExist) || err == nil && len(entries) == 0:
		return nil
	case err != nil:
		return fmt.Errorf("looking into %s: %w", target, err)
	default:
		return fmt.Errorf("%s is not empty: choose another folder, for nothing is overwritten", target)
	}
}
