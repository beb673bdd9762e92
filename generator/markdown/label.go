package markdown

import "github.com/annex-isms/annex/generator/audience"

// LabelAt returns who may read the byte at offset of src, as far as the block
// that it stands in says; outside of blocks that is anyone.
func LabelAt(src string, offset int) audience.Label {
	for _, b := range scanBlocks(src).blocks {
		if b.start <= offset && offset < b.end {
			return b.label
		}
	}
	return audience.Public
}
