package record

import "strings"

// Describe says in a few words what may be written for a value.
func Describe(value Value) string {
	switch value := value.(type) {
	case *Line:
		return "words on one line"
	case *Lines:
		return "list of words"
	case *Groups:
		return "list of lists of words"
	case *Text:
		return "Markdown"
	case *Texts:
		return "list of Markdown"
	case *Date:
		return "date, such as 2026-11-23"
	case *Flag:
		return "true or false"
	case *Number:
		return "whole number"
	case *Decimal:
		return "number"
	case *Interval:
		return "interval, such as \"3 months\""
	case *Address:
		return "address, such as \"https://example.com/\""
	case *Attachment:
		return "file of the content"
	case Chooser:
		return "one of " + words(value.Options())
	case MultiChooser:
		return "list of " + words(value.Options())
	case Referrer:
		if value.Many() {
			return "list of IDs of " + strings.ToLower(value.Target().Plural)
		}
		return "ID of " + value.Target().Article
	case Tabler:
		if value.Many() {
			return "tables"
		}
		return "table"
	case *RuleLevels:
		return "table"
	}
	return ""
}

func words(options []Option) string {
	var list []string
	for _, option := range options {
		list = append(list, option.Word)
	}
	return strings.Join(list, ", ")
}
