// Package echarts gets Apache ECharts, which draws the charts and is never part
// of the repository: from the files that a release of Annex carries, from the
// user's cache, or once from npm. Whatever it gets has the digests that the pin
// beside the themes states, or is not taken.
package echarts

import (
	"crypto/sha512"
	"crypto/subtle"
	"encoding/base64"
	"fmt"
	"io/fs"
	"path"

	"github.com/BurntSushi/toml"
)

// Pin says which ECharts is taken.
type Pin struct {
	Name      string    `toml:"name"`
	Version   string    `toml:"version"`
	Integrity Integrity `toml:"integrity"` // of the package, as the npm registry states it
	Files     []PinFile `toml:"file"`
}

// PinFile is a file of the package that is taken out of it.
type PinFile struct {
	Path      string    `toml:"path"`
	Integrity Integrity `toml:"integrity"`
}

// Integrity is a digest in the form of npm: “sha512-” and base64.
type Integrity string

// Matches reports whether the data have the digest.
func (i Integrity) Matches(data []byte) bool {
	digest := sha512.Sum512(data)
	want := "sha512-" + base64.StdEncoding.EncodeToString(digest[:])
	return subtle.ConstantTimeCompare([]byte(i), []byte(want)) == 1
}

// pinName is the file that holds the pin.
const pinName = "echarts.toml"

// ReadPin reads the pin in a folder of the themes.
func ReadPin(folder fs.FS) (Pin, error) {
	var pin Pin
	if _, err := toml.DecodeFS(folder, pinName, &pin); err != nil {
		return Pin{}, fmt.Errorf("reading which ECharts to take: %w", err)
	}
	return pin, nil
}

// Release names the package and its version, as npm knows it.
func (p Pin) Release() string { return p.Name + "@" + p.Version }

// String names the package down to its last bit: its release and its digest.
func (p Pin) String() string { return p.Release() + " " + string(p.Integrity) }

// Archive is what npm calls the file that holds the package.
func (p Pin) Archive() string { return p.Name + "-" + p.Version + ".tgz" }

// Asset is an ECharts: the files that pages load, and the licences that go with
// them.
type Asset struct {
	Pin   Pin
	Files []File
}

// File is a file of ECharts.
type File struct {
	Name string // "echarts.min.js"
	Data []byte
}

// Script returns what draws the charts.
func (a Asset) Script() []byte {
	for _, file := range a.Files {
		if path.Ext(file.Name) == ".js" {
			return file.Data
		}
	}
	return nil
}

// gather returns the asset, each file as read returns it; false where one is
// missing or is not what the pin says.
func (p Pin) gather(read func(PinFile) ([]byte, error)) (Asset, bool) {
	asset := Asset{Pin: p}
	for _, file := range p.Files {
		data, err := read(file)
		if err != nil || !file.Integrity.Matches(data) {
			return Asset{}, false
		}
		asset.Files = append(asset.Files, File{Name: path.Base(file.Path), Data: data})
	}
	return asset, len(asset.Files) > 0
}
