package metadata

import (
	"bytes"
	"slices"
)

// The blocks of GIF.
const (
	gifImage     = 0x2C
	gifExtension = 0x21
	gifTrailer   = 0x3B

	gifControl     = 0xF9 // how long a frame is shown, and what of it is transparent
	gifApplication = 0xFF
)

// stripGIF keeps the frames, how each is shown, and how often all are.
func stripGIF(data []byte) ([]byte, error) {
	const head = 13
	if len(data) < head {
		return nil, errShort
	}
	if sign := string(data[:6]); sign != "GIF89a" && sign != "GIF87a" {
		return nil, errDamaged
	}
	r := gifReader{rest: data}
	picture := slices.Clone(r.take(head + gifColours(data[10])))
	loops := false
	var control []byte // of the frame to come
	for r.err == nil {
		switch block := r.take(1); {
		case r.err != nil:
		case block[0] == gifTrailer:
			return append(picture, gifTrailer), nil
		case block[0] == gifImage:
			descriptor := r.take(9)
			if r.err != nil {
				return nil, r.err
			}
			picture = slices.Concat(picture, control, block, descriptor, r.take(gifColours(descriptor[8])+1), r.blocks())
			control = nil
		case block[0] == gifExtension:
			label, body := r.take(1), r.blocks()
			switch {
			case r.err != nil:
			case label[0] == gifControl && len(body) == 6:
				control = slices.Concat(block, label, body)
			case label[0] == gifApplication && isGIFLoop(body) && !loops:
				loops = true
				picture = slices.Concat(picture, block, label, []byte("\x0bNETSCAPE2.0"), body[12:17])
			}
		default:
			return nil, errDamaged
		}
	}
	return nil, r.err
}

// gifColours returns how long the table of colours is that the flags announce.
func gifColours(flags byte) int {
	if flags&0x80 == 0 {
		return 0
	}
	return 3 << (flags&7 + 1)
}

// isGIFLoop reports whether an extension says how often the frames are shown.
func isGIFLoop(body []byte) bool {
	known := bytes.HasPrefix(body, []byte("\x0bNETSCAPE2.0")) || bytes.HasPrefix(body, []byte("\x0bANIMEXTS1.0"))
	return known && len(body) == 17 && body[12] == 3 && body[13] == 1
}

// gifReader takes one part after the other, until one is missing.
type gifReader struct {
	rest []byte
	err  error
}

func (r *gifReader) take(count int) []byte {
	if r.err != nil || count > len(r.rest) {
		r.err = errShort
		return nil
	}
	taken := r.rest[:count]
	r.rest = r.rest[count:]
	return taken
}

// blocks takes what comes in blocks with a length each, up to an empty one.
func (r *gifReader) blocks() []byte {
	all := r.rest
	for {
		size := r.take(1)
		if r.err != nil {
			return nil
		}
		if size[0] == 0 {
			return all[:len(all)-len(r.rest)]
		}
		r.take(int(size[0]))
	}
}
