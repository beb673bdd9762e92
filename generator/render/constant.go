package render

import (
	"html/template"
	"regexp"
	"strings"
	"text/template/parse"

	"github.com/annex-isms/annex/generator/words"
)

// settleWords writes into templates what {{say "key"}} says in them: words without
// anything to fill in are the same on all pages, and no page has to look for them.
// It does so where they are certain to stand between elements or in the value of an
// attribute that holds words; elsewhere html/template escapes them, as it knows how.
func settleWords(templates *template.Template, w *words.Catalogue) {
	inCode := namesInCode(templates)
	for _, t := range templates.Templates() {
		if t.Tree != nil && !inCode[t.Name()] {
			settle(t.Tree.Root, "", w)
		}
	}
}

// namesInCode returns the names of templates with scripts and styles, and of those
// that they call: in there, words are escaped otherwise.
func namesInCode(templates *template.Template) map[string]bool {
	found := map[string]bool{}
	var take func(t *template.Template)
	take = func(t *template.Template) {
		if t == nil || t.Tree == nil || found[t.Name()] {
			return
		}
		found[t.Name()] = true
		for _, call := range call.FindAllStringSubmatch(t.Tree.Root.String(), -1) {
			take(templates.Lookup(call[1]))
		}
	}
	for _, t := range templates.Templates() {
		if t.Tree != nil && code.MatchString(t.Tree.Root.String()) {
			take(t)
		}
	}
	return found
}

var (
	code = regexp.MustCompile(`(?i)<(script|style)\b`)
	call = regexp.MustCompile(`\{\{template "([^"]+)"`)
)

// settle settles the words in a list that comes after a text, and returns the text
// that has come by its end.
func settle(list *parse.ListNode, before string, w *words.Catalogue) string {
	if list == nil {
		return before
	}
	for i, node := range list.Nodes {
		switch node := node.(type) {
		case *parse.TextNode:
			before += string(node.Text)
		case *parse.IfNode:
			before = settleBranches(&node.BranchNode, before, w)
		case *parse.RangeNode:
			before = settleBranches(&node.BranchNode, before, w)
		case *parse.WithNode:
			before = settleBranches(&node.BranchNode, before, w)
		case *parse.ActionNode:
			if key, isConstant := saidBy(node.Pipe); isConstant && holdsWords(before) {
				text := strings.ReplaceAll(template.HTMLEscapeString(w.Say(key)), "+", "&#43;") // as html/template does
				list.Nodes[i] = &parse.TextNode{NodeType: parse.NodeText, Pos: node.Pos, Text: []byte(text)}
			}
		}
	}
	return before
}

// settleBranches settles the words in both branches. They end in places alike, or
// html/template refuses the template.
func settleBranches(branch *parse.BranchNode, before string, w *words.Catalogue) string {
	settle(branch.ElseList, before, w)
	return settle(branch.List, before, w)
}

// saidBy returns the key of {{say "key"}}.
func saidBy(pipe *parse.PipeNode) (key string, isConstant bool) {
	if len(pipe.Decl) > 0 || len(pipe.Cmds) != 1 || len(pipe.Cmds[0].Args) != 2 {
		return "", false
	}
	name, isName := pipe.Cmds[0].Args[0].(*parse.IdentifierNode)
	text, isText := pipe.Cmds[0].Args[1].(*parse.StringNode)
	if !isName || !isText || name.Ident != "say" {
		return "", false
	}
	return text.Text, true
}

// holdsWords reports whether what follows on a text is certain to stand between
// elements, or between the double quotes of an attribute that holds words.
func holdsWords(before string) bool {
	tag := strings.LastIndexByte(before, '<')
	return tag >= 0 && (strings.IndexByte(before[tag:], '>') >= 0 && !strings.HasPrefix(before[tag:], "<!--") || inWords.MatchString(before[tag:]))
}

// inWords is an element up to somewhere in the value of such an attribute.
var inWords = regexp.MustCompile(`^<[a-zA-Z][^"'<>]*(?:"[^"<>]*"[^"'<>]*)*\s(?:title|alt|placeholder|label|content|aria-label|data-[a-z-]+)="[^"<>]*$`)
