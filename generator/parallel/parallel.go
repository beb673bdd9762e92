// Package parallel does the same with many things on all processors. What comes
// of it must not depend on who is done first.
package parallel

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// Each calls do for each number below count, several at a time, and returns when
// all are done.
func Each(count int, do func(i int)) {
	share := max(1, min(16, count/64)) // as many as a worker takes at once
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), count) {
		workers.Go(func() {
			for from := int(next.Add(int64(share))) - share; from < count; from = int(next.Add(int64(share))) - share {
				for i := from; i < min(from+share, count); i++ {
					do(i)
				}
			}
		})
	}
	workers.Wait()
}
