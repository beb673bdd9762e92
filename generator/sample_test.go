package generator_test

import (
	"bytes"
	"testing"
	"time"

	"github.com/annex-isms/annex/content"
	"github.com/annex-isms/annex/generator"
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook"
)

// sample returns options that make every edition of the sample.
func sample() generator.Options {
	return generator.Options{
		Content:  content.Sample,
		Clock:    handbook.Clock{Now: time.Date(2026, 12, 24, 0, 0, 0, 0, time.UTC)},
		Editions: audience.Editions,
	}
}

func TestSampleHasNoErrors(t *testing.T) {
	for _, f := range generator.Check(sample()) {
		place := f.At.Position()
		name := ""
		if f.At.File != nil {
			name = f.At.File.Name
		}
		if f.Level == finding.Error {
			t.Errorf("%s:%d:%d: %s [%s] %s", name, place.Line, place.Column, f.Message, f.Code, f.Hint)
		} else if f.Level == finding.Warning {
			t.Logf("%s:%d:%d: %s [%s] %s", name, place.Line, place.Column, f.Message, f.Code, f.Hint)
		}
	}
}

// Words that people wrote outlive the certificate that they speak of.
func TestTheSampleClaimsNothingOnceItsCertificateIsOver(t *testing.T) {
	o := sample()
	o.Clock.Asked, o.Editions = time.Date(2027, 11, 18, 0, 0, 0, 0, time.UTC), []audience.Edition{audience.TrustEdition}
	for name, data := range made(t, o)["trust"] {
		if bytes.Contains(bytes.ToLower(data), []byte("certified")) {
			t.Errorf("%s speaks of something certified", name)
		}
	}
}
