package generator_test

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/annex-isms/annex/content"
	"github.com/annex-isms/annex/generator"
	"github.com/annex-isms/annex/generator/audience"
)

// bundled returns a bundle of the edition as a zip.
func bundled(t *testing.T, o generator.Options, edition audience.Edition, origin generator.Origin) []byte {
	t.Helper()
	b, found, err := generator.Bundle(o, edition, origin)
	if err != nil || found.HasErrors() {
		t.Fatalf("%v, %s", err, found.Summary())
	}
	var data bytes.Buffer
	if err := b.Write(&data); err != nil {
		t.Fatal(err)
	}
	return data.Bytes()
}

// unzipped returns the files of a zip by their paths, without the folder at the top.
func unzipped(t *testing.T, data []byte) map[string][]byte {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, entry := range r.File {
		file, err := entry.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(file)
		if err != nil {
			t.Fatal(err)
		}
		_, path, _ := strings.Cut(entry.Name, "/")
		files[path] = text
	}
	return files
}

func TestBundleIsTheSameAnywhere(t *testing.T) {
	origin := generator.Origin{Annex: "v1.2.3", Revision: "4f1c9ae"}
	first := bundled(t, sample(), audience.AuditorEdition, origin)

	folder := filepath.Join(t.TempDir(), "elsewhere")
	if err := os.CopyFS(folder, content.Sample); err != nil {
		t.Fatal(err)
	}
	before := time.Local
	defer func() { time.Local = before }()
	time.Local = time.FixedZone("Kiritimati", 14*60*60)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	elsewhere := sample()
	elsewhere.Content = os.DirFS(folder)
	elsewhere.Clock.Now = elsewhere.Clock.Now.In(time.Local)
	if second := bundled(t, elsewhere, audience.AuditorEdition, origin); !bytes.Equal(first, second) {
		t.Error("made elsewhere, the bytes are different")
	}
}

func TestBundleHoldsTheSiteThatIsBuilt(t *testing.T) {
	for name, site := range made(t, sample()) {
		edition, _ := audience.ParseEdition(name)
		files := unzipped(t, bundled(t, sample(), edition, generator.Origin{}))
		if len(files) != len(site)+3 {
			t.Errorf("%s: the bundle has %d files, the site %d", name, len(files), len(site))
		}
		for path, want := range site {
			if !bytes.Equal(files["site/"+path], want) {
				t.Errorf("%s: %s is another one than in the site", name, path)
			}
		}
	}
}

// The cover is a page like any other: its links lead somewhere, its words are all
// there, and it loads nothing from elsewhere.
func TestCoverLeadsIntoTheSite(t *testing.T) {
	for _, edition := range audience.Editions {
		b, _, err := generator.Bundle(sample(), edition, generator.Origin{})
		if err != nil {
			t.Fatal(err)
		}
		var data bytes.Buffer
		if err := b.Write(&data); err != nil {
			t.Fatal(err)
		}
		files := unzipped(t, data.Bytes())
		cover := parsePage(t, files["START.html"])
		if len(cover.links) < 5 {
			t.Errorf("%s: the cover has the links %q", edition, cover.links)
		}
		pages := map[string]page{"START.html": cover, "site/index.html": parsePage(t, files["site/index.html"])}
		for _, link := range cover.links {
			if fault := linkFault("START.html", link, files, pages); fault != "" {
				t.Errorf("%s: %s: %s", edition, link, fault)
			}
		}
		text := string(files["START.html"])
		for i := 0; i < len(b.Manifest.Root); i += 8 {
			if eight := "<li>" + b.Manifest.Root[i:i+8] + "</li>"; !strings.Contains(text, eight) {
				t.Errorf("%s: the cover does not say %s", edition, eight)
			}
		}
		if strings.Contains(text, "[bundle.") {
			t.Errorf("%s: the cover lacks a word", edition)
		}
	}
}

// To anybody but auditors, a new revision would tell that something has changed
// which the edition does not show.
func TestAuditorsAloneAreToldRevisions(t *testing.T) {
	folder, _ := contentFolder(t)
	o := sample()
	o.Content = os.DirFS(folder)
	internal := generator.Origin{Annex: "v0.0.0-20261123101500-4f1c9ae81be0+dirty", Revision: "4f1c9ae", Modified: true}
	for _, edition := range []audience.Edition{audience.TrustEdition, audience.StaffEdition} {
		if !bytes.Equal(bundled(t, o, edition, internal), bundled(t, o, edition, generator.Origin{})) {
			t.Errorf("%s: a revision makes a difference", edition)
		}
		b, _, err := generator.Bundle(o, edition, generator.Origin{Annex: "v1.2.3-rc.1", Revision: "4f1c9ae"})
		if err != nil || b.Manifest.Annex != "v1.2.3-rc.1" || b.Manifest.Revision != "" {
			t.Errorf("%s: of a release it says %q (%v)", edition, b.Manifest.Annex, err)
		}
	}
	b, _, err := generator.Bundle(o, audience.AuditorEdition, internal)
	if m := b.Manifest; err != nil || m.Annex != internal.Annex || m.Revision != internal.Revision || !m.Modified {
		t.Errorf("auditors are told %+v (%v)", m, err)
	}
}

func TestContentWithErrorsIsNotBundled(t *testing.T) {
	folder, _ := contentFolder(t)
	writeFile(t, filepath.Join(folder, "more.toml"), "[[risk]]\nid = \"R-900\"\n")
	o := sample()
	o.Content = os.DirFS(folder)
	if b, found, err := generator.Bundle(o, audience.AuditorEdition, generator.Origin{}); b != nil || err != nil || !found.HasErrors() {
		t.Errorf("%v, %v, %s", b, err, found.Summary())
	}
}
