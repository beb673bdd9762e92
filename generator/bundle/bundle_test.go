package bundle

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/annex-isms/annex/generator/publish"
)

const top = "bureau-de-change-auditor-2026-11-23"

// contents returns a little edition to pack, with names that are hard to sort.
func contents() Contents {
	c := Contents{
		Manifest: Manifest{Organization: "Bureau de Change", Edition: "auditor", Date: "2026-11-23", Annex: "v1.0.0", Revision: "4f1c9ae", Modified: true},
		Cover:    func(m Manifest) ([]byte, error) { return []byte("cover of " + m.Root), nil },
	}
	for _, path := range []string{"risks/R-1.html", "risks.html", "risks-of-all.html", "index.html", "Über uns.html", "empty.txt"} {
		c.Site.Files = append(c.Site.Files, publish.File{Path: path, Content: func() ([]byte, error) {
			return []byte(strings.Repeat("about "+path+"\n", len(path)%9)), nil
		}})
	}
	return c
}

func mustPack(t *testing.T, c Contents) *Bundle {
	t.Helper()
	b, err := Pack(c)
	must(t, err)
	return b
}

// zipOf returns the bundle as a zip.
func zipOf(t *testing.T, b *Bundle) []byte {
	t.Helper()
	var data bytes.Buffer
	must(t, b.Write(&data))
	return data.Bytes()
}

// saved writes a zip to a file of its own.
func saved(t *testing.T, data []byte) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "bundle.zip")
	must(t, os.WriteFile(name, data, 0o644))
	return name
}

// unzipped unzips the bundle, and returns the folder that it was unzipped to.
func unzipped(t *testing.T, b *Bundle) string {
	t.Helper()
	folder := t.TempDir()
	data := zipOf(t, b)
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	must(t, err)
	must(t, os.CopyFS(folder, r))
	return folder
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func wantError(t *testing.T, err error, want string) {
	t.Helper()
	if err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("the error is %v, want “%s”", err, want)
	}
}

func TestBundleHasOneFolderInOrder(t *testing.T) {
	data := zipOf(t, mustPack(t, contents()))
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	must(t, err)
	var names []string
	for _, file := range r.File {
		names = append(names, file.Name)
		if !file.Modified.Equal(contents().Manifest.modified()) || file.Mode() != 0o644 {
			t.Errorf("%s has the time %s and the mode %s", file.Name, file.Modified, file.Mode())
		}
	}
	want := []string{
		top + "/MANIFEST.json", top + "/SHA256SUMS", top + "/START.html", top + "/site/empty.txt", top + "/site/index.html",
		top + "/site/risks-of-all.html", top + "/site/risks.html", top + "/site/risks/R-1.html", top + "/site/Über uns.html",
	}
	if !slices.Equal(names, want) {
		t.Errorf("it holds %q, want %q", names, want)
	}
}

func TestSameContentsGiveTheSameBytes(t *testing.T) {
	first := zipOf(t, mustPack(t, contents()))
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	reversed := contents()
	slices.Reverse(reversed.Site.Files)
	if second := zipOf(t, mustPack(t, reversed)); !bytes.Equal(first, second) {
		t.Error("packed again, in another order and by one processor, the bytes are different")
	}
	otherDay := contents()
	otherDay.Manifest.Date = "2026-11-24"
	if second := zipOf(t, mustPack(t, otherDay)); bytes.Equal(first, second) {
		t.Error("the day makes no difference")
	}
}

// The documentation says how to compute the root hash without Annex. This does so,
// with nothing of the package but the bundle.
func TestRootHashIsThatOfTheSortedSums(t *testing.T) {
	b := mustPack(t, contents())
	folder := filepath.Join(unzipped(t, b), top)
	var paths []string
	must(t, filepath.WalkDir(filepath.Join(folder, "site"), func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			relative, _ := filepath.Rel(folder, name)
			paths = append(paths, filepath.ToSlash(relative))
		}
		return err
	}))
	slices.Sort(paths)
	var sums string
	for _, path := range paths {
		data, err := os.ReadFile(filepath.Join(folder, filepath.FromSlash(path)))
		must(t, err)
		hash := sha256.Sum256(data)
		sums += hex.EncodeToString(hash[:]) + "  " + path + "\n"
	}
	hash := sha256.Sum256([]byte(sums))
	if want := hex.EncodeToString(hash[:]); b.Manifest.Root != want {
		t.Errorf("the root hash is %s, want %s", b.Manifest.Root, want)
	}
	all, err := os.ReadFile(filepath.Join(folder, "SHA256SUMS"))
	must(t, err)
	if !strings.HasSuffix(string(all), sums) {
		t.Errorf("SHA256SUMS does not end in the lines that the root hash is made of: %s", all)
	}
	cover, err := os.ReadFile(filepath.Join(folder, "START.html"))
	must(t, err)
	if string(cover) != "cover of "+b.Manifest.Root {
		t.Errorf("the cover was told another root hash: %s", cover)
	}
}

