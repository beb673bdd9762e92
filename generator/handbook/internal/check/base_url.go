package check

import "net/url"

var baseURL = Rule{
	Code: "base-url", Fixed: true, Basis: "practice",
	Doc: "the base URL is the address of a site",
	Run: func(h *survey, report reporter) {
		if base := h.Config.BaseURL; base.IsSet() && !isSite(base.Value) {
			report(nil, base.At, "“"+base.Value+"” is no address of a site", "write it as https://trust.example.com/")
		}
	},
}

// isSite reports whether the address can stand before the paths of pages.
func isSite(address string) bool {
	u, err := url.Parse(address)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Hostname() != "" &&
		u.User == nil && u.RawQuery == "" && !u.ForceQuery && u.Fragment == ""
}
