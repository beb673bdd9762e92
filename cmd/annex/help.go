package main

import (
	"cmp"
	"fmt"
	"io"
	"reflect"
	"strings"

	"github.com/spf13/cobra"

	"github.com/annex-isms/annex/content"
	"github.com/annex-isms/annex/generator/handbook"
)

// helpCommand explains commands, the kinds of entry with their fields, and the
// site's configuration.
func helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND | KIND | annex.toml | kinds]",
		Short: "Explain a command, or a kind of entry and its fields",
		Long: `Help explains a command. With the name of a kind of entry, or of a sort of documents
such as policy, it prints the fields: what to write, who may read it, and which are
needed; and an example.
“annex help kinds” lists the kinds, “annex help annex.toml” explains what holds
for the whole site.`,
		RunE: func(command *cobra.Command, arguments []string) error {
			if explain(command.OutOrStdout(), strings.Join(arguments, " ")) {
				return nil
			}
			about, _, err := command.Root().Find(arguments)
			if err != nil || len(arguments) > 0 && about == command.Root() {
				return unknownSubject(strings.Join(arguments, " "))
			}
			return about.Help()
		},
	}
}

func unknownSubject(subject string) error {
	hint := "“annex help” lists the commands, “annex help kinds” the kinds"
	if near, ok := handbook.NearestKind(subject); ok {
		hint = "did you mean “annex help " + near + "”?"
	}
	return fmt.Errorf("no command and no kind of entry is called %q: %s", subject, hint)
}

// explain prints what an author has to know of a subject, and reports whether
// it is one.
func explain(out io.Writer, subject string) bool {
	switch subject {
	case "kinds":
		listKinds(out)
		return true
	case "annex.toml":
		fmt.Fprintln(out, "annex.toml says what holds for the whole site. Fields marked * are needed; in\nbrackets stands who may read them at most.")
		printFields(out, "", handbook.Settings())
		return true
	}
	kind, known := handbook.KindNamed(subject)
	if known {
		explainKind(out, kind)
	}
	return known
}

func listKinds(out io.Writer) {
	for i, chapter := range handbook.Chapters() {
		if i > 0 {
			fmt.Fprintln(out)
		}
		fmt.Fprintln(out, chapter.Label)
		for _, kind := range chapter.Kinds {
			fmt.Fprintf(out, "  %-14s %s\n", kind.Name, kind.Help)
		}
	}
}

func explainKind(out io.Writer, kind handbook.Kind) {
	fmt.Fprintf(out, "%s: %s\n", kind.Label, kind.Help)
	if len(kind.Fields) == 0 {
		fmt.Fprintln(out, "They ship with Annex: refer to them by their IDs.")
		printGiven(out, kind)
		return
	}
	fmt.Fprintf(out, "Written as %s", formOf(kind))
	if kind.Basis != "" {
		fmt.Fprintf(out, "; asked for by %s", kind.Basis)
	}
	fmt.Fprintln(out, ".\nFields marked * are needed; in brackets stands who may read them at most.")
	printFields(out, "", kind.Fields)
	fmt.Fprintf(out, "\nThe least that it needs:\n\n%s", indented(kind.Skeleton))
	if example := sampleOf(kind); example != "" {
		fmt.Fprintf(out, "\nOne of the sample:\n\n%s", indented(example))
	}
	printGiven(out, kind)
}

func formOf(kind handbook.Kind) string {
	if kind.Markdown {
		return "a Markdown file with front matter"
	}
	return "[[" + kind.Name + "]] in a register"
}

// sampleOf returns an entry of the sample.
func sampleOf(kind handbook.Kind) string {
	sample, _ := handbook.Load(content.Sample, handbook.Clock{})
	return sample.Example(kind.Name)
}

func printFields(out io.Writer, indent string, fields []handbook.Field) {
	for i, field := range fields {
		mark := " "
		if field.Must {
			mark = "*"
		}
		form := field.Form
		if field.Header != "" {
			form += " " + field.Header
		}
		fmt.Fprintf(out, "\n%s%s %s: %s (%s)\n%s    %s\n", indent, mark, field.Key, form, field.Readers, indent, field.Help)
		if field.Inverse != "" {
			fmt.Fprintf(out, "%s    There it is listed under “%s”.\n", indent, field.Inverse)
		}
		if field.Own {
			fmt.Fprintf(out, "%s    Of own entries alone: those that ship with Annex have it.\n", indent)
		}
		if i == 0 || !reflect.DeepEqual(field.Choices, fields[i-1].Choices) {
			printChoices(out, indent+"      ", field.Choices)
		}
		if i > 0 && len(field.Fields) > 0 && reflect.DeepEqual(field.Fields, fields[i-1].Fields) {
			fmt.Fprintf(out, "%s    It has the same fields as %s.\n", indent, fields[i-1].Header)
		} else {
			printFields(out, indent+"    ", field.Fields)
		}
	}
}

// printChoices tells what each choice means, and by which other words it is
// known.
func printChoices(out io.Writer, indent string, choices []handbook.Choice) {
	for _, choice := range choices {
		if choice.SaysItAll() {
			continue
		}
		fmt.Fprintf(out, "%s%s: %s", indent, choice.Word, cmp.Or(choice.Help, choice.Label))
		if len(choice.Synonyms) > 0 {
			fmt.Fprintf(out, " (or %s)", strings.Join(choice.Synonyms, ", "))
		}
		fmt.Fprintln(out)
	}
}

func printGiven(out io.Writer, kind handbook.Kind) {
	if len(kind.Given) == 0 {
		return
	}
	fmt.Fprintf(out, "\n%s that ship with Annex:\n\n", kind.Plural)
	for _, given := range kind.Given {
		fmt.Fprintf(out, "    %-8s %s\n", given.ID, given.Title)
	}
}

func indented(text string) string {
	var lines strings.Builder
	for line := range strings.Lines(text) {
		if line != "\n" {
			lines.WriteString("    ")
		}
		lines.WriteString(line)
	}
	return lines.String()
}
