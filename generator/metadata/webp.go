package metadata

import (
	"bytes"
	"encoding/binary"
)

// The flags of an extended WebP image that can stay.
const (
	webpProfile   = 0x20
	webpAlpha     = 0x10
	webpExif      = 0x08
	webpAnimation = 0x02
)

// stripWebP keeps the chunks of the picture or of its frames, a bare colour
// profile and the orientation.
func stripWebP(data []byte) ([]byte, error) {
	if len(data) < 12 || string(data[:4]) != "RIFF" || string(data[8:12]) != "WEBP" {
		return nil, errDamaged
	}
	size := uint64(binary.LittleEndian.Uint32(data[4:]))
	if size+8 > uint64(len(data)) || size < 4 {
		return nil, errShort
	}
	chunks, err := riffChunks(data[12 : 8+size])
	if err != nil {
		return nil, err
	}
	var extended, profile, exif []byte
	var picture bytes.Buffer
	for _, c := range chunks {
		switch c.kind {
		case "VP8X":
			if len(c.body) != 10 || extended != nil {
				return nil, errDamaged
			}
			extended = bytes.Clone(c.body)
		case "ICCP":
			profile = bareProfile(c.body)
		case "EXIF":
			exif = exifOf(orientationOf(bytes.TrimPrefix(c.body, exifSign)))
		case "ANIM":
			if len(c.body) != 6 {
				return nil, errDamaged
			}
			picture.Write(c.bytes())
		case "ANMF":
			frame, err := stripFrame(c.body)
			if err != nil {
				return nil, err
			}
			picture.Write(riffChunk{c.kind, frame}.bytes())
		case "ALPH", "VP8 ", "VP8L":
			picture.Write(c.bytes())
		}
	}
	if picture.Len() == 0 {
		return nil, errDamaged
	}
	return webpOf(extended, profile, exif, picture.Bytes()), nil
}

// webpOf puts an image together. Only an extended one has more than a picture.
func webpOf(extended, profile, exif, picture []byte) []byte {
	body := []byte("WEBP")
	if extended != nil {
		extended[0] &= webpAlpha | webpAnimation
		clear(extended[1:4]) // reserved
		if profile != nil {
			extended[0] |= webpProfile
		}
		if exif != nil {
			extended[0] |= webpExif
		}
		body = append(body, riffChunk{"VP8X", extended}.bytes()...)
		if profile != nil {
			body = append(body, riffChunk{"ICCP", profile}.bytes()...)
		}
	}
	body = append(body, picture...)
	if extended != nil && exif != nil {
		body = append(body, riffChunk{"EXIF", exif}.bytes()...)
	}
	return append(binary.LittleEndian.AppendUint32([]byte("RIFF"), uint32(len(body))), body...)
}

// stripFrame keeps of a frame of an animation what is shown.
func stripFrame(frame []byte) ([]byte, error) {
	const head = 16
	if len(frame) < head {
		return nil, errShort
	}
	chunks, err := riffChunks(frame[head:])
	if err != nil {
		return nil, err
	}
	kept := bytes.Clone(frame[:head])
	for _, c := range chunks {
		if c.kind == "ALPH" || c.kind == "VP8 " || c.kind == "VP8L" {
			kept = append(kept, c.bytes()...)
		}
	}
	return kept, nil
}

// riffChunk is one part of a WebP file.
type riffChunk struct {
	kind string
	body []byte
}

func (c riffChunk) bytes() []byte {
	all := binary.LittleEndian.AppendUint32([]byte(c.kind), uint32(len(c.body)))
	all = append(all, c.body...)
	return append(all, make([]byte, len(c.body)&1)...)
}

// riffChunks returns the chunks that follow each other in the data.
func riffChunks(data []byte) ([]riffChunk, error) {
	var chunks []riffChunk
	for len(data) > 0 {
		if len(data) < 8 {
			return nil, errShort
		}
		size := uint64(binary.LittleEndian.Uint32(data[4:]))
		padded := size + size&1
		if 8+size > uint64(len(data)) {
			return nil, errShort
		}
		chunks = append(chunks, riffChunk{string(data[:4]), data[8 : 8+size]})
		data = data[min(8+padded, uint64(len(data))):]
	}
	return chunks, nil
}
