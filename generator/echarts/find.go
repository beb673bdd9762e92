package echarts

import (
	"context"
	"io/fs"
	"os"
	"path"
	"path/filepath"
)

// Source says where to look for ECharts.
type Source struct {
	Embedded fs.FS  // the folder of the themes that holds the pin and, in a release, the files
	Cache    string // the user's folder for it; empty for none

	// Fetch puts the archive of the package into a folder and returns it; nil
	// where nothing may be fetched. Pack is what it usually is.
	Fetch func(ctx context.Context, pin Pin, folder string) ([]byte, error)
}

// Find returns ECharts: from the program, from the cache, or fetched into the
// cache. The error says why there is none.
func (s Source) Find(ctx context.Context) (Asset, error) {
	pin, err := ReadPin(s.Embedded)
	if err != nil {
		return Asset{}, err
	}
	if asset, ok := pin.gather(func(file PinFile) ([]byte, error) { return fs.ReadFile(s.Embedded, path.Base(file.Path)) }); ok {
		return asset, nil
	}
	if s.Cache != "" {
		if asset, ok := pin.gather(func(file PinFile) ([]byte, error) { return os.ReadFile(s.cached(pin, file)) }); ok {
			return asset, nil
		}
		// Somebody without npm may have laid the archive there.
		if archive, err := os.ReadFile(filepath.Join(s.Cache, pin.Archive())); err == nil {
			if asset, err := pin.unpack(archive); err == nil {
				s.keep(pin, asset)
				return asset, nil
			}
		}
	}
	return s.fetch(ctx, pin)
}

// fetch gets the archive from elsewhere and keeps what it holds.
func (s Source) fetch(ctx context.Context, pin Pin) (Asset, error) {
	if s.Fetch == nil {
		return Asset{}, errNowhere
	}
	folder, err := os.MkdirTemp("", "annex-echarts-*")
	if err != nil {
		return Asset{}, err
	}
	defer func() { _ = os.RemoveAll(folder) }()
	archive, err := s.Fetch(ctx, pin, folder)
	if err != nil {
		return Asset{}, err
	}
	asset, err := pin.unpack(archive)
	if err != nil {
		return Asset{}, err
	}
	s.keep(pin, asset)
	return asset, nil
}

// keep puts the files into the cache. Each is written elsewhere and moved into
// place, so that builds at the same time read a whole file or none; where the
// cache cannot be written, the next build fetches again.
func (s Source) keep(pin Pin, asset Asset) {
	if s.Cache == "" || os.MkdirAll(s.Cache, 0o755) != nil {
		return
	}
	for i, file := range pin.Files {
		temporary, err := os.CreateTemp(s.Cache, ".new-*")
		if err != nil {
			return
		}
		_, err = temporary.Write(asset.Files[i].Data)
		if closed := temporary.Close(); err != nil || closed != nil || os.Rename(temporary.Name(), s.cached(pin, file)) != nil {
			_ = os.Remove(temporary.Name())
		}
	}
}

// cached returns where the cache has a file.
func (s Source) cached(pin Pin, file PinFile) string {
	return filepath.Join(s.Cache, pin.Name+"-"+pin.Version+"-"+path.Base(file.Path))
}

// Help says how somebody can get ECharts where it could not be found.
func (s Source) Help() string {
	pin, err := ReadPin(s.Embedded)
	if err != nil {
		return ""
	}
	help := "with npm and a network, the next build fetches it once"
	if s.Cache != "" {
		help += "; or put " + pin.Archive() + ", as “npm pack " + pin.Release() + "” fetches it, into " + s.Cache
	}
	return help
}
