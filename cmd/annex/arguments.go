package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"
)

// takes returns what sees to it that a command is given that many arguments.
func takes(least, most int) cobra.PositionalArgs {
	return func(command *cobra.Command, arguments []string) error {
		if n := len(arguments); n < least || n > most {
			return errors.New("write it as: " + command.UseLine())
		}
		return nil
	}
}

// takesCommands sees to it that what follows a command is one of its commands.
func takesCommands(command *cobra.Command, arguments []string) error {
	if len(arguments) == 0 {
		return nil
	}
	command.SuggestionsMinimumDistance = 2
	if near := command.SuggestionsFor(arguments[0]); len(near) > 0 {
		return fmt.Errorf("no command is called %q: did you mean “annex %s”?", arguments[0], near[0])
	}
	return fmt.Errorf("no command is called %q: “annex help” lists the commands", arguments[0])
}
