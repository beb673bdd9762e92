package load

import (
	"strings"

	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

// option returns the option that the cell names; an empty one where there is
// none.
func (c cell) option(options []record.Option) record.Option {
	word, ok := c.words()
	if !ok {
		return record.Option{}
	}
	option, ok := record.FindOption(options, word)
	if !ok {
		c.report(c.at(), "unknown-value", c.name()+" cannot be “"+word+"”", c.optionHint(options, word))
	}
	return option
}

// optionHint tells which of the options the author probably meant, be it by a
// synonym or by the label that readers see.
func (c cell) optionHint(options []record.Option, word string) string {
	if _, isDefault := c.field.Value.(*record.Choice[record.DefaultAudience]); isDefault && word == audience.Public.String() {
		return `no default is public: write audience = "public" in each entry that everybody may read`
	}
	var words, near []string
	for _, option := range options {
		words = append(words, option.Word)
		if strings.EqualFold(option.Label, word) {
			return "did you mean “" + option.Word + "”?"
		}
		near = append(append(near, option.Word), option.Synonyms...)
	}
	// One that begins otherwise is another word: “external” is not “internal”.
	if nearest, ok := Nearest(word, near); ok && strings.EqualFold(nearest[:1], word[:1]) {
		return "did you mean “" + nearest + "”?"
	}
	return "it is one of: " + strings.Join(words, ", ")
}

func (c cell) addChoice(choices record.MultiChooser) {
	option := c.option(choices.Options())
	if option.Word == "" {
		choices.AddChoice(option, c.at()) // so that no rule takes it for missing
		return
	}
	for _, chosen := range choices.AllChosen() {
		if chosen.Word == option.Word {
			c.reportRepeated(option.Word)
			return
		}
	}
	choices.AddChoice(option, c.at())
}

func (c cell) reportRepeated(word string) {
	message := "“" + word + "” stands here twice"
	if written := c.data.(string); written != word && !strings.EqualFold(written, "[["+word+"]]") {
		message += ", for “" + written + "” means the same"
	}
	c.report(c.at(), "repeated-value", message, "remove one of the two")
}

// references reads one ID, or a list of them where there is room for many.
func (c cell) references(many bool) []record.Reference {
	if !many {
		return []record.Reference{c.reference()}
	}
	var references []record.Reference
	seen := map[string]bool{}
	c.each(func(c cell) {
		reference := c.reference()
		if seen[reference.ID] {
			c.reportRepeated(reference.ID)
			return
		}
		seen[reference.ID] = reference.ID != ""
		references = append(references, reference)
	})
	if _, isList := c.data.([]any); !isList && len(references) == 0 {
		references = append(references, record.Reference{At: c.at()})
	}
	return references
}

// reference returns the entry that the cell names. One in link brackets is
// reported, and taken for what was meant.
func (c cell) reference() record.Reference {
	id, _ := c.words()
	if link, isLink := strings.CutPrefix(id, "[["); isLink {
		id, _, _ = strings.Cut(strings.TrimSuffix(link, "]]"), "|")
		c.report(c.at(), "link-as-reference", c.name()+" must be the ID alone", "write it without [[ and ]]: "+c.assigned(`"`+id+`"`))
	}
	return record.Reference{ID: id, At: c.at()}
}
