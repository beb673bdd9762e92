package main

import (
	"os"
	"runtime"
	"runtime/debug"
)

// hurry makes a command that soon ends trade memory for time: it seldom collects
// garbage, as long as a gibibyte is enough. Who has set GOGC or GOMEMLIMIT is
// obeyed.
func hurry() {
	const seldom = 400 // per cent of what is in use may come to it before it does
	if os.Getenv("GOGC") == "" && os.Getenv("GOMEMLIMIT") == "" {
		debug.SetGCPercent(seldom)
		watchMemory()
	}
}

// watchMemory looks, after garbage was collected, at how much memory there will be
// before it is again. Large sites then go on as programs usually do.
func watchMemory() {
	const enough, usual = 1 << 30, 100
	runtime.AddCleanup(new([16]byte), func(int) {
		var memory runtime.MemStats
		if runtime.ReadMemStats(&memory); memory.NextGC > enough {
			debug.SetGCPercent(usual)
			return
		}
		watchMemory()
	}, 0)
}
