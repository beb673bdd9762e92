package view

// TrustTopic is the questions on one topic.
type TrustTopic struct {
	Word      string // "data": stable, whatever the language
	Name      string
	Domains   []string // of the Cloud Controls Matrix that belong to it
	Questions []TrustQuestion
}

// TrustQuestion is a question that customers ask, and its answer.
type TrustQuestion struct {
	ID        string
	Question  string
	Path      string
	Topic     string
	TopicWord string
	Brief     string // the answer in a few words; empty where there is none
	Answer    HTML
	Plain     string
	Controls  []TrustReference
	Documents []TrustReference
	Checked   Date
}
