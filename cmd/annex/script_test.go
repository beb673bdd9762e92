package main

import (
	"archive/zip"
	"bytes"
	"os"
	"regexp"

	"github.com/rogpeppe/go-internal/testscript"
)

// commands are what scripts about bundles need, and not every system has.
var commands = map[string]func(ts *testscript.TestScript, negated bool, arguments []string){
	// unzip ZIP FOLDER
	"unzip": func(ts *testscript.TestScript, _ bool, arguments []string) {
		r, err := zip.OpenReader(ts.MkAbs(arguments[0]))
		ts.Check(err)
		defer r.Close()
		ts.Check(os.CopyFS(ts.MkAbs(arguments[1]), r))
	},
	// zip ZIP NAME makes a zip with one file of that name, whatever that is.
	"zip": func(ts *testscript.TestScript, _ bool, arguments []string) {
		var data bytes.Buffer
		w := zip.NewWriter(&data)
		_, err := w.Create(arguments[1])
		ts.Check(err)
		ts.Check(w.Close())
		ts.Check(os.WriteFile(ts.MkAbs(arguments[0]), data.Bytes(), 0o644))
	},
	// flip FILE flips the byte in the middle.
	"flip": func(ts *testscript.TestScript, _ bool, arguments []string) {
		data := []byte(ts.ReadFile(arguments[0]))
		data[len(data)/2] ^= 0xff
		ts.Check(os.WriteFile(ts.MkAbs(arguments[0]), data, 0o644))
	},
	// root sets $ROOT to the root hash that was printed last.
	"root": func(ts *testscript.TestScript, _ bool, _ []string) {
		match := regexp.MustCompile(`root hash ([0-9a-f]{64})`).FindStringSubmatch(ts.ReadFile("stdout"))
		if match == nil {
			ts.Fatalf("no root hash was printed")
		}
		ts.Setenv("ROOT", match[1])
	},
}
