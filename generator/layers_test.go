package generator_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/annex-isms/annex/"

// layers says which packages of Annex each of them may import. An arrow that is
// missing here is a decision to be made, not a line to be added in passing.
var layers = map[string][]string{
	"content":                               nil,
	"themes":                                nil,
	"search":                                nil,
	"search/corpus":                         {"search"},                     // for tests only
	"search/twin":                           {"generator/script", "search"}, // for tests only
	"generator/audience":                    nil,
	"generator/source":                      nil,
	"generator/view":                        nil,
	"generator/words":                       nil,
	"generator/catalogue":                   nil,
	"generator/colour":                      nil,
	"generator/metadata":                    {"generator/unpack"},
	"generator/metadata/metadatatest":       nil, // tests only
	"generator/unpack":                      nil,
	"generator/hostile":                     {"themes"}, // tests only
	"generator/gate":                        {"generator/finding", "generator/source", "generator/unpack"},
	"generator/publish":                     nil,
	"generator/parallel":                    nil,
	"generator/script":                      nil,
	"generator/mirror":                      nil,
	"generator/largesite":                   nil, // tests only
	"generator/bundle":                      {"generator/publish"},
	"generator/finding":                     {"generator/source"},
	"generator/markdown":                    {"generator/audience", "generator/finding", "generator/view"},
	"generator/handbook/internal/tomlindex": nil,
	"generator/handbook/reference":          nil, // tests only
	"generator/handbook/internal/record":    {"generator/audience", "generator/catalogue", "generator/markdown", "generator/parallel", "generator/source"},
	"generator/handbook/internal/load": {"generator/audience", "generator/finding", "generator/handbook/internal/record",
		"generator/handbook/internal/tomlindex", "generator/markdown", "generator/parallel", "generator/source"},
	"generator/handbook/internal/check": {"generator/audience", "generator/colour", "generator/finding",
		"generator/handbook/internal/load", "generator/handbook/internal/record", "generator/markdown", "generator/metadata", "generator/source"},
	"generator/handbook/internal/edition": {"generator/audience", "generator/colour", "generator/finding", "generator/handbook/internal/check",
		"generator/handbook/internal/record", "generator/markdown", "generator/metadata", "generator/parallel", "generator/source", "generator/view", "generator/words"},
	"generator/handbook/internal/withheld": {"generator/audience", "generator/gate", "generator/handbook/internal/record", "generator/markdown",
		"generator/source"},
	"generator/handbook": {"generator/audience", "generator/finding", "generator/gate", "generator/handbook/internal/check",
		"generator/handbook/internal/edition", "generator/handbook/internal/load", "generator/handbook/internal/record", "generator/handbook/internal/withheld",
		"generator/source", "generator/view", "generator/words"},
	"generator/chart":         {"generator/view"},
	"generator/echarts":       nil,
	"generator/echarts/embed": {"generator/echarts"},
	"generator/render":        {"generator/chart", "generator/metadata", "generator/parallel", "generator/publish", "generator/script", "generator/view", "generator/words", "search"},
	"generator/preview":       {"generator/finding", "generator/publish"},
	"generator/browser":       nil, // tests only
	"generator": {"generator/audience", "generator/bundle", "generator/chart", "generator/echarts", "generator/finding", "generator/gate", "generator/handbook",
		"generator/mirror", "generator/publish", "generator/render", "generator/view", "search", "themes"},
	"cmd/annex": {"content", "generator", "generator/audience", "generator/bundle", "generator/echarts", "generator/finding", "generator/handbook",
		"generator/preview", "search", "themes"},
}

func TestPackagesImportOnlyWhatTheirLayerMay(t *testing.T) {
	imports := importsOf(t)
	for _, fault := range layerFaults(imports, layers) {
		t.Error(fault)
	}
	for folder := range layers {
		if imports[folder] == nil {
			t.Errorf("there is no package %s", folder)
		}
	}
}

// layerFaults says which packages import what they may not.
func layerFaults(imports, layers map[string][]string) []string {
	var faults []string
	for folder, all := range imports {
		allowed, known := layers[folder]
		if !known {
			faults = append(faults, "package "+folder+" has no layer")
		}
		for _, imported := range all {
			if imported != "" && !slices.Contains(allowed, imported) {
				faults = append(faults, folder+" imports "+imported+", which its layer may not")
			}
		}
	}
	return faults
}

// Outside of the wall only what drives the whole program can so much as ask for
// an edition; whoever renders, searches, bundles or publishes is given views.
func TestOnlyTheDriverReachesTheHandbook(t *testing.T) {
	drivers := []string{"generator", "cmd/annex"}
	for _, fault := range wallFaults(importsOf(t), drivers) {
		t.Error(fault)
	}
}

const wall = "generator/handbook"

// wallFaults says which packages outside of the wall lead into it, be it by way
// of others, and are no drivers.
func wallFaults(imports map[string][]string, drivers []string) []string {
	var faults []string
	for folder := range imports {
		if folder == wall || strings.HasPrefix(folder, wall+"/") || slices.Contains(drivers, folder) {
			continue
		}
		if reaches(imports, folder, map[string]bool{}) {
			faults = append(faults, folder+" reaches the handbook")
		}
	}
	return faults
}

func reaches(imports map[string][]string, folder string, seen map[string]bool) bool {
	if folder == wall || strings.HasPrefix(folder, wall+"/") {
		return true
	}
	if seen[folder] {
		return false
	}
	seen[folder] = true
	return slices.ContainsFunc(imports[folder], func(imported string) bool { return reaches(imports, imported, seen) })
}

func TestImportsThatGoRoundTheWallAreNoticed(t *testing.T) {
	bad := map[string][]string{
		"generator":                          {wall, "generator/render"},
		"generator/render":                   {"generator/view", "generator/helper"},
		"generator/helper":                   {"generator/handbook/internal/record"},
		"generator/view":                     {"generator/render"},
		"generator/handbook":                 {"generator/handbook/internal/record"},
		"generator/handbook/internal/record": nil,
	}
	faults := wallFaults(bad, []string{"generator"})
	slices.Sort(faults)
	want := []string{"generator/helper reaches the handbook", "generator/render reaches the handbook", "generator/view reaches the handbook"}
	if !slices.Equal(faults, want) {
		t.Errorf("got %q, want %q", faults, want)
	}
	if faults := layerFaults(bad, map[string][]string{"generator": {wall}}); len(faults) < 6 {
		t.Errorf("imports against the layers give only %q", faults)
	}
}

// importsOf returns which packages of Annex each of them imports, tests apart.
func importsOf(t *testing.T) map[string][]string {
	t.Helper()
	root := os.DirFS("..")
	imports := map[string][]string{}
	err := fs.WalkDir(root, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
			return err
		}
		text, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, text, parser.ImportsOnly)
		if err != nil {
			return err
		}
		folder := path.Dir(name)
		imports[folder] = append(imports[folder], "")
		for _, spec := range file.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			if own, ok := strings.CutPrefix(imported, module); ok {
				imports[folder] = append(imports[folder], own)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return imports
}
