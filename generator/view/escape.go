package view

import "html"

// Escape returns plain words as markup.
func Escape(text string) HTML { return HTML(html.EscapeString(text)) }
