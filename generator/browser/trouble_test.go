//go:build browser

package browser

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The other tests fail where a page complains. This one makes sure that a
// complaint is heard.
func TestTroubleIsHeard(t *testing.T) {
	t.Parallel()
	const policy = `<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src 'self'">`
	for name, test := range map[string]struct{ page, script, want string }{
		"a warning in the console":     {`<!doctype html><script src="script.js"></script>`, `console.warn("careful")`, "careful"},
		"an error in the console":      {`<!doctype html><script src="script.js"></script>`, `console.error("broken")`, "broken"},
		"an exception":                 {`<!doctype html><script src="script.js"></script>`, `throw new Error("thrown")`, "thrown"},
		"a promise that nobody awaits": {`<!doctype html><script src="script.js"></script>`, `Promise.reject(new Error("thrown"))`, "thrown"},
		"a file that is not there":     {`<!doctype html><img alt="" src="missing.svg">`, ``, "a request for a Image failed"},
		"a script in the page":         {policy + `<script>document.title = "run"</script>`, ``, "Content Security Policy"},
		"a style in the page":          {policy + `<p style="color: red">red</p>`, ``, "Content Security Policy"},
		"another origin":               {`<!doctype html><img alt="" src="http://elsewhere.example/x.png">`, ``, "asked for http://elsewhere.example/x.png"},
		"another origin, by policy":    {policy + `<img alt="" src="http://elsewhere.example/x.png">`, ``, "Content Security Policy"},
	} {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			for file, content := range map[string]string{"index.html": test.page, "script.js": test.script} {
				if err := os.WriteFile(filepath.Join(folder, file), []byte(content), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			b := open(t)
			b.visit(site{"file", "file://" + filepath.ToSlash(folder) + "/"}, "index.html")
			if heard := strings.Join(b.takeTrouble(), "\n"); !strings.Contains(heard, test.want) {
				t.Errorf("heard %q, want “%s”", heard, test.want)
			}
		})
	}
}
