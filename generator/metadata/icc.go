package metadata

import (
	"bytes"
	"encoding/binary"
	"slices"
)

// colorimetric are the parts of a colour profile that say what its numbers look
// like. The others name whose screen it was made for, when and by whom.
var colorimetric = []string{
	"wtpt", "bkpt", "chad", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC", "kTRC", "cicp",
	"A2B0", "A2B1", "A2B2", "B2A0", "B2A1", "B2A2",
}

// numeric are the types of such parts that hold numbers alone.
var numeric = []string{"XYZ ", "curv", "para", "sf32", "cicp", "mft1", "mft2", "mAB ", "mBA "}

const (
	profileHead = 128
	profileTag  = 12
)

// bareProfile returns the colour profile with nothing in it but colours; none
// where it cannot be read, as if the image had no profile.
func bareProfile(profile []byte) []byte {
	if len(profile) < profileHead+4 || string(profile[36:40]) != "acsp" {
		return nil
	}
	parts := partsOf(profile)
	if len(parts) == 0 {
		return nil
	}
	slices.SortFunc(parts, func(a, b profilePart) int { return bytes.Compare([]byte(a.sign), []byte(b.sign)) })
	parts = append(parts, nameless(profile[8])...)

	bare := make([]byte, profileHead, len(profile))
	for _, kept := range [][2]int{{8, 24}, {36, 40}, {64, 80}} { // version, class and spaces; the sign; intent and white
		copy(bare[kept[0]:kept[1]], profile[kept[0]:kept[1]])
	}
	bare = binary.BigEndian.AppendUint32(bare, uint32(len(parts)))
	offset := len(bare) + profileTag*len(parts)
	var body []byte
	for _, part := range parts {
		bare = append(bare, part.sign...)
		bare = binary.BigEndian.AppendUint32(bare, uint32(offset+len(body)))
		bare = binary.BigEndian.AppendUint32(bare, uint32(len(part.data)))
		body = append(body, part.data...)
		body = append(body, make([]byte, -len(body)&3)...)
	}
	bare = append(bare, body...)
	binary.BigEndian.PutUint32(bare, uint32(len(bare)))
	return bare
}

// profilePart is one entry of a profile's table.
type profilePart struct {
	sign string
	data []byte
}

// partsOf returns the parts of a profile that are colours.
func partsOf(profile []byte) []profilePart {
	var parts []profilePart
	table := profile[profileHead+4:]
	for range binary.BigEndian.Uint32(profile[profileHead:]) {
		if len(table) < profileTag {
			return nil
		}
		sign := string(table[:4])
		start, size := uint64(binary.BigEndian.Uint32(table[4:])), uint64(binary.BigEndian.Uint32(table[8:]))
		table = table[profileTag:]
		if start+size > uint64(len(profile)) || size < 8 {
			return nil
		}
		data := profile[start : start+size]
		known := slices.ContainsFunc(parts, func(p profilePart) bool { return p.sign == sign })
		if !known && slices.Contains(colorimetric, sign) && slices.Contains(numeric, string(data[:4])) {
			parts = append(parts, profilePart{sign, data})
		}
	}
	return parts
}

// nameless returns the two texts that every profile must have, its name and its
// copyright, in the form of the version, both saying nothing.
func nameless(version byte) []profilePart {
	name, copyright := make([]byte, 12+2+8+3+67), []byte("text\x00\x00\x00\x00-\x00")
	copy(name, "desc")
	name[11], name[12] = 2, '-' // two bytes of text: “-” and its end
	if version >= 4 {
		name = []byte("mluc\x00\x00\x00\x00\x00\x00\x00\x01\x00\x00\x00\x0CenUS\x00\x00\x00\x02\x00\x00\x00\x1C\x00-")
		copyright = name
	}
	return []profilePart{{"cprt", copyright}, {"desc", name}}
}
