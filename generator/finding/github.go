package finding

import (
	"bytes"
	"fmt"
	"strings"
)

// github returns the findings that stand as workflow commands, from which GitHub
// makes annotations.
func (l List) github(how Writing) []byte {
	var b bytes.Buffer
	for _, f := range l.Standing() {
		message := f.Message
		if f.Hint != "" {
			message += "\n" + f.Hint
		}
		fmt.Fprintf(&b, "::%s %s::%s\n", githubCommand(f.Level), githubProperties(f, how.place(f.At)), githubData(message))
	}
	return b.Bytes()
}

func githubCommand(level Level) string {
	if level == Note {
		return "notice"
	}
	return level.String()
}

func githubProperties(f Finding, p place) string {
	var properties []string
	add := func(key string, value any) {
		properties = append(properties, key+"="+githubValue(fmt.Sprint(value)))
	}
	if p.file != "" {
		add("file", p.file)
	}
	if p.hasLine() {
		add("line", p.start.Line)
		if p.end.Line == p.start.Line {
			add("col", p.start.Column)
			add("endColumn", p.end.Column)
		} else {
			// GitHub refuses columns where there are several lines.
			add("endLine", p.end.Line)
		}
	}
	add("title", f.Code)
	return strings.Join(properties, ",")
}

// githubData escapes a command's message. GitHub itself needs three characters
// escaped; others are made visible, since its log obeys them as a terminal does.
func githubData(text string) string {
	var b strings.Builder
	for _, r := range text {
		switch r {
		case '%':
			b.WriteString("%25")
		case '\r':
			b.WriteString("%0D")
		case '\n':
			b.WriteString("%0A")
		default:
			b.WriteString(visible(string(r)))
		}
	}
	return b.String()
}

// githubValue escapes the value of a command's property.
func githubValue(text string) string {
	return strings.NewReplacer(":", "%3A", ",", "%2C").Replace(githubData(text))
}
