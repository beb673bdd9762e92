// Package metadata removes from images what their readers do not see: where and
// when a photograph was taken, who drew a diagram and in which folder it lay,
// earlier versions behind the end of the picture. What stays is what is shown:
// the pixels to the letter, for nothing is compressed anew, their colours, and
// which way up they are.
//
// It works by copying in: a part of a file that is not known to be needed for
// showing the picture is left out. What hides within the pixels themselves is
// beyond it.
package metadata

import (
	"errors"
	"path"
	"slices"
	"strings"
)

// Strip returns the image without its metadata, and any other file as it is.
// The name tells what it is. The same pixels with other metadata give the same
// bytes, and an image that has been stripped stays as it is. A file that
// is not whole, or not what its name says, is an error.
func Strip(name string, data []byte) ([]byte, error) {
	switch strings.ToLower(path.Ext(name)) {
	case ".jpg", ".jpeg":
		return stripJPEG(data)
	case ".png":
		return stripPNG(data)
	case ".gif":
		return stripGIF(data)
	case ".webp":
		return stripWebP(data)
	case ".svg":
		return stripSVG(data)
	}
	return slices.Clone(data), nil
}

var (
	errShort   = errors.New("the image ends too early")
	errDamaged = errors.New("the image is damaged")
)
