//go:build browser

package browser

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"github.com/annex-isms/annex/content"
	"github.com/annex-isms/annex/generator"
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/echarts"
	"github.com/annex-isms/annex/generator/handbook"
	"github.com/annex-isms/annex/themes"
)

// The sample is built and served, and the browser started, once for all tests.
var (
	dist     string  // the folder of the three editions
	hosts    serving // where they are served
	chromium context.Context
)

func TestMain(m *testing.M) {
	status, err := run(m)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		status = 1
	}
	os.Exit(status)
}

func run(m *testing.M) (status int, err error) {
	dist, err = os.MkdirTemp("", "annex-browser-")
	if err != nil {
		return 1, err
	}
	defer os.RemoveAll(dist)
	options := sample()
	if options.Charts, err = withECharts(); err != nil {
		return 1, err
	}
	if _, found, err := generator.Build(options, dist); err != nil || found.HasErrors() {
		return 1, fmt.Errorf("building the sample: %s, %w", found.Summary(), err)
	}
	hosts, err = serve(dist)
	if err != nil {
		return 1, err
	}
	defer hosts.close()
	stop, err := startChromium(hosts)
	if err != nil {
		return 1, err
	}
	defer stop()
	return m.Run(), nil
}

// sample returns options that make every edition of the sample.
func sample() generator.Options {
	return generator.Options{
		Content:  content.Sample,
		Clock:    handbook.Clock{Now: time.Date(2026, 12, 24, 0, 0, 0, 0, time.UTC)},
		Editions: audience.Editions,
	}
}

// withECharts returns what draws charts. Here they have to be drawn: a machine
// without npm and a network fails.
func withECharts() (*generator.Charts, error) {
	source := echarts.Source{Embedded: themes.ECharts(), Fetch: echarts.Pack}
	if cache, err := os.UserCacheDir(); err == nil {
		source.Cache = filepath.Join(cache, "annex")
	}
	if _, err := source.Find(context.Background()); err != nil {
		return nil, fmt.Errorf("the browser tests need ECharts: %w", err)
	}
	return generator.NewCharts(source, ""), nil
}

// startChromium starts the browser. It reaches our own servers and nothing else,
// neither for a page nor for itself.
func startChromium(hosts serving) (stop func(), err error) {
	program, err := exec.LookPath("chromium")
	if err != nil {
		return nil, fmt.Errorf("the browser tests need Chromium: %w", err)
	}
	said, err := os.CreateTemp("", "annex-chromium-")
	if err != nil {
		return nil, err
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(program),
		chromedp.CombinedOutput(said),
		chromedp.DisableGPU,
		chromedp.IgnoreCertErrors,
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("host-resolver-rules", hosts.resolverRules()),
	)
	if os.Geteuid() == 0 {
		options = append(options, chromedp.NoSandbox) // which does not work for root
	}
	allocator, stopAllocator := chromedp.NewExecAllocator(context.Background(), options...)
	chromium, _ = chromedp.NewContext(allocator)
	stop = func() {
		// Asked to close, Chromium takes its files along; killed, it leaves them.
		inTime, late := context.WithTimeout(chromium, patience)
		defer late()
		_ = chromedp.Cancel(inTime)
		stopAllocator()
		_ = errors.Join(said.Close(), os.Remove(said.Name()))
	}
	if err := chromedp.Do(chromium); err != nil {
		output, _ := os.ReadFile(said.Name())
		stop()
		return nil, fmt.Errorf("starting Chromium: %w\n%s", err, output)
	}
	return stop, nil
}
