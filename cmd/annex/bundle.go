package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/annex-isms/annex/generator"
	"github.com/annex-isms/annex/generator/audience"
)

func bundleCommand() *cobra.Command {
	var flags sourceFlags
	var drawn chartFlags
	edition, out := audience.AuditorEdition.String(), ""
	command := &cobra.Command{
		Use:   "bundle [flags] [SOURCE]",
		Short: "Pack an edition into a zip that can be verified",
		Long: `Bundle compiles the content in SOURCE (by default “content”) and packs one edition
into a zip: the site, a cover page to start from, a manifest, and the hashes of
all files. The same content, day, revision and version of Annex give the same
bytes.

It prints the root hash, which stands for every byte of the site. Send it by
another way than the zip: who has it can check with “annex verify --root” that
nothing was changed on the way.

Findings of level error stop it.`,
		Args: takes(0, 1),
		RunE: func(command *cobra.Command, arguments []string) error {
			began := time.Now()
			boundMemory(whileBuilding)
			e, known := audience.ParseEdition(edition)
			if !known {
				return fmt.Errorf("no edition %q: the editions are trust, staff and auditor", edition)
			}
			source := folder(arguments)
			options, err := flags.options(source, nil)
			if err != nil {
				return err
			}
			options.Charts = drawn.charts()
			if err := checkZipName(out, source); err != nil {
				return err
			}
			origin := generator.Origin{Annex: version()}
			origin.Revision, origin.Modified = contentRevision(command.Context(), source)

			p := newPrinter(command, source, flags.quiet)
			p.discreet = e == audience.TrustEdition && !p.terminal
			b, found, err := generator.Bundle(options, e, origin)
			if err := p.outcome(found, err, "Nothing was bundled"); err != nil {
				return err
			}
			if out == "" {
				out = filepath.Join("dist", b.Manifest.Name()+".zip")
			}
			size, err := b.Save(out)
			if err != nil {
				return err
			}
			p.result("%s  %s, %s", filepath.ToSlash(out), megabytes(size), pages(b.Manifest.Pages()))
			p.result("root hash %s", b.Manifest.Root)
			p.say("Bundled in %.1f s: %s.", time.Since(began).Seconds(), found.Summary())
			return nil
		},
	}
	flags.register(command)
	drawn.register(command)
	command.Flags().StringVar(&edition, "edition", edition, "pack this `edition`: trust, staff or auditor")
	command.Flags().StringVarP(&out, "out", "o", out, "write this `file` (default dist/ORGANIZATION-EDITION-DATE.zip)")
	return command
}

// checkZipName refuses files that nobody would give up for a bundle: those that
// are no zip, and those within the content.
func checkZipName(out, source string) error {
	switch {
	case out == "":
		return nil
	case !strings.EqualFold(filepath.Ext(out), ".zip"):
		return fmt.Errorf("--out %s: a bundle is a zip, so call it %s", out, strings.TrimSuffix(out, filepath.Ext(out))+".zip")
	}
	return refuseInside(out, source)
}

// errDiscreet stands for an error whose text may name what is not public.
var errDiscreet = errors.New("the build failed; why is told on a terminal only, since the reason may name what is not public")

// megabytes returns a size as people compare sizes.
func megabytes(bytes int64) string {
	const kilo, mega = 1e3, 1e6
	if bytes < mega {
		return fmt.Sprintf("%.0f kB", float64(bytes)/kilo)
	}
	return fmt.Sprintf("%.1f MB", float64(bytes)/mega)
}
