package main

import (
	"os"
	"runtime/debug"
)

// hurry makes a command that soon ends trade memory for time: it seldom stops to
// collect garbage, as long as a gibibyte is enough. Who has set GOGC or
// GOMEMLIMIT is obeyed.
func hurry() {
	const seldom, enough = 400, 1 << 30
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(seldom)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(enough)
	}
}
