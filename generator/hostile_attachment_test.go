package generator_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/metadata/metadatatest"
)

// evidenceOf is an entry with a file of that name.
func evidenceOf(name string) string {
	return "[[evidence]]\nid = \"EV-01\"\ntitle = \"Proof\"\ndescription = \"What it shows.\"\ntype = \"report\"\ndate = 2026-11-01\nowner = \"ROL-02\"\nfile = '" + name + "'\n"
}

func TestFilesOutsideTheContentAreNotAttached(t *testing.T) {
	folder, outside := contentFolder(t)
	writeFile(t, filepath.Join(folder, "..", "beside.txt"), "secret")
	for _, name := range []string{
		"../beside.txt", "evidence/../../beside.txt", "./../beside.txt", "../content/../beside.txt", "%2e%2e/beside.txt", "/etc/passwd",
		"../../../../../../etc/passwd", filepath.ToSlash(filepath.Join(outside, "secret.png")), "file:///etc/passwd", `..\beside.txt`, "C:/beside.txt",
		"evidence", ".", "",
	} {
		writeFile(t, filepath.Join(folder, "registers", "evidence.toml"), evidenceOf(name))
		found := checkFolder(t, folder)
		if len(found) != 1 || !found.HasErrors() {
			t.Errorf("%s: there should be one error:\n%s", name, written(t, found))
		}
	}
}

func TestAnAttachmentBehindALinkOutOfTheContentIsRefused(t *testing.T) {
	folder, outside := contentFolder(t)
	writeFile(t, filepath.Join(folder, "registers", "evidence.toml"), evidenceOf("proof.png"))
	link(t, filepath.Join(outside, "secret.png"), filepath.Join(folder, "proof.png"))
	expectOne(t, checkFolder(t, folder), "unreadable", "proof.png")
}

func TestAFileWhoseNameIsNotShownAsItIsIsRefused(t *testing.T) {
	for _, name := range []string{"report\u202efdp.txt", "re\tport.txt", "re\nport.txt", "\x1b[2Jreport.txt", "a\u0085.txt", "a\U000E0041.txt"} {
		content := filesOf(readArchive(t, brokenFolder+"/base.txtar").Files)
		escaped := strings.NewReplacer("\u202e", `\u202e`, "\t", `\t`, "\n", `\n`, "\x1b", `\u001b`, "\u0085", `\u0085`, "\U000E0041", `\U000E0041`).Replace(name)
		content["registers/evidence.toml"] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(evidenceOf(escaped), "'", `"`)), Mode: 0o644}
		content[name] = &fstest.MapFile{Data: []byte("x"), Mode: 0o644}
		sites, found := editionsOf(t, content)
		if len(sites) > 0 || !found.HasErrors() {
			t.Errorf("%q is attached", name)
		}
		if text := written(t, found); strings.ContainsAny(text, "\u202e\x1b\t\u0085\U000E0041") {
			t.Errorf("the findings about %q are not shown as they are: %q", name, text)
		}
	}
}

// A name of a folder or a file of the content is never part of a path of output.
func TestStrangeNamesOfContentAreHarmless(t *testing.T) {
	content := filesOf(readArchive(t, brokenFolder+"/base.txtar").Files)
	content["registers/\u202e<script>alert(1)</script>\x1b[2J/x.toml"] = &fstest.MapFile{
		Data: []byte("[[role]]\nid = \"ROL-09\"\ntitle = \"Auditor\"\npurpose = \"Looks.\"\n"), Mode: 0o644,
	}
	sites, found := editionsOf(t, content)
	if found.HasErrors() {
		t.Fatal(written(t, found))
	}
	for edition, files := range sites {
		for name, data := range files {
			if bytes.Contains(data, []byte("alert(1)")) || strings.Contains(name, "script>") {
				t.Errorf("%s/%s tells the name of a folder", edition, name)
			}
		}
	}
}

// A picture that is an archive, a page or a program as well is a picture alone
// once it is published.
func TestWhatStandsBehindAPictureIsNotPublished(t *testing.T) {
	const behind = "PK\x03\x04<script>alert(1)</script>"
	for name, data := range metadatatest.Images("Kilimanjaro") {
		if filepath.Ext(name) == ".svg" {
			continue // anything behind its end is a fault of form
		}
		content := policyWith(t, "![x]("+name+")\n")
		policy := content["documents/POL-02.md"]
		policy.Data = bytes.Replace(policy.Data, []byte(`status = "draft"`), []byte("status = \"in-force\"\naudience = \"public\""), 1)
		content["documents/"+name] = &fstest.MapFile{Data: append(data, behind...), Mode: 0o644}
		sites, found := editionsOf(t, content)
		if found.HasErrors() {
			t.Fatal(written(t, found))
		}
		pictures := 0
		for path, data := range sites["trust"] {
			if !strings.HasPrefix(path, "files/") {
				continue
			}
			pictures++
			if bytes.Contains(data, []byte("alert(1)")) || bytes.Contains(data, []byte("Kilimanjaro")) {
				t.Errorf("%s is published with what stands behind it", name)
			}
		}
		if pictures != 1 {
			t.Errorf("%s: %d pictures are published", name, pictures)
		}
	}
}

func TestAddressesThatWouldRunAreRefused(t *testing.T) {
	for _, address := range []string{
		"javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:x", "vbscript:x", "data:text/html,x", "//example.com", "file:///etc/passwd",
		"blob:x", "https:javascript:x", "https://", "mailto:", "ftp://example.com/", "view-source:https://example.com/",
	} {
		content := filesOf(readArchive(t, brokenFolder+"/base.txtar").Files)
		text := strings.Replace(evidenceOf("x"), "file = 'x'", "address = '"+address+"'", 1)
		content["registers/evidence.toml"] = &fstest.MapFile{Data: []byte(text), Mode: os.FileMode(0o644)}
		sites, found := editionsOf(t, content)
		if len(sites) > 0 || found.Count(finding.Error) != 1 {
			t.Errorf("%s: there should be one error:\n%s", address, written(t, found))
		}
	}
}
