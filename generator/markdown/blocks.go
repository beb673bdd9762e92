package markdown

import (
	"regexp"
	"strings"

	"github.com/annex-isms/annex/generator/audience"
)

// Cut returns src as the edition may read it: without the audience blocks that
// it may not show, and without the ::: lines around those it may show. Of a
// block that the edition may not show nothing is left, not even a blank line,
// which could part a paragraph or a list and so tell that there was one. Where
// a block was withheld, auditors read the placeholder instead, which is Markdown
// and may be empty.
//
// In a text whose ::: lines are at fault nobody knows what was meant for whom.
// Of such a text every edition reads only what stands before the first of them.
func Cut(src string, reader audience.Edition, placeholder string) string {
	scan := scanBlocks(src)
	if len(scan.faults) > 0 {
		return src[:scan.first]
	}
	if len(scan.blocks) == 0 {
		return src
	}
	var cut strings.Builder
	rest := 0
	for _, b := range scan.blocks {
		cut.WriteString(src[rest:b.start])
		switch {
		case reader.MayShow(b.label):
			// A blank line in place of each ::: line: the words in the block
			// never join the paragraphs around it.
			cut.WriteString("\n" + src[b.inner:b.innerEnd] + "\n")
		case reader == audience.AuditorEdition && strings.TrimSpace(placeholder) != "":
			cut.WriteString("\n" + strings.Trim(placeholder, "\n") + "\n\n")
		}
		rest = b.end
	}
	cut.WriteString(src[rest:])
	return cut.String()
}

// Uncut returns src with every ::: line blanked by spaces, so that places in it
// are places in src. It is for checks over the whole text, not for readers.
func Uncut(src string) string {
	if !strings.Contains(src, ":::") {
		return src
	}
	blanked := []byte(src)
	for start, line := range lines(src) {
		if isBlockLine(line) {
			for i := range strings.TrimRight(line, "\r\n") {
				blanked[start+i] = ' '
			}
		}
	}
	return string(blanked)
}

// CheckBlocks returns the faults of the ::: lines of src.
func CheckBlocks(src string) []Fault { return scanBlocks(src).faults }

// block is a stretch of a text between two ::: lines.
type block struct {
	label           audience.Label
	start, end      int // with the ::: lines
	inner, innerEnd int // without them
}

// blockScan is what a text's ::: lines say.
type blockScan struct {
	blocks []block
	first  int // where the first ::: line starts
	faults []Fault

	open   *block // not closed yet
	nested int    // blocks opened within it, which is a fault
	fence  fence  // the code fence that is open
}

// scanBlocks reads the ::: lines of src. It knows of Markdown no more than code
// fences, and where it cannot tell how Markdown would read a line, it finds a
// fault rather than a block.
func scanBlocks(src string) *blockScan {
	s := &blockScan{first: len(src)}
	for start, line := range lines(src) {
		end := start + len(line)
		switch {
		case isBlockLine(line):
			s.first = min(s.first, start)
			if !s.blockLine(line, start, end) {
				return s
			}
		case s.fence.open():
			if s.fence.closedBy(line) {
				s.fence = fence{}
			}
		default:
			if at := almostBlockIn(line); at != nil {
				s.first = min(s.first, start)
				s.fault(faultAlmost, start+at[0], start+at[1])
			}
			s.fence = fenceOf(line, start)
		}
	}
	if s.open != nil {
		s.fault(faultUnclosed, s.open.start, s.open.inner)
	}
	return s
}

// almostBlock is what its author probably took for the begin of a block: too few
// colons, full-width ones, an escaped one, or other words before them. Taken for
// words it would be published.
var almostBlock = regexp.MustCompile("(?:^|[^`:：])[:：\\x{FE55}]{2,}[ \\t]*(?:public|staff|auditor|withheld)\\b")

// almostBlockIn returns where in the line that stands, or nil. Hardly any line
// has two colons in a row, and a pattern is slow to find that out.
func almostBlockIn(line string) []int {
	if !strings.Contains(line, "::") && !strings.Contains(line, "：") && !strings.Contains(line, "\uFE55") {
		return nil
	}
	return almostBlock.FindStringIndex(line)
}

// blockLine reads one ::: line. It reports whether what follows can be told
// apart at all.
func (s *blockScan) blockLine(line string, start, end int) bool {
	switch {
	case s.fence.open() && s.open != nil && isClosing(line):
		s.fault(faultOpenFence, s.fence.start, s.fence.end)
		return false
	case s.fence.open():
		if !s.fence.faulty {
			s.fault(faultInCode, start, end)
			s.fence.faulty = true
		}
	case !strings.HasPrefix(line, ":::"):
		s.fault(faultMisplaced, start, end)
	case isClosing(line):
		s.closing(start, end)
	default:
		s.opening(line, start, end)
	}
	return true
}

func (s *blockScan) opening(line string, start, end int) {
	label, known := audience.ParseLabel(strings.TrimSpace(line[len(":::"):]))
	switch {
	case !known:
		s.fault(faultUnknown, start, end)
	case s.open != nil:
		s.fault(faultNested, start, end)
	}
	switch {
	case s.open == nil:
		s.open = &block{label: label, start: start, inner: end}
	case strings.Trim(line, ": \t\r\n") == "": // more than three colons mean to close it
		s.closing(start, end)
	default:
		s.nested++
	}
}

func (s *blockScan) closing(start, end int) {
	switch {
	case s.open == nil:
		s.fault(faultUnopened, start, end)
	case s.nested > 0:
		s.nested--
	default:
		s.open.innerEnd, s.open.end = start, end
		s.blocks = append(s.blocks, *s.open)
		s.open = nil
	}
}

func (s *blockScan) fault(f Fault, start, end int) {
	s.faults = append(s.faults, f.at(start, end))
}

// isClosing reports whether a ::: line closes a block.
func isClosing(line string) bool { return strings.TrimSpace(line) == ":::" }

// The faults of ::: lines.
var (
	faultUnknown = Fault{
		Code:    "block-unknown",
		Message: "no audience of that name",
		Hint:    "write ::: public, ::: staff, ::: auditor or ::: withheld, and ::: alone to close",
	}
	faultNested = Fault{
		Code:    "block-nested",
		Message: "an audience block within another",
		Hint:    "close the first block with ::: before this line",
	}
	faultUnclosed = Fault{
		Code:    "block-unclosed",
		Message: "this audience block is never closed",
		Hint:    "write ::: on a line of its own where it ends",
	}
	faultUnopened = Fault{
		Code:    "block-unopened",
		Message: "::: closes a block that was never opened",
		Hint:    "remove the line, or open the block with ::: and an audience",
	}
	faultMisplaced = Fault{
		Code:    "block-misplaced",
		Message: "::: is not at the start of its line",
		Hint:    "audience blocks stand at the top level: not indented, not in a quote, not in a list",
	}
	faultAlmost = Fault{
		Code:    "block-misplaced",
		Message: "this looks like the begin of an audience block, but is none",
		Hint:    "a block begins with a line of its own: three colons, a space and an audience; as an example put it in backquotes",
	}
	faultInCode = Fault{
		Code:    "block-in-code",
		Message: "a ::: line within a code fence",
		Hint:    "close the fence before this line; in an example write the colons in another way",
	}
	faultOpenFence = Fault{
		Code:    "block-open-fence",
		Message: "this code fence is still open where its audience block ends",
		Hint:    "close the fence before :::",
	}
)
