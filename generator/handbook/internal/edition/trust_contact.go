package edition

import (
	"time"

	"github.com/annex-isms/annex/generator/view"
)

// monthsToRely is for how many months from the edition's day on a reader can
// rely on the contact. RFC 9116 recommends less than a year.
const monthsToRely = 11

func (p *projector) trustReport() view.TrustReport {
	centre := p.trustCentre()
	report := view.TrustReport{
		Text:             p.html(&centre.Report),
		Encryption:       centre.Encryption.URL,
		Acknowledgements: centre.Thanks.URL,
		Languages:        plainLines(centre.Languages),
		Expires:          p.Today.Day.AddDate(0, monthsToRely, 0).Format(time.RFC3339),
	}
	for _, tag := range report.Languages {
		name := tag
		if p.words.Has("trust.language." + tag) {
			name = p.say("trust.language." + tag)
		}
		report.Spoken = append(report.Spoken, name)
	}
	if policy := centre.Disclosure.In(p.Handbook); policy != nil {
		report.Policy = p.reference(policy)
	}
	return report
}

func (p *projector) trustLinks() []view.TrustLink {
	var links []view.TrustLink
	for _, link := range p.trustCentre().Links.Rows {
		links = append(links, view.TrustLink{Title: link.Title.Value, URL: link.URL.URL})
	}
	return links
}
