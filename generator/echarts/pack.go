package echarts

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// patience is how long npm may take. The archive has some twelve megabytes.
const patience = 3 * time.Minute

var errNowhere = errors.New("it is neither in the program nor in the cache")

// Pack has npm put the archive of the package into a folder, from whichever
// registry the user's npm is set to, and returns it. No script of the package is
// run.
func Pack(ctx context.Context, pin Pin, folder string) ([]byte, error) {
	npm, err := exec.LookPath("npm")
	if err != nil {
		return nil, errors.New("npm is not installed")
	}
	ctx, stop := context.WithTimeout(ctx, patience)
	defer stop()
	command := exec.CommandContext(ctx, npm, "pack", pin.Release(), "--pack-destination", folder,
		"--ignore-scripts", "--silent", "--fetch-retries=1", "--fetch-retry-mintimeout=1000", "--fetch-timeout=60000")
	// What npm says may name a registry or worse, which is nobody's business here.
	command.Stdout, command.Stderr = io.Discard, io.Discard
	command.WaitDelay = 5 * time.Second
	if err := command.Run(); err != nil {
		if ctx.Err() != nil {
			return nil, errors.New("npm took too long to fetch it")
		}
		return nil, fmt.Errorf("npm could not fetch %s", pin.Release())
	}
	archive, err := os.ReadFile(filepath.Join(folder, pin.Archive()))
	if err != nil {
		return nil, fmt.Errorf("npm fetched %s, but not as %s", pin.Release(), pin.Archive())
	}
	return archive, nil
}
