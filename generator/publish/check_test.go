package publish

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

func TestPathsThatNoSiteMayHaveAreRefused(t *testing.T) {
	for path, want := range map[string]string{
		"":                "is not a path inside the site",
		".":               "is not a path inside the site",
		"..":              "is not a path inside the site",
		"../escape.html":  "is not a path inside the site",
		"a/../../b.html":  "is not a path inside the site",
		"a/../b.html":     "is not a path inside the site",
		"./a.html":        "is not a path inside the site",
		"/etc/passwd":     "is not a path inside the site",
		"a//b.html":       "is not a path inside the site",
		"risks/":          "is not a path inside the site",
		"a\xff.html":      "is not a path inside the site",
		`..\escape.html`:  `cannot hold '\\'`,
		"C:/windows.html": "cannot hold ':'",
		"what?.html":      "cannot hold '?'",
		"a\x00b.html":     `cannot hold '\x00'`,
		"risks./a.html":   "ends in a dot or a space",
		"a.html ":         "ends in a dot or a space",
		"aux":             "is the name of a device",
		"risks/NUL.html":  "is the name of a device",
		"Con .tar.gz":     "is the name of a device",
		"com1/a.html":     "is the name of a device",
		"lpt².html":       "is the name of a device",
	} {
		out := filepath.Join(t.TempDir(), "dist")
		err := Publish(out, []Site{site("trust", "index.html", "one", path, "two")})
		wantError(t, err, "publishing to "+out+": trust: ")
		wantError(t, err, want)
		wantNothing(t, out)
	}
}

func TestPathsThatSitesNeedAreAccepted(t *testing.T) {
	out := t.TempDir()
	paths := []string{
		".well-known/security.txt", "404.html", "controls/A.5.1.html", "controls/nist-csf-2.0/PR.AA-05.html",
		"com.html", "com10.html", "consent.html", "Über uns – Anna's.pdf", "a/b/c/d/e.html",
	}
	s := Site{Name: "trust"}
	for _, path := range paths {
		s.Files = append(s.Files, text(path, path))
	}
	mustPublish(t, out, s)
	if got := tree(t, out); len(got) != len(paths) {
		t.Errorf("%d files, want %d: %v", len(got), len(paths), got)
	}
}

func TestPathsThatGetInEachOthersWayAreRefused(t *testing.T) {
	for _, pair := range [][2]string{
		{"a.html", "a.html"},
		{"risks/R-1.html", "risks/r-1.html"},
		{"risks/a.html", "Risks/b.html"},
		{"Éa.html", "éa.html"},
		{"s.html", "ſ.html"},
		{"risks", "risks/a.html"},
		{"risks/a.html", "Risks"},
		{"a/b/c.html", "a/b"},
	} {
		out := filepath.Join(t.TempDir(), "dist")
		err := Publish(out, []Site{site("trust", "x.html", "x", pair[0], "one", "y.html", "y", pair[1], "two")})
		wantError(t, err, fmt.Sprintf("cannot have both %q and %q", pair[0], pair[1]))
		wantNothing(t, out)
	}
}

func TestNamesThatNoSiteMayHaveAreRefused(t *testing.T) {
	for _, name := range []string{"", ".", "..", "a/b", `a\b`, "/", "C:", "nul", ".annex", ".annex-trust.new", ".git", "trust."} {
		out := filepath.Join(t.TempDir(), "dist")
		wantError(t, Publish(out, []Site{site(name, "index.html", "one")}), "publishing to "+out+": ")
		wantNothing(t, out)
	}
	out := filepath.Join(t.TempDir(), "dist")
	wantError(t, Publish(out, []Site{site("trust"), site("Trust")}), `cannot have both "trust" and "Trust"`)
	wantNothing(t, out)
}

func FuzzAcceptedPathsStayInsideAndApart(f *testing.F) {
	f.Add("index.html", "../index.html")
	f.Add("risks/R-1.html", "risks/r-1.html")
	f.Add("a/b", "a")
	f.Add("COM1.html", `a\b`)
	f.Fuzz(func(t *testing.T, a, b string) {
		if CheckPaths([]string{a, b}) != nil {
			return
		}
		for _, path := range []string{a, b} {
			if local, err := filepath.Localize(path); err != nil || !filepath.IsLocal(local) || path == "." {
				t.Errorf("%q leads out of the site", path)
			}
		}
		if strings.EqualFold(a, b) || strings.HasPrefix(a, b+"/") || strings.HasPrefix(b, a+"/") {
			t.Errorf("%q and %q were both accepted", a, b)
		}
	})
}

func wantNothing(t *testing.T, path string) {
	t.Helper()
	if there, err := exists(path); there || err != nil {
		t.Errorf("%s was created (%v)", path, err)
	}
}
