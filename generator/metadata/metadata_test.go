package metadata_test

import (
	"bytes"
	"encoding/base64"
	"image"
	"image/gif"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	_ "image/jpeg"
	_ "image/png"

	_ "golang.org/x/image/webp"

	"github.com/annex-isms/annex/generator/metadata"
	"github.com/annex-isms/annex/generator/metadata/metadatatest"
)

const word = "Kilimanjaro"

func strip(t testing.TB, name string, data []byte) []byte {
	t.Helper()
	stripped, err := metadata.Strip(name, data)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return stripped
}

func TestNothingBesidesThePictureIsTold(t *testing.T) {
	for name, data := range metadatatest.Images(word) {
		stripped := strip(t, name, data)
		if bytes.Count(data, []byte(word)) < 4 {
			t.Errorf("%s hardly tells anything, so that this test shows nothing", name)
		}
		for _, part := range [][]byte{[]byte(word), []byte(word)[:4], []byte("Exif\x00\x00II"), []byte("xmp"), []byte("inkscape")} {
			if at := bytes.Index(stripped, part); at >= 0 {
				t.Errorf("%s still tells %q:\n%q", name, part, stripped[max(0, at-40):min(len(stripped), at+40)])
			}
		}
	}
}

func TestOtherMetadataGiveTheSameBytes(t *testing.T) {
	others := metadatatest.Images("Popocatepetl")
	for name, data := range metadatatest.Images(word) {
		if !bytes.Equal(strip(t, name, data), strip(t, name, others[name])) {
			t.Errorf("%s: the word in its metadata changes what is left", name)
		}
	}
}

func TestWhatIsStrippedStaysAsItIs(t *testing.T) {
	for name, data := range metadatatest.Images(word) {
		once := strip(t, name, data)
		if twice := strip(t, name, once); !bytes.Equal(once, twice) {
			t.Errorf("%s changes when it is stripped again:\n%q\n%q", name, once, twice)
		}
	}
}

func TestThePixelsStayToTheLetter(t *testing.T) {
	for name, data := range metadatatest.Images(word) {
		if name == "diagram.svg" {
			continue
		}
		before, _, err := image.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		after, _, err := image.Decode(bytes.NewReader(strip(t, name, data)))
		if err != nil {
			t.Fatalf("%s, stripped: %v", name, err)
		}
		if !samePixels(before, after) {
			t.Errorf("%s looks different", name)
		}
	}
}

func samePixels(a, b image.Image) bool {
	if a.Bounds() != b.Bounds() {
		return false
	}
	for y := a.Bounds().Min.Y; y < a.Bounds().Max.Y; y++ {
		for x := a.Bounds().Min.X; x < a.Bounds().Max.X; x++ {
			r1, g1, b1, a1 := a.At(x, y).RGBA()
			r2, g2, b2, a2 := b.At(x, y).RGBA()
			if r1 != r2 || g1 != g2 || b1 != b2 || a1 != a2 {
				return false
			}
		}
	}
	return true
}

func TestAnAnimationStaysOne(t *testing.T) {
	got, err := gif.DecodeAll(bytes.NewReader(strip(t, "x.gif", metadatatest.GIF(word))))
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Image) != 2 || got.LoopCount != 3 || got.Delay[0] != 5 || got.Delay[1] != 7 {
		t.Errorf("%d frames shown %v, %d times", len(got.Image), got.Delay, got.LoopCount)
	}
}

func TestAPictureStaysTheRightWayUp(t *testing.T) {
	orientation := regexp.MustCompile(`MM\x00\x2A\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06`)
	for _, name := range []string{"photo.jpg", "screen.png", "photo.webp"} {
		if stripped := strip(t, name, metadatatest.Images(word)[name]); !orientation.Match(stripped) {
			t.Errorf("%s no longer says which way up it is: %q", name, stripped)
		}
	}
}

