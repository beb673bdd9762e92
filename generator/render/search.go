package render

import "github.com/annex-isms/annex/search"

// searchIndex returns the files of the index in which the documents are found.
func searchIndex(documents []search.Document, o search.Options) []File {
	var files []File
	for _, file := range search.New(documents, o).Files() {
		files = append(files, File{Path: file.Path, Content: func() ([]byte, error) { return file.Content(), nil }})
	}
	return files
}
