//go:build browser && unix

package generator_test

import (
	"syscall"
	"testing"
	"time"

	"github.com/annex-isms/annex/generator"
)

// BenchmarkSample builds and publishes all editions of the sample: without
// charts; cold, which draws each of them; warm, with the drawings that an
// earlier run of the program left behind; and again, as a preview does, with
// drawings in memory. What counts is the time of processors.
func BenchmarkSample(b *testing.B) {
	drawings := b.TempDir()
	again := newDrawing(drawings)
	build := func(b *testing.B, charts *generator.Charts) {
		o := sample()
		o.Charts = charts
		if _, found, err := generator.Build(o, b.TempDir()); err != nil || found.HasErrors() {
			b.Fatalf("%v, %s", err, found.Summary())
		}
	}
	build(b, again)
	for _, c := range []struct {
		name   string
		charts func() *generator.Charts
	}{
		{"without charts", func() *generator.Charts { return nil }},
		{"cold", func() *generator.Charts { return newDrawing("") }},
		{"warm", func() *generator.Charts { return newDrawing(drawings) }},
		{"again", func() *generator.Charts { return again }},
	} {
		b.Run(c.name, func(b *testing.B) {
			began := processorTime(b)
			for b.Loop() {
				build(b, c.charts())
			}
			b.ReportMetric(float64((processorTime(b)-began).Milliseconds())/float64(b.N), "cpu-ms/op")
		})
	}
}

// processorTime returns how long processors have worked for this program.
func processorTime(b *testing.B) time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		b.Fatal(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
