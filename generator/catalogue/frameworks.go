package catalogue

import (
	"embed"
	"strings"
	"sync"
)

// The frameworks that ship with Annex, a file each. They are registers as a site
// would write them; comments at their top tell where all of it comes from.
//
//go:embed frameworks/*.toml
var frameworks embed.FS

// Frameworks returns the names of the frameworks that ship with Annex, in the
// order of the alphabet.
var Frameworks = sync.OnceValue(func() []string {
	files, err := frameworks.ReadDir("frameworks")
	if err != nil {
		panic("catalogue: " + err.Error()) // the folder is embedded
	}
	var names []string
	for _, file := range files {
		names = append(names, strings.TrimSuffix(file.Name(), ".toml"))
	}
	return names
})

// Framework returns the register of the framework of that name: the framework
// itself, its items, and how controls are related to them.
func Framework(name string) string {
	text, err := frameworks.ReadFile("frameworks/" + name + ".toml")
	if err != nil {
		panic("catalogue: " + err.Error()) // callers ask for one of Frameworks
	}
	return string(text)
}
