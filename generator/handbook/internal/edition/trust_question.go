package edition

import (
	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/view"
)

// trustTopics groups the questions by their topics.
func (p *projector) trustTopics() []view.TrustTopic {
	var topics []view.TrustTopic
	for _, option := range record.QuestionTopic("").Options() {
		topic := view.TrustTopic{Word: option.Word, Domains: record.QuestionTopic(option.Word).Domains()}
		for _, q := range record.All[record.Question](p.Handbook) {
			if string(q.Topic.Value) == option.Word {
				topic.Questions = append(topic.Questions, p.trustQuestion(q))
			}
		}
		if len(topic.Questions) > 0 {
			topic.Name = topic.Questions[0].Topic
			topics = append(topics, topic)
		}
	}
	return topics
}

func (p *projector) trustQuestion(q *record.Question) view.TrustQuestion {
	t := view.TrustQuestion{
		ID:        q.ID.Value,
		Question:  q.Title.Value,
		Path:      q.Path(),
		TopicWord: string(q.Topic.Value),
		Brief:     q.Brief.Value,
		Answer:    p.html(&q.Answer),
		Plain:     p.plain(&q.Answer),
		Controls:  references(p, q.Controls.In(p.Handbook)),
		Documents: references(p, q.Documents.In(p.Handbook)),
		Checked:   p.date(q.Checked.Day),
	}
	if option, ok := q.Topic.Chosen(); ok {
		t.Topic = p.optionCell(q.Kind, "topic", option).Text
	}
	return t
}
