package main

import (
	"fmt"
	"io"
	"sync"
	"time"
)

// stages measures the stages of a build, and shows on a terminal what takes
// longer than a second.
type stages struct {
	terminal io.Writer // nil where nobody looks

	mutex sync.Mutex
	all   []stage
	steps int // of the stage at hand that are done
	shown bool
	stop  chan struct{}
}

type stage struct {
	name  string
	steps int // zero where nobody counts them
	began time.Time
}

// patience is after how long people want to know what goes on.
const patience = time.Second

// newStages begins to measure. Progress goes to the terminal, nil for none.
func newStages(terminal io.Writer) *stages {
	s := &stages{terminal: terminal, stop: make(chan struct{})}
	if terminal == nil {
		return s
	}
	go func() {
		began := time.Now()
		tick := time.NewTicker(patience / 5)
		defer tick.Stop()
		for {
			select {
			case <-s.stop:
				return
			case now := <-tick.C:
				if now.Sub(began) >= patience {
					s.show()
				}
			}
		}
	}()
	return s
}

// begin ends one stage and begins the next.
func (s *stages) begin(name string, steps int) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.all, s.steps = append(s.all, stage{name, steps, time.Now()}), 0
}

// step takes in that one more of the things of a stage is done.
func (s *stages) step() {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.steps++
}

// clearLine makes a terminal forget the line at hand.
const clearLine = "\r\x1b[K"

func (s *stages) show() {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if len(s.all) == 0 {
		return
	}
	s.shown = true
	now := s.all[len(s.all)-1]
	fmt.Fprintf(s.terminal, "%s%s …", clearLine, now.name)
	if now.steps > 0 {
		fmt.Fprintf(s.terminal, " %d of %d", s.steps, now.steps)
	}
}

// end ends the last stage and takes the progress off the terminal.
func (s *stages) end() {
	close(s.stop)
	s.begin("", 0)
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if s.shown {
		fmt.Fprint(s.terminal, clearLine)
	}
}

// table writes how long each stage took.
func (s *stages) table(to io.Writer) {
	for i, stage := range s.all[:len(s.all)-1] {
		fmt.Fprintf(to, "%8.3f s  %s\n", s.all[i+1].began.Sub(stage.began).Seconds(), stage.name)
	}
}
