package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/annex-isms/annex/generator"
	"github.com/annex-isms/annex/generator/finding"
)

func checkCommand() *cobra.Command {
	var flags sourceFlags
	format, list := string(finding.Text), false
	command := &cobra.Command{
		Use:   "check [flags] [SOURCE]",
		Short: "Say what is wrong with the content",
		Long: `Check reads the content in SOURCE (by default “content”) and prints everything
that it finds: place, what is wrong, how to mend it, and a code. It writes no
files. It ends with 1 where something of level error was found. With --list it
prints the rules instead; annex.toml sets how much each of them weighs.`,
		Args: takes(0, 1),
		RunE: func(command *cobra.Command, arguments []string) error {
			if list {
				listRules(command.OutOrStdout())
				return nil
			}
			known, ok := finding.ParseFormat(format)
			if !ok {
				return fmt.Errorf("no format %q: the formats are text, json, sarif and github", format)
			}
			options, err := flags.options(folder(arguments), nil)
			if err != nil {
				return err
			}
			found := generator.Check(options)
			p := newPrinter(command, folder(arguments), flags.quiet)
			if err := p.report(found, known); err != nil {
				return err
			}
			if found.HasErrors() {
				return errFindings
			}
			return nil
		},
	}
	flags.register(command)
	command.Flags().StringVar(&format, "format", format, "print findings as `text`, json, sarif or github")
	command.Flags().BoolVar(&list, "list", false, "print all rules, with level and basis, and check nothing")
	return command
}
