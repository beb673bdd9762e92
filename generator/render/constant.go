package render

import (
	"bytes"
	"html/template"
	"strings"
	"text/template/parse"

	"github.com/annex-isms/annex/generator/words"
)

// settleWords writes into templates what {{say "key"}} says in them: words without
// anything to fill in are the same on all pages, and no page has to look for them.
func settleWords(templates []*template.Template, w *words.Catalogue) {
	for _, t := range templates {
		if t.Tree != nil && !hasCode(t.Tree.Root) {
			settle(t.Tree.Root, w)
		}
	}
}

// hasCode reports whether a template holds a script or a style: there, words are not
// escaped as in HTML.
func hasCode(root *parse.ListNode) bool {
	text := root.String()
	return strings.Contains(text, "<script") || strings.Contains(text, "<style")
}

func settle(list *parse.ListNode, w *words.Catalogue) {
	if list == nil {
		return
	}
	for i, node := range list.Nodes {
		switch node := node.(type) {
		case *parse.IfNode:
			settle(node.List, w)
			settle(node.ElseList, w)
		case *parse.RangeNode:
			settle(node.List, w)
			settle(node.ElseList, w)
		case *parse.WithNode:
			settle(node.List, w)
			settle(node.ElseList, w)
		case *parse.ActionNode:
			if key, isConstant := saidBy(node.Pipe); isConstant && (i == 0 || !isBare(list.Nodes[i-1])) {
				text := strings.ReplaceAll(template.HTMLEscapeString(w.Say(key)), "+", "&#43;") // as html/template does
				list.Nodes[i] = &parse.TextNode{NodeType: parse.NodeText, Pos: node.Pos, Text: []byte(text)}
			}
		}
	}
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

// isBare reports whether what follows is the value of an attribute without quotes.
func isBare(before parse.Node) bool {
	text, isText := before.(*parse.TextNode)
	return isText && bytes.HasSuffix(bytes.TrimSpace(text.Text), []byte("="))
}
