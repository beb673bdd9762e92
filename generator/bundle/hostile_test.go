package bundle

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"io/fs"
	"math"
	"strings"
	"testing"
)

// withEntry returns a sound bundle with one more entry, which holds text but says
// of itself what change makes of its header.
func withEntry(t *testing.T, name string, change func(*zip.FileHeader)) []byte {
	t.Helper()
	const text = "harmful"
	var compressed bytes.Buffer
	deflate, err := flate.NewWriter(&compressed, flate.BestCompression)
	must(t, err)
	fmt.Fprint(deflate, text)
	must(t, deflate.Close())

	var data bytes.Buffer
	w := zip.NewWriter(&data)
	for _, file := range mustPack(t, contents()).files {
		must(t, w.Copy(file.entry))
	}
	header := &zip.FileHeader{Name: name, Method: zip.Deflate, CreatorVersion: creator, CompressedSize64: uint64(compressed.Len()), UncompressedSize64: uint64(len(text))}
	header.SetMode(0o644)
	if change != nil {
		change(header)
	}
	entry, err := w.CreateRaw(header)
	must(t, err)
	if !strings.HasSuffix(name, "/") {
		_, err = entry.Write(compressed.Bytes())
		must(t, err)
	}
	must(t, w.Close())
	return data.Bytes()
}

func verifyBytes(data []byte) (Report, error) {
	return verifyZip(bytes.NewReader(data), int64(len(data)))
}

func TestHostileNamesAreRefused(t *testing.T) {
	const site = top + "/site/"
	for name, want := range map[string]string{
		"../../etc/passwd":              "not a path inside",
		"/etc/passwd":                   "not a path inside",
		"":                              "not a path inside",
		".":                             "not a path inside",
		site + "../../../passwd":        "not a path inside",
		site + "./index2.html":          "not a path inside",
		site + "/index2.html":           "not a path inside",
		`..\..\windows\system.ini`:      `cannot hold '\\'`,
		top + `\site\index.html`:        `cannot hold '\\'`,
		"C:/windows/system.ini":         "cannot hold ':'",
		site + "index.html:stream":      "cannot hold ':'",
		site + "aux.html":               "name of a device",
		site + "trailing.":              "ends in a dot or a space",
		site + "index.html":             "cannot have both",
		site + "INDEX.html":             "cannot have both",
		site + "index.html/more":        "cannot have both",
		site + "risks":                  "cannot have both",
		strings.ToUpper(top) + "/x":     "cannot have both",
		site + "\x1b[2J.html":           "cannot be seen",
		site + "a\u202elmth.exe":        "cannot be seen",
		site + "a\u0085.html":           "cannot be seen",
		site + "a\xff.html":             "not a path inside",
		site + strings.Repeat("a", 230): "and a bundle allows 255",
		strings.Repeat("a/", 30_000):    "and a bundle allows 255",
		strings.Repeat("a/", 60) + "a":  "lies deeper than",
		"beside.txt":                    "lies beside the one folder",
		"other/site/index.html":         "lies beside the one folder",
		// Entries for folders.
		"../":                "not a path inside",
		"../../tmp/":         "not a path inside",
		"/":                  "not a path inside",
		"other/":             "lies beside the one folder",
		site + "index.html/": "cannot have both",
		site + "RISKS/":      "cannot have both",
	} {
		_, err := verifyBytes(withEntry(t, name, nil))
		wantError(t, err, "refused, for it could harm whoever unzips it: ")
		wantError(t, err, want)
	}
}

func TestHostileEntriesAreRefused(t *testing.T) {
	mode := func(mode fs.FileMode) func(*zip.FileHeader) {
		return func(h *zip.FileHeader) { h.SetMode(mode) }
	}
	for want, change := range map[string]func(*zip.FileHeader){
		"is a symbolic link":                 mode(fs.ModeSymlink | 0o777),
		"is no ordinary file":                mode(fs.ModeNamedPipe | 0o644),
		"extra.html\" is no ordinary file":   mode(fs.ModeDir | 0o755),
		"/extra.html\" is no ordinary file":  mode(fs.ModeDevice | 0o644),
		"is encrypted":                       func(h *zip.FileHeader) { h.Flags |= 0x1 },
		"way that not every program knows":   func(h *zip.FileHeader) { h.Method = 12 },
		"claim to have more than 4294967296": func(h *zip.FileHeader) { h.UncompressedSize64 = 5 << 30 },
		"claim to have more than":            func(h *zip.FileHeader) { h.UncompressedSize64 = math.MaxUint64 },
		"its files overlap":                  func(h *zip.FileHeader) { h.CompressedSize64 = 1 << 20 },
	} {
		_, err := verifyBytes(withEntry(t, top+"/site/extra.html", change))
		wantError(t, err, "refused, for it could harm whoever unzips it: ")
		wantError(t, err, want)
	}
}

