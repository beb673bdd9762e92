// Annex compiles an ISMS, written in Markdown and TOML, into a static site for
// ISO/IEC 27001:2022 in three editions: a public trust centre, a handbook for
// staff and an edition for auditors.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"
)

// The exit codes, which scripts lean on.
const (
	exitClean    = 0
	exitFindings = 1 // something of level error was found: nothing is published; or a bundle is not as it was made
	exitFailure  = 2 // misuse, or a failure of the program or its surroundings
)

// errFindings ends a command that has already printed why.
var errFindings = errors.New("findings of level error")

func main() { os.Exit(run()) }

func run() int {
	err := root().ExecuteContext(context.Background())
	switch {
	case err == nil:
		return exitClean
	case errors.Is(err, errFindings), errors.Is(err, errDiffers):
		return exitFindings
	default:
		fmt.Fprintln(os.Stderr, "annex: "+err.Error())
		return exitFailure
	}
}

func root() *cobra.Command {
	command := &cobra.Command{
		Use:   "annex",
		Short: "Hugo for an ISMS",
		Long: `Annex compiles an ISMS, written in Markdown and TOML, into a static site for
ISO/IEC 27001:2022 in three editions: a public trust centre, a handbook for
staff, and an edition for auditors that opens from disk.

“annex new site DIR” makes a site to begin with, “annex help kinds” lists what can
be written in it.`,
		SilenceUsage:  true,
		SilenceErrors: true,
		Args:          takesCommands,
		RunE: func(command *cobra.Command, _ []string) error {
			return command.Help()
		},
	}
	command.CompletionOptions.HiddenDefaultCmd = true
	command.SetHelpCommand(helpCommand())
	command.AddCommand(buildCommand(), checkCommand(), serveCommand(), searchCommand(), bundleCommand(), verifyCommand(), newCommand(), versionCommand())
	return command
}
