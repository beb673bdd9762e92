package render

import (
	"fmt"

	"github.com/annex-isms/annex/generator/view"
)

// brandPath is where pages find the stylesheet with the organization's colours.
const brandPath = "static/brand.css"

// brand returns the stylesheet that puts the organization's accent in place of
// the theme's, which lies in a layer and so gives way. It is a file of its own,
// since pages must not hold styles.
func brand(b view.Brand) File {
	return File{Path: brandPath, Content: func() ([]byte, error) {
		if b.Accent == "" {
			return []byte("/* annex.toml names no accent: that of the theme holds. */\n"), nil
		}
		return fmt.Appendf(nil, `:root {
  --accent: light-dark(%s, %s);
  --accent-wash: light-dark(%s, %s);
}
`, b.Accent, b.AccentNight, b.Wash, b.WashNight), nil
	}}
}
