package bundle

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// wantDifferences expects just these differences, each as “changed site/a.html”.
func wantDifferences(t *testing.T, r Report, want ...string) {
	t.Helper()
	var got []string
	for _, d := range r.Differences {
		got = append(got, string(d.Kind)+" "+d.Path)
	}
	if !slices.Equal(got, want) {
		t.Errorf("the differences are %q, want %q", got, want)
	}
}

// mustVerify verifies what must be a bundle.
func mustVerify(t *testing.T, name string) Report {
	t.Helper()
	report, err := Verify(name)
	must(t, err)
	return report
}

func TestFreshBundleHolds(t *testing.T) {
	b := mustPack(t, contents())
	folder := unzipped(t, b)
	for _, name := range []string{saved(t, zipOf(t, b)), folder, filepath.Join(folder, top)} {
		report := mustVerify(t, name)
		wantDifferences(t, report)
		if !report.Holds() || report.Root != b.Manifest.Root || report.Files != len(contents().Site.Files) {
			t.Errorf("%s: %+v", name, report)
		}
		if m := report.Manifest; m.Organization != "Bureau de Change" || m.Edition != "auditor" || m.Date != "2026-11-23" ||
			m.Annex != "v1.0.0" || m.Revision != "4f1c9ae" || !m.Modified {
			t.Errorf("%s: the manifest says %+v", name, m)
		}
	}
}

// Whichever byte of whichever file is flipped, it is that file which is named.
func TestEveryFlippedByteOfAFileIsNamed(t *testing.T) {
	files := fstest.MapFS{}
	folder := os.DirFS(filepath.Join(unzipped(t, mustPack(t, contents())), top))
	must(t, fs.WalkDir(folder, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(folder, name)
		files[name] = &fstest.MapFile{Data: data}
		return err
	}))
	for name, file := range files {
		for i := range file.Data {
			file.Data[i] ^= 0x01
			list, err := listFolder(files)
			must(t, err)
			report, err := list.verify()
			must(t, err)
			file.Data[i] ^= 0x01
			// A wrong sum of the manifest or the cover cannot be told from a wrong file,
			// for the sums alone know what these were.
			if d := report.Differences; name == sumsName && len(d) == 1 && (d[0].Path == manifestName || d[0].Path == coverName) {
				continue
			}
			wantDifferences(t, report, "changed "+name)
			if t.Failed() {
				t.Fatalf("byte %d of %s", i, name)
			}
		}
	}
}

// Nothing in the zip can change unnoticed, be it in a file or around one. A single
// bit may do so that fills up the last byte of what is compressed: then the files
// are the same.
func TestEveryFlippedByteOfTheZipIsNoticed(t *testing.T) {
	data := zipOf(t, mustPack(t, contents()))
	for i := range data {
		for _, bits := range []byte{0x01, 0x80, 0xff} {
			data[i] ^= bits
			if report, err := verifyZip(bytes.NewReader(data), int64(len(data))); err == nil && report.Holds() {
				if bits == 0xff || root(below(sumsInZip(t, data))) != report.Root {
					t.Errorf("byte %d of %d was flipped by %x, and nothing noticed", i, len(data), bits)
				}
			}
			data[i] ^= bits
		}
	}
}

// sumsInZip returns the sums of what any program finds in a zip.
func sumsInZip(t *testing.T, data []byte) []Sum {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	must(t, err)
	var sums []Sum
	for _, file := range r.File {
		from, err := file.Open()
		must(t, err)
		text, err := io.ReadAll(from)
		must(t, err)
		_, path := splitTop(file.Name)
		sums = append(sums, sumOf(path, text))
	}
	return sums
}

func TestRemovedFilesAreNamed(t *testing.T) {
	for _, path := range []string{manifestName, sumsName, coverName, "site/index.html", "site/risks/R-1.html"} {
		folder := filepath.Join(unzipped(t, mustPack(t, contents())), top)
		must(t, os.Remove(filepath.Join(folder, filepath.FromSlash(path))))
		wantDifferences(t, mustVerify(t, folder), "missing "+path)
		wantDifferences(t, mustVerify(t, saved(t, zipOfFolder(t, filepath.Dir(folder)))), "missing "+path)
	}
}

func TestAddedFilesAreNamed(t *testing.T) {
	for _, path := range []string{"notes.txt", "site/index2.html", "site/risks/.hidden", "risks/R-1.html"} {
		folder := filepath.Join(unzipped(t, mustPack(t, contents())), top)
		name := filepath.Join(folder, filepath.FromSlash(path))
		must(t, os.MkdirAll(filepath.Dir(name), 0o755))
		must(t, os.WriteFile(name, nil, 0o644))
		wantDifferences(t, mustVerify(t, folder), "additional "+path)
		wantDifferences(t, mustVerify(t, saved(t, zipOfFolder(t, filepath.Dir(folder)))), "additional "+path)
	}
}

