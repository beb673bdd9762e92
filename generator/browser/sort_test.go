//go:build browser

package browser

import (
	"fmt"
	"slices"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// A head of a register is a button: up, down, and as it was.
func TestRegisterSortsByKeyboard(t *testing.T) {
	t.Parallel()
	b := open(t)
	b.visit(onDisk("staff"), "risks/index.html")
	const (
		ranks     = `[...document.querySelectorAll("#entries tbody tr:not(.group)")].map((row) => Number(row.cells[sorted].dataset.rank))`
		direction = `document.querySelectorAll("#entries thead th")[sorted].getAttribute("aria-sort") ?? "none"`
	)
	before := ask[[]string](b, allRows)
	ask[int](b, `sorted = [...document.querySelector("#entries tbody tr:not(.group)").cells].findIndex((cell) => cell.dataset.rank)`)
	ask[bool](b, `(document.querySelectorAll("#entries thead button")[sorted].focus(), true)`)

	b.press(kb.Enter)
	up := ask[[]int](b, ranks)
	if says := ask[string](b, direction); says != "ascending" || !slices.IsSorted(up) || up[0] == up[len(up)-1] {
		t.Errorf("after the first press the column says %s and is %v", says, up)
	}
	b.press(" ")
	down := ask[[]int](b, ranks)
	slices.Reverse(up)
	if says := ask[string](b, direction); says != "descending" || !slices.Equal(down, up) {
		t.Errorf("after the second press the column says %s and is %v", says, down)
	}
	b.press(kb.Enter)
	if says, after := ask[string](b, direction), ask[[]string](b, allRows); says != "none" || fmt.Sprint(after) != fmt.Sprint(before) {
		t.Errorf("after the third press the column says %s and the rows are %q", says, after)
	}
}

// The groups of the Statement of Applicability are the themes of Annex A, and each
// row stays in its own.
func TestSortingKeepsGroupsApart(t *testing.T) {
	t.Parallel()
	b := open(t)
	b.visit(onDisk("auditor"), "controls/index.html")
	const groups = `[...document.querySelectorAll("#entries tbody")].map((body) => [...body.querySelectorAll("tr:not(.group)")].map((row) => row.id).sort().join())`
	const titles = `[...document.querySelectorAll("#entries tbody")].map((body) => body.rows[0].matches(".group") ? body.rows[0].textContent : "none")`
	groupsBefore, titlesBefore, rowsBefore := ask[[]string](b, groups), ask[[]string](b, titles), ask[[]string](b, allRows)
	if len(groupsBefore) < 4 {
		t.Fatalf("there are %d groups", len(groupsBefore))
	}
	b.do(focus(`#entries thead th:nth-child(2) button`))
	b.press(kb.Enter)
	if rows := ask[[]string](b, allRows); slices.Equal(rows, rowsBefore) {
		t.Error("nothing was sorted")
	}
	if after := ask[[]string](b, groups); !slices.Equal(after, groupsBefore) {
		t.Error("rows changed their group")
	}
	if after := ask[[]string](b, titles); !slices.Equal(after, titlesBefore) {
		t.Errorf("the titles of the groups were %q and are %q", titlesBefore, after)
	}
}
