package echarts

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"strings"
)

// largest is how many bytes a file of the package may have.
const largest = 16 << 20

// unpack returns the asset in the archive of the package, which has to be just
// the one that the pin names.
func (p Pin) unpack(archive []byte) (Asset, error) {
	if !p.Integrity.Matches(archive) {
		return Asset{}, fmt.Errorf("the archive is not that of %s: its digest differs", p.Release())
	}
	wanted := map[string]bool{}
	for _, file := range p.Files {
		wanted[file.Path] = true
	}
	unzipped, err := gzip.NewReader(bytes.NewReader(archive))
	if err != nil {
		return Asset{}, fmt.Errorf("unpacking %s: %w", p.Archive(), err)
	}
	files := map[string][]byte{}
	for reader := tar.NewReader(unzipped); len(files) < len(wanted); {
		header, err := reader.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return Asset{}, fmt.Errorf("unpacking %s: %w", p.Archive(), err)
		}
		name := strings.TrimPrefix(header.Name, "package/")
		if header.Typeflag != tar.TypeReg || !wanted[name] {
			continue
		}
		data, err := io.ReadAll(io.LimitReader(reader, largest))
		if err != nil {
			return Asset{}, fmt.Errorf("unpacking %s: %w", p.Archive(), err)
		}
		files[name] = data
	}
	asset, ok := p.gather(func(file PinFile) ([]byte, error) { return files[file.Path], nil })
	if !ok {
		return Asset{}, fmt.Errorf("unpacking %s: it does not hold the files that are wanted", p.Archive())
	}
	return asset, nil
}
