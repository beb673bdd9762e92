package main

import (
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// How much garbage there may be before it is collected, in per cent of what is in
// use: usually, and where a command soon ends and trades memory for time.
const (
	usual  = 100
	seldom = 1600
)

// boundMemory collects garbage at such a share, and as often as it takes to stay
// within a gigabyte. Who has set GOGC or GOMEMLIMIT is obeyed.
func boundMemory(share int) {
	const enough = 850 << 20 // with what else a program takes
	if os.Getenv("GOGC") == "" && os.Getenv("GOMEMLIMIT") == "" {
		debug.SetGCPercent(share)
		debug.SetMemoryLimit(enough)
		watchMemory()
	}
}

// watchMemory looks, after garbage was collected, at how much is in use. Large sites
// need more than that, and then go on as programs usually do.
func watchMemory() {
	const tooMuch = 520 << 20
	runtime.AddCleanup(new([16]byte), func(int) {
		live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		if metrics.Read(live); live[0].Value.Uint64() > tooMuch {
			debug.SetGCPercent(usual)
			debug.SetMemoryLimit(math.MaxInt64)
			return
		}
		watchMemory()
	}, 0)
}
