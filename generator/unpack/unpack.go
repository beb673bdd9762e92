// Package unpack looks into files for what lies compressed in them, so that
// words can be searched for in all of it.
package unpack

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"encoding/binary"
	"io"
)

// Most is how many bytes are unpacked of one file; some files would unpack to
// more than any memory holds.
const Most = 64 << 20

// Parts returns the data itself and then all that lies compressed in it, and
// again in that: the files of a zip archive, what gzip holds, the texts and the
// pixels of a PNG image, the streams of a PDF. What cannot be unpacked is left out.
func Parts(data []byte) [][]byte {
	u := unpacker{left: Most}
	u.part(data)
	return u.parts
}

type unpacker struct {
	parts [][]byte
	left  int64 // how many bytes may still be unpacked
}

func (u *unpacker) part(data []byte) {
	u.parts = append(u.parts, data)
	switch {
	case bytes.HasPrefix(data, []byte("\x1f\x8b")):
		if reader, err := gzip.NewReader(bytes.NewReader(data)); err == nil {
			u.read(reader)
		}
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		u.zip(data)
	case bytes.HasPrefix(data, []byte("\x89PNG\r\n\x1a\n")):
		u.png(data[8:])
	case bytes.HasPrefix(data, []byte("%PDF-")):
		u.pdf(data)
	}
}

// read takes what comes out of the reader, up to where it ends or breaks.
func (u *unpacker) read(reader io.Reader) {
	data, _ := io.ReadAll(io.LimitReader(reader, u.left))
	if len(data) == 0 {
		return
	}
	u.left -= int64(len(data))
	u.part(data)
}

func (u *unpacker) inflate(data []byte) {
	if reader, err := zlib.NewReader(bytes.NewReader(data)); err == nil {
		u.read(reader)
	}
}

func (u *unpacker) zip(data []byte) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return
	}
	for _, file := range archive.File {
		u.parts = append(u.parts, []byte(file.Name+"\n"+file.Comment))
		if reader, err := file.Open(); err == nil {
			u.read(reader)
			_ = reader.Close()
		}
	}
}

// png unpacks the chunks that are compressed: pixels, texts and profiles.
func (u *unpacker) png(rest []byte) {
	var pixels []byte
	for len(rest) >= 12 {
		size := uint64(binary.BigEndian.Uint32(rest))
		if size+12 > uint64(len(rest)) {
			break
		}
		kind, body := string(rest[4:8]), rest[8:8+size]
		rest = rest[12+size:]
		_, after, _ := bytes.Cut(body, []byte{0}) // behind the keyword
		switch {
		case kind == "IDAT":
			pixels = append(pixels, body...)
		case (kind == "zTXt" || kind == "iCCP") && len(after) > 1:
			u.inflate(after[1:])
		case kind == "iTXt" && len(after) > 2 && after[0] == 1:
			if texts := bytes.SplitN(after[2:], []byte{0}, 3); len(texts) == 3 {
				u.inflate(texts[2])
			}
		}
	}
	if len(pixels) > 0 {
		u.inflate(pixels)
	}
}

// pdf unpacks every stream that is compressed in the usual way.
func (u *unpacker) pdf(data []byte) {
	for {
		_, after, found := bytes.Cut(data, []byte("stream"))
		if !found {
			return
		}
		data = after
		u.inflate(bytes.TrimPrefix(bytes.TrimPrefix(after, []byte("\r")), []byte("\n")))
	}
}
