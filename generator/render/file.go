package render

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/annex-isms/annex/generator/metadata"
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

// bare removes the metadata of a theme's images, as is done with the content's.
func bare(files []File) {
	for i, file := range files {
		files[i].Content = func() ([]byte, error) {
			data, err := file.Content()
			if err != nil {
				return nil, err
			}
			if data, err = metadata.Strip(file.Path, data); err != nil {
				return nil, fmt.Errorf("removing the metadata of %s: %w", file.Path, err)
			}
			return data, nil
		}
	}
}

// twin returns index.json, the machine-readable twin of the pages.
func twin(data func() any) File { return jsonFile(twinPath, data) }

func jsonFile(path string, data func() any) File {
	return File{Path: path, Content: func() ([]byte, error) {
		var text bytes.Buffer
		encoder := json.NewEncoder(&text)
		encoder.SetIndent("", "\t")
		if err := encoder.Encode(data()); err != nil {
			return nil, fmt.Errorf("writing %s: %w", path, err)
		}
		return text.Bytes(), nil
	}}
}
