package main

import (
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// collection says how memory is traded for time.
type collection struct {
	garbage int    // how much there may be before it is collected, in per cent of what is in use
	most    uint64 // bytes in use, from which on a gigabyte is too little
}

var (
	// whileBuilding is for commands that soon end.
	whileBuilding = collection{garbage: 1600, most: 520 << 20}
	// whileServing is for one that goes on, and stays within a gigabyte longer.
	whileServing = collection{garbage: usual, most: 700 << 20}
)

// usual is how much garbage programs have where nobody says otherwise.
const usual = 100

// boundMemory collects garbage so, and as often as it takes to stay within a
// gigabyte. Who has set GOGC or GOMEMLIMIT is obeyed.
func boundMemory(c collection) {
	const enough = 900 << 20 // with what else a program takes
	if os.Getenv("GOGC") == "" && os.Getenv("GOMEMLIMIT") == "" {
		debug.SetGCPercent(c.garbage)
		debug.SetMemoryLimit(enough)
		c.watch()
	}
}

// watch looks, after garbage was collected, at how much is in use. Large sites need
// more than that, and then go on as programs usually do.
func (c collection) watch() {
	runtime.AddCleanup(new([16]byte), func(int) {
		live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		if metrics.Read(live); live[0].Value.Uint64() > c.most {
			debug.SetGCPercent(usual)
			debug.SetMemoryLimit(math.MaxInt64)
			return
		}
		c.watch()
	}, 0)
}
