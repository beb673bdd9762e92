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

// How much a site of hundreds of entries takes, garbage among it, and how much may be
// in use for that; and what leaves a gigabyte with what else a program takes.
const (
	little     = 400 << 20
	usedLittle = 100 << 20
	enough     = 900 << 20
)

// boundMemory collects garbage so, and as often as it takes to stay within a
// gigabyte, or half of that for a small site. Who has set GOGC or GOMEMLIMIT is
// obeyed.
func boundMemory(c collection) {
	if os.Getenv("GOGC") == "" && os.Getenv("GOMEMLIMIT") == "" {
		debug.SetGCPercent(c.garbage)
		debug.SetMemoryLimit(little)
		c.watch(little)
	}
}

// watch looks, after garbage was collected, at how much is in use, and whether the
// limit at hand is too low for it. Large sites go on without any, as programs usually
// do.
func (c collection) watch(limit int64) {
	runtime.AddCleanup(new([16]byte), func(int) {
		live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(live)
		switch used := live[0].Value.Uint64(); {
		case used > c.most:
			debug.SetGCPercent(usual)
			debug.SetMemoryLimit(math.MaxInt64)
			return
		case used > usedLittle && limit < enough:
			limit = enough
			debug.SetMemoryLimit(limit)
		}
		c.watch(limit)
	}, 0)
}