// zipOfFolder zips a folder as any program would.
func zipOfFolder(t *testing.T, folder string) []byte {
	t.Helper()
	var data bytes.Buffer
	w := zip.NewWriter(&data)
	must(t, w.AddFS(os.DirFS(folder)))
	must(t, w.Close())
	return data.Bytes()
}

func TestAllDifferencesAreNamedInOrder(t *testing.T) {
	folder := filepath.Join(unzipped(t, mustPack(t, contents())), top)
	must(t, os.Rename(filepath.Join(folder, "site", "risks.html"), filepath.Join(folder, "site", "a.html")))
	must(t, os.WriteFile(filepath.Join(folder, "site", "index.html"), []byte("other words"), 0o644))
	must(t, os.WriteFile(filepath.Join(folder, "START.html"), nil, 0o644))
	wantDifferences(t, mustVerify(t, folder), "changed START.html", "additional site/a.html", "changed site/index.html", "missing site/risks.html")
}

// Where somebody has computed all hashes anew, it is the root hash that tells.
func TestForgedBundleHasAnotherRootHash(t *testing.T) {
	forged := contents()
	forged.Site.Files[0].Content = func() ([]byte, error) { return []byte("forged"), nil }
	report := mustVerify(t, saved(t, zipOf(t, mustPack(t, forged))))
	if !report.Holds() || report.Root == mustPack(t, contents()).Manifest.Root {
		t.Errorf("%+v", report)
	}
	renamed := contents()
	renamed.Site.Files[0].Path = "risks/R-2.html"
	if mustPack(t, renamed).Manifest.Root == mustPack(t, contents()).Manifest.Root {
		t.Error("a file was renamed, and the root hash is the same")
	}
}

// Whoever changes a file and either list, but not the other, is found out.
func TestManifestAndSumsVouchForEachOther(t *testing.T) {
	const path = "site/index.html"
	setup := func(t *testing.T) (folder string, m Manifest, sums []Sum) {
		folder = filepath.Join(unzipped(t, mustPack(t, contents())), top)
		m = mustVerify(t, folder).Manifest
		text, err := os.ReadFile(filepath.Join(folder, sumsName))
		must(t, err)
		sums, err = parseSums(text)
		must(t, err)
		must(t, os.WriteFile(filepath.Join(folder, path), []byte("forged"), 0o644))
		return folder, m, sums
	}
	forge := func(sums []Sum) {
		i := slices.IndexFunc(sums, func(s Sum) bool { return s.Path == path })
		sums[i] = sumOf(path, []byte("forged"))
	}
	t.Run("sums", func(t *testing.T) {
		folder, _, sums := setup(t)
		forge(sums)
		must(t, os.WriteFile(filepath.Join(folder, sumsName), lines(sums), 0o644))
		wantDifferences(t, mustVerify(t, folder), "changed SHA256SUMS", "changed "+path)
	})
	t.Run("manifest", func(t *testing.T) {
		folder, m, _ := setup(t)
		forge(m.Files)
		m.Root = root(m.Files)
		text, err := m.encode()
		must(t, err)
		must(t, os.WriteFile(filepath.Join(folder, manifestName), text, 0o644))
		wantDifferences(t, mustVerify(t, folder), "changed MANIFEST.json", "changed "+path)
	})
	t.Run("manifest with its own sum", func(t *testing.T) {
		folder, m, sums := setup(t)
		forge(m.Files)
		m.Root = root(m.Files)
		text, err := m.encode()
		must(t, err)
		must(t, os.WriteFile(filepath.Join(folder, manifestName), text, 0o644))
		sums[slices.IndexFunc(sums, func(s Sum) bool { return s.Path == manifestName })] = sumOf(manifestName, text)
		must(t, os.WriteFile(filepath.Join(folder, sumsName), lines(sums), 0o644))
		wantDifferences(t, mustVerify(t, folder), "changed SHA256SUMS")
	})
}

// A bundle that is read by strangers may say anything.
func TestHostileManifestIsNotBelieved(t *testing.T) {
	for name, change := range map[string]func(*Manifest){
		"escape sequence":     func(m *Manifest) { m.Organization = "\x1b[2J" },
		"right to left":       func(m *Manifest) { m.Edition = "\u202eauditor" },
		"no day":              func(m *Manifest) { m.Date = "yesterday" },
		"other root":          func(m *Manifest) { m.Root = strings.Repeat("0", 64) },
		"no hash":             func(m *Manifest) { m.Files[0].SHA256 = "../../etc/passwd" },
		"path that climbs":    func(m *Manifest) { m.Files[0].Path = "site/../../etc/passwd" },
		"path beside":         func(m *Manifest) { m.Files[0].Path = "START.html" },
		"out of order":        func(m *Manifest) { slices.Reverse(m.Files) },
		"twice":               func(m *Manifest) { m.Files = append(m.Files[:1:1], m.Files...) },
		"twice by other case": func(m *Manifest) { m.Files = append([]Sum{{"site/INDEX.html", m.Files[0].SHA256}}, m.Files...) },
	} {
		folder := filepath.Join(unzipped(t, mustPack(t, contents())), top)
		m := mustVerify(t, folder).Manifest
		change(&m)
		if name != "other root" {
			m.Root = root(m.Files)
		}
		writeManifest(t, folder, m)
		report := mustVerify(t, folder)
		wantDifferences(t, report, "changed MANIFEST.json")
		if report.Manifest.Format != 0 {
			t.Errorf("%s: it is believed: %+v", name, report.Manifest)
		}
		// Without the sums there is nothing left to believe.
		must(t, os.Remove(filepath.Join(folder, sumsName)))
		_, err := Verify(folder)
		wantError(t, err, "this is no bundle")
	}
}

