package metadata

import (
	"bytes"
	"encoding/binary"
)

// The markers of JPEG that matter here.
const (
	markerSOI  = 0xD8
	markerEOI  = 0xD9
	markerSOS  = 0xDA
	markerDQT  = 0xDB
	markerDNL  = 0xDC
	markerDRI  = 0xDD
	markerDHT  = 0xC4
	markerDAC  = 0xCC
	markerAPP0 = 0xE0
	markerAPP1 = 0xE1
	markerAPP2 = 0xE2
	markerAPPE = 0xEE
	markerAPPF = 0xEF
	markerCOM  = 0xFE
)

// What the segments begin with that are used.
var (
	jfifSign  = []byte("JFIF\x00")
	exifSign  = []byte("Exif\x00\x00")
	iccSign   = []byte("ICC_PROFILE\x00")
	adobeSign = []byte("Adobe")
)

// stripJPEG keeps the tables, the frames and the scans, and writes anew the few
// segments by which the picture looks right: that it is JFIF, how its
// colours are meant, and which way up it is.
func stripJPEG(data []byte) ([]byte, error) {
	if !bytes.HasPrefix(data, []byte{0xFF, markerSOI}) {
		return nil, errDamaged
	}
	var head jpegHead
	var picture bytes.Buffer
	for rest := data[2:]; ; {
		for len(rest) > 1 && rest[0] == 0xFF && rest[1] == 0xFF {
			rest = rest[1:] // a marker may have any number of these before it
		}
		if len(rest) < 2 {
			return nil, errShort
		}
		if rest[0] != 0xFF {
			return nil, errDamaged
		}
		marker := rest[1]
		if marker == markerEOI {
			picture.Write([]byte{0xFF, markerEOI})
			return append(head.bytes(), picture.Bytes()...), nil
		}
		if len(rest) < 4 {
			return nil, errShort
		}
		size := 2 + int(binary.BigEndian.Uint16(rest[2:]))
		if size < 4 || size > len(rest) {
			return nil, errShort
		}
		body := rest[4:size]
		switch {
		case marker >= markerAPP0 && marker <= markerAPPF:
			head.read(marker, body)
		case marker == markerCOM:
		case fitsJPEG(marker, body):
			picture.Write(rest[:size])
		default:
			return nil, errDamaged
		}
		rest = rest[size:]
		if marker == markerSOS {
			length := scanLength(rest)
			picture.Write(rest[:length])
			rest = rest[length:]
		}
	}
}

// scanLength returns how long the compressed pixels are with which the data
// begins: up to a marker that is no part of them.
func scanLength(data []byte) int {
	for i := 0; i+1 < len(data); i++ {
		within := data[i+1] == 0 || data[i+1] >= 0xD0 && data[i+1] <= 0xD7
		if data[i] == 0xFF && data[i+1] != 0xFF && !within {
			return i
		}
	}
	return len(data)
}

// fitsJPEG reports whether a segment belongs to the picture and is no longer than
// what it says of the picture.
func fitsJPEG(marker byte, body []byte) bool {
	switch marker {
	case markerDQT:
		for len(body) > 0 {
			size := 1 + 64*(1+int(body[0]>>4))
			if size > len(body) {
				return false
			}
			body = body[size:]
		}
		return true
	case markerDHT:
		for len(body) > 0 {
			if len(body) < 17 {
				return false
			}
			size := 17
			for _, count := range body[1:17] {
				size += int(count)
			}
			if size > len(body) {
				return false
			}
			body = body[size:]
		}
		return true
	case markerDAC:
		return len(body)%2 == 0
	case markerDRI, markerDNL:
		return len(body) == 2
	case markerSOS:
		return len(body) > 0 && len(body) == 4+2*int(body[0])
	}
	isFrame := marker >= 0xC0 && marker <= 0xCF && marker != 0xC8
	return isFrame && len(body) > 5 && len(body) == 6+3*int(body[5])
}

// jpegHead is what the segments before the picture say that it needs.
type jpegHead struct {
	jfif        bool
	adobe       bool
	transform   byte // of Adobe's segment: how the colours are stored
	orientation uint16
	profile     []byte
}

func (h *jpegHead) read(marker byte, body []byte) {
	switch {
	case marker == markerAPP0 && bytes.HasPrefix(body, jfifSign):
		h.jfif = true
	case marker == markerAPP1 && bytes.HasPrefix(body, exifSign) && h.orientation == 0:
		h.orientation = orientationOf(body[len(exifSign):])
	case marker == markerAPP2 && bytes.HasPrefix(body, iccSign) && len(body) > len(iccSign)+2:
		h.profile = append(h.profile, body[len(iccSign)+2:]...)
	case marker == markerAPPE && bytes.HasPrefix(body, adobeSign) && len(body) >= 12:
		h.adobe, h.transform = true, body[11]
	}
}

// mostOfProfile is how much of a colour profile one segment can hold.
const mostOfProfile = 0xFFFF - 2 - 14

// bytes returns the start of the file up to the picture.
func (h *jpegHead) bytes() []byte {
	head := []byte{0xFF, markerSOI}
	add := func(marker byte, parts ...[]byte) {
		body := bytes.Join(parts, nil)
		head = append(head, 0xFF, marker)
		head = binary.BigEndian.AppendUint16(head, uint16(2+len(body)))
		head = append(head, body...)
	}
	if h.jfif {
		add(markerAPP0, jfifSign, []byte{1, 1, 0, 0, 1, 0, 1, 0, 0})
	}
	if exif := exifOf(h.orientation); exif != nil {
		add(markerAPP1, exifSign, exif)
	}
	profile := bareProfile(h.profile)
	count := (len(profile) + mostOfProfile - 1) / mostOfProfile
	for i := range count {
		part := profile[i*mostOfProfile : min((i+1)*mostOfProfile, len(profile))]
		add(markerAPP2, iccSign, []byte{byte(i + 1), byte(count)}, part)
	}
	if h.adobe {
		add(markerAPPE, adobeSign, []byte{0, 100, 0, 0, 0, 0, h.transform})
	}
	return head
}
