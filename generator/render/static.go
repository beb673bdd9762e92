package render

import (
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"regexp"
	"strings"
	"text/template/parse"

	"github.com/annex-isms/annex/generator/script"
)

// static returns the files in the theme's folder "static" that pages of the
// edition refer to, made with those templates. What no page refers to stays out:
// a folder may hold more than what it was made for.
func (t *Theme) static(edition string, templates []string, shown charting) ([]File, error) {
	names, err := t.staticNames()
	if err != nil {
		return nil, fmt.Errorf("reading the theme's static files: %w", err)
	}
	r := referrals{edition: edition, shown: shown, parsed: t.parsed, read: map[string]bool{}}
	for _, name := range templates {
		r.template(name)
	}
	wanted := map[string]bool{}
	for open := mentioned(r.text.String(), names); len(open) > 0; open = open[1:] {
		name := open[0]
		if wanted[name] {
			continue
		}
		wanted[name] = true
		more, err := t.mentionedIn(name, names)
		if err != nil {
			return nil, fmt.Errorf("reading the theme's static files: %w", err)
		}
		open = append(open, more...)
	}
	var files []File
	for _, name := range names {
		if wanted[name] {
			files = append(files, File{Path: name, Content: func() ([]byte, error) { return t.staticFile(name) }})
		}
	}
	return files, nil
}

// charting says of an edition what Charted and Draws say of a page.
type charting struct{ charted, draws bool }

// staticFile returns a static file as it is published. It is made once: all editions
// need it, and what looks for other names in it besides.
func (t *Theme) staticFile(name string) (data []byte, err error) {
	t.staticMutex.Lock()
	defer t.staticMutex.Unlock()
	if data, known := t.statics[name]; known {
		return data, nil
	}
	if path.Ext(name) == ".js" {
		data, err = script.Read(t.files, name)
	} else {
		data, err = fs.ReadFile(t.files, name)
	}
	if err == nil {
		t.statics[name] = data
	}
	return data, err
}

// staticNames lists what the theme has in its folder "static", in lexical order.
func (t *Theme) staticNames() ([]string, error) {
	var names []string
	err := fs.WalkDir(t.files, "static", func(name string, entry fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) && name == "static" {
			return fs.SkipAll
		}
		if err == nil && !entry.IsDir() {
			names = append(names, name)
		}
		return err
	})
	return names, err
}

// mentionedIn returns which of the names a stylesheet or a script mentions.
func (t *Theme) mentionedIn(name string, names []string) ([]string, error) {
	switch path.Ext(name) {
	case ".css", ".js":
	default:
		return nil, nil
	}
	data, err := t.staticFile(name)
	if err != nil {
		return nil, err
	}
	text := string(data)
	if path.Ext(name) == ".css" {
		// Its addresses count from where it lies.
		text = inStylesheet.ReplaceAllStringFunc(text, func(found string) string {
			return path.Join(path.Dir(name), inStylesheet.FindStringSubmatch(found)[1]) + " "
		})
	}
	return mentioned(text, names), nil
}

var (
	mention      = regexp.MustCompile(`\bstatic/[^\s"'` + "`" + `()<>{}?#%]+`)
	inStylesheet = regexp.MustCompile(`(?:@import|url\()\s*["']?([^"')\s]+)`)
)

// mentioned returns which of the names the text mentions, by the whole name or by
// its beginning, as where the rest is put together.
func mentioned(text string, names []string) []string {
	var found []string
	for _, beginning := range mention.FindAllString(text, -1) {
		for _, name := range names {
			if strings.HasPrefix(name, beginning) {
				found = append(found, name)
			}
		}
	}
	return found
}

// referrals collects what templates say as it stands: their text and the strings
// in their actions. It follows the templates that they call, and leaves out what
// they say to other editions.
type referrals struct {
	edition string
	shown   charting
	parsed  *template.Template
	read    map[string]bool // names of templates
	text    strings.Builder
}

func (r *referrals) template(name string) {
	found := r.parsed.Lookup(name)
	if found == nil || found.Tree == nil || r.read[name] {
		return
	}
	r.read[name] = true
	r.list(found.Tree.Root)
}

func (r *referrals) list(list *parse.ListNode) {
	if list == nil {
		return
	}
	for _, node := range list.Nodes {
		switch node := node.(type) {
		case *parse.TextNode:
			r.say(string(node.Text))
		case *parse.ActionNode:
			r.say(node.Pipe.String())
		case *parse.TemplateNode:
			r.say(node.String())
			r.template(node.Name)
		case *parse.IfNode:
			r.branch(&node.BranchNode)
		case *parse.WithNode:
			r.branch(&node.BranchNode)
		case *parse.RangeNode:
			r.branch(&node.BranchNode)
		}
	}
}

func (r *referrals) branch(node *parse.BranchNode) {
	r.say(node.Pipe.String())
	then, otherwise := r.taken(node)
	if then {
		r.list(node.List)
	}
	if otherwise {
		r.list(node.ElseList)
	}
}

var editionAsked = regexp.MustCompile(`^(eq|ne) \$?\.Edition "(\w+)"$`)

// taken reports which way pages of the edition may take at the branch: one alone
// where it asks for the edition, or for charts that no page has, else either.
func (r *referrals) taken(node *parse.BranchNode) (then, otherwise bool) {
	switch strings.TrimPrefix(node.Pipe.String(), "$") {
	case ".Charted":
		return r.shown.charted, true
	case ".Draws":
		return r.shown.draws, true
	}
	asked := editionAsked.FindStringSubmatch(node.Pipe.String())
	if asked == nil || node.NodeType != parse.NodeIf {
		return true, true
	}
	then = (asked[2] == r.edition) == (asked[1] == "eq")
	return then, !then
}

func (r *referrals) say(words string) { r.text.WriteString(words + "\n") }
