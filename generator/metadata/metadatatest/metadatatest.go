// Package metadatatest makes images for tests that tell more than they show.
package metadatatest

import (
	"bytes"
	"compress/zlib"
	"encoding/base64"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"slices"
	"strings"
	"sync"
)

// Images returns an image of each type that tells a word wherever its format has
// room for one, by name. With another word they show the same. The word has at
// least four letters, and nothing that XML would have to escape.
func Images(word string) map[string][]byte {
	return map[string][]byte{
		"photo.jpg":   JPEG(word),
		"screen.png":  PNG(word),
		"moving.gif":  GIF(word),
		"photo.webp":  WebP(word),
		"diagram.svg": SVG(word),
	}
}

// must makes an impossible failure of an encoder one of the test.
func must(err error) {
	if err != nil {
		panic(err)
	}
}

// gradientPNG is the picture as PNG. Encoders are costly, and random tests make
// thousands of images that differ in their words only.
var gradientPNG = sync.OnceValue(func() []byte {
	var plain bytes.Buffer
	must(png.Encode(&plain, gradient()))
	return plain.Bytes()
})

// gradient is a picture in which every pixel differs.
func gradient() *image.RGBA {
	picture := image.NewRGBA(image.Rect(0, 0, 24, 16))
	for y := range 16 {
		for x := range 24 {
			picture.Set(x, y, color.RGBA{uint8(10 * x), uint8(15 * y), uint8(x * y), 255})
		}
	}
	return picture
}

// exifTelling is EXIF data with the orientation 6 and a word as artist.
func exifTelling(word string) []byte {
	text := append([]byte(word), 0)
	for len(text) < 5 {
		text = append(text, 0) // a shorter one would stand in the entry itself
	}
	exif := []byte("II*\x00\x08\x00\x00\x00\x02\x00")
	exif = append(exif, "\x12\x01\x03\x00\x01\x00\x00\x00\x06\x00\x00\x00"...)
	exif = binary.LittleEndian.AppendUint32(append(exif, "\x3B\x01\x02\x00"...), uint32(len(text)))
	exif = binary.LittleEndian.AppendUint32(exif, 38)
	return append(append(exif, 0, 0, 0, 0), text...)
}

// profileTelling is a colour profile with a word as its name, in its head and in
// a part that no standard knows.
func profileTelling(word string, version byte) []byte {
	head := make([]byte, 128)
	copy(head[4:], word[:4])
	head[8] = version
	copy(head[12:], "mntrRGB XYZ ")
	copy(head[36:], "acsp")
	copy(head[48:], word[:4])
	copy(head[52:], word[:4])
	copy(head[80:], word[:4])
	parts := []struct{ sign, data string }{
		{"desc", "desc\x00\x00\x00\x00" + word + "\x00"},
		{"wtpt", "XYZ \x00\x00\x00\x00\x00\x00\xF6\xD6\x00\x01\x00\x00\x00\x00\xD3\x2D"},
		{"rTRC", "curv\x00\x00\x00\x00\x00\x00\x00\x01\x02\x33"},
		{"gTRC", "text\x00\x00\x00\x00" + word}, // words where a curve should be
		{"ours", "text\x00\x00\x00\x00" + word},
		{"cprt", "text\x00\x00\x00\x00" + word},
	}
	profile := binary.BigEndian.AppendUint32(head, uint32(len(parts)))
	offset := len(profile) + 12*len(parts)
	for _, part := range parts {
		profile = append(profile, part.sign...)
		profile = binary.BigEndian.AppendUint32(profile, uint32(offset))
		profile = binary.BigEndian.AppendUint32(profile, uint32(len(part.data)))
		offset += len(part.data)
	}
	for _, part := range parts {
		profile = append(profile, part.data...)
	}
	return append(profile, word...)
}

// JPEG returns a photograph that tells the word.
func JPEG(word string) []byte {
	var plain bytes.Buffer
	must(jpeg.Encode(&plain, gradient(), nil))
	segment := func(marker byte, body string) []byte {
		return append(binary.BigEndian.AppendUint16([]byte{0xFF, marker}, uint16(2+len(body))), body...)
	}
	profile := string(profileTelling(word, 4))
	return slices.Concat(
		[]byte{0xFF, 0xD8},
		segment(0xE0, "JFIF\x00\x01\x02\x01\x00\x48\x00\x48\x01\x01"+word[:3]), // a thumbnail of one pixel
		segment(0xE0, "JFXX\x00\x10"+word),
		segment(0xE1, "Exif\x00\x00"+string(exifTelling(word))),
		segment(0xE1, "http://ns.adobe.com/xap/1.0/\x00<x:xmpmeta>"+word+"</x:xmpmeta>"),
		segment(0xE2, "ICC_PROFILE\x00\x01\x02"+profile[:100]),
		segment(0xE2, "ICC_PROFILE\x00\x02\x02"+profile[100:]),
		segment(0xE2, "MPF\x00"+word),
		segment(0xED, "Photoshop 3.0\x008BIM"+word),
		segment(0xFE, word),
		[]byte{0xFF, 0xFF}, // filling
		plain.Bytes()[2:],
		[]byte(word), // such as a film that a telephone adds
	)
}

func pngChunk(kind, body string) []byte {
	chunk := append(binary.BigEndian.AppendUint32(nil, uint32(len(body))), kind+body...)
	return binary.BigEndian.AppendUint32(chunk, crc32.ChecksumIEEE(chunk[4:]))
}

var packers = sync.Pool{New: func() any { return zlib.NewWriter(nil) }}

