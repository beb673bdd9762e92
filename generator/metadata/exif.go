package metadata

import "encoding/binary"

// Which way up a picture is: 1 is as it is stored, and of the other seven ways
// each turns or mirrors it.
const (
	upright         = 1
	lastOrientation = 8
	orientationTag  = 0x0112
)

// orientationOf returns the orientation that EXIF data tells, zero where it
// tells none.
func orientationOf(exif []byte) uint16 {
	if len(exif) < 8 {
		return 0
	}
	var order binary.ByteOrder = binary.BigEndian
	if exif[0] == 'I' {
		order = binary.LittleEndian
	}
	start := int64(order.Uint32(exif[4:]))
	if start+2 > int64(len(exif)) {
		return 0
	}
	const entrySize = 12
	entries := exif[start+2:]
	for range order.Uint16(exif[start:]) {
		if len(entries) < entrySize {
			return 0
		}
		if order.Uint16(entries) == orientationTag {
			return order.Uint16(entries[8:])
		}
		entries = entries[entrySize:]
	}
	return 0
}

// exifOf returns EXIF data that tells the orientation and nothing else; none
// where the picture is upright as it is stored.
func exifOf(orientation uint16) []byte {
	if orientation <= upright || orientation > lastOrientation {
		return nil
	}
	return []byte{
		'M', 'M', 0, 42, 0, 0, 0, 8, // the list of entries begins after these eight bytes
		0, 1, // one entry:
		orientationTag >> 8, orientationTag & 0xFF, 0, 3, 0, 0, 0, 1, 0, byte(orientation), 0, 0,
		0, 0, 0, 0, // and no other list
	}
}