func TestColoursStayAsTheyAreMeant(t *testing.T) {
	for _, name := range []string{"photo.jpg", "photo.webp"} {
		stripped := strip(t, name, metadatatest.Images(word)[name])
		for _, kept := range []string{"acsp", "mntrRGB XYZ ", "\x00\x00\xF6\xD6", "curv\x00\x00\x00\x00\x00\x00\x00\x01\x02\x33"} {
			if !bytes.Contains(stripped, []byte(kept)) {
				t.Errorf("%s lost %q of its colour profile", name, kept)
			}
		}
	}
	if stripped := strip(t, "x.png", metadatatest.PNG(word)); !bytes.Contains(stripped, []byte("iCCP-\x00\x00")) || !bytes.Contains(stripped, []byte("gAMA")) {
		t.Errorf("a PNG lost its colours: %q", stripped)
	}
}

func TestADrawingKeepsWhatIsDrawn(t *testing.T) {
	got := string(strip(t, "diagram.svg", metadatatest.SVG(word)))
	image := regexp.MustCompile(`data:image/jpeg;base64,([A-Za-z0-9+/=]+)`)
	within, err := base64.StdEncoding.DecodeString(image.FindStringSubmatch(got)[1])
	if err != nil || !bytes.Equal(within, strip(t, "x.jpg", metadatatest.JPEG(word))) {
		t.Errorf("the photograph in the drawing is not the stripped one: %v", err)
	}
	const want = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 10">` +
		`<style> .a { fill: red  }</style><g style="fill:blue"><rect class="a" width="5" height="5"></rect><path id="a" d="M0 0"></path>` +
		`<text x="1" xml:space="preserve">Ship &amp; <tspan>&lt;go&gt;</tspan></text></g><g display="none"><path d="M1 1"></path><g></g></g><g style="fill:red; display : none"></g>` +
		`<image xlink:href="IMAGE" width="3"></image><use href="#a"></use></svg>` + "\n"
	if got = image.ReplaceAllString(got, "IMAGE"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// What refers to something by its name goes on to do so.
func TestADrawingKeepsTheNamesThatItUses(t *testing.T) {
	for drawing, kept := range map[string]bool{
		`<svg><g id="x"/></svg>`:                                         false,
		`<svg><g id="x"/><!-- #x --></svg>`:                              false,
		`<svg><g id="x"/><desc><use href="#x"/></desc></svg>`:            false,
		`<svg><g id="x#x"/></svg>`:                                       false,
		`<svg><g id="x"/><use href="#x"/></svg>`:                         true,
		`<svg><g id="x.y"/><path fill="url( '#x.y' )"/></svg>`:           true,
		`<svg><g id="x"/><path style="fill:url(#x);y:z"/></svg>`:         true,
		`<svg><style>#x.y:hover>g,#z{fill:red}</style><g id="x"/></svg>`: true,
		`<svg><g class="x"/></svg>`:                                      false,
		`<svg><style>.x{fill:red}</style><g class="x"/></svg>`:           true,
	} {
		got := string(strip(t, "x.svg", []byte(drawing)))
		if named := !strings.Contains(got, "<g>"); named != kept {
			t.Errorf("%s keeps the name: %t, want %t: %s", drawing, named, kept, got)
		}
	}
}

func TestWordsOfALayerThatIsNotDisplayedAreGone(t *testing.T) {
	for drawing, kept := range map[string]bool{
		`<svg><g display="none"><text>Board</text></g></svg>`:                                      false,
		`<svg><g style="a:b;display:NONE"><g><text>Board</text></g></g></svg>`:                     false,
		`<svg><text display=" none ">Board</text></svg>`:                                           false,
		`<svg><g display="none"><text id="x">Board</text></g></svg>`:                               false,
		`<svg><text style="not-display:none">Board</text></svg>`:                                   true,
		`<svg><g display="none"><text id="x">Board</text></g><use href="#x"/></svg>`:               true,
		`<svg><g display="none"><g id="x"><text>Board</text></g></g><use href="#x"/></svg>`:        true,
		`<svg><g display="none" id="x"><text>Board</text></g><use href="#x"/></svg>`:               false,
		`<svg><g display="none"><text><textPath href="#x">Board</textPath></text></g></svg>`:       false,
		`<svg><g display="none"><text id="x"><tspan fill="url(#x)">Board</tspan></text></g></svg>`: true, // nothing shows it, but that takes more to know
	} {
		got := string(strip(t, "x.svg", []byte(drawing)))
		if has := strings.Contains(got, "Board"); has != kept {
			t.Errorf("%s keeps the word: %t, want %t: %s", drawing, has, kept, got)
		}
	}
}

func TestAnImageThatIsNotWholeIsRefused(t *testing.T) {
	for name, data := range metadatatest.Images(word) {
		whole := strip(t, name, data)
		for length := range whole {
			if stripped, err := metadata.Strip(name, whole[:length]); err == nil && !bytes.Equal(stripped, whole) {
				t.Errorf("%s passes with %d of its %d bytes", name, length, len(whole))
				break
			}
		}
	}
}

func TestWhatIsNoImageOfItsNameIsRefused(t *testing.T) {
	for name := range metadatatest.Images(word) {
		for other, data := range metadatatest.Images(word) {
			if name == other {
				continue
			}
			if _, err := metadata.Strip(name, data); err == nil {
				t.Errorf("%s passes for %s", other, name)
			}
		}
	}
}

func TestHostileDrawingsAreRefused(t *testing.T) {
	for _, drawing := range []string{
		"", "<svg>", "<svg></g>", "</svg>", "<p/>", "<svg/><svg/>", `<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>`, "<svg>&a;</svg>",
		`<svg><image href="data:image/svg+xml;base64,PHN2Zy8+"/></svg>`, `<svg><image href="data:image/png;base64,AAAA"/></svg>`,
		`<svg><image href=" DATA:text/html,x"/></svg>`, `<svg xmlns="https://example.com/"/>`, `<x:svg xmlns:x="https://example.com/"/>`,
	} {
		if stripped, err := metadata.Strip("x.svg", []byte(drawing)); err == nil {
			t.Errorf("%s passes as %s", drawing, stripped)
		}
	}
}

func TestOtherFilesStayAsTheyAre(t *testing.T) {
	for _, name := range []string{"report.pdf", "export.csv", "notes.txt"} {
		if got := strip(t, name, []byte(word)); string(got) != word {
			t.Errorf("%s became %q", name, got)
		}
	}
}

// Whatever is given for an image: what comes out shows the same, has nothing
// behind its end, and does not change any more.
func FuzzStrip(f *testing.F) {
	kinds := []string{".jpg", ".png", ".gif", ".webp", ".svg"}
	for name, data := range metadatatest.Images(word) {
		f.Add(uint8(slices.Index(kinds, path.Ext(name))), data)
	}
	f.Fuzz(func(t *testing.T, kind uint8, data []byte) {
		name := "image" + kinds[int(kind)%len(kinds)]
		stripped, err := metadata.Strip(name, data)
		if err != nil {
			return
		}
		if again, err := metadata.Strip(name, stripped); err != nil || !bytes.Equal(again, stripped) {
			t.Fatalf("stripped again it is %q, %v, rather than %q", again, err, stripped)
		}
		config, _, err := image.DecodeConfig(bytes.NewReader(data))
		if err != nil || config.Width*config.Height > 1_000_000 || path.Ext(name) == ".svg" {
			return
		}
		before, _, err := image.Decode(bytes.NewReader(data))
		if err != nil {
			return
		}
		after, _, err := image.Decode(bytes.NewReader(stripped))
		if err != nil || !samePixels(before, after) {
			t.Fatalf("it looks different: %v", err)
		}
		if behind, err := metadata.Strip(name, append(bytes.Clone(data), word...)); err != nil || !bytes.Equal(behind, stripped) {
			t.Fatalf("what stands behind its end matters: %v", err)
		}
	})
}
