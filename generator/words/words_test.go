package words_test

import (
	"testing"
	"testing/fstest"

	"github.com/annex-isms/annex/generator/words"
)

var theme = fstest.MapFS{
	"messages/en.toml": {Data: []byte(`
plain = "Risk"
named = "By {who} on {day}"
counted = { one = "{count} day", other = "{count} days" }
[field]
"risk.owner" = "Answers for it"
[month]
01 = "Jan"
`)},
	"messages/pl.toml":  {Data: []byte(`counted = { one = "{count} dzień", few = "{count} dni", many = "{count} dni", other = "{count} dnia" }`)},
	"messages/bad.toml": {Data: []byte(`number = 1`)},
}

func load(t *testing.T, language string) *words.Catalogue {
	t.Helper()
	catalogue, err := words.Load(theme, language)
	if err != nil {
		t.Fatal(err)
	}
	return catalogue
}

func TestMessagesAreFilledAndCounted(t *testing.T) {
	english := load(t, "en-GB")
	for want, got := range map[string]string{
		"Risk":              english.Say("plain"),
		"By Ann on Monday":  english.Say("named", "who", "Ann", "day", "Monday"),
		"1 day":             english.Say("counted", "count", 1),
		"0 days":            english.Say("counted", "count", 0),
		"Jan":               english.Say("month.01"),
		"[missing.message]": english.Say("missing.message"),
		"Answers for it":    english.Label("field.risk.owner", "Owner"),
		"Owner":             english.Label("field.asset.owner", "Owner"),
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestPluralsFollowTheLanguage(t *testing.T) {
	polish := load(t, "pl")
	for count, want := range map[int]string{1: "1 dzień", 3: "3 dni", 5: "5 dni", 22: "22 dni", -3: "-3 dni"} {
		if got := polish.Say("counted", "count", count); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestALanguageThatTheThemeLacksIsEnglish(t *testing.T) {
	for _, language := range []string{"", "fr", "not a language"} {
		if got := load(t, language).Say("counted", "count", 2); got != "2 days" {
			t.Errorf("%q: got %q", language, got)
		}
	}
}

func TestAMessageThatIsNoStringIsAnError(t *testing.T) {
	broken := fstest.MapFS{"messages/en.toml": theme["messages/bad.toml"]}
	if _, err := words.Load(broken, "en"); err == nil {
		t.Error("a number was taken for a message")
	}
}

func TestValuesAreNotFilledAgain(t *testing.T) {
	if got := load(t, "en").Say("named", "who", "{day}", "day", "Monday"); got != "By {day} on Monday" {
		t.Errorf("got %q", got)
	}
}
