package main

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"runtime/pprof"

	"github.com/spf13/cobra"
)

// profileFlags say where to write profiles of a command, for “go tool pprof”.
type profileFlags struct{ cpu, memory string }

func (f *profileFlags) register(command *cobra.Command) {
	command.Flags().StringVar(&f.cpu, "cpuprofile", "", "write a profile of the time to this `file`")
	command.Flags().StringVar(&f.memory, "memprofile", "", "write a profile of the memory to this `file`")
}

// around runs a command and writes the profiles that were asked for.
func (f *profileFlags) around(run func() error) (err error) {
	if f.cpu != "" {
		to, err := os.Create(f.cpu)
		if err != nil {
			return err
		}
		if err := pprof.StartCPUProfile(to); err != nil {
			return errors.Join(fmt.Errorf("starting the profile: %w", err), to.Close())
		}
		defer func() {
			pprof.StopCPUProfile()
			_ = to.Close()
		}()
	}
	err = run()
	if f.memory != "" {
		err = errors.Join(err, writeMemory(f.memory))
	}
	return err
}

// writeMemory writes what was allocated so far, and what of it is still in use.
func writeMemory(name string) error {
	to, err := os.Create(name)
	if err != nil {
		return err
	}
	runtime.GC()
	return errors.Join(pprof.Lookup("allocs").WriteTo(to, 0), to.Close())
}
