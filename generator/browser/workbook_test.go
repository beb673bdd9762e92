//go:build browser

package browser

import (
	"strings"
	"testing"
)

// saved gives the text of the file that the button for saving hands out.
const saved = `new Promise((resolve) => {
	const create = URL.createObjectURL;
	URL.createObjectURL = (blob) => { blob.text().then(resolve); return create(blob); };
	document.querySelector("[data-save]").click();
})`

func TestMarksOfAnAuditorOutliveAReload(t *testing.T) {
	t.Parallel()
	b := open(t)
	from := onDisk("auditor")
	b.visit(from, "workbook.html")
	mark := func(item, mark, note string) {
		ask[any](b, call(`((item, mark, note) => {
			const place = document.querySelector('[data-item="' + item + '"]');
			place.querySelector("[data-mark]").value = mark;
			place.querySelector("[data-note]").value = note;
			place.querySelector("[data-note]").dispatchEvent(new Event("input", { bubbles: true }));
		})`, item, mark, note))
	}
	mark("9.2.2", "minor", "No record of <b>the</b> second day.")
	mark("A.8.13", "seen", "")
	b.reload()
	if note := ask[string](b, `document.querySelector('[data-item="9.2.2"] [data-note]').value`); note != "No record of <b>the</b> second day." {
		t.Errorf("after a reload the note is %q", note)
	}
	if count := ask[string](b, `document.querySelector("[data-workbook] output").textContent`); !strings.HasPrefix(count, "2 of ") {
		t.Errorf("the page counts %q", count)
	}
	if file := ask[string](b, saved); !strings.Contains(file, `"9.2.2"`) || !strings.Contains(file, "second day") {
		t.Errorf("the saved file is %s", file)
	}
	b.paper("light")
	if printed := ask[string](b, `[...document.querySelectorAll(".work-printed")].filter((line) => line.checkVisibility() && line.textContent).map((line) => line.textContent).join("; ")`); !strings.Contains(printed, "Minor nonconformity: No record of <b>the</b> second day.") {
		t.Errorf("paper shows %q", printed)
	}
	b.expectNoTrouble("in the workbook")
}
