package search

import (
	"slices"
	"strings"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/registry"

	// The languages whose words Annex knows. Each registers its analyser and its
	// stop words with bleve; a further one is a further line.
	_ "github.com/blevesearch/bleve/v2/analysis/lang/da"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/de"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/en"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/es"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/fi"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/fr"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/it"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/nl"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/no"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/pt"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/sv"
)

// language is how words of a language are treated. One that bleve does not know
// has neither stop words nor stems: each form is a word of its own.
type language struct {
	analyzer analysis.Analyzer
	stop     []string // words that say nothing, sorted
	weak     string   // words that say little
}

// weakWords are those of which questions are made: “how long must we keep …”. They
// count for something, but need not match.
var weakWords = map[string]string{
	"en": `long many much often fast soon must may might shall can could would should allowed want wants need needs get gets got
		know knows tell tells show find ask asks happen happens mean means us please somebody someone something anybody anyone
		anything everybody nobody there way take takes place come comes go goes let make makes made use used like still ever
		actually exactly give say says see look looks new last next`,
	"de": `lange viele viel oft schnell bald darf dürfen dürfte soll sollen sollte kann können könnte möchte erlaubt brauche
		braucht brauchen bekomme bekommt bekommen weiß wissen sage sagt zeige zeigen finde finden frage fragen passiert bedeutet
		bitte jemand etwas jeder niemand gibt geben geht gehen macht machen nutzen neue neuer neues neuen letzte letzter nächste`,
	"fr": `longtemps combien souvent vite faut doit dois devons peut peux pouvons puis veux veut voudrais permis besoin obtenir
		sait savoir dire montrer trouver demander arrive signifie svp quelqu'un quelque personne rien chose donner voir faire fait
		utiliser nouveau nouvelle nouveaux dernier dernière prochain`,
}

// languageOf returns the language with that BCP 47 tag.
func languageOf(tag string) language {
	name, _, _ := strings.Cut(strings.ToLower(tag), "-")
	if name == "nb" || name == "nn" {
		name = "no"
	}
	known := registry.NewCache()
	analyzer, err := known.AnalyzerNamed(name)
	if err != nil {
		return language{}
	}
	l := language{analyzer: analyzer, weak: strings.Join(strings.Fields(weakWords[name]), " ")}
	if stop, err := known.TokenMapNamed("stop_" + name); err == nil {
		for word := range stop {
			l.stop = append(l.stop, strings.ReplaceAll(word, "’", "'"))
		}
		slices.Sort(l.stop)
		l.stop = slices.Compact(l.stop)
	}
	return l
}

// stem returns what the forms of a word have in common, and nothing for a stop
// word.
func (l language) stem(form string) string {
	if l.analyzer == nil {
		return form
	}
	switch tokens := l.analyzer.Analyze([]byte(form)); len(tokens) {
	case 0:
		return ""
	case 1:
		return string(tokens[0].Term)
	default:
		return form // the analyser cuts words elsewhere than we do
	}
}