func TestLinkToAFolderIsRefused(t *testing.T) {
	_, err := verifyBytes(withEntry(t, top+"/site/link/", func(h *zip.FileHeader) { h.SetMode(fs.ModeSymlink | 0o777) }))
	wantError(t, err, "is a symbolic link")
}

func TestZipOfCountlessFilesIsRefused(t *testing.T) {
	var data bytes.Buffer
	w := zip.NewWriter(&data)
	for i := range maxFiles + 1 {
		_, err := w.CreateRaw(&zip.FileHeader{Name: fmt.Sprint(top, "/", i)})
		must(t, err)
	}
	must(t, w.Close())
	_, err := verifyBytes(data.Bytes())
	wantError(t, err, "are more than a bundle may hold")
}

// What a zip says of the size is what anybody prepares for. A file that goes on
// after that is damaged, and read no further.
func TestFileThatIsLargerThanItClaimsIsDamaged(t *testing.T) {
	for _, size := range []uint64{0, 3, 100} {
		data := withEntry(t, top+"/site/extra.html", func(h *zip.FileHeader) { h.UncompressedSize64 = size })
		report, err := verifyBytes(data)
		must(t, err)
		if len(report.Differences) != 1 || report.Differences[0] != (Difference{Additional, "site/extra.html", "is damaged"}) {
			t.Errorf("%+v", report.Differences)
		}
	}
}

func TestCompressionBombIsReadNoFurtherThanItClaims(t *testing.T) {
	var bomb bytes.Buffer
	deflate, err := flate.NewWriter(&bomb, flate.BestCompression)
	must(t, err)
	zeros := make([]byte, 1<<20)
	for range 64 {
		_, err := deflate.Write(zeros)
		must(t, err)
	}
	must(t, deflate.Close())
	var data bytes.Buffer
	w := zip.NewWriter(&data)
	for i, file := range mustPack(t, contents()).files {
		if file.Path != manifestName {
			must(t, w.Copy(file.entry))
			continue
		}
		entry, err := w.CreateRaw(&zip.FileHeader{Name: top + "/" + manifestName, Method: zip.Deflate, CompressedSize64: uint64(bomb.Len()), UncompressedSize64: uint64(1000 + i)})
		must(t, err)
		_, err = entry.Write(bomb.Bytes())
		must(t, err)
	}
	must(t, w.Close())
	report, err := verifyBytes(data.Bytes())
	must(t, err)
	if len(report.Differences) != 1 || report.Differences[0] != (Difference{Changed, manifestName, "is damaged"}) {
		t.Errorf("%+v", report.Differences)
	}
}

// A program may believe the directory of a zip, or what stands before each file;
// it may look for the beginning, or take it for granted. Where it could find
// something else, the zip does not hold.
func TestZipThatSaysTwoThingsDoesNotHold(t *testing.T) {
	b := mustPack(t, contents())
	sound := zipOf(t, b)
	index := []byte("site/index.html")
	for name, data := range map[string][]byte{
		"other name before the file": bytes.Replace(sound, index, []byte("site/indeks.htm"), 1),
		"something before the zip":   append([]byte("#!/bin/sh\n"), sound...),
		"a comment":                  commented(t, sound, "read me"),
		"packed by another program":  zipOfFolder(t, unzipped(t, b)),
		"a folder of its own":        withEntry(t, top+"/site/", nil),
		"an empty folder":            withEntry(t, top+"/site/empty/", nil),
	} {
		report, err := verifyBytes(data)
		must(t, err)
		wantDifferences(t, report)
		if !report.Repacked || report.Holds() {
			t.Errorf("%s: it holds", name)
		}
	}
	if report, err := verifyBytes(sound); err != nil || !report.Holds() {
		t.Errorf("the sound one does not hold: %v", err)
	}
}

func commented(t *testing.T, sound []byte, comment string) []byte {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(sound), int64(len(sound)))
	must(t, err)
	var data bytes.Buffer
	w := zip.NewWriter(&data)
	for _, file := range r.File {
		must(t, w.Copy(file))
	}
	must(t, w.SetComment(comment))
	must(t, w.Close())
	return data.Bytes()
}
