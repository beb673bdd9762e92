package script_test

import (
	"errors"
	"io/fs"
	"testing"
	"testing/fstest"

	"github.com/annex-isms/annex/generator/script"
)

func TestScriptIsPublishedInOnePiece(t *testing.T) {
	files := fstest.MapFS{
		"static/all.js":      {Data: []byte("// What is in parts.\n//= one.js\r\n//= more/two.js\n")},
		"static/one.js":      {Data: []byte("// The first.\nconst first = 1 // of two\n")},
		"static/more/two.js": {Data: []byte("console.log( first );\n//= three.js\n")},
		"static/lone.js":     {Data: []byte("// Alone.\nconst lone = 1;\n")},
		"static/new.js":      {Data: []byte("//= newer.js\n")},
		"static/newer.js":    {Data: []byte("const \u00a7 = 1;")},
		"static/broken.js":   {Data: []byte("//= missing.js\n")},
	}
	for name, want := range map[string]string{
		"static/all.js":  "const first=1;console.log(first)",
		"static/lone.js": "// Alone.\nconst lone = 1;\n",
		"static/new.js":  "const \u00a7 = 1;\n",
	} {
		if got, err := script.Read(files, name); err != nil || string(got) != want {
			t.Errorf("%s is %q (%v), want %q", name, got, err, want)
		}
	}
	if _, err := script.Read(files, "static/broken.js"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a missing part gives the error %v", err)
	}
}
