package chart

import "sync"

// shown remembers figures as they stand on pages, up to a limit at which it begins
// anew.
type shown struct {
	mutex    sync.Mutex
	drawings map[string]Drawing
}

const mostShown = 200

func (s *shown) get(name string) (Drawing, bool) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	drawing, known := s.drawings[name]
	return drawing, known
}

func (s *shown) put(name string, drawing Drawing) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if s.drawings == nil || len(s.drawings) == mostShown {
		s.drawings = map[string]Drawing{}
	}
	s.drawings[name] = drawing
}
