package markdown

import "github.com/annex-isms/annex/generator/audience"

// LabelAt returns who may read the byte at offset of src, as far as the block
// that it stands in says; outside of blocks that is anyone.
func LabelAt(src string, offset int) audience.Label {
	scan := scanBlocks(src)
	if len(scan.faults) > 0 {
		return audience.Withheld // nobody knows what was meant for whom
	}
	for _, b := range scan.blocks {
		if b.start <= offset && offset < b.end {
			return b.label
		}
	}
	return audience.Public
}
