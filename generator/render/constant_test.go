package render

import (
	"html/template"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/annex-isms/annex/generator/words"
)

// Wherever words stand, a page says the same whether they were settled or not.
func TestSettledWordsStandAsIfTheyWereLookedFor(t *testing.T) {
	catalogue, err := words.Load(fstest.MapFS{
		"messages/en.toml": {Data: []byte(`"a.word" = "Don't go, \"all\" <b>1 + 1</b> & more"` + "\n" + `"a.link" = "javascript:alert(1)"` + "\n")},
	}, "en")
	if err != nil {
		t.Fatal(err)
	}
	settled := 0
	for name, files := range map[string][]string{
		"between elements":              {`<p>{{say "a.word"}}</p>`},
		"in the title":                  {`<title>{{say "a.word"}}</title>`},
		"in a branch":                   {`<p>{{if .}}{{say "a.word"}}{{else}}<i>{{say "a.word"}}</i>{{end}}</p>{{say "a.word"}}`},
		"in an attribute of words":      {`<p class="x" aria-label="{{say "a.word"}}" title="a {{say "a.word"}}">x</p>`},
		"after an element":              {`<p><a href="x">y</a> {{say "a.word"}}`},
		"at the beginning":              {`{{say "a.word"}}`},
		"in an address":                 {`<a href="{{say "a.link"}}">x</a><img src="{{say "a.word"}}">`},
		"in a style":                    {`<p style="color: {{say "a.word"}}">x</p><style>p { content: {{say "a.word"}} }</style>`},
		"in a handler":                  {`<p onclick="f({{say "a.word"}})">x</p>`},
		"in a script":                   {`<p>x</p><script>const w = {{say "a.word"}};</script>`},
		"called by a script":            {`<script>const w = {{template "1"}};</script>`, `{{if .}}{{say "a.word"}}{{end}}`},
		"called by what a script calls": {`<script>const w = {{template "1"}};</script>`, `{{template "2"}}`, `"<b>" + {{say "a.word"}}`},
		"without quotes":                {`<p title={{say "a.word"}}>x</p><p title=a-{{say "a.word"}}>x</p>`},
		"in single quotes":              {`<p title='{{say "a.word"}}'>x</p>`},
		"in a branch of a value":        {`<p title={{if .}}{{say "a.word"}}{{end}}>x</p>`},
		"in a comment":                  {`<!-- a > {{say "a.word"}} --><p>x</p>`},
		"as the name of something":      {`<p {{say "a.link"}}="x">y</p>`},
	} {
		parsed := func() *template.Template {
			all := template.New("").Funcs(template.FuncMap{"say": catalogue.Say})
			for i, text := range files {
				template.Must(all.New(string('0' + rune(i))).Parse(text))
			}
			return all
		}
		usual, changed := parsed(), parsed()
		settleWords(changed, catalogue)
		if !strings.Contains(changed.Lookup("0").Tree.Root.String(), "{{say") {
			settled++
		}
		var want, got strings.Builder
		wantErr, gotErr := usual.ExecuteTemplate(&want, "0", true), changed.ExecuteTemplate(&got, "0", true)
		if want.String() != got.String() || (wantErr == nil) != (gotErr == nil) {
			t.Errorf("%s: says %q (%v), want %q (%v)", name, got.String(), gotErr, want.String(), wantErr)
		}
	}
	if settled < 5 {
		t.Errorf("only %d of the templates were settled", settled)
	}
}
