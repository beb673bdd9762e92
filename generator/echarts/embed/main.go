// Embed puts the files of ECharts into the folder that holds its pin, so that
// the next “go build” makes a program that carries them. It is for releases:
// “go generate ./themes” runs it.
package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/annex-isms/annex/generator/echarts"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: embed FOLDER")
		os.Exit(2)
	}
	if err := embed(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "embed:", err)
		os.Exit(1)
	}
}

func embed(folder string) error {
	source := echarts.Source{Embedded: os.DirFS(folder), Fetch: echarts.Pack}
	asset, err := source.Find(context.Background())
	if err != nil {
		return err
	}
	for _, file := range asset.Files {
		if err := os.WriteFile(filepath.Join(folder, file.Name), file.Data, 0o644); err != nil {
			return err
		}
	}
	return nil
}
