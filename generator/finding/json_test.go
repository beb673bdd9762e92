package finding

import (
	"encoding/json"
	"testing"

	"github.com/annex-isms/annex/generator/source"
)

func TestJSONHoldsFindingsAndSummary(t *testing.T) {
	compare(t, written(t, three, JSON, Writing{Folder: "content"}), `{
	"findings": [
		{
			"level": "error",
			"code": "unknown-entry",
			"message": "no control A.8.99",
			"hint": "did you mean A.8.9?",
			"file": "content/risks.toml",
			"line": 14,
			"column": 22,
			"endLine": 14,
			"endColumn": 30
		},
		{
			"level": "warning",
			"code": "not-text",
			"message": "the file is not text",
			"file": "content/a b/x.toml"
		},
		{
			"level": "note",
			"code": "no-base-url",
			"message": "no sitemap is written"
		}
	],
	"summary": {
		"errors": 1,
		"warnings": 1,
		"notes": 1
	}
}
`)
}

func TestJSONOfNothingIsAnEmptyList(t *testing.T) {
	compare(t, written(t, nil, JSON, Writing{}), `{
	"findings": [],
	"summary": {
		"errors": 0,
		"warnings": 0,
		"notes": 0
	}
}
`)
}

func TestJSONKeepsWaivedFindingsApart(t *testing.T) {
	compare(t, written(t, withWaived, JSON, Writing{}), `{
	"findings": [
		{
			"level": "note",
			"code": "no-base-url",
			"message": "no sitemap is written"
		}
	],
	"waived": [
		{
			"level": "warning",
			"code": "review-overdue",
			"message": "the review of POL-01 is overdue",
			"file": "risks.toml",
			"line": 14,
			"column": 1,
			"endLine": 14,
			"endColumn": 9,
			"entries": [
				"POL-01",
				"ROL-02"
			],
			"waiver": {
				"id": "WVR-01",
				"reason": "The merger changes it all.",
				"approver": "Managing Director",
				"until": "2027-03-31"
			}
		}
	],
	"summary": {
		"errors": 0,
		"warnings": 0,
		"notes": 1,
		"waived": 1
	}
}
`)
}

func TestJSONCountsColumnsInCharacters(t *testing.T) {
	file := source.NewFile("a", "é😀x\nyz")
	got := first(t, List{{At: spanOf(file, "x\ny")}})
	if got.Line != 1 || got.Column != 3 || got.EndLine != 2 || got.EndColumn != 2 {
		t.Errorf("got %+v", got)
	}
}

func TestJSONGivesBackEveryCharacter(t *testing.T) {
	const message = "<a> & \"b\" \x00\x1b\x7f\u0085\u009b\u202e\u2028\U000E0041 \\u202e 😀\n"
	if got := first(t, List{{Message: message}}).Message; got != message {
		t.Errorf("got %q, want %q", got, message)
	}
}

// first reads the first finding back from JSON.
func first(t *testing.T, l List) jsonFinding {
	t.Helper()
	var report jsonReport
	if err := json.Unmarshal([]byte(written(t, l, JSON, Writing{})), &report); err != nil {
		t.Fatal(err)
	}
	return report.Findings[0]
}
