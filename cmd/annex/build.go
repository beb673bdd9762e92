package main

import (
	"fmt"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"github.com/annex-isms/annex/generator"
	"github.com/annex-isms/annex/generator/audience"
)

func buildCommand() *cobra.Command {
	var flags sourceFlags
	var drawn chartFlags
	var profile profileFlags
	editions := editionFlag(audience.Editions)
	out, timings := "dist", false
	command := &cobra.Command{
		Use:   "build [flags] [SOURCE]",
		Short: "Write the editions to dist",
		Long: `Build compiles the content in SOURCE (by default “content”) and writes each
edition to a folder of its own: dist/trust, dist/staff, dist/auditor. An edition
is replaced as a whole or not at all. Findings of level error stop the build.`,
		Args: takes(0, 1),
		RunE: func(command *cobra.Command, arguments []string) error {
			return profile.around(func() error {
				return build(command, folder(arguments), flags, drawn, editions, out, timings)
			})
		},
	}
	flags.register(command)
	drawn.register(command)
	profile.register(command)
	command.Flags().Var(&editions, "edition", "build these `editions` only: trust, staff, auditor")
	command.Flags().BoolVar(&timings, "timings", false, "say how long each stage took")
	command.Flags().StringVarP(&out, "out", "o", out, "write to this `folder`")
	return command
}

func build(command *cobra.Command, source string, flags sourceFlags, drawn chartFlags, editions []audience.Edition, out string, timings bool) error {
	began := time.Now()
	boundMemory(whileBuilding)
	options, err := flags.options(source, editions)
	if err != nil {
		return err
	}
	options.Charts = drawn.charts()
	if err := refuseInside(out, source); err != nil {
		return err
	}
	p := newPrinter(command, source, flags.quiet)
	p.discreet = isPublicOnly(editions) && !p.terminal
	measured := newStages(p.progress())
	options.Stage, options.Step = measured.begin, measured.step
	sites, found, err := generator.Build(options, out)
	measured.end()
	if timings {
		defer measured.table(p.err)
	}
	if err := p.outcome(found, err, "Nothing was published"); err != nil {
		return err
	}
	for _, site := range sites {
		p.result("%-14s %s", filepath.ToSlash(filepath.Join(out, site.Name)), pages(site.Pages()))
	}
	p.say("Built in %.1f s: %s.", time.Since(began).Seconds(), found.Summary())
	return nil
}

// isPublicOnly reports whether the trust edition alone is built, as on a public
// host whose logs others keep.
func isPublicOnly(editions []audience.Edition) bool {
	return len(editions) == 1 && editions[0] == audience.TrustEdition
}

func pages(count int) string {
	if count == 1 {
		return "1 page"
	}
	return fmt.Sprintf("%d pages", count)
}

// refuseInside keeps editions out of the content, which would read them as
// content the next time.
func refuseInside(out, source string) error {
	absoluteOut, err := filepath.Abs(out)
	if err != nil {
		return fmt.Errorf("finding %s: %w", out, err)
	}
	absoluteSource, err := filepath.Abs(source)
	if err != nil {
		return fmt.Errorf("finding %s: %w", source, err)
	}
	relative, err := filepath.Rel(absoluteSource, absoluteOut)
	if err == nil && filepath.IsLocal(relative) {
		return fmt.Errorf("--out %s lies inside the content %s: choose a folder beside it", out, source)
	}
	return nil
}
