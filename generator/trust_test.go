package generator_test

import (
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"
)

// trustSite is a small site with a trust centre. The tests lay files over it.
func trustSite(over map[string]string) fstest.MapFS {
	site := fstest.MapFS{}
	for name, text := range map[string]string{
		"annex.toml": `base-url = "https://trust.lantern.example"
[rules]
document-unapproved = "off"
document-unversioned = "off"
[organization]
name = "Lantern"
legal-name = "Lantern Ltd"
security-contact = "security@lantern.example"
[trust]
contact = "trust@lantern.example"
`,
		"registers/roles.toml": "[[role]]\nid = \"ROL-01\"\ntitle = \"Managing Director\"\npurpose = \"Answers for it.\"\n",
	} {
		site[name] = &fstest.MapFile{Data: []byte(text)}
	}
	for name, text := range over {
		site[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return site
}

// trustOf returns the files of the trust edition as of 23 November 2026.
func trustOf(t *testing.T, content fs.FS) map[string]string {
	t.Helper()
	sites, found := editionsOf(t, content)
	if found.HasErrors() {
		t.Fatalf("the site cannot be built:\n%s", written(t, found))
	}
	files := map[string]string{}
	for name, data := range sites["trust"] {
		files[name] = string(data)
	}
	return files
}

const certificateHead = `[[certificate]]
id = "CRT-01"
title = "Certificate"
audience = "public"
legal-entity = "Lantern Ltd"
standard = "ISO/IEC 27001:2022"
scope = "The hosted service run from Lyon."
owner = "ROL-01"
`

func TestCertificateIsStatedAsItStandsOnTheDay(t *testing.T) {
	const issued = "body = \"Certifier\"\nnumber = \"N-1\"\n"
	for name, c := range map[string]struct {
		certificate string
		says        string
		certified   bool
	}{
		"valid": {
			issued + "valid-from = 2024-11-18\nvalid-until = 2026-11-23\nstatus = \"valid\"\n",
			"The information security management system of Lantern Ltd is certified to ISO/IEC 27001:2022 by Certifier", true,
		},
		"valid until yesterday": {
			issued + "valid-from = 2023-11-18\nvalid-until = 2026-11-22\nstatus = \"valid\"\n",
			"was valid until 22 Nov 2026. It is no longer in force", false,
		},
		"valid from tomorrow": {
			issued + "valid-from = 2026-11-24\nvalid-until = 2029-11-23\nstatus = \"valid\"\n",
			"There is no certificate yet", false,
		},
		"expired":   {issued + "valid-until = 2026-01-01\nstatus = \"expired\"\n", "was valid until 1 Jan 2026", false},
		"suspended": {issued + "valid-until = 2027-11-17\nstatus = \"suspended\"\n", "is suspended", false},
		"withdrawn": {issued + "valid-until = 2027-11-17\nstatus = \"withdrawn\"\n", "was withdrawn", false},
		"preparing": {"status = \"preparing\"\n", "is preparing its information security management system for certification to ISO/IEC 27001:2022.", false},
		"preparing with a body": {
			"body = \"Certifier\"\nstatus = \"preparing\"\n", "for certification to ISO/IEC 27001:2022 by Certifier. There is no certificate yet", false,
		},
	} {
		t.Run(name, func(t *testing.T) {
			files := trustOf(t, trustSite(map[string]string{"registers/certificates.toml": certificateHead + c.certificate}))
			for _, page := range []string{"index.html", "certificates/CRT-01.html"} {
				if !strings.Contains(files[page], c.says) {
					t.Errorf("%s does not say “%s”", page, c.says)
				}
			}
			for name, text := range files {
				if !c.certified && strings.Contains(text, "certified") {
					t.Errorf("%s speaks of something certified", name)
				}
			}
			if hasDay := strings.Contains(files["index.html"], `data-last-day="2026-11-23"`); hasDay != c.certified {
				t.Errorf("whether the page knows the last day of the certificate: %v", hasDay)
			}
			if counts := strings.Contains(files["index.html"], "hasCertification"); counts != c.certified {
				t.Errorf("whether machines are told of a certificate: %v", counts)
			}
		})
	}
}

func TestWithoutACertificateNothingIsClaimed(t *testing.T) {
	for name, text := range trustOf(t, trustSite(nil)) {
		if path.Ext(name) == ".html" && (strings.Contains(text, "certifi") && !strings.Contains(text, "certificate-end.js") || strings.Contains(text, "certified") || strings.Contains(text, "compliant")) {
			t.Errorf("%s claims something", name)
		}
	}
}

const oneSupplier = `[[supplier]]
id = "SUP-01"
title = "Hosting"
audience = "public"
description = "Secret reasons."
tier = "critical"
owner = "ROL-01"
status = "active"
subprocessor = true
legal-name = "Cloud SE"
purpose = "Hosts the service."
data-processed = "All data"
processing-location = "Frankfurt"
subprocessor-since = 2020-01-01
`

func TestSubprocessorsAreWhereTheirDaysPutThem(t *testing.T) {
	announced := strings.NewReplacer("SUP-01", "SUP-02", "Cloud SE", "Soon Ltd", "2020-01-01", "2026-12-24").Replace(oneSupplier)
	former := strings.NewReplacer("SUP-01", "SUP-03", "Cloud SE", "Once Ltd").Replace(oneSupplier) + "subprocessor-until = 2026-11-22\n"
	leaving := strings.NewReplacer("SUP-01", "SUP-04", "Cloud SE", "Leaving Ltd").Replace(oneSupplier) + "subprocessor-until = 2026-11-23\n"
	page := trustOf(t, trustSite(map[string]string{"registers/suppliers.toml": oneSupplier + announced + former + leaving}))["subprocessors.html"]
	current, gone, found := strings.Cut(page, "No longer subprocessors")
	if !found {
		t.Fatal("the page does not tell who is a subprocessor no more")
	}
	for _, words := range []string{"Cloud SE", "Soon Ltd", "From 24 Dec 2026 on", "Leaving Ltd", "Until 23 Nov 2026"} {
		if !strings.Contains(current, words) {
			t.Errorf("the list of subprocessors lacks “%s”", words)
		}
	}
	if !strings.Contains(gone, "Once Ltd") || strings.Contains(current, "Once Ltd") {
		t.Error("who left yesterday still stands among the others")
	}
	if strings.Contains(page, "Secret reasons") {
		t.Error("the page shows what is for staff")
	}
}

// A question can name a control that the public has no words for.
func TestLinkToWhatThePublicLacksVanishes(t *testing.T) {
	files := trustOf(t, trustSite(map[string]string{
		"registers/questions.toml": "[[question]]\nid = \"Q-01\"\ntitle = \"Who answers?\"\naudience = \"public\"\ntopic = \"governance\"\nanswer = \"The [[ROL-01]].\"\n" +
			"controls = [\"A.5.2\", \"A.5.3\"]\nowner = \"ROL-01\"\nnote = \"Do not say.\"\n",
		"registers/controls.toml": "[[control]]\nid = \"A.5.3\"\naudience = \"public\"\napplicable = true\nstatus = \"implemented\"\nowner = \"ROL-01\"\njustification = \"Yes.\"\npublic = \"Two people.\"\n",
	}))
	for name, text := range files {
		for _, words := range []string{"A.5.2", "ROL-01", "Managing Director", "Do not say"} {
			if strings.Contains(text, words) {
				t.Errorf("%s has %s", name, words)
			}
		}
	}
	if !strings.Contains(files["questions.html"], `href="controls/A.5.3.html"`) || !strings.Contains(files["controls/A.5.3.html"], "Who answers?") {
		t.Error("the link to a control that the public has is gone as well")
	}
}

// A site to start from has next to nothing to show, and shows no empty parts.
func TestTrustCentreOfTheStarterIsSmallAndWhole(t *testing.T) {
	files := trustOf(t, os.DirFS("../cmd/annex/starter"))
	var pages []string
	for name := range files {
		if path.Ext(name) == ".html" {
			pages = append(pages, name)
		}
	}
	slices.Sort(pages)
	if !slices.Equal(pages, []string{"404.html", "index.html", "search/all.html", "search/index.html"}) {
		t.Errorf("its pages are %v", pages)
	}
	for n := range parseHTML(t, []byte(files["index.html"])).Descendants() {
		if slices.Contains([]string{"section", "table", "ul", "ol", "dl", "nav"}, n.Data) && strings.TrimSpace(wordsWithin(n)) == "" {
			t.Errorf("an empty <%s>", n.Data)
		}
	}
}

func parseHTML(t *testing.T, data []byte) *html.Node {
	t.Helper()
	root, err := html.Parse(strings.NewReader(string(data)))
	if err != nil {
		t.Fatal(err)
	}
	return root
}

func wordsWithin(n *html.Node) string {
	var text strings.Builder
	for below := range n.Descendants() {
		if below.Type == html.TextNode {
			text.WriteString(below.Data)
		}
	}
	return text.String()
}