func packed(text string) string {
	var b bytes.Buffer
	w := packers.Get().(*zlib.Writer)
	defer packers.Put(w)
	w.Reset(&b)
	_, err := w.Write([]byte(text))
	must(err)
	must(w.Close())
	return b.String()
}

// PNG returns a picture that tells the word.
func PNG(word string) []byte {
	const head = 8 + 25
	data := gradientPNG()
	pixels := string(data[head+8 : len(data)-12-4])
	return slices.Concat(
		data[:head],
		pngChunk("iCCP", word+"\x00\x00"+packed(string(profileTelling(word, 2)))),
		pngChunk("gAMA", "\x00\x00\xB1\x8F"),
		pngChunk("tEXt", "Author\x00"+word),
		pngChunk("zTXt", "Comment\x00\x00"+packed(word)),
		pngChunk("iTXt", "XML:com.adobe.xmp\x00\x00\x00\x00\x00"+word),
		pngChunk("eXIf", string(exifTelling(word))),
		pngChunk("tIME", "\x07\xEA\x0B\x17"+word[:3]),
		pngChunk("sPLT", word+"\x00\x08"),
		pngChunk("prVt", word),
		pngChunk("IDAT", pixels[:20]),
		pngChunk("IDAT", pixels[20:]+word), // what was cropped away, as some tools leave it
		pngChunk("tEXt", "Author\x00"+word),
		pngChunk("IEND", ""),
		[]byte(word),
	)
}

// GIF returns an animation that tells the word.
func GIF(word string) []byte {
	frame := func(shade uint8) *image.Paletted {
		return image.NewPaletted(image.Rect(0, 0, 4, 4), color.Palette{color.Gray{shade}, color.White})
	}
	var plain bytes.Buffer
	must(gif.EncodeAll(&plain, &gif.GIF{Image: []*image.Paletted{frame(0), frame(90)}, Delay: []int{5, 7}, LoopCount: 3}))
	data := plain.Bytes()
	start := bytes.Index(data, []byte("\x21\xFF\x0BNETSCAPE2.0"))
	block := func(text string) string { return string([]byte{byte(len(text))}) + text }
	return slices.Concat(
		data[:start],
		[]byte("\x21\xFE"+block(word)+"\x00"),
		[]byte("\x21\xFF\x0BXMP DataXMP"+block(word)+"\x00"),
		[]byte("\x21\xFF\x0BNETSCAPE2.0"+block("\x02"+word)+"\x00"),
		data[start:len(data)-1],
		[]byte("\x21\x01"+block(strings.Repeat("x", 12))+block(word)+"\x00"),
		[]byte{0x3B},
		[]byte(word),
	)
}

func riff(kind, body string) string {
	return kind + string(binary.LittleEndian.AppendUint32(nil, uint32(len(body)))) + body + strings.Repeat("\x00", len(body)&1)
}

// losslessPixels is the one chunk of a small lossless WebP image.
func losslessPixels() string {
	data, err := base64.StdEncoding.DecodeString("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==")
	must(err)
	return string(data[12:])
}

// WebP returns a picture that tells the word.
func WebP(word string) []byte {
	const size = "\x00\x00\x00\x00\x00\x00"
	body := "WEBP" + riff("VP8X", "\x2C"+word[:3]+size) + riff("ICCP", string(profileTelling(word, 4))) + riff("note", word) +
		losslessPixels() + riff("EXIF", string(exifTelling(word))) + riff("XMP ", "<x:xmpmeta>"+word)
	return []byte("RIFF" + string(binary.LittleEndian.AppendUint32(nil, uint32(len(body)))) + body + word)
}

// SVG returns a drawing that tells the word.
func SVG(word string) []byte {
	within := base64.StdEncoding.EncodeToString(JPEG(word))
	return []byte(strings.ReplaceAll(`<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- WORD -->
<svg:svg xmlns:svg="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
   xmlns:WORD="https://example.com/WORD" inkscape:docname="/home/WORD/a.svg" viewBox="0 0 10 10" data-note="WORD" aria-label="WORD"
   content="&lt;mxfile&gt;WORD&lt;/mxfile&gt;" id="WORD" author="WORD">
  <svg:title>WORD</svg:title><svg:desc>WORD <svg:tspan>WORD</svg:tspan></svg:desc>
  <svg:metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:x>WORD</rdf:x></rdf:RDF></svg:metadata>
  <svg:style>/* WORD */ .a { fill: red /* WORD */ }</svg:style>
  <inkscape:page note="WORD"><svg:rect width="1" height="1"/></inkscape:page>
  <svg:g xmlns="https://example.com/" inkscape:label="WORD" style="fill:blue/* WORD */">WORD
    <note>WORD</note><!--WORD--><svg:rect class="a" width="5" height="5" xml:lang="WORD" id="WORD-2"/><svg:path id="a" d="M0 0"/>
    <svg:text x="1" xml:space="preserve">Ship &amp; <svg:tspan>&lt;go&gt;</svg:tspan></svg:text>
  </svg:g>
  <svg:g display="none"><svg:text>WORD</svg:text><svg:path d="M1 1"/><svg:g><svg:text><svg:tspan>WORD</svg:tspan></svg:text></svg:g></svg:g>
  <svg:g style="fill:red; display : none"><svg:text>WORD</svg:text></svg:g>
  <svg:image x:href="data:image/jpeg;base64,`+within+`" width="3"/><svg:use href="#a" x:title="WORD"/>
</svg:svg><!-- WORD -->
`, "WORD", word))
}
