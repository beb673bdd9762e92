package main

import (
	"embed"
	"io/fs"
)

//go:embed starter
var starterFiles embed.FS

// starter returns a lean site that checks clean: the configuration, three roles
// and an information security policy to rewrite.
func starter() fs.FS {
	files, err := fs.Sub(starterFiles, "starter")
	if err != nil {
		panic("annex: " + err.Error()) // only for an invalid name
	}
	return files
}
