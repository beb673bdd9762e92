package check

import "path"

var missingLogo = Rule{
	Code: "missing-logo", Fixed: true, Basis: "practice",
	Doc: "the logo is a file of the content",
	Run: func(h *survey, report reporter) {
		o := h.Config.Organization.Row
		if o == nil || !o.Logo.IsSet() || h.Incomplete {
			return
		}
		if _, found := h.Files[path.Clean(o.Logo.Value)]; !found {
			report(nil, o.Logo.At, "no image “"+o.Logo.Value+"”", "put the file into the content; the path counts from annex.toml")
		}
	},
}
