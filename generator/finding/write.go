package finding

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"

	"github.com/annex-isms/annex/generator/source"
)

// Format is a way to print findings.
type Format string

// The formats.
const (
	Text   Format = "text"   // for people, with the line that is meant
	JSON   Format = "json"   // for scripts
	SARIF  Format = "sarif"  // for code scanning and editors
	GitHub Format = "github" // annotations on a pull request
)

// Formats lists every format.
var Formats = []Format{Text, JSON, SARIF, GitHub}

// ParseFormat returns the format of that name.
func ParseFormat(word string) (Format, bool) {
	format := Format(word)
	if !slices.Contains(Formats, format) {
		return "", false
	}
	return format, true
}

// Writing says how findings are printed.
type Writing struct {
	Folder  string     // put before file names: the content's folder as the user named it
	Colour  bool       // of text
	Version string     // of Annex, for SARIF
	Rules   []RuleInfo // for SARIF
}

// RuleInfo says what a code stands for.
type RuleInfo struct {
	Code    string
	Subject string // what else the rules beside it are about
	Doc     string // what holds, in a sentence
	Basis   string // the clause or control that asks for it, or "practice"
	Level   Level  // of its findings, unless annex.toml sets another
	Fixed   bool   // its level cannot be set, nor its findings waived
}

// Write prints the findings in the order that they have.
func (l List) Write(w io.Writer, format Format, how Writing) error {
	var text []byte
	var err error
	switch format {
	case Text:
		text = l.text(how)
	case JSON:
		text, err = l.json(how)
	case SARIF:
		text, err = l.sarif(how)
	case GitHub:
		text = l.github(how)
	default:
		err = fmt.Errorf("no format %q", format)
	}
	if err == nil {
		_, err = w.Write(text)
	}
	if err != nil {
		return fmt.Errorf("writing findings: %w", err)
	}
	return nil
}

// place is where a finding stands, as a reader is told. The positions are zero
// where a finding is about a file as a whole, and the file is empty where it is
// about none.
type place struct {
	file       string
	start, end source.Position
}

func (how Writing) place(at source.Span) place {
	if !at.Known() {
		return place{}
	}
	p := place{file: filepath.ToSlash(filepath.Join(how.Folder, filepath.FromSlash(at.File.Name)))}
	if at.File.Text != "" {
		p.start = at.Position()
		p.end = at.File.Position(max(at.Start, at.End))
	}
	return p
}

// hasLine reports whether the place is more than a file.
func (p place) hasLine() bool { return p.start.Line > 0 }