func TestSumsListEveryOtherFile(t *testing.T) {
	folder := filepath.Join(unzipped(t, mustPack(t, contents())), top)
	text, err := os.ReadFile(filepath.Join(folder, "SHA256SUMS"))
	must(t, err)
	var listed []string
	for line := range strings.Lines(string(text)) {
		hash, name, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "  ")
		data, err := os.ReadFile(filepath.Join(folder, filepath.FromSlash(name)))
		must(t, err)
		if sum := sha256.Sum256(data); !ok || hash != hex.EncodeToString(sum[:]) {
			t.Errorf("the line %q is not what sha256sum prints", line)
		}
		listed = append(listed, name)
	}
	if len(listed) != len(contents().Site.Files)+2 || !slices.Contains(listed, "START.html") || !slices.Contains(listed, "MANIFEST.json") {
		t.Errorf("it lists %q", listed)
	}
}

// The commands that the cover prints give what it says. Where there is no
// sha256sum, the tests above compute the same.
func TestCommandsOnTheCoverWork(t *testing.T) {
	for _, tool := range []string{"sh", "sha256sum", "find", "sort", "xargs", "grep"} {
		if _, err := exec.LookPath(tool); err != nil || runtime.GOOS != "linux" {
			t.Skipf("no %s here", tool)
		}
	}
	b := mustPack(t, contents())
	for command, want := range map[string]string{
		`sha256sum --quiet --strict -c SHA256SUMS`:                                      "",
		`find site -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum`: b.Manifest.Root + "  -\n",
		`grep '  site/' SHA256SUMS | sha256sum`:                                         b.Manifest.Root + "  -\n",
	} {
		run := exec.Command("sh", "-c", command)
		run.Dir = filepath.Join(unzipped(t, b), top)
		if got, err := run.CombinedOutput(); err != nil || string(got) != want {
			t.Errorf("%s: %v, it prints %q, want %q", command, err, got, want)
		}
	}
}

