package metadata_test

import (
	"bytes"
	"compress/zlib"
	"slices"
	"testing"

	"github.com/annex-isms/annex/generator/metadata"
)

func TestAPDFSaysWhatItTells(t *testing.T) {
	tells := func(name, value string) metadata.Property { return metadata.Property{Name: name, Value: value} }
	tool := func(value string) metadata.Property {
		return metadata.Property{Name: "made with", Value: value, Tool: true}
	}
	for text, want := range map[string]metadata.Property{
		`<< /Author (Head of \(Finance\)) >>`:                                  tells("author", "Head of (Finance)"),
		`<< /Author (Jane (Finance) Doe) >>`:                                   tells("author", "Jane (Finance) Doe"),
		`<< /Author(J\374rgen\nX) >>`:                                          tells("author", "Jürgen X"),
		"<< /Author (J\\\xFCrgen) >>":                                          tells("author", "Jürgen"),
		`<< /Author <FEFF004A00FC> >>`:                                         tells("author", "Jü"),
		"<< /Author (\xEF\xBB\xBFJ\xC3\xBC) >>":                                tells("author", "Jü"),
		"<< /Author 12 0 R >>\nendobj\n112 0 obj (X) 12 0 obj\n(Jane)\nendobj": tells("author", "Jane"),
		"<< /Author 7 0 R >>":                                                  tells("author", ""),
		"<< /Company\n(Harbourline)":                                           tells("company", "Harbourline"),
		`<< /Producer (Writer 24.8) >>`:                                        tool("Writer 24.8"),
		`<dc:creator><rdf:Seq> <rdf:li>Author</rdf:li></rdf:Seq>`:              tells("author", "Author"),
		`<rdf:Description pdfx:Company="Harbourline" rdf:about="">`:            tells("company", "Harbourline"),
		`<xmp:CreatorTool>Writer &amp; Co</xmp:CreatorTool>`:                   tool("Writer & Co"),
		"stream\n" + deflated("<< /Subject (For the board only) >>"):           tells("subject", "For the board only"),
		"<< /Type /Annot /Subtype /Highlight /T (Jane) >>":                     tells("comments", ""),
		"<< /Type /EmbeddedFile /Length 3 >>":                                  tells("attached files", ""),
	} {
		found := metadata.PropertiesOf("Policy.PDF", []byte("%PDF-1.7\n"+text))
		if !slices.Equal(found, []metadata.Property{want}) {
			t.Errorf("%q tells %+v, want %+v", text, found, want)
		}
	}
}

func TestWhatPagesShowIsNoMetadata(t *testing.T) {
	for name, text := range map[string]string{
		"a.pdf": "%PDF-1.7\n/Title (A bookmark) /Author () (Author) /Authors (x) /Subtype /Link /Subtype /TextX <dc:creator></dc:creator>",
		"a.txt": "/Author (x)",
	} {
		if found := metadata.PropertiesOf(name, []byte(text)); len(found) > 0 {
			t.Errorf("%s tells %v", name, found)
		}
	}
}

func deflated(text string) string {
	var packed bytes.Buffer
	writer := zlib.NewWriter(&packed)
	_, _ = writer.Write([]byte(text))
	_ = writer.Close()
	return packed.String()
}
