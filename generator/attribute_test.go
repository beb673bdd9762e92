package generator_test

import "golang.org/x/net/html"

// attributeOf returns the value of an attribute, empty where there is none.
func attributeOf(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
