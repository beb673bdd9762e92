package generator_test

import (
	"bytes"
	"testing"
)

// Staff of the sample see no findings of audits. A place for them that is empty
// would say that audits found nothing.
func TestAThreadHasNoPlaceForWhatAnEditionLacks(t *testing.T) {
	editions := made(t, sample())
	for _, page := range []string{"thread.html", "risks/R-001.html"} {
		if !bytes.Contains(editions["auditor"][page], []byte(">Audit findings<")) {
			t.Errorf("auditors have no place for findings on %s", page)
		}
		if bytes.Contains(editions["staff"][page], []byte(">Audit findings<")) {
			t.Errorf("staff have a place for findings on %s", page)
		}
	}
	// Nor is there a choice of nothing.
	if bytes.Contains(editions["auditor"]["thread.html"], []byte(`name="hole"`)) {
		t.Error("there is a choice of holes, and there are none")
	}
}
