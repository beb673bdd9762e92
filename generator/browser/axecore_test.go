//go:build browser

package browser

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha512"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
)

// axe-core is fetched from the npm registry, kept in the user's cache, and never
// committed. The digest is the registry's “dist.integrity”.
const (
	axeVersion   = "4.14.1"
	axeIntegrity = "sha512-FHfa+lmNjQZfJz1q8wKqIDwC6DExcHt/pkjNQb09a3NPjCKg2rhu5qb2S4r76ASyFNNtuFooJpZe37OgudVGtQ=="
)

// axeCore returns the script of axe-core.
func axeCore(t *testing.T) string {
	t.Helper()
	script, err := axeOnce()
	if err != nil {
		t.Fatalf("this test needs axe-core %s: %v", axeVersion, err)
	}
	return script
}

var axeOnce = sync.OnceValues(loadAxe)

func loadAxe() (string, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	folder := filepath.Join(cache, "annex")
	archive := filepath.Join(folder, "axe-core-"+axeVersion+".tgz")
	data, err := os.ReadFile(archive)
	if errors.Is(err, fs.ErrNotExist) {
		if err := fetchAxe(folder, archive); err != nil {
			return "", err
		}
		data, err = os.ReadFile(archive)
	}
	if err != nil {
		return "", err
	}
	if err := verifyAxe(data); err != nil {
		return "", fmt.Errorf("%s: %w; delete the file to fetch it anew", archive, err)
	}
	return unpack(data, "package/axe.min.js")
}

// fetchAxe fetches the archive beside its place and moves it there when it is
// known to be the right one. “npm pack” honours the user's registry and runs no
// script of the package.
func fetchAxe(folder, archive string) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	fetching, err := os.MkdirTemp(folder, "fetching-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(fetching)
	npm := exec.Command("npm", "pack", "axe-core@"+axeVersion, "--ignore-scripts", "--pack-destination", fetching)
	npm.Dir = fetching
	if output, err := npm.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w\n%s", npm, err, output)
	}
	fetched := filepath.Join(fetching, filepath.Base(archive))
	data, err := os.ReadFile(fetched)
	if err != nil {
		return err
	}
	if err := verifyAxe(data); err != nil {
		return fmt.Errorf("what the registry gave: %w", err)
	}
	return os.Rename(fetched, archive)
}

func verifyAxe(archive []byte) error {
	sum := sha512.Sum512(archive)
	if got := "sha512-" + base64.StdEncoding.EncodeToString(sum[:]); got != axeIntegrity {
		return fmt.Errorf("its digest is %s, not %s", got, axeIntegrity)
	}
	return nil
}

// unpack returns one file of the archive.
func unpack(archive []byte, name string) (string, error) {
	unzipped, err := gzip.NewReader(bytes.NewReader(archive))
	if err != nil {
		return "", err
	}
	files := tar.NewReader(unzipped)
	for {
		header, err := files.Next()
		if err != nil {
			return "", fmt.Errorf("looking for %s: %w", name, err)
		}
		if header.Name == name {
			script, err := io.ReadAll(files)
			return string(script), err
		}
	}
}
