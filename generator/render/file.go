package render

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/annex-isms/annex/generator/publish"
	"github.com/annex-isms/annex/generator/view"
)

// File is one file of a site; its content is made when it is asked for.
type File = publish.File

// embedded returns the files that texts show.
func embedded(files []view.File) []File {
	var copied []File
	for _, file := range files {
		copied = append(copied, File{Path: file.Path, Content: func() ([]byte, error) { return file.Data, nil }})
	}
	return copied
}

// twin returns index.json, the machine-readable twin of the pages.
func twin(data any) File { return jsonFile("index.json", data) }

func jsonFile(path string, data any) File {
	return File{Path: path, Content: func() ([]byte, error) {
		var text bytes.Buffer
		encoder := json.NewEncoder(&text)
		encoder.SetIndent("", "\t")
		if err := encoder.Encode(data); err != nil {
			return nil, fmt.Errorf("writing %s: %w", path, err)
		}
		return text.Bytes(), nil
	}}
}