func TestTheCommandForPowerShellOnTheCoverWorks(t *testing.T) {
	shell, err := exec.LookPath("pwsh")
	if err != nil {
		t.Skip("no PowerShell here")
	}
	const command = `Get-Content SHA256SUMS -Encoding UTF8 | ForEach-Object {
  $hash, $file = $_ -split '  ', 2
  if ((Get-FileHash -LiteralPath $file).Hash -ne $hash) { $file }
}`
	folder := filepath.Join(unzipped(t, mustPack(t, contents())), top)
	for _, want := range []string{"", "START.html"} {
		if want != "" {
			if err := os.WriteFile(filepath.Join(folder, want), []byte("changed"), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		run := exec.Command(shell, "-NoProfile", "-Command", command)
		run.Dir = folder
		if got, err := run.CombinedOutput(); err != nil || strings.TrimSpace(string(got)) != want {
			t.Errorf("it prints %q, %v, want %q", got, err, want)
		}
	}
}

func TestNameIsMadeOfWhatEverySystemAllows(t *testing.T) {
	for organization, want := range map[string]string{
		"Harbourline":               "harbourline",
		"Bureau de Change":          "bureau-de-change",
		"  Müller & Söhne GmbH.":    "muller-sohne-gmbh",
		"../../etc":                 "etc",
		"ＡＣＭＥ":                      "acme",
		"港湾":                        "isms",
		"":                          "isms",
		"con":                       "con",
		strings.Repeat("long ", 20): "long-long-long-long-long-long-long-long",
	} {
		m := Manifest{Organization: organization, Edition: "staff", Date: "2026-11-23"}
		if got := m.Name(); got != want+"-staff-2026-11-23" {
			t.Errorf("%q becomes %q", organization, got)
		}
		must(t, publish.CheckPaths([]string{m.Name() + "/START.html"}))
	}
}

// A zip cannot tell every day that a calendar has.
func TestAnyDayCanBePacked(t *testing.T) {
	for _, day := range []string{"0001-01-01", "1970-01-01", "1980-01-01", "2105-12-31", "9999-12-31"} {
		c := contents()
		c.Manifest.Date = day
		report, err := Verify(saved(t, zipOf(t, mustPack(t, c))))
		if err != nil || !report.Holds() || report.Manifest.Date != day {
			t.Errorf("%s: %v, %+v", day, err, report)
		}
	}
}

func TestWhatNobodyCouldUnzipIsNotPacked(t *testing.T) {
	for path, want := range map[string]string{
		"../escape.html":         "not a path inside",
		"INDEX.html":             "cannot have both",
		"aux.html":               "name of a device",
		"a\u202egnp.exe":         "cannot be seen",
		strings.Repeat("a/", 30): "lies deeper than",
		strings.Repeat("a", 300): "and a bundle allows 255",
	} {
		c := contents()
		c.Site.Files = append(c.Site.Files, publish.File{Path: path, Content: func() ([]byte, error) { return nil, nil }})
		_, err := Pack(c)
		wantError(t, err, want)
	}
}

func TestFileThatCannotBeRenderedStopsPacking(t *testing.T) {
	c := contents()
	for i := range c.Site.Files[2:4] {
		c.Site.Files[2+i].Content = func() ([]byte, error) { return nil, fmt.Errorf("fault %d", i) }
	}
	_, err := Pack(c)
	wantError(t, err, "rendering "+c.Site.Files[2].Path+": fault 0")

	c = contents()
	c.Cover = func(Manifest) ([]byte, error) { return nil, errors.New("no cover") }
	_, err = Pack(c)
	wantError(t, err, "no cover")
}

// entriesOf returns the names in a folder.
func entriesOf(t *testing.T, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	must(t, err)
	var names []string
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	return names
}

func TestSavingReplacesAFileAsAWhole(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "new", "folder")
	name := filepath.Join(folder, "b.zip")
	b := mustPack(t, contents())
	for range 2 {
		size, err := b.Save(name)
		must(t, err)
		data, err := os.ReadFile(name)
		must(t, err)
		if !bytes.Equal(data, zipOf(t, b)) || size != int64(len(data)) {
			t.Error("the file is not the bundle")
		}
		must(t, os.WriteFile(name, []byte("an older one"), 0o644))
	}
	if names := entriesOf(t, folder); !slices.Equal(names, []string{"b.zip"}) {
		t.Errorf("the folder holds %q", names)
	}
}

func TestFailedSavingLeavesWhatWasThere(t *testing.T) {
	folder := t.TempDir()
	name := filepath.Join(folder, "b.zip")
	must(t, os.WriteFile(name, []byte("an older one"), 0o644))
	b := mustPack(t, contents())
	// The last file cannot be read again, so writing fails in the middle, as it does
	// where the disk is full.
	data := zipOf(t, b)
	disk := &disk{data: data}
	r, err := zip.NewReader(disk, int64(len(data)))
	must(t, err)
	b.files[len(b.files)-1].entry = r.File[len(b.files)-1]
	disk.full = true
	_, err = b.Save(name)
	wantError(t, err, "writing "+name+": the disk is full")
	old, err := os.ReadFile(name)
	must(t, err)
	if names := entriesOf(t, folder); string(old) != "an older one" || !slices.Equal(names, []string{"b.zip"}) {
		t.Errorf("it left %q, and the file says %q", names, old)
	}
}

// disk reads data until it is full.
type disk struct {
	data []byte
	full bool
}

func (d *disk) ReadAt(p []byte, at int64) (int, error) {
	if d.full {
		return 0, errors.New("the disk is full")
	}
	return bytes.NewReader(d.data).ReadAt(p, at)
}

func TestOnlyFilesAreReplaced(t *testing.T) {
	b := mustPack(t, contents())
	folder := t.TempDir()
	_, err := b.Save(folder)
	wantError(t, err, "writing "+folder+": it is a folder")

	file := filepath.Join(folder, "file")
	must(t, os.WriteFile(file, []byte("mine"), 0o644))
	_, err = b.Save(filepath.Join(file, "b.zip"))
	wantError(t, err, "writing "+filepath.Join(file, "b.zip")+": ")

	link := filepath.Join(folder, "link.zip")
	if err := os.Symlink(file, link); err != nil {
		t.Skipf("no symbolic links here: %v", err)
	}
	_, err = b.Save(link)
	wantError(t, err, "what stands there is no file")
	if data, _ := os.ReadFile(file); string(data) != "mine" || len(entriesOf(t, folder)) != 2 {
		t.Errorf("something was written: %q, %q", data, entriesOf(t, folder))
	}
}

func TestReadOnlyFolderIsAClearError(t *testing.T) {
	if os.Geteuid() == 0 || runtime.GOOS == "windows" {
		t.Skip("permissions do not keep root out, and Windows has none on folders")
	}
	folder := t.TempDir()
	must(t, os.Chmod(folder, 0o555))
	name := filepath.Join(folder, "b.zip")
	_, err := mustPack(t, contents()).Save(name)
	if want := "writing " + name + ": permission denied"; err == nil || err.Error() != want {
		t.Errorf("the error is %v, want %s", err, want)
	}
}
