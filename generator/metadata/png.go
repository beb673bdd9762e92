package metadata

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"hash/crc32"
	"io"
	"slices"
)

const pngSign = "\x89PNG\r\n\x1a\n"

// pngParts are the chunks that the picture needs, with the greatest length that
// each can have; those without one hold pixels.
var pngParts = map[string]int{
	"IHDR": 13, "PLTE": 3 * 256, "IDAT": 0, "IEND": 0, "tRNS": 256,
	"gAMA": 4, "cHRM": 32, "sRGB": 1, "cICP": 4, "sBIT": 4, "bKGD": 6, "mDCV": 24, "cLLI": 8,
	"acTL": 8, "fcTL": 26, "fdAT": 0,
}

// stripPNG keeps the chunks of the picture, a bare colour profile and the
// orientation.
func stripPNG(data []byte) ([]byte, error) {
	chunks, err := pngChunks(data)
	if err != nil {
		return nil, err
	}
	header := chunks[0]
	if header.kind != "IHDR" || len(header.body) != pngParts["IHDR"] {
		return nil, errDamaged
	}
	stripped := []byte(pngSign)
	seen := map[string]bool{}
	for _, c := range chunks {
		ofFrame := c.kind == "fcTL" || c.kind == "fdAT"
		if seen[c.kind] && !ofFrame {
			if c.isCritical() {
				return nil, errDamaged
			}
			continue
		}
		seen[c.kind] = true
		kept, err := c.strip(header.body)
		if err != nil {
			return nil, err
		}
		stripped = append(stripped, kept...)
	}
	if !seen["IDAT"] {
		return nil, errDamaged
	}
	return stripped, nil
}

// pngChunk is one part of a PNG file.
type pngChunk struct {
	kind string
	body []byte
}

// pngChunks returns the chunks up to the end of the image. Pixels that are
// spread over several chunks are put together.
func pngChunks(data []byte) ([]pngChunk, error) {
	rest, ok := bytes.CutPrefix(data, []byte(pngSign))
	if !ok {
		return nil, errDamaged
	}
	var chunks []pngChunk
	for {
		if len(rest) < 12 {
			return nil, errShort
		}
		size := uint64(binary.BigEndian.Uint32(rest))
		if size+12 > uint64(len(rest)) {
			return nil, errShort
		}
		c := pngChunk{string(rest[4:8]), rest[8 : 8+size]}
		if crc32.ChecksumIEEE(rest[4:8+size]) != binary.BigEndian.Uint32(rest[8+size:]) {
			return nil, errDamaged
		}
		rest = rest[12+size:]
		if last := len(chunks) - 1; c.kind == "IDAT" && last >= 0 && chunks[last].kind == "IDAT" {
			chunks[last].body = append(slices.Clip(chunks[last].body), c.body...)
			continue
		}
		if chunks = append(chunks, c); c.kind == "IEND" {
			return chunks, nil
		}
	}
}

// isCritical reports whether the picture cannot be shown without the chunk.
func (c pngChunk) isCritical() bool { return c.kind[0]&0x20 == 0 }

// bytes returns the chunk as it stands in a file.
func (c pngChunk) bytes() []byte {
	all := binary.BigEndian.AppendUint32(nil, uint32(len(c.body)))
	all = append(append(all, c.kind...), c.body...)
	return binary.BigEndian.AppendUint32(all, crc32.ChecksumIEEE(all[4:]))
}

// strip returns what is kept of the chunk, in the image with that header.
func (c pngChunk) strip(header []byte) ([]byte, error) {
	most, known := pngParts[c.kind]
	switch {
	case !known && c.isCritical(), known && most > 0 && len(c.body) > most:
		return nil, errDamaged
	case c.kind == "IDAT":
		return c.onlyPixels(header)
	case c.kind == "IEND":
		return pngChunk{kind: c.kind}.bytes(), nil
	case c.kind == "iCCP":
		return c.onlyColours(), nil
	case c.kind == "eXIf":
		if exif := exifOf(orientationOf(c.body)); exif != nil {
			return pngChunk{c.kind, exif}.bytes(), nil
		}
	case known:
		return c.bytes(), nil
	}
	return nil, nil
}

// onlyPixels returns the chunk of compressed pixels without what stands behind
// their end: tools that crop have left there what they cropped.
func (c pngChunk) onlyPixels(header []byte) ([]byte, error) {
	want := pixelBytes(header)
	compressed := bytes.NewReader(c.body)
	pixels, err := zlib.NewReader(compressed)
	if err != nil {
		return nil, errDamaged
	}
	// One more than there should be, since only at the end the sum is checked.
	if count, err := io.Copy(io.Discard, io.LimitReader(pixels, want+1)); err != nil || count != want {
		return nil, errDamaged
	}
	return pngChunk{c.kind, c.body[:len(c.body)-compressed.Len()]}.bytes(), nil
}

// pixelBytes returns how many bytes the pixels have that the header announces.
func pixelBytes(header []byte) int64 {
	width, height := int64(binary.BigEndian.Uint32(header)), int64(binary.BigEndian.Uint32(header[4:]))
	channels := map[byte]int64{0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[header[9]]
	bits := channels * int64(header[8])
	size := func(width, height int64) int64 {
		if width <= 0 || height <= 0 {
			return 0
		}
		return height * (1 + (width*bits+7)/8)
	}
	if header[12] == 0 {
		return size(width, height)
	}
	var all int64
	// The seven passes of an interlaced picture: where each begins, and its steps.
	for _, pass := range [][4]int64{{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}} {
		all += size((width-pass[0]+pass[2]-1)/pass[2], (height-pass[1]+pass[3]-1)/pass[3])
	}
	return all
}

// onlyColours returns a chunk with the colour profile and neither its name nor
// what it says besides; none where it cannot be read.
func (c pngChunk) onlyColours() []byte {
	_, compressed, found := bytes.Cut(c.body, []byte{0})
	if !found || len(compressed) == 0 {
		return nil
	}
	reader, err := zlib.NewReader(bytes.NewReader(compressed[1:]))
	if err != nil {
		return nil
	}
	const most = 4 << 20
	profile, err := io.ReadAll(io.LimitReader(reader, most))
	if profile = bareProfile(profile); err != nil || profile == nil {
		return nil
	}
	packed := bytes.NewBufferString("-\x00\x00") // its name, and how it is compressed
	deflated := zlib.NewWriter(packed)
	_, _ = deflated.Write(profile) // a buffer takes all
	_ = deflated.Close()
	return pngChunk{c.kind, packed.Bytes()}.bytes()
}
