// Package content carries the sample: the management system of a fictional
// company, which “annex new site --sample” writes out.
package content

import "embed"

// Sample is the content of the sample site.
//
//go:embed annex.toml logo.svg documents evidence public registers
var Sample embed.FS
