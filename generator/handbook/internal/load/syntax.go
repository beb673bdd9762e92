package load

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/BurntSushi/toml"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/handbook/internal/tomlindex"
)

// What is said of entries whose header is wrong, or in the wrong file.
const (
	singleBrackets   = "an entry begins with double brackets"
	entryInConfig    = ConfigFile + " holds no entries"
	entriesElsewhere = "move it to a register: any other file that ends in .toml"
)

// refusal is a text that is no TOML, and where BurntSushi/toml gave up. Its
// words are those of a program; an explanation finds the author's mistake
// behind them.
type refusal struct {
	text       string // the file up to where the TOML in it ends
	base       int    // where that begins
	start, end int    // what the library stumbled over
	words      string
	ofSite     bool // the text is that of annex.toml
}

// syntaxFault is a mistake in TOML: where in the file, what and how to mend it.
type syntaxFault struct {
	start, end    int
	message, hint string
}

// explanations are tried in turn. What none of them knows is told in the
// library's words.
var explanations = []struct {
	of      *regexp.Regexp
	explain func(refusal) syntaxFault
}{
	{regexp.MustCompile(`^Key .* (already|cannot be used)`), refusal.givenTwice},
	{regexp.MustCompile(`^strings cannot contain newlines|^unexpected EOF; expected ['"]`), refusal.openString},
	{regexp.MustCompile(`^invalid escape|hexadecimal digits after|^Escaped character`), refusal.badEscape},
	{regexp.MustCompile(`^invalid datetime|^Invalid (integer|float)|^floats must|^expected a digit|^not a|^cannot use sign|out of range`), refusal.badNumber},
	{regexp.MustCompile(`^expected value|^unexpected EOF; expected value`), refusal.badValue},
	{regexp.MustCompile(`array terminator|^unexpected comma`), refusal.badList},
	{regexp.MustCompile(`inline table`), refusal.badInlineTable},
	{regexp.MustCompile(`table (array )?name|table separator`), refusal.badHeader},
	{regexp.MustCompile(`^expected a top-level item`), refusal.restOfLine},
	{regexp.MustCompile(`^expected '\.' or '='|key separator`), refusal.noEquals},
	{regexp.MustCompile(`key name|keys cannot start|^unexpected '[=.]'`), refusal.noName},
}

// explain says what is wrong with the TOML that stands in text from base on,
// which is that of annex.toml or of another file.
func explain(text string, base int, ofSite bool, err toml.ParseError) syntaxFault {
	start := min(base+max(0, err.Position.Start), len(text))
	end := min(start+max(1, err.Position.Len), len(text))
	r := refusal{text: text, base: base, start: start, end: end, words: err.Message, ofSite: ofSite}
	if strings.HasPrefix(r.line(), "<<<<<<<") || strings.HasPrefix(r.line(), ">>>>>>>") {
		return r.wholeLine("a merge that was never finished", "keep one of the two versions, and remove the lines of <, = and >")
	}
	for _, known := range explanations {
		if known.of.MatchString(r.words) {
			return known.explain(r)
		}
	}
	return r.fault("not valid TOML: "+oneLine(r.words), "toml.io tells how TOML is written")
}

// oneLine returns the first line of a message of the library as ours are written.
func oneLine(text string) string {
	first, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	first = strings.TrimSuffix(first, ".")
	return strings.ToLower(first[:min(1, len(first))]) + first[min(1, len(first)):]
}

