package edition

import (
	"path"

	"github.com/annex-isms/annex/generator/colour"
	"github.com/annex-isms/annex/generator/view"
)

// brand returns how the organization shows itself: its logo and its accent.
func (p *projector) brand() view.Brand {
	o := p.Config.Organization.Row
	var brand view.Brand
	if file, found := p.Files[path.Clean(o.Logo.Value)]; found && o.Logo.IsSet() {
		brand.Logo = p.take(file)
	}
	if accent, ok := colour.Parse(o.Accent.Value); ok {
		palette := accent.Palette()
		brand.Accent = palette.Day.String()
		brand.AccentNight = palette.Night.String()
		brand.Wash = palette.DayWash.String()
		brand.WashNight = palette.NightWash.String()
	}
	return brand
}
