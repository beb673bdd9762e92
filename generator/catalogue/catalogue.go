// Package catalogue carries what ISO/IEC 27001:2022 is made of: the numbers
// and short titles of its clauses and of the controls of Annex A, with the
// attributes of ISO/IEC 27002:2022. The data files beside this one name their
// sources; they hold no requirement text.
package catalogue

import (
	_ "embed"
	"sync"

	"github.com/BurntSushi/toml"
)

//go:embed iso27001-2022-annex-a.toml
var annexA string

//go:embed iso27001-2022-clauses.toml
var clauses string

// Control is a control of Annex A. Its attributes are in the standard's words.
type Control struct {
	ID           string   `toml:"id"`
	Title        string   `toml:"title"`
	Theme        string   `toml:"theme"`
	ControlType  []string `toml:"control_type"`
	Properties   []string `toml:"properties"`
	Concepts     []string `toml:"cybersecurity_concepts"`
	Capabilities []string `toml:"operational_capabilities"`
	Domains      []string `toml:"security_domains"`
	Edition2013  []string `toml:"iso27001_2013"` // the controls of the 2013 edition that it came from
}

// Clause is a clause or sub-clause of the standard.
type Clause struct {
	ID                    string   `toml:"id"`
	Title                 string   `toml:"title"`
	Parent                string   `toml:"parent"`                 // empty for clauses 4 to 10
	DocumentedInformation []string `toml:"documented_information"` // what must be in writing
	Note                  string   `toml:"note"`
}

// AnnexA returns the 93 controls of Annex A in the standard's order.
var AnnexA = sync.OnceValue(func() []Control {
	var file struct {
		Labels   map[string]string `toml:"labels"`
		Controls []Control         `toml:"control"`
	}
	mustDecode(annexA, &file)
	for i := range file.Controls {
		c := &file.Controls[i]
		for _, words := range [][]string{c.ControlType, c.Properties, c.Concepts, c.Capabilities, c.Domains} {
			for j, word := range words {
				words[j] = file.Labels[word]
			}
		}
	}
	return file.Controls
})

// Clauses returns the 41 clauses and sub-clauses in the standard's order.
var Clauses = sync.OnceValue(func() []Clause {
	var file struct {
		Clauses []Clause `toml:"clause"`
	}
	mustDecode(clauses, &file)
	return file.Clauses
})

// mustDecode panics on data that does not decode: it is embedded and tested.
func mustDecode(data string, into any) {
	if _, err := toml.Decode(data, into); err != nil {
		panic("catalogue: " + err.Error())
	}
}
