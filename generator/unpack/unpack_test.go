package unpack_test

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"encoding/binary"
	"io"
	"slices"
	"testing"

	"github.com/annex-isms/annex/generator/unpack"
)

const word = "Kilimanjaro"

func packed(t *testing.T, data string, with func(io.Writer) io.WriteCloser) string {
	t.Helper()
	var b bytes.Buffer
	w := with(&b)
	if _, err := io.WriteString(w, data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func zlibbed(t *testing.T, data string) string {
	return packed(t, data, func(w io.Writer) io.WriteCloser { return zlib.NewWriter(w) })
}

func gzipped(t *testing.T, data string) string {
	return packed(t, data, func(w io.Writer) io.WriteCloser { return gzip.NewWriter(w) })
}

func zipped(t *testing.T, name, data string) string {
	t.Helper()
	var b bytes.Buffer
	archive := zip.NewWriter(&b)
	file, err := archive.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(file, data); err != nil {
		t.Fatal(err)
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func chunk(kind, body string) string {
	return string(binary.BigEndian.AppendUint32(nil, uint32(len(body)))) + kind + body + "\x00\x00\x00\x00"
}

func TestWordsAreFoundHoweverTheyArePacked(t *testing.T) {
	const png = "\x89PNG\r\n\x1a\n"
	for name, data := range map[string]string{
		"not at all":                 word,
		"gzip":                       gzipped(t, word),
		"gzip twice":                 gzipped(t, gzipped(t, word)),
		"a zip archive":              zipped(t, "a.txt", word),
		"a name in a zip archive":    zipped(t, word, ""),
		"gzip in a zip archive":      zipped(t, "a.gz", gzipped(t, word)),
		"a text of PNG":              png + chunk("zTXt", "Comment\x00\x00"+zlibbed(t, word)),
		"an international text":      png + chunk("iTXt", "Comment\x00\x01\x00en\x00\x00"+zlibbed(t, word)),
		"a colour profile":           png + chunk("iCCP", "a\x00\x00"+zlibbed(t, word)),
		"pixels in two chunks":       png + chunk("IDAT", zlibbed(t, word)[:9]) + chunk("IDAT", zlibbed(t, word)[9:]),
		"a stream of PDF":            "%PDF-1.7\n<< >>\nstream\n" + zlibbed(t, "x") + "\nendstream\nstream\r\n" + zlibbed(t, word) + "\nendstream",
		"gzip that is cut short":     gzipped(t, word+word)[:30],
		"a zip archive in a PDF, so": zipped(t, "a.pdf", "%PDF-1.7\nstream\n"+zlibbed(t, word)),
	} {
		parts := unpack.Parts([]byte(data))
		if !slices.ContainsFunc(parts, func(part []byte) bool { return bytes.Contains(part, []byte(word)) }) {
			t.Errorf("%s: the word is not found in %q", name, parts)
		}
	}
}

func TestABombIsUnpackedUpToALimit(t *testing.T) {
	var once bytes.Buffer
	w := gzip.NewWriter(&once)
	if _, err := io.CopyN(w, zeros{}, 2*unpack.Most); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	total := 0
	for _, part := range unpack.Parts([]byte(zipped(t, "a", once.String()))) {
		total += len(part)
	}
	if total > unpack.Most+4*once.Len() {
		t.Errorf("%d bytes were unpacked", total)
	}
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) {
	clear(p)
	return len(p), nil
}

func FuzzParts(f *testing.F) {
	f.Add([]byte("\x89PNG\r\n\x1a\n" + chunk("zTXt", "a")))
	f.Add([]byte("%PDF-1.7\nstream\n"))
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if parts := unpack.Parts(data); !bytes.Equal(parts[0], data) {
			t.Error("the first part is not the data itself")
		}
	})
}
