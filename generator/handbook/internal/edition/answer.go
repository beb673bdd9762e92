package edition

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/view"
)

// answer is a page that answers a question from the entries of many kinds.
type answer struct {
	leadership bool // for auditors alone, unless annex.toml opens it to staff
	auditors   bool // for auditors alone
	page       func(*projector) view.Page
}

// answers lists the pages that answer questions, in the order in which people
// ask.
var answers = []answer{
	{page: mustDoPage},
	{page: duePage},
	{page: calendarPage},
	{page: threadPage},
	{page: driftPage},
	{page: sincePage},
	{page: inWritingPage},
	{page: acceptancePage},
	{page: whyPage},
	{page: operationsPage},
	{page: businessPage},
	{page: dataProtectionPage},
	{page: dashboardPage, leadership: true},
	{page: boardPage, leadership: true},
	{page: leadershipPage, leadership: true},
	{page: reviewPackPage, leadership: true},
	{page: scorecardPage, leadership: true},
	{page: workbookPage, leadership: true},
	{page: findingsPage, auditors: true},
}

// answers returns the pages of the edition that have something to tell.
func (p *projector) answers() []view.Page {
	var pages []view.Page
	for _, answer := range answers {
		if answer.auditors && p.Edition != audience.AuditorEdition {
			continue
		}
		if answer.leadership && p.Edition != audience.AuditorEdition && !p.opensLeadership {
			continue
		}
		if page := answer.page(p); page.Register.Total > 0 || len(page.Sections) > 0 || len(page.Workbook)+len(page.Charts) > 0 {
			pages = append(pages, page)
		}
	}
	return p.withReadOn(pages)
}

// opensLeadership reports whether annex.toml lets staff read the pages for
// leadership.
func opensLeadership(config *record.Config) bool {
	defaults := config.Audience.Row
	return defaults != nil && defaults.Leadership.Value == "staff"
}