// givenTwice explains a key that has its value already. The index of places
// knows which key that is, and where the other one stands.
func (r refusal) givenTwice() syntaxFault {
	var twice *tomlindex.Node
	lineEnd := r.lineStart() + len(r.line())
	eachNode(r.index(), func(n *tomlindex.Node) {
		if len(n.Again) > 0 && n.Again[0].End <= lineEnd && (twice == nil || n.Again[0].Start > twice.Again[0].Start) {
			twice = n
		}
	})
	if twice == nil {
		return r.fault("this is given already", "keep one of the two")
	}
	fault := syntaxFault{
		start: twice.Again[0].Start, end: twice.Again[0].End,
		message: fmt.Sprintf("“%s” is given already, in line %d", twice.Name, r.lineNumber(twice.Key.Start)),
		hint:    "keep one of the two",
	}
	first, second := r.text[twice.Value.Start:twice.Value.End], strings.TrimSpace(r.text[r.lineStart():lineEnd])
	single, double := "["+twice.Name+"]", "[["+twice.Name+"]]"
	switch {
	case record.KindNamed(twice.Name) == nil:
	case r.ofSite && second == double:
		fault.start, fault.end = lineEnd-len(second), lineEnd
		fault.message, fault.hint = entryInConfig, entriesElsewhere
	case r.ofSite:
	case first == single:
		fault.start, fault.end = twice.Value.Start, twice.Value.End
		fault.message, fault.hint = singleBrackets, "write "+double
	case second == single:
		fault.message, fault.hint = singleBrackets, "write "+double
	case second == double:
		fault.hint = "put " + double + " above the tables that belong to it"
	}
	return fault
}

// openString explains a string without its end.
func (r refusal) openString() syntaxFault {
	open := tomlindex.Range{Start: r.lineStart() + max(0, strings.LastIndexAny(r.line(), `"'`))}
	eachNode(r.index(), func(n *tomlindex.Node) {
		if isQuote(r.text, n.Value.Start) && n.Value.Start <= r.start && r.start <= n.Value.End {
			open = n.Value
		}
	})
	quote := r.text[open.Start : open.Start+1]
	if long := strings.Repeat(quote, 3); strings.HasPrefix(r.text[open.Start:], long) {
		return syntaxFault{open.Start, open.Start + len(long), "this text does not end", "put " + long + " where it ends"}
	}
	line, _, _ := strings.Cut(r.text[open.Start:], "\n")
	return syntaxFault{open.Start, open.Start + len(line), "this string does not end on its line",
		"put " + quote + ` where it ends; a text over several lines stands between """ and """`}
}

func isQuote(text string, at int) bool {
	return at < len(text) && (text[at] == '"' || text[at] == '\'')
}

func (r refusal) badEscape() syntaxFault {
	r.start += max(0, strings.LastIndexByte(r.text[r.start:r.end], '\\'))
	r.end = min(r.end, r.start+len(strings.TrimRight(r.text[r.start:r.end], `"`)))
	return r.fault("“"+r.found()+"” means nothing between double quotes",
		`write \\ for a backslash, or put the words between single quotes`)
}

var (
	isoDay    = regexp.MustCompile(`^(\d{4})-(\d\d)-(\d\d)$`)
	otherDay  = regexp.MustCompile(`^\d{1,4}([./-])\d{1,2}([./-])\d{1,4}$`)
	zeroFirst = regexp.MustCompile(`^0\d+$`)
	anyNumber = regexp.MustCompile(`^[+-]?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$`)
)

// badNumber explains what begins as a number or a date and is neither.
func (r refusal) badNumber() syntaxFault {
	r.end = r.start + len(r.word())
	day := isoDay.FindStringSubmatch(r.found())
	switch {
	case day != nil:
		return r.fault("there is no day "+r.found(), daysHint(day))
	case otherDay.MatchString(r.found()):
		return r.fault("“"+r.found()+"” is not how a day is written", "write year, month and day as in 2026-11-23")
	case zeroFirst.MatchString(r.found()):
		return r.fault("a number cannot begin with 0", "write "+strings.TrimLeft(r.found(), "0")+", or put it in quotes where it is no number")
	case anyNumber.MatchString(r.found()):
		return r.fault("“"+r.found()+"” is too large", "write a smaller number, or put it in quotes where it is no number")
	case strings.HasPrefix(r.found(), ".") && anyNumber.MatchString("0"+r.found()):
		return r.fault("a number cannot begin with its point", "write 0"+r.found())
	}
	return r.fault("“"+r.found()+"” is no number", "write a number as 12, a day as 2026-11-23, and put words in quotes")
}

