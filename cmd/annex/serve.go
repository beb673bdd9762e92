package main

import (
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/annex-isms/annex/generator"
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/preview"
)

func serveCommand() *cobra.Command {
	var flags sourceFlags
	var drawn chartFlags
	edition, address := audience.StaffEdition.String(), "127.0.0.1:1313"
	command := &cobra.Command{
		Use:   "serve [flags] [SOURCE]",
		Short: "Preview an edition while you write",
		Long: `Serve shows one edition of the content in SOURCE (by default “content”) in the
browser and makes it anew whenever you save. What is wrong with the content is
laid over the page, which keeps its last good state. It writes no files.`,
		Args: takes(0, 1),
		RunE: func(command *cobra.Command, arguments []string) error {
			e, known := audience.ParseEdition(edition)
			if !known {
				return fmt.Errorf("no edition %q: the editions are trust, staff and auditor", edition)
			}
			source := folder(arguments)
			editions := []audience.Edition{e}
			if _, err := flags.options(source, editions); err != nil {
				return err
			}
			p := newPrinter(command, source, flags.quiet)
			ctx, stop := signal.NotifyContext(command.Context(), os.Interrupt, syscall.SIGTERM)
			defer stop()
			err := preview.Serve(ctx, preview.Options{
				Address: address,
				Folders: []string{source, filepath.Join(source, "..", "themes")},
				Log:     func(line string) { p.say("%s", line) },
				Make: func() (preview.Site, error) {
					// Opened anew each time, for the folders may have been replaced.
					options, err := flags.options(source, editions)
					if err != nil {
						return preview.Site{}, err
					}
					options.Charts = drawn.charts()
					sites, found, err := generator.Make(options)
					if printErr := p.findings(found); err == nil {
						err = printErr
					}
					if len(sites) == 0 {
						return preview.Site{Found: found}, err
					}
					return preview.Site{Files: sites[0].Files, Found: found}, err
				},
			})
			if errors.Is(err, syscall.EADDRINUSE) {
				return fmt.Errorf("%s is in use: choose another one with --addr, for instance --addr 127.0.0.1:1314", address)
			}
			return err
		},
	}
	flags.register(command)
	drawn.register(command)
	command.Flags().StringVar(&edition, "edition", edition, "show this `edition`: trust, staff or auditor")
	command.Flags().StringVar(&address, "addr", address, "listen on this `address`")
	return command
}
