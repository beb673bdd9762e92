package load

import (
	"bytes"
	"fmt"
	"image"
	"net/http"
	"path"
	"strings"
	"unicode"

	// The types of images whose size is looked at.
	_ "image/gif"
	_ "image/jpeg"
	_ "image/png"

	_ "golang.org/x/image/webp"
)

// imageTypes are the images that pages may show, with the type that their
// bytes must have.
var imageTypes = map[string]string{
	".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".gif": "image/gif", ".webp": "image/webp",
}

// IsImage reports whether a file is an image that pages may show, by its name.
func IsImage(name string) bool {
	extension := strings.ToLower(path.Ext(name))
	return extension == ".svg" || imageTypes[extension] != ""
}

// mostPixels is how many pixels an image can have: a file of some kilobytes may
// unpack to more than a reader's computer holds.
const mostPixels = 100_000_000

// namedForAll reports whether every system can store a file of that name, and
// shows it as it is: an edition carries the image under it.
func namedForAll(name string) bool {
	forbidden := func(r rune) bool {
		return unicode.IsControl(r) || isControl(r) || strings.ContainsRune(`<>:"|?*\`, r)
	}
	return !strings.ContainsFunc(path.Base(name), forbidden) && !devices.MatchString(path.Base(name))
}

// imageFault returns why a page must not show the image, or nothing.
func imageFault(name string, data []byte) string {
	extension := strings.ToLower(path.Ext(name))
	if extension == ".svg" {
		return svgFault(data)
	}
	want, known := imageTypes[extension]
	switch {
	case !known:
		return "“" + path.Base(name) + "” is no image that a page can show"
	case http.DetectContentType(data) != want:
		return "“" + path.Base(name) + "” does not hold what its name says"
	}
	size, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err == nil && size.Width*size.Height > mostPixels {
		return fmt.Sprintf("“%s” has %d × %d pixels, more than many a computer can show", path.Base(name), size.Width, size.Height)
	}
	return ""
}