func daysHint(day []string) string {
	year, _ := strconv.Atoi(day[1])
	month, _ := strconv.Atoi(day[2])
	if month < 1 || month > 12 {
		return "the months are 01 to 12"
	}
	last := time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC)
	return fmt.Sprintf("%s %d has %d days", last.Month(), year, last.Day())
}

// badValue explains what stands where a value should.
func (r refusal) badValue() syntaxFault {
	if open, ok := r.openList(); ok {
		return open
	}
	word := r.word()
	r.end = r.start + max(1, len(word))
	switch strings.ToLower(word) {
	case "":
		return r.fault("there is no value behind the equals sign", "write one, or remove the line")
	case "true", "false", "yes", "no", "on", "off":
		return r.fault("“"+word+"” is no value", "write true or false, in small letters")
	}
	if strings.Contains("“”„‘’«»", r.rune()) {
		r.end = r.start + len(r.rune())
		return r.fault("no string begins with a curly quotation mark", `use the straight one: "`)
	}
	return r.fault("“"+word+"” is no value", "put words in quotes")
}

// badList explains what stands in a list and should not.
func (r refusal) badList() syntaxFault {
	if strings.HasPrefix(r.words, "unexpected comma") {
		return r.fault("there is nothing before this comma", "remove the comma")
	}
	if open, ok := r.openList(); ok {
		return open
	}
	r.end = r.start + max(1, len(r.rune()))
	if isQuote(r.text, r.start) {
		return r.fault("there is no comma before this", "put commas between the items of a list")
	}
	return r.fault("there is no comma before this", "put each item of the list in quotes, and commas between them")
}

var keyLine = regexp.MustCompile(`^\s*([A-Za-z0-9_-]+\s*=|\[|$)`)

// openList explains a list without its end: what follows is the next field, or
// nothing more.
func (r refusal) openList() (syntaxFault, bool) {
	if !keyLine.MatchString(r.line()) && strings.TrimSpace(r.text[r.start:]) != "" {
		return syntaxFault{}, false
	}
	var open *tomlindex.Node
	lastLine := strings.LastIndexByte(r.text[:r.end], '\n') + 1
	eachNode(r.index(), func(n *tomlindex.Node) {
		if n.Elements != nil && n.Value.Start < lastLine && n.Value.Start < r.start && r.start <= n.Value.End {
			open = n
		}
	})
	if open == nil {
		return syntaxFault{}, false
	}
	line, _, _ := strings.Cut(r.text[open.Value.Start:], "\n")
	return syntaxFault{open.Value.Start, open.Value.Start + len(line), "this list does not end", "put ] where it ends"}, true
}

func (r refusal) badInlineTable() syntaxFault {
	return r.fault("there is no comma or } before this", "put commas between the fields, and } where they end")
}

func (r refusal) badHeader() syntaxFault {
	hint := "put ] where it ends"
	if strings.HasPrefix(strings.TrimSpace(r.line()), "[[") {
		hint = "put ]] where it ends"
	}
	if !strings.Contains(r.words, `\n`) {
		hint = "write it as [name] or [[name]], with hyphens in place of spaces"
	}
	return r.wholeLine("this header is not complete", hint)
}

