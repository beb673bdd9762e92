package finding

import (
	"fmt"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/annex-isms/annex/generator/source"
)

// The part of SARIF 2.1.0 that findings need, written down here because
// github.com/owenrumney/go-sarif brings a JSON schema validator and an HTTP
// client into every program that finds something (two megabytes, and schemas
// parsed at each start), and forty lines of placeholders into every result. The
// tests hold our output against the schema in that library.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool       sarifTool     `json:"tool"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name           string      `json:"name"`
		Version        string      `json:"version,omitempty"`
		InformationURI string      `json:"informationUri"`
		Rules          []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID               string        `json:"id"`
		ShortDescription *sarifMessage `json:"shortDescription,omitempty"`
		FullDescription  *sarifMessage `json:"fullDescription,omitempty"`
		Help             *sarifMessage `json:"help,omitempty"`
		HelpURI          string        `json:"helpUri,omitempty"`
		Default          *sarifDefault `json:"defaultConfiguration,omitempty"`
		Properties       *sarifBasis   `json:"properties,omitempty"`
	}
	sarifDefault struct {
		Level string `json:"level"`
	}
	sarifBasis struct {
		Basis string `json:"basis"` // what asks for the rule: a clause, a control
	}
	sarifResult struct {
		RuleID    string          `json:"ruleId"`
		RuleIndex int             `json:"ruleIndex"`
		Level     string          `json:"level"`
		Message   sarifMessage    `json:"message"`
		Locations []sarifLocation `json:"locations"`

		// Nil where nothing at all was waived; else a list, if an empty one.
		Suppressions []sarifSuppression `json:"suppressions,omitzero"`
	}
	sarifSuppression struct {
		Kind          string `json:"kind"` // "external": not by a comment in the file
		Status        string `json:"status"`
		Justification string `json:"justification"`
	}
	sarifMessage struct {
		Text string `json:"text"`
	}
	sarifLocation struct {
		PhysicalLocation sarifPhysical `json:"physicalLocation"`
	}
	sarifPhysical struct {
		ArtifactLocation sarifArtifact `json:"artifactLocation"`
		Region           sarifRegion   `json:"region"`
	}
	sarifArtifact struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn,omitzero"`
		EndLine     int `json:"endLine,omitzero"`
		EndColumn   int `json:"endColumn,omitzero"` // exclusive
	}
)

const (
	home      = "https://github.com/annex-isms/annex"
	rulesPage = home + "/blob/main/generator/handbook/reference/rules.md" // with a heading for each subject
)

func (l List) sarif(how Writing) ([]byte, error) {
	codes := l.codes()
	run := sarifRun{
		Tool: sarifTool{Driver: sarifDriver{
			Name: "Annex", Version: how.Version, InformationURI: home,
			Rules: []sarifRule{},
		}},
		ColumnKind: "unicodeCodePoints",
		Results:    []sarifResult{},
	}
	for _, code := range codes {
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, how.sarifRule(code))
	}
	for _, f := range l {
		result := sarifResult{
			RuleID: f.Code, RuleIndex: slices.Index(codes, f.Code), Level: f.Level.String(),
			Message: sarifMessage{f.Message},
		}
		if len(l.Waived()) > 0 {
			result.Suppressions = f.suppressions()
		}
		if f.Hint != "" {
			result.Message.Text += "\n" + f.Hint
		}
		result.Locations = []sarifLocation{{how.sarifPlace(f.At)}}
		run.Results = append(run.Results, result)
	}
	return encode(sarifLog{
		Schema:  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
		Version: "2.1.0",
		Runs:    []sarifRun{run},
	})
}

// suppressions returns the waiver of the finding, if it has one.
func (f Finding) suppressions() []sarifSuppression {
	w := f.Waiver
	if w == nil {
		return []sarifSuppression{}
	}
	return []sarifSuppression{{
		Kind: "external", Status: "accepted",
		Justification: fmt.Sprintf("%s (%s, approved by %s, until %s)", w.Reason, w.ID, w.Approver, w.Until.Format(time.DateOnly)),
	}}
}

// codes returns each code that occurs, once, in alphabetical order.
func (l List) codes() []string {
	var codes []string
	for _, f := range l {
		codes = append(codes, f.Code)
	}
	slices.Sort(codes)
	return slices.Compact(codes)
}

func (how Writing) sarifRule(code string) sarifRule {
	rule := sarifRule{ID: code}
	known := slices.IndexFunc(how.Rules, func(r RuleInfo) bool { return r.Code == code })
	if known < 0 {
		return rule
	}
	info := how.Rules[known]
	if info.Subject != "" {
		rule.HelpURI = rulesPage + "#" + strings.ReplaceAll(strings.ToLower(info.Subject), " ", "-")
	}
	if info.Doc != "" {
		// GitHub's code scanning asks for all three.
		doc := &sarifMessage{info.Doc}
		rule.ShortDescription, rule.FullDescription, rule.Help = doc, doc, doc
	}
	if info.Basis != "" {
		rule.Default, rule.Properties = &sarifDefault{info.Level.String()}, &sarifBasis{info.Basis}
	}
	return rule
}

// sarifPlace returns the place of a finding. GitHub refuses the whole log where
// one result lacks a file or a line: what is about a file stands in its first
// line, and what is about the site, such as something missing, in that of
// annex.toml.
func (how Writing) sarifPlace(at source.Span) sarifPhysical {
	if !at.Known() {
		at = source.Span{File: source.NewFile("annex.toml", "")}
	}
	p := how.place(at)
	region := sarifRegion{StartLine: 1}
	if p.hasLine() {
		region = sarifRegion{
			StartLine: p.start.Line, StartColumn: p.start.Column,
			EndLine: p.end.Line, EndColumn: p.end.Column,
		}
	}
	return sarifPhysical{sarifArtifact{sarifURI(p.file)}, region}
}

// sarifURI returns the address of a file: relative, unless the user named the
// content's folder from the root of the disk.
func sarifURI(file string) string {
	if filepath.IsAbs(file) {
		return (&url.URL{Scheme: "file", Path: "/" + strings.TrimLeft(file, "/")}).String()
	}
	return (&url.URL{Path: file}).String()
}
