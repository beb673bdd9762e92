package main

import (
	"embed"
	"io/fs"
)

//go:embed starter baseline
var beginnings embed.FS

// starter returns a lean site that checks clean: “starter” has the configuration,
// three roles and an information security policy to rewrite, “baseline” what an
// organization needs that wants the basics first.
func starter(name string) fs.FS {
	files, err := fs.Sub(beginnings, name)
	if err != nil {
		panic("annex: " + err.Error()) // only for an invalid name
	}
	return files
}