// restOfLine explains what stands behind a value and should not.
func (r refusal) restOfLine() syntaxFault {
	before, rest := r.text[r.lineStart():r.start], r.text[r.start:]
	rest, _, _ = strings.Cut(rest, "\n")
	if value := before[strings.LastIndexAny(before, " \t=")+1:]; otherDay.MatchString(value + r.word()) {
		r.start -= len(value)
		return r.badNumber()
	}
	trimmed := strings.TrimLeft(rest, " \t")
	r.start += len(rest) - len(trimmed)
	r.end = r.start + len(strings.TrimRight(trimmed, " \t"))
	number := before[strings.LastIndexAny(before, " \t=")+1:]
	fraction, hasComma := strings.CutPrefix(rest, ",")
	hint := "put words in quotes, and begin the next field on a line of its own"
	switch {
	case anyNumber.MatchString(number) && hasComma && anyNumber.MatchString(number+"."+fraction):
		return r.fault("a number has a point where this comma stands", "write "+number+"."+fraction)
	case anyNumber.MatchString(number) && strings.Trim(trimmed, "%€$ \t") == "":
		hint = "write the number alone: " + number
	case strings.Trim(trimmed, ";, \t") == "":
		hint = "remove it: lines end by themselves"
	case strings.HasPrefix(strings.TrimSpace(before), "["):
		hint = "begin a line of its own below the header"
	case strings.HasSuffix(strings.TrimSpace(before), `"`):
		hint = `write \" for a quotation mark within quotes`
	}
	return r.fault("the line should have ended before this", hint)
}

// noEquals explains what stands between the name of a field and its value.
func (r refusal) noEquals() syntaxFault {
	line := strings.TrimSpace(r.line())
	r.end = r.start + max(1, len(r.rune()))
	switch {
	case strings.HasPrefix(line, "//"), strings.HasPrefix(line, "/*"), strings.HasPrefix(line, "--"):
		return r.wholeLine("this is neither a field nor a comment", "begin a comment with #")
	case r.rune() == ":":
		return r.fault("there is a colon in place of the equals sign", "write = between the name of a field and its value")
	case !strings.Contains(line, "=") && !isQuote(r.text, r.start):
		return r.wholeLine("this is no field", "write it as name = value, or begin a comment with #")
	case isQuote(r.text, r.start):
		return r.fault("there is no equals sign before this", "write = between the name of a field and its value")
	}
	if name, _, _ := strings.Cut(r.line(), "="); strings.Contains(strings.TrimSpace(name), " ") {
		r.start, r.end = r.lineStart(), r.lineStart()+len(strings.TrimRight(name, " "))
		return r.fault("the name of a field is a single word", "write hyphens in place of spaces, as in next-review")
	}
	return r.fault("“"+r.rune()+"” cannot stand in the name of a field", "names are letters from a to z, digits and hyphens")
}

func (r refusal) noName() syntaxFault {
	return r.fault("there is no name before this", "write a field as name = value")
}

func (r refusal) fault(message, hint string) syntaxFault {
	return syntaxFault{r.start, r.end, message, hint}
}

func (r refusal) wholeLine(message, hint string) syntaxFault {
	line := strings.TrimSpace(r.line())
	start := r.lineStart() + strings.Index(r.line(), line)
	return syntaxFault{start, start + len(line), message, hint}
}

// found returns what the library stumbled over.
func (r refusal) found() string { return r.text[r.start:r.end] }

// rune returns the character that it stumbled over.
func (r refusal) rune() string {
	for _, c := range r.text[r.start:] {
		return string(c)
	}
	return ""
}

// word returns what stands there up to the next space or comma.
func (r refusal) word() string {
	rest := r.text[r.start:]
	if end := strings.IndexAny(rest, " \t\n,]}#"); end >= 0 {
		rest = rest[:end]
	}
	return rest
}

func (r refusal) lineStart() int { return strings.LastIndexByte(r.text[:r.start], '\n') + 1 }

func (r refusal) line() string {
	line, _, _ := strings.Cut(r.text[r.lineStart():], "\n")
	return line
}

func (r refusal) lineNumber(at int) int { return 1 + strings.Count(r.text[:at], "\n") }

func (r refusal) index() *tomlindex.Node { return tomlindex.Parse(r.text[r.base:], r.base) }

// eachNode visits the nodes below n in the order of the text.
func eachNode(n *tomlindex.Node, visit func(*tomlindex.Node)) {
	for _, below := range [][]*tomlindex.Node{n.Children, n.Elements} {
		for _, child := range below {
			visit(child)
			eachNode(child, visit)
		}
	}
}
