package generator_test

import (
	"path"
	"strings"
	"testing"
	"testing/fstest"
)

const twoHandouts = `[[handout]]
id = "HND-01"
title = "Penetration test: summary & letter"
audience = "public"
description = "What was tested."
version = "2026"
agreement = true
file = "internal/summary.txt"
owner = "ROL-01"

[[handout]]
id = "HND-02"
title = "Questionnaire"
audience = "public"
description = "Filled in."
download = "public/answers.csv"
owner = "ROL-01"
`

func handoutSite(config string) fstest.MapFS {
	site := trustSite(map[string]string{
		"registers/handouts.toml": twoHandouts, "internal/summary.txt": "what only those who ask may read\n", "public/answers.csv": "question,answer\n",
	})
	site["annex.toml"].Data = append(site["annex.toml"].Data, config...)
	return site
}

func TestFileOfAHandoutIsPublicOnlyAsADownload(t *testing.T) {
	sites, found := editionsOf(t, handoutSite(""))
	if found.HasErrors() {
		t.Fatal(written(t, found))
	}
	holds := func(edition, words string) bool {
		for _, data := range sites[edition] {
			if strings.Contains(string(data), words) {
				return true
			}
		}
		return false
	}
	if holds("trust", "only those who ask") || holds("trust", "summary.txt") {
		t.Error("the trust edition holds the file that is sent on request")
	}
	if !holds("trust", "question,answer") || !holds("trust", `download="lantern-questionnaire.csv"`) {
		t.Error("the trust edition does not offer the download")
	}
	if !holds("staff", "only those who ask") && !holds("auditor", "only those who ask") {
		t.Error("whoever sends the file does not find it")
	}
}

func TestRequestsAreMailsUnlessAFormIsAskedFor(t *testing.T) {
	files := trustOf(t, handoutSite(""))
	const mail = `href="mailto:trust@lantern.example?subject=Request%3A%20Penetration%20test%3A%20summary%20%26%20letter%202026"`
	for _, page := range []string{"documents.html", "handouts/HND-01.html"} {
		if !strings.Contains(files[page], mail) {
			t.Errorf("%s has no mail with its subject written", page)
		}
	}
	for name, text := range files {
		if path.Ext(name) == ".html" && (strings.Contains(text, "<form") || !strings.Contains(text, "form-action 'none'")) {
			t.Errorf("%s has a form, or allows one", name)
		}
	}

	files = trustOf(t, handoutSite("form = \"netlify\"\n"))
	for name, text := range files {
		if path.Ext(name) != ".html" {
			continue
		}
		isForm := name == "documents.html"
		if strings.Contains(text, "<form") != isForm || strings.Contains(text, "form-action 'self'") != isForm {
			t.Errorf("%s has a form and should not, or the other way round", name)
		}
	}
	for _, words := range []string{`data-netlify="true"`, `netlify-honeypot="nickname"`, `<input name="nickname" tabindex="-1"`, `name="form-name" value="documents"`, `action="sent.html"`} {
		if !strings.Contains(files["documents.html"], words) {
			t.Errorf("the form lacks %s", words)
		}
	}
	if strings.Contains(files["handouts/HND-01.html"], "?subject=") || !strings.Contains(files["handouts/HND-01.html"], `href="../documents.html#request"`) {
		t.Error("the page of a handout does not lead to the form")
	}
	if !strings.Contains(files["sent.html"], `content="noindex"`) || strings.Contains(files["sitemap.xml"], "sent.html") {
		t.Error("search engines would find the page that thanks for a request")
	}
}
