package markdown

import (
	"sort"

	"github.com/annex-isms/annex/generator/audience"
)

// Labels tells for whom each part of a text is.
type Labels struct{ scan *blockScan }

// LabelsOf reads the audience blocks of src.
func LabelsOf(src string) Labels { return Labels{scanBlocks(src)} }

// At returns who may read the byte at offset, as far as the block that it stands
// in says; outside of blocks that is anyone.
func (l Labels) At(offset int) audience.Label {
	if len(l.scan.faults) > 0 {
		return audience.Withheld // nobody knows what was meant for whom
	}
	blocks := l.scan.blocks
	next := sort.Search(len(blocks), func(i int) bool { return blocks[i].start > offset })
	if next > 0 && offset < blocks[next-1].end {
		return blocks[next-1].label
	}
	return audience.Public
}

// Blank returns src with spaces in place of what the edition may not read, so
// that places in it are places in src.
func Blank(src string, reader audience.Edition) string {
	scan := scanBlocks(src)
	blanked := []byte(src)
	blank := func(start, end int) {
		for i := start; i < end; i++ {
			if blanked[i] != '\n' {
				blanked[i] = ' '
			}
		}
	}
	if len(scan.faults) > 0 {
		blank(scan.first, len(src))
		return string(blanked)
	}
	for _, b := range scan.blocks {
		blank(b.start, b.inner)
		if !reader.MayShow(b.label) {
			blank(b.inner, b.innerEnd)
		}
		blank(b.innerEnd, b.end)
	}
	return string(blanked)
}

// Stretch is a part of a text, with who may read it as far as blocks say.
type Stretch struct {
	Label      audience.Label
	Start, End int // without the ::: lines
}

// Stretches returns the parts of src, one after the other. Where its ::: lines
// are at fault nobody may read any of it.
func Stretches(src string) []Stretch {
	scan := scanBlocks(src)
	if len(scan.faults) > 0 {
		return []Stretch{{audience.Withheld, 0, len(src)}}
	}
	var parts []Stretch
	rest := 0
	for _, b := range scan.blocks {
		parts = append(parts, Stretch{audience.Public, rest, b.start}, Stretch{b.label, b.inner, b.innerEnd})
		rest = b.end
	}
	return append(parts, Stretch{audience.Public, rest, len(src)})
}
