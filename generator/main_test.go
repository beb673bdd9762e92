package generator_test

import (
	"os"
	"runtime/debug"
	"testing"
)

// These tests make thousands of small sites and throw them away: collecting that
// less often takes a third off their time, for memory that a test can have.
func TestMain(m *testing.M) {
	debug.SetGCPercent(400)
	os.Exit(m.Run())
}
