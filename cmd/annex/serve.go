package main

import (
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/annex-isms/annex/generator"
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/preview"
)

func serveCommand() *cobra.Command {
	var flags sourceFlags
	var drawn chartFlags
	var profile profileFlags
	edition, address, navigate := audience.StaffEdition.String(), "127.0.0.1:1313", false
	command := &cobra.Command{
		Use:   "serve [flags] [SOURCE]",
		Short: "Preview an edition while you write",
		Long: `Serve shows one edition of the content in SOURCE (by default “content”) in the
browser and makes it anew whenever you save. What is wrong with the content is
laid over the page, which keeps its last good state. The page offers the other
editions as well. It writes no files.`,
		Args: takes(0, 1),
		RunE: func(command *cobra.Command, arguments []string) error {
			return profile.around(func() error { return serve(command, folder(arguments), flags, drawn, edition, address, navigate) })
		},
	}
	flags.register(command)
	drawn.register(command)
	profile.register(command)
	command.Flags().StringVar(&edition, "edition", edition, "show this `edition` first: trust, staff or auditor")
	command.Flags().StringVar(&address, "addr", address, "listen on this `address`")
	command.Flags().BoolVar(&navigate, "navigate", false, "go to the page of the document that you save")
	return command
}

func serve(command *cobra.Command, source string, flags sourceFlags, drawn chartFlags, edition, address string, navigate bool) error {
	first, known := audience.ParseEdition(edition)
	if !known {
		return fmt.Errorf("no edition %q: the editions are trust, staff and auditor", edition)
	}
	if _, err := flags.options(source, nil); err != nil {
		return err
	}
	boundMemory(whileServing)
	d := &desk{flags: flags, charts: drawn.charts(), printer: newPrinter(command, source, flags.quiet), content: source, themes: filepath.Join(source, "..", "themes")}
	ctx, stop := signal.NotifyContext(command.Context(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	o := preview.Options{
		Address: address, Folders: []string{d.content, d.themes}, Editions: []string{first.String()},
		Log: func(line string) { d.printer.say("%s", line) }, Make: d.make,
	}
	for _, other := range audience.Editions {
		if other != first {
			o.Editions = append(o.Editions, other.String())
		}
	}
	if navigate {
		o.Page = d.page
	}
	err := preview.Serve(ctx, o)
	if errors.Is(err, syscall.EADDRINUSE) {
		return fmt.Errorf("%s is in use: choose another one with --addr, for instance --addr %s", address, freeAfter(address))
	}
	return err
}

// desk is where somebody writes: it makes the edition that the preview shows.
type desk struct {
	flags           sourceFlags
	charts          *generator.Charts
	printer         *printer
	content, themes string // folders

	edition string
	live    *generator.Live // of that edition
}

// make makes the edition. It is told the paths of what may have changed, nil where
// anything may have.
func (d *desk) make(edition string, changed []string) (preview.Site, error) {
	if d.live == nil || d.edition != edition {
		e, _ := audience.ParseEdition(edition)
		d.edition = edition
		d.live = generator.NewLive(generator.Options{Content: reopened(d.content), Themes: reopened(d.themes), Strict: d.flags.strict, Charts: d.charts}, e)
	}
	if changed == nil {
		d.live.AllChanged()
	}
	for _, path := range changed {
		if name, ok := nameIn(d.content, path); ok {
			d.live.ContentChanged(name)
		}
		if name, ok := nameIn(d.themes, path); ok {
			d.live.ThemesChanged(name)
		}
	}
	clock, err := d.flags.clock()
	if err != nil {
		return preview.Site{}, err
	}
	state, err := d.live.Make(clock)
	return d.site(state), err
}

// site returns the state as the preview knows it. Findings are printed once all
// of them are known.
func (d *desk) site(state generator.State) preview.Site {
	site := preview.Site{Find: state.Files, Found: state.Found}
	if settle := state.Settle; state.IsDraft() {
		site.Settle = func() preview.Site { return d.site(settle()) }
	} else if err := d.printer.findings(state.Found); err != nil {
		d.printer.say("%v", err)
	}
	return site
}

// page returns the page that a changed file of the content makes.
func (d *desk) page(_, changed string) string {
	name, ok := nameIn(d.content, changed)
	if !ok {
		return ""
	}
	return d.live.PageOf(name)
}

// nameIn returns the name of a path below a folder.
func nameIn(folder, path string) (string, bool) {
	name, err := filepath.Rel(folder, path)
	return filepath.ToSlash(name), err == nil && filepath.IsLocal(name)
}

// reopened is a folder that is opened anew for each file, for it may have been
// replaced.
type reopened string

func (folder reopened) Open(name string) (fs.File, error) {
	root, err := os.OpenRoot(string(folder))
	if err != nil {
		return nil, err
	}
	defer root.Close()
	return root.FS().Open(name)
}

func (folder reopened) Stat(name string) (fs.FileInfo, error) {
	root, err := os.OpenRoot(string(folder))
	if err != nil {
		return nil, err
	}
	defer root.Close()
	return fs.Stat(root.FS(), name)
}

// freeAfter returns an address beside one that is in use.
func freeAfter(address string) string {
	host, port, err := net.SplitHostPort(address)
	number, numberErr := strconv.Atoi(port)
	if err != nil || numberErr != nil {
		return "127.0.0.1:1314"
	}
	for next := range 20 {
		free := net.JoinHostPort(host, strconv.Itoa(number+1+next))
		if listener, err := net.Listen("tcp", free); err == nil {
			_ = listener.Close()
			return free
		}
	}
	return net.JoinHostPort(host, "0")
}
