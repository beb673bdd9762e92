package echarts_test

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha512"
	"encoding/base64"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/annex-isms/annex/generator/echarts"
	"github.com/annex-isms/annex/themes"
)

// A small package takes the place of ECharts, so that no test needs npm.
var (
	files   = map[string]string{"dist/charts.min.js": "var charts = 1;", "LICENSE": "Do as you like."}
	archive = packed(files)
)

// packed returns an archive as npm makes it.
func packed(files map[string]string) []byte {
	var out bytes.Buffer
	zipped := gzip.NewWriter(&out)
	tarred := tar.NewWriter(zipped)
	for _, name := range []string{"README.md", "LICENSE", "dist/charts.min.js"} {
		_ = tarred.WriteHeader(&tar.Header{Name: "package/" + name, Mode: 0o644, Size: int64(len(files[name])), Typeflag: tar.TypeReg})
		_, _ = tarred.Write([]byte(files[name]))
	}
	_ = tarred.Close()
	_ = zipped.Close()
	return out.Bytes()
}

func integrity(data []byte) string {
	digest := sha512.Sum512(data)
	return "sha512-" + base64.StdEncoding.EncodeToString(digest[:])
}

// pinned returns a folder of themes that pins the small package.
func pinned() fstest.MapFS {
	pin := fmt.Sprintf("name = \"charts\"\nversion = \"1.2.3\"\nintegrity = %q\n", integrity(archive))
	for _, name := range []string{"dist/charts.min.js", "LICENSE"} {
		pin += fmt.Sprintf("[[file]]\npath = %q\nintegrity = %q\n", name, integrity([]byte(files[name])))
	}
	return fstest.MapFS{"echarts.toml": {Data: []byte(pin)}}
}

// fetches counts how often something is fetched, and returns what it is told to.
type fetches struct {
	mutex sync.Mutex
	count int
	data  []byte
	err   error
}

func (f *fetches) fetch(context.Context, echarts.Pin, string) ([]byte, error) {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	f.count++
	return f.data, f.err
}

func find(t *testing.T, s echarts.Source) echarts.Asset {
	t.Helper()
	asset, err := s.Find(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if got := string(asset.Script()); got != files["dist/charts.min.js"] {
		t.Fatalf("the script is %q", got)
	}
	if len(asset.Files) != 2 {
		t.Fatalf("it has %d files", len(asset.Files))
	}
	return asset
}

func TestEChartsIsFetchedOnceAndThenCached(t *testing.T) {
	from := &fetches{data: archive}
	source := echarts.Source{Embedded: pinned(), Cache: filepath.Join(t.TempDir(), "deep", "cache"), Fetch: from.fetch}
	find(t, source)
	find(t, source)
	if from.count != 1 {
		t.Errorf("it was fetched %d times", from.count)
	}
}

func TestAProgramThatCarriesEChartsFetchesNothing(t *testing.T) {
	embedded := pinned()
	for name, text := range files {
		embedded[filepath.Base(name)] = &fstest.MapFile{Data: []byte(text)}
	}
	find(t, echarts.Source{Embedded: embedded})
}

func TestACacheThatWasTamperedWithIsNotTrusted(t *testing.T) {
	from := &fetches{data: archive}
	source := echarts.Source{Embedded: pinned(), Cache: t.TempDir(), Fetch: from.fetch}
	find(t, source)
	err := filepath.WalkDir(source.Cache, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		return os.WriteFile(name, []byte("alert(1)"), 0o644)
	})
	if err != nil {
		t.Fatal(err)
	}
	find(t, source)
	if from.count != 2 {
		t.Errorf("it was fetched %d times", from.count)
	}
	find(t, source)
	if from.count != 2 {
		t.Error("the cache was not mended")
	}
}

func TestAnotherPackageThanThePinnedOneIsRefused(t *testing.T) {
	other := packed(map[string]string{"dist/charts.min.js": "alert(1)", "LICENSE": files["LICENSE"]})
	for name, data := range map[string][]byte{"another archive": other, "half an archive": archive[:len(archive)/2], "nothing": nil} {
		source := echarts.Source{Embedded: pinned(), Cache: t.TempDir(), Fetch: (&fetches{data: data}).fetch}
		if _, err := source.Find(t.Context()); err == nil {
			t.Errorf("%s was taken", name)
		}
		if kept, _ := os.ReadDir(source.Cache); len(kept) > 0 {
			t.Errorf("%s was kept", name)
		}
	}
}

func TestAnArchiveLaidIntoTheCacheByHandIsTaken(t *testing.T) {
	source := echarts.Source{Embedded: pinned(), Cache: t.TempDir()}
	if _, err := source.Find(t.Context()); err == nil {
		t.Fatal("it came from nowhere")
	}
	if help := source.Help(); !strings.Contains(help, "charts-1.2.3.tgz") || !strings.Contains(help, source.Cache) {
		t.Errorf("the help does not say what to put where: %s", help)
	}
	if err := os.WriteFile(filepath.Join(source.Cache, "charts-1.2.3.tgz"), archive, 0o644); err != nil {
		t.Fatal(err)
	}
	find(t, source)
}

func TestBuildsAtTheSameTimeShareACache(t *testing.T) {
	source := echarts.Source{Embedded: pinned(), Cache: t.TempDir(), Fetch: (&fetches{data: archive}).fetch}
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 20 {
				if _, err := source.Find(t.Context()); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	source.Fetch = nil
	find(t, source)
	entries, err := os.ReadDir(source.Cache)
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != len(files) {
		t.Errorf("the cache holds %v", entries)
	}
}

func TestACacheThatCannotBeWrittenIsDoneWithout(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	find(t, echarts.Source{Embedded: pinned(), Cache: filepath.Join(file, "cache"), Fetch: (&fetches{data: archive}).fetch})
}

func TestWhyThereIsNoEChartsIsSaid(t *testing.T) {
	source := echarts.Source{Embedded: pinned(), Cache: t.TempDir(), Fetch: (&fetches{err: errors.New("npm is not installed")}).fetch}
	if _, err := source.Find(t.Context()); err == nil || !strings.Contains(err.Error(), "npm is not installed") {
		t.Errorf("the error is %v", err)
	}
}

func TestWithoutNpmNothingIsFetched(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	if _, err := echarts.Pack(t.Context(), echarts.Pin{Name: "charts", Version: "1.2.3"}, t.TempDir()); err == nil || err.Error() != "npm is not installed" {
		t.Errorf("the error is %v", err)
	}
}

// The pin is written by hand: a slip in it would only be seen by those without a
// cache.
func TestThePinOfTheThemesIsWhole(t *testing.T) {
	pin, err := echarts.ReadPin(themes.ECharts())
	if err != nil {
		t.Fatal(err)
	}
	if pin.Name != "echarts" || pin.Version == "" || len(pin.Files) == 0 {
		t.Errorf("the pin is %+v", pin)
	}
	all := []echarts.Integrity{pin.Integrity}
	for _, file := range pin.Files {
		all = append(all, file.Integrity)
	}
	for _, digest := range all {
		raw, found := strings.CutPrefix(string(digest), "sha512-")
		if data, err := base64.StdEncoding.DecodeString(raw); !found || err != nil || len(data) != sha512.Size {
			t.Errorf("%q is no digest", digest)
		}
	}
}
