package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/annex-isms/annex/generator/handbook"
)

// helpCommand explains commands, and the kinds of entry with their fields.
func helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND | KIND]",
		Short: "Explain a command, or a kind of entry and its fields",
		Long: `Help explains a command. With the name of a kind of entry it prints the kind's
fields: what to write, who may read it, and which are needed. “annex help kinds”
lists the kinds.`,
		RunE: func(command *cobra.Command, arguments []string) error {
			out := command.OutOrStdout()
			if len(arguments) == 1 && arguments[0] == "kinds" {
				listKinds(out)
				return nil
			}
			if len(arguments) == 1 {
				kinds := handbook.Kinds()
				if i := slices.IndexFunc(kinds, func(k handbook.Kind) bool { return k.Name == arguments[0] }); i >= 0 {
					explain(out, kinds[i])
					return nil
				}
			}
			about, _, err := command.Root().Find(arguments)
			if err != nil || len(arguments) > 0 && about == command.Root() {
				return fmt.Errorf("no command and no kind of entry is called %q: “annex help” lists the commands, “annex help kinds” the kinds", strings.Join(arguments, " "))
			}
			return about.Help()
		},
	}
}

func listKinds(out io.Writer) {
	for _, kind := range handbook.Kinds() {
		fmt.Fprintf(out, "%-14s %s\n", kind.Name, kind.Help)
	}
}

// explain prints what an author has to know of a kind.
func explain(out io.Writer, kind handbook.Kind) {
	fmt.Fprintf(out, "%s: %s\n", kind.Label, kind.Help)
	fmt.Fprintf(out, "Written as %s", kind.Form)
	if kind.Basis != "" {
		fmt.Fprintf(out, "; asked for by %s", kind.Basis)
	}
	fmt.Fprintln(out, ". Fields marked * are needed.")
	printFields(out, "", kind.Fields)
}

func printFields(out io.Writer, indent string, fields []handbook.Field) {
	for _, field := range fields {
		mark := " "
		if field.Must {
			mark = "*"
		}
		fmt.Fprintf(out, "\n%s%s %s: %s (%s)\n%s    %s\n", indent, mark, field.Key, field.Form, field.Audience, indent, field.Help)
		printFields(out, indent+"    ", field.Fields)
	}
}
