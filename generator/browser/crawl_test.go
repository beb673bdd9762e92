//go:build browser

package browser

import "testing"

// Every page of the staff edition loads without complaint, not only one of each type.
func TestEveryPageOfTheStaffEditionLoads(t *testing.T) {
	t.Parallel()
	b := open(t)
	for _, p := range allPages(t, "staff") {
		b.visit(onDisk("staff"), p.path)
		b.expectNoTrouble(p.String())
	}
}