// writeManifest replaces the manifest, and its sum.
func writeManifest(t *testing.T, folder string, m Manifest) {
	t.Helper()
	text, err := json.Marshal(m)
	must(t, err)
	must(t, os.WriteFile(filepath.Join(folder, manifestName), text, 0o644))
	sums, err := os.ReadFile(filepath.Join(folder, sumsName))
	must(t, err)
	_, rest, _ := strings.Cut(string(sums), "\n")
	must(t, os.WriteFile(filepath.Join(folder, sumsName), append(lines([]Sum{sumOf(manifestName, text)}), rest...), 0o644))
}

func TestBundleOfANewerAnnexSaysSo(t *testing.T) {
	folder := filepath.Join(unzipped(t, mustPack(t, contents())), top)
	m := mustVerify(t, folder).Manifest
	m.Format = format + 1
	writeManifest(t, folder, m)
	_, err := Verify(folder)
	wantError(t, err, "it was made by a newer Annex")
}

func TestHostileSumsAreNotBelieved(t *testing.T) {
	hash := strings.Repeat("0", 64)
	for _, text := range []string{
		"", "\n", "hello", hash, hash + "  \n", hash + "  ../x\n", "\x1b[2J" + hash + "  MANIFEST.json\n",
		hash + " *MANIFEST.json\n", strings.ToUpper(strings.Repeat("a", 64)) + "  MANIFEST.json\n", hash + "  MANIFEST.json\r\n",
		hash + "  MANIFEST.json\n" + hash + "  START.html\n" + hash + "  notes.txt\n",
	} {
		folder := filepath.Join(unzipped(t, mustPack(t, contents())), top)
		must(t, os.WriteFile(filepath.Join(folder, sumsName), []byte(text), 0o644))
		wantDifferences(t, mustVerify(t, folder), "changed SHA256SUMS")
		must(t, os.Remove(filepath.Join(folder, manifestName)))
		_, err := Verify(folder)
		wantError(t, err, "this is no bundle")
	}
}

func TestWhatIsNoBundleIsRefused(t *testing.T) {
	folder := t.TempDir()
	write := func(name string, data string) string {
		name = filepath.Join(folder, name)
		must(t, os.WriteFile(name, []byte(data), 0o644))
		return name
	}
	var empty bytes.Buffer
	must(t, zip.NewWriter(&empty).Close())
	for name, want := range map[string]string{
		filepath.Join(folder, "nothing"):              "no such file",
		write("empty.zip", ""):                        "this is no bundle: it is no zip that can be read",
		write("text.zip", "hello"):                    "this is no bundle: it is no zip that can be read",
		write("none.zip", empty.String()):             "this is no bundle: it has neither a MANIFEST.json nor SHA256SUMS",
		write("other.zip", string(other(t, "a/b.c"))): "this is no bundle: it has neither a MANIFEST.json nor SHA256SUMS",
		folder: "this is no bundle: it has neither a MANIFEST.json nor SHA256SUMS",
	} {
		_, err := Verify(name)
		wantError(t, err, filepath.ToSlash(name)+": ")
		wantError(t, err, want)
	}
}

// other returns a zip with files of these names.
func other(t *testing.T, names ...string) []byte {
	t.Helper()
	var data bytes.Buffer
	w := zip.NewWriter(&data)
	for _, name := range names {
		file, err := w.Create(name)
		must(t, err)
		fmt.Fprint(file, name)
	}
	must(t, w.Close())
	return data.Bytes()
}

func TestRootHashIsReadAsPeopleWriteIt(t *testing.T) {
	hash := mustPack(t, contents()).Manifest.Root
	for _, written := range []string{hash, strings.ToUpper(hash), " " + hash[:8] + " " + hash[8:] + "\n"} {
		if got, ok := ParseRoot(written); !ok || got != hash {
			t.Errorf("%q is read as %q", written, got)
		}
	}
	for _, written := range []string{"", "abc", hash[1:], hash + "0", "g" + hash[1:], hash[1:] + "ａ"} {
		if _, ok := ParseRoot(written); ok {
			t.Errorf("%q is taken for a root hash", written)
		}
	}
}
