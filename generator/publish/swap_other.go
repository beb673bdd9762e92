//go:build !linux && !darwin

package publish

import "errors"

// exchange always fails here: the system cannot make two folders trade places.
func exchange(_, _ string) error {
	return errors.ErrUnsupported
}
