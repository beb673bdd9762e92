package main

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/annex-isms/annex/generator/handbook"
)

// pageWidth is how many columns everybody's terminal has.
const pageWidth = 80

// listRules prints what every code of a finding stands for, by subject.
func listRules(out io.Writer) {
	fmt.Fprintln(out, "Each rule with its code, the level of its findings, what asks for it, and what\nhas to hold. annex.toml sets other levels, such as review-overdue = \"note\" below\n[rules], unless a rule is fixed: the build relies on it.")
	subject := ""
	for _, rule := range handbook.Rules() {
		if rule.Subject != subject {
			subject = rule.Subject
			fmt.Fprintf(out, "\n%s\n", subject)
		}
		level := rule.Level.String()
		if rule.Fixed {
			level += ", fixed"
		}
		fmt.Fprintln(out, strings.TrimRight(fmt.Sprintf("  %-32s %-15s %s", rule.Code, level, rule.Basis), " "))
		for _, line := range wrapped(rule.Doc, pageWidth-6) {
			fmt.Fprintf(out, "      %s\n", line)
		}
	}
}

// wrapped returns a text in lines of at most so many characters.
func wrapped(text string, width int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		if line != "" && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > width {
			lines = append(lines, line)
			line = ""
		}
		line = strings.TrimLeft(line+" "+word, " ")
	}
	return append(lines, line)
}
