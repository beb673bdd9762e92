package load

import "testing"

func TestAnSVGThatCouldRunOrLoadSomethingIsRefused(t *testing.T) {
	const open, end = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">`, `</svg>`
	for _, inside := range []string{
		`<script>alert(1)</script>`, `<SCRIPT/>`, `<foreignObject/>`, `<rect onclick="x()"/>`, `<a href="https://example.com"/>`,
		`<image xlink:href="https://example.com/x.png"/>`, `<use href="other.svg#x"/>`, `<style>@import url(https://example.com/x.css)</style>`,
		`<style>rect { fill: URL( https://example.com/x ) }</style>`, `<rect fill="url(https://example.com/x#y)"/>`,
		`<rect style="background: url(x.png)"/>`, `<animate attributeName="href"/>`, `<a href="javascript:alert(1)"/>`, `<rect`,
	} {
		if svgFault([]byte(open+inside+end)) == "" {
			t.Errorf("%s was let through", inside)
		}
	}
	for _, inside := range []string{
		`<rect fill="url(#shade)" clip-path="url('#a')"/>`, `<use href="#x"/>`, `<style>rect { fill: red }</style>`, `<text>a url in words</text>`,
	} {
		if fault := svgFault([]byte(open + inside + end)); fault != "" {
			t.Errorf("%s was refused: %s", inside, fault)
		}
	}
}
