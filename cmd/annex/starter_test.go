package main

import (
	"io/fs"
	"testing"

	"github.com/BurntSushi/toml"

	"github.com/annex-isms/annex/generator/handbook"
)

// Whoever adds the first entry of a kind should not have to wonder why staff do
// not see it.
func TestStarterSaysWhoReadsEachKind(t *testing.T) {
	text, err := fs.ReadFile(starter("starter"), "annex.toml")
	if err != nil {
		t.Fatal(err)
	}
	var config struct{ Audience map[string]string }
	if err := toml.Unmarshal(text, &config); err != nil {
		t.Fatal(err)
	}
	for _, chapter := range handbook.Chapters() {
		for _, kind := range chapter.Kinds {
			if config.Audience[kind.Name] == "" {
				t.Errorf("annex.toml of a new site does not say who reads %s", kind.Plural)
			}
		}
	}
}
