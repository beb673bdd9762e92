package generator_test

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/annex-isms/annex/generator"
	"github.com/annex-isms/annex/generator/finding"
)

// picture is a PNG image as far as its first bytes tell.
const picture = "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"

// contentFolder writes the sound site of the broken cases to a folder beside
// which a secret lies, and returns both.
func contentFolder(t *testing.T) (folder, outside string) {
	t.Helper()
	folder, outside = filepath.Join(t.TempDir(), "site", "content"), t.TempDir()
	for name, file := range filesOf(readArchive(t, brokenFolder+"/base.txtar").Files) {
		writeFile(t, filepath.Join(folder, filepath.FromSlash(name)), string(file.Data))
	}
	writeFile(t, filepath.Join(outside, "secret.png"), picture)
	writeFile(t, filepath.Join(outside, "secret.toml"), "[[role]]\nid = \"ROL-99\"\ntitle = \"Secret\"\npurpose = \"Secret.\"\n")
	return folder, outside
}

func writeFile(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func link(t *testing.T, to, name string) {
	t.Helper()
	if err := os.Symlink(to, name); err != nil {
		t.Skipf("this system makes no symbolic links: %v", err)
	}
}

// checkFolder checks the content in a folder as cmd/annex does.
func checkFolder(t *testing.T, folder string) finding.List {
	t.Helper()
	root, err := os.OpenRoot(folder)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	return generator.Check(brokenOptions(root.FS()))
}

// expectOne expects one error of that code in that file.
func expectOne(t *testing.T, found finding.List, code, file string) {
	t.Helper()
	if len(found) != 1 || found[0].Level != finding.Error || found[0].Code != code || found[0].At.File == nil || found[0].At.File.Name != file {
		t.Errorf("there should be one error [%s] in %s:\n%s", code, file, written(t, found))
	}
	for _, f := range found {
		checkWords(t, f)
	}
}

func TestImagesOutsideTheContentAreNotRead(t *testing.T) {
	folder, outside := contentFolder(t)
	beside := filepath.Join(folder, "..", "beside.png")
	writeFile(t, beside, picture)
	policy, err := fs.ReadFile(policyWith(t, "![x](<ADDRESS>)\n"), "documents/POL-02.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, address := range []string{
		"../../beside.png", "%2e%2e/%2e%2e/beside.png", "../documents/../../beside.png", "./../../beside.png", "../../content/../beside.png",
		"../../../etc/passwd", "../../../../../../../../../../etc/passwd", "/etc/passwd", "/beside.png",
		filepath.ToSlash(filepath.Join(outside, "secret.png")), "file:///etc/passwd", `..\..\beside.png`, "C:/beside.png",
	} {
		writeFile(t, filepath.Join(folder, "documents", "POL-02.md"), strings.ReplaceAll(string(policy), "ADDRESS", address))
		found := checkFolder(t, folder)
		if len(found) != 1 || !found.HasErrors() {
			t.Errorf("%s: there should be one error:\n%s", address, written(t, found))
		}
	}
}

func TestALinkOutOfTheContentIsRefused(t *testing.T) {
	for name, to := range map[string]string{
		"registers/more.toml": "secret.toml", // a register
		"documents/POL-02.md": "secret.toml", // a document
		"documents/x.png":     "secret.png",  // an image
		"documents/more":      "",            // a folder
		"registers/gone.toml": "nothing",     // nothing at all
	} {
		folder, outside := contentFolder(t)
		link(t, filepath.Join(outside, to), filepath.Join(folder, filepath.FromSlash(name)))
		expectOne(t, checkFolder(t, folder), "unreadable", name)
	}
}

func TestAnImageBehindALinkOutOfTheContentIsRefusedOnce(t *testing.T) {
	folder, outside := contentFolder(t)
	link(t, filepath.Join(outside, "secret.png"), filepath.Join(folder, "documents", "x.png"))
	policy, _ := fs.ReadFile(policyWith(t, "![x](x.png)\n"), "documents/POL-02.md")
	writeFile(t, filepath.Join(folder, "documents", "POL-02.md"), string(policy))
	expectOne(t, checkFolder(t, folder), "unreadable", "documents/x.png")
}

func TestAConfigurationBehindALinkOutOfTheContentIsRefused(t *testing.T) {
	folder, outside := contentFolder(t)
	config := filepath.Join(folder, "annex.toml")
	text, err := os.ReadFile(config)
	if err != nil {
		t.Fatal(err)
	}
	writeFile(t, filepath.Join(outside, "annex.toml"), string(text))
	if err := os.Remove(config); err != nil {
		t.Fatal(err)
	}
	link(t, filepath.Join(outside, "annex.toml"), config)
	expectOne(t, checkFolder(t, folder), "unreadable", "annex.toml")
}

func TestALinkWithinTheContentIsFollowed(t *testing.T) {
	folder, _ := contentFolder(t)
	roles := filepath.Join(folder, "registers", "roles.toml")
	if err := os.Rename(roles, filepath.Join(folder, "roles.txt")); err != nil {
		t.Fatal(err)
	}
	link(t, filepath.Join("..", "roles.txt"), roles)
	if found := checkFolder(t, folder); len(found) > 0 {
		t.Errorf("a link within the content is no fault:\n%s", written(t, found))
	}
}

func TestALinkInCirclesIsRefused(t *testing.T) {
	for _, to := range []string{".", "..", "../..", "round"} {
		folder, _ := contentFolder(t)
		link(t, to, filepath.Join(folder, "documents", "round"))
		expectOne(t, checkFolder(t, folder), "unreadable", "documents/round")
	}
}

func TestTextThatIsNotUTF8IsRefused(t *testing.T) {
	for _, name := range []string{"annex.toml", "registers/roles.toml", "documents/POL-01.md"} {
		for _, bytes := range []string{"\xff", "\xc3", "\xed\xa0\x80", "\xc0\xaf", "\xf4\x90\x80\x80"} {
			folder, _ := contentFolder(t)
			file := filepath.Join(folder, filepath.FromSlash(name))
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			writeFile(t, file, string(text)+"\n"+bytes+"\n")
			expectOne(t, checkFolder(t, folder), "not-utf8", name)
		}
	}
}

func TestAFileOf50MegabytesIsRefused(t *testing.T) {
	for name, place := range map[string]string{
		"annex.toml":          "annex.toml",
		"registers/more.toml": "registers/more.toml",
		"documents/POL-02.md": "documents/POL-02.md",
		"documents/big.png":   "documents/POL-03.md",
	} {
		folder, _ := contentFolder(t)
		if name != place {
			policy, _ := fs.ReadFile(policyWith(t, "![x](big.png)\n"), "documents/POL-02.md")
			writeFile(t, filepath.Join(folder, "documents", "POL-03.md"), string(policy))
		}
		file := filepath.Join(folder, filepath.FromSlash(name))
		writeFile(t, file, picture)
		if err := os.Truncate(file, 50<<20); err != nil {
			t.Fatal(err)
		}
		expectOne(t, checkFolder(t, folder), "too-large", place)
	}
}

// An endless file shows that no more of a file is read than has to be: whoever
// wanted all of it would never come back.
func TestAnEndlessFileIsRefused(t *testing.T) {
	for _, name := range []string{"registers/more.toml", "documents/POL-02.md"} {
		content := filesOf(readArchive(t, brokenFolder+"/base.txtar").Files)
		content[name] = &fstest.MapFile{Mode: 0o644}
		found := generator.Check(brokenOptions(endless{content, name}))
		expectOne(t, found, "too-large", name)
	}
}

// endless is files one of which never ends.
type endless struct {
	fs.FS
	name string
}

func (e endless) Open(name string) (fs.File, error) {
	file, err := e.FS.Open(name)
	if name == e.name {
		return endlessFile{file}, err
	}
	return file, err
}

type endlessFile struct{ fs.File }

func (endlessFile) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = '#'
	}
	return len(p), nil
}

var _ io.Reader = endlessFile{}

// Some thousand brackets are no content, but would exhaust the stack of what
// reads TOML, and no program outlives that.
func TestBracketsWithoutEndAreRefused(t *testing.T) {
	for _, bracket := range []string{"[", "{a=", "[{a="} {
		content := filesOf(readArchive(t, brokenFolder+"/base.txtar").Files)
		content["registers/more.toml"] = &fstest.MapFile{Data: []byte("a = " + strings.Repeat(bracket, 1_000_000)), Mode: 0o644}
		found := generator.Check(brokenOptions(content))
		expectOne(t, found, "toml-syntax", "registers/more.toml")
	}
}
