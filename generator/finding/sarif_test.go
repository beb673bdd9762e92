package finding

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"

	"github.com/annex-isms/annex/generator/source"
)

var sarifHow = Writing{Folder: "content", Version: "1.2.3", Rules: []RuleInfo{
	{Code: "dead-link", Doc: "every link leads to a page"},
	{Code: "review-overdue", Doc: "what has a next review is reviewed by then", Basis: "7.5.2", Level: Warning},
	{Code: "unknown-entry", Doc: "every entry that is named exists", Subject: "Home and away"},
}}

func TestSARIFFulfilsItsSchema(t *testing.T) {
	for name, l := range map[string]List{"three findings": three, "nothing": nil, "a waiver": withWaived} {
		text := written(t, l, SARIF, sarifHow)
		// The library drops what it does not know, so that we look for that first.
		strict := json.NewDecoder(strings.NewReader(text))
		strict.DisallowUnknownFields()
		if err := strict.Decode(new(sarif.Report)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		report, err := sarif.FromString(text)
		if err != nil {
			t.Fatal(err)
		}
		// Left out they have these values by default, but the library makes
		// them empty, which is not allowed.
		for _, run := range report.Runs {
			run.Language, run.NewlineSequences = "en-US", []string{"\n"}
			run.Tool.Driver.Language, run.Tool.Driver.Contents = "en-US", []string{"localizedData"}
		}
		if err := report.Validate(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestSARIFHoldsPlacesAndTheRulesThatAreUsed(t *testing.T) {
	compare(t, written(t, List{unknownEntry}, SARIF, sarifHow), `{
	"$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
	"version": "2.1.0",
	"runs": [
		{
			"tool": {
				"driver": {
					"name": "Annex",
					"version": "1.2.3",
					"informationUri": "https://github.com/annex-isms/annex",
					"rules": [
						{
							"id": "unknown-entry",
							"shortDescription": {
								"text": "every entry that is named exists"
							},
							"fullDescription": {
								"text": "every entry that is named exists"
							},
							"help": {
								"text": "every entry that is named exists"
							},
							"helpUri": "https://github.com/annex-isms/annex/blob/main/generator/handbook/reference/rules.md#home-and-away"
						}
					]
				}
			},
			"columnKind": "unicodeCodePoints",
			"results": [
				{
					"ruleId": "unknown-entry",
					"ruleIndex": 0,
					"level": "error",
					"message": {
						"text": "no control A.8.99\ndid you mean A.8.9?"
					},
					"locations": [
						{
							"physicalLocation": {
								"artifactLocation": {
									"uri": "content/risks.toml"
								},
								"region": {
									"startLine": 14,
									"startColumn": 22,
									"endLine": 14,
									"endColumn": 30
								}
							}
						}
					]
				}
			]
		}
	]
}
`)
}

func TestSARIFResultPointsToItsRule(t *testing.T) {
	run := sarifOf(t, append(List{unknownEntry}, three...))
	if rules := run.Tool.Driver.Rules; len(rules) != 3 {
		t.Fatalf("got rules %+v, want each once", rules)
	}
	for i, result := range run.Results {
		if rule := run.Tool.Driver.Rules[result.RuleIndex]; rule.ID != result.RuleID {
			t.Errorf("result %d is %s but points to %s", i, result.RuleID, rule.ID)
		}
	}
}

func TestSARIFResultHasALevelAFileAndALine(t *testing.T) {
	results := sarifOf(t, three).Results
	for i, level := range []string{"error", "warning", "note"} {
		if results[i].Level != level {
			t.Errorf("result %d has level %s, want %s", i, results[i].Level, level)
		}
	}
	first := sarifRegion{StartLine: 1}
	if whole := results[1].Locations[0].PhysicalLocation; whole.Region != first || whole.ArtifactLocation.URI != "content/a%20b/x.toml" {
		t.Errorf("a finding on a file stands at %+v", whole)
	}
	if site := results[2].Locations[0].PhysicalLocation; site.Region != first || site.ArtifactLocation.URI != "content/annex.toml" {
		t.Errorf("a finding on the site stands at %+v", site)
	}
}

func TestSARIFSuppressesWhatIsWaived(t *testing.T) {
	results := sarifOf(t, withWaived).Results
	if got := results[0].Suppressions; len(got) != 1 || got[0].Status != "accepted" ||
		got[0].Justification != "The merger changes it all. (WVR-01, approved by Managing Director, until 2027-03-31)" {
		t.Errorf("the waived finding has the suppressions %+v", got)
	}
	// Where one result says something of it, all have to.
	if got := results[1].Suppressions; got == nil || len(got) > 0 {
		t.Errorf("the other has %#v, want an empty list", got)
	}
	if got := sarifOf(t, three).Results[0].Suppressions; got != nil {
		t.Errorf("where nothing is waived, a finding has %#v", got)
	}
}

func TestSARIFTellsWhatARuleRestsOn(t *testing.T) {
	rule := sarifOf(t, withWaived).Tool.Driver.Rules[1]
	if rule.ID != "review-overdue" || rule.Default.Level != "warning" || rule.Properties.Basis != "7.5.2" {
		t.Errorf("got %+v", rule)
	}
}

func TestSARIFNamesFilesByAddress(t *testing.T) {
	for file, want := range map[string]string{
		"content/risks.toml": "content/risks.toml",
		"a b/100%?#[x].toml": "a%20b/100%25%3F%23%5Bx%5D.toml",
		"a:b.toml":           "./a:b.toml",
		"../ü/漢.md":          "../%C3%BC/%E6%BC%A2.md",
	} {
		if got := sarifURI(file); got != want {
			t.Errorf("%s has the address %s, want %s", file, got, want)
		}
	}
	absolute := Writing{Folder: t.TempDir()}.place(source.Span{File: risks}).file
	if got := sarifURI(absolute); !strings.HasPrefix(got, "file:///") || !strings.HasSuffix(got, "/risks.toml") {
		t.Errorf("%s has the address %s", absolute, got)
	}
}

// sarifOf reads back the run that is written for the findings.
func sarifOf(t *testing.T, l List) sarifRun {
	t.Helper()
	var log sarifLog
	if err := json.Unmarshal([]byte(written(t, l, SARIF, sarifHow)), &log); err != nil {
		t.Fatal(err)
	}
	return log.Runs[0]
}
