package main

import (
	"os"
	"path/filepath"
	"sync"

	"github.com/spf13/cobra"

	"github.com/annex-isms/annex/generator"
	"github.com/annex-isms/annex/generator/echarts"
	"github.com/annex-isms/annex/themes"
)

// chartFlags are the flags of every command that makes pages.
type chartFlags struct{ none bool }

func (f *chartFlags) register(command *cobra.Command) {
	command.Flags().BoolVar(&f.none, "no-charts", false, "draw no charts: their sentences and tables stand alone")
}

// charts returns what draws charts; nil where nothing does.
func (f *chartFlags) charts() *generator.Charts {
	if f.none {
		return nil
	}
	return drawing()
}

// drawing returns what draws charts, the same each time. ECharts and drawings are
// kept in the user's cache; without one, they last as long as the program runs.
var drawing = sync.OnceValue(func() *generator.Charts {
	source := echarts.Source{Embedded: themes.ECharts(), Fetch: echarts.Pack}
	cache, err := os.UserCacheDir()
	if err != nil {
		return generator.NewCharts(source, "")
	}
	source.Cache = filepath.Join(cache, "annex")
	return generator.NewCharts(source, filepath.Join(source.Cache, "charts"))
})
