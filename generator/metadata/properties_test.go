package metadata_test

import (
	"archive/zip"
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
		"a.pdf": "%PDF-1.7\n/Title (A bookmark) /Author ( ) (Author) /Authors (x) /Subtype /Link /Subtype /TextX <dc:creator></dc:creator>",
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

func TestAFileOfAnOfficeProgramSaysWhatItTells(t *testing.T) {
	for part, want := range map[[2]string]metadata.Property{
		{"docProps/core.xml", "<dc:creator>Jane &amp; Joe</dc:creator>"}:               {Name: "author", Value: "Jane & Joe"},
		{"docProps/core.xml", "<cp:lastModifiedBy>Jane</cp:lastModifiedBy>"}:           {Name: "last saved by", Value: "Jane"},
		{"docProps/core.xml", "<cp:keywords>board</cp:keywords>"}:                      {Name: "keywords", Value: "board"},
		{"docProps/app.xml", "<Company>Harbourline</Company>"}:                         {Name: "company", Value: "Harbourline"},
		{"docProps/app.xml", "<Application>Writer</Application>"}:                      {Name: "made with", Value: "Writer", Tool: true},
		{"word/document.xml", `<w:del w:id="1" w:author="Jane"><w:delText>no`}:         {Name: "tracked changes"},
		{"word/comments.xml", `<w:comment w:author="Jane">`}:                           {Name: "comments"},
		{"xl/comments1.xml", `<comments>`}:                                             {Name: "comments"},
		{"ppt/comments/modernComment_1.xml", `<p188:cm>`}:                              {Name: "comments"},
		{"ppt/notesSlides/notesSlide1.xml", `<p:notes>`}:                               {Name: "speaker notes"},
		{"xl/workbook.xml", `<sheet name="Old" sheetId="2" state="hidden" r:id="x"/>`}: {Name: "hidden sheets"},
	} {
		found := metadata.PropertiesOf("Summary.docx", zipped(t, part[0], part[1]))
		if !slices.Equal(found, []metadata.Property{want}) {
			t.Errorf("%s: %q tells %+v, want %+v", part[0], part[1], found, want)
		}
	}
	for _, part := range [][2]string{
		{"docProps/core.xml", "<dc:creator></dc:creator><dc:title>Summary</dc:title>"}, {"word/document.xml", "<w:t>comments.xml</w:t>"},
		{"xl/workbook.xml", `<sheet name="hidden"/>`},
	} {
		if found := metadata.PropertiesOf("Summary.xlsx", zipped(t, part[0], part[1])); len(found) > 0 {
			t.Errorf("%q tells %+v", part[1], found)
		}
	}
}

// zipped returns an archive with one part, compressed as office programs do.
func zipped(t *testing.T, name, text string) []byte {
	t.Helper()
	var archive bytes.Buffer
	writer := zip.NewWriter(&archive)
	part, err := writer.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	_, _ = part.Write([]byte(text))
	if err := writer.Close(); err != nil {
		t.Fatal(err)
	}
	return archive.Bytes()
}
