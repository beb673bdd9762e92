package markdown

import "strings"

var faultMerge = Fault{
	Code:    "unfinished-merge",
	Message: "a merge that was never finished",
	Hint:    "keep one of the two versions, and remove the lines of <, = and >",
}

// CheckMerge returns the places where Git could not bring two versions of the
// text together and left both in it. Markdown would show them as headings and
// quotes.
func CheckMerge(src string) []Fault {
	if !strings.Contains(src, "<<<<<<< ") {
		return nil
	}
	var faults []Fault
	var open fence
	for start, line := range lines(src) {
		switch {
		case open.open():
			if open.closedBy(line) {
				open = fence{}
			}
		case strings.HasPrefix(line, "<<<<<<< "):
			faults = append(faults, faultMerge.at(start, start+len(strings.TrimRight(line, " \t\r\n"))))
		default:
			open = fenceOf(line, start)
		}
	}
	return faults
}
