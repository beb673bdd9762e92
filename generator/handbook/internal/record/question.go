package record

import "github.com/annex-isms/annex/generator/audience"

var questions = Kind{
	Name: "question", Folder: "questions", Label: "Question", Plural: "Questions", Article: "a question", Prefix: "Q-", Chapter: Trust,
	Help:  "What customers ask about security, and what we answer: one answer for the trust centre, questionnaires and calls.",
	Basis: "practice", ByTitle: true,
	New: func() Record { return new(Question) },
}

// Question is what customers ask, with the answer that everybody gives. Its
// title is the question. No clause asks for it; customers do.
type Question struct {
	Entry
	Topic     Choice[QuestionTopic]
	Brief     Line
	Answer    Text
	Controls  Refs[Control]
	Documents Refs[Document]
	Checked   Date
	NextCheck Date
	Owner     Ref[Role]
	Asked     Lines
	Note      Text
}

// Declare declares what a question says.
func (q *Question) Declare() []Declaration {
	return []Declaration{
		{Key: "topic", Label: "Topic", Must: true, Audience: audience.Public, Column: true, Facet: true, Value: &q.Topic,
			Help: "What it is about."},
		{Key: "answer", Label: "Answer", Must: true, Audience: audience.Public, Place: Lede, Value: &q.Answer,
			Help: "The answer, in words for customers: what is so, with numbers, and what is not."},
		{Key: "brief", Label: "In short", Audience: audience.Public, Value: &q.Brief,
			Help: "The answer in a few words; a question that has it stands on the first page of the trust centre."},
		{Key: "controls", Label: "Controls", Inverse: "Answers questions", Audience: audience.Public, Value: &q.Controls,
			Help: "The controls that it is about."},
		{Key: "documents", Label: "Documents", Inverse: "Answers questions", Audience: audience.Public, Value: &q.Documents,
			Help: "The documents that say more."},
		{Key: "checked", Label: "Checked", Audience: audience.Public, Value: &q.Checked,
			Help: "The day on which somebody last made sure that the answer is true."},
		{Key: "next-check", Label: "Next check", Audience: audience.Staff, Column: true, Due: true, Task: "Check the answer again", Value: &q.NextCheck,
			Help: "When that is done again at the latest."},
		{Key: "owner", Label: "Owner", Inverse: "Answers questions", Must: true, Audience: audience.Staff, Column: true, Facet: true, Value: &q.Owner,
			Help: "The role that keeps the answer true."},
		{Key: "asked", Label: "Also asked as", Audience: audience.Staff, Value: &q.Asked,
			Help: "How questionnaires put it."},
		{Key: "note", Label: "For those who answer", Audience: audience.Staff, Place: Section, Value: &q.Note,
			Help: "What colleagues should know who are asked in person."},
	}
}

// Unpublished returns nothing: whatever has the audience public was written for
// the public.
func (q *Question) Unpublished() (why, hint string) { return "", "" }

// QuestionTopic is what a question is about.
type QuestionTopic string

// Options lists the topics in the order in which they are shown. Together they
// take in every domain of the Cloud Controls Matrix, by which many customers
// ask; see Domains.
func (QuestionTopic) Options() []Option {
	return []Option{
		{Word: "data", Label: "Your data", Help: "where it lies, who owns it, how it leaves"},
		{Word: "access", Label: "Access", Help: "who gets in, by what, and who at our place may see it"},
		{Word: "encryption", Label: "Encryption and keys", Help: "what is encrypted, how, and who holds the keys"},
		{Word: "privacy", Label: "Privacy", Help: "personal data, the agreement on it, and the rights of people"},
		{Word: "suppliers", Label: "Subprocessors and suppliers", Help: "who else is involved, and how they are watched"},
		{Word: "incidents", Label: "Incidents", Help: "what happens when something goes wrong, and how soon customers hear of it"},
		{Word: "continuity", Label: "Backup and continuity", Help: "what is kept, and how soon the service is back"},
		{Word: "weaknesses", Label: "Weaknesses and tests", Help: "how they are found, by whom, and how soon they are mended"},
		{Word: "development", Label: "Development and change", Help: "how software is made, tested and put into service"},
		{Word: "infrastructure", Label: "Infrastructure and logging", Help: "data centres, networks, and what is recorded"},
		{Word: "people", Label: "People and devices", Help: "screening, training, and what people work on"},
		{Word: "governance", Label: "Certificates, audits and risk", Help: "how security is led, and who looks at it"},
	}
}

// Domains returns the domains of the Cloud Controls Matrix, version 4, that
// belong to the topic, by their short names.
func (t QuestionTopic) Domains() []string { return topicDomains[t] }

var topicDomains = map[QuestionTopic][]string{
	"data":           {"DSP", "IPY"},
	"access":         {"IAM"},
	"encryption":     {"CEK"},
	"privacy":        {"DSP"},
	"suppliers":      {"STA"},
	"incidents":      {"SEF"},
	"continuity":     {"BCR"},
	"weaknesses":     {"TVM"},
	"development":    {"AIS", "CCC"},
	"infrastructure": {"DCS", "IVS", "LOG"},
	"people":         {"HRS", "UEM"},
	"governance":     {"A&A", "GRC"},
}
