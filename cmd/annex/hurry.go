package main

import (
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// hurry makes a command that soon ends trade memory for time: within a
// gigabyte it seldom collects garbage. Who has set GOGC or GOMEMLIMIT is obeyed.
func hurry() {
	const seldom, enough = 400, 1000 << 20 // per cent of what is in use; bytes
	if os.Getenv("GOGC") == "" && os.Getenv("GOMEMLIMIT") == "" {
		debug.SetGCPercent(seldom)
		debug.SetMemoryLimit(enough)
		watchMemory()
	}
}

// watchMemory looks, after garbage was collected, at how much is in use. Large sites
// need more than that, and then go on as programs usually do.
func watchMemory() {
	const tooMuch, usual = 750 << 20, 100
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
