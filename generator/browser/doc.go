// Package browser tests the sample's pages in Chromium, as a reader meets them:
// opened from disk and from a host, with a mouse, a finger, a keyboard, a screen
// reader and a printer, with and without JavaScript, and while an author edits.
//
// It has nothing but tests, and they need Chromium and npm, so they run only when
// asked for:
//
//	go test -tags browser ./generator/browser
package browser
