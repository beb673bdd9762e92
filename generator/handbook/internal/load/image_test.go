package load

import "testing"

func TestAnSVGThatCouldRunOrLoadSomethingIsRefused(t *testing.T) {
	const open, end = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">`, `</svg>`
	for _, inside := range []string{
		`<script>alert(1)</script>`, `<SCRIPT/>`, `<foreignObject/>`, `<rect onclick="x()"/>`, `<a href="https://example.com"/>`,
		`<image xlink:href="https://example.com/x.png"/>`, `<use href="other.svg#x"/>`, `<style>@import url(https://example.com/x.css)</style>`,
		`<style>rect { fill: URL( https://example.com/x ) }</style>`, `<rect fill="url(https://example.com/x#y)"/>`,
		`<rect style="background: url(x.png)"/>`, `<animate attributeName="href"/>`, `<a href="javascript:alert(1)"/>`, `<rect`,
		`<a href="vbscript:x"/>`, `<a href=" java&#10;script:x"/>`, `<a href="data:text/html,x"/>`, `<rect OnLoad="x"/>`,
		`<image href="data:image/svg+xml;base64,PHN2Zy8+"/>`, `<image href="data:image/png,x"/>`, `<image href="//example.com/x.png"/>`,
		`<html:img xmlns:html="http://www.w3.org/1999/xhtml" src="https://example.com/x.png"/>`,
		`<meta xmlns="http://www.w3.org/1999/xhtml" http-equiv="refresh" content="0"/>`,
		`<style>svg { background: image-set("https://example.com/x.png" 1x) }</style>`, `<style>svg { background: \75 rl(https://example.com/x) }</style>`,
		`<rect style="background: image('x.png')"/>`, `<rect fill="\75rl(https://example.com/x#a)"/>`, `<rect cursor="image-set('x.png' 1x)"/>`,
		`<?xml-stylesheet href="x.css"?>`, `<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>`, `<text>&b;</text>`,
	} {
		if svgFault([]byte(open+inside+end)) == "" {
			t.Errorf("%s was let through", inside)
		}
	}
	for _, inside := range []string{
		`<rect fill="url(#shade)" clip-path="url('#a')"/>`, `<use href="#x"/>`, `<style>rect { fill: red }</style>`, `<text>a url in words</text>`,
		`<image href="data:image/png;base64,iVBORw0KGgo="/>`, `<text>C:\Users (all), image (1)</text>`,
		`<g xmlns:i="http://www.inkscape.org/namespaces/inkscape" i:export-filename="C:\Users\x (1).png"/>`,
	} {
		if fault := svgFault([]byte(open + inside + end)); fault != "" {
			t.Errorf("%s was refused: %s", inside, fault)
		}
	}
}
