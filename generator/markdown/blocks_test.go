package markdown_test

import (
	"reflect"
	"strings"
	"testing"

	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/markdown"
)

const layered = `Before
::: public
for all
:::
::: staff
for staff
:::
Between
::: auditor
for auditors
:::
::: withheld
for nobody
:::
After
`

func TestAnEditionReadsItsOwnBlocks(t *testing.T) {
	want := map[audience.Edition]string{
		audience.TrustEdition:   "Before\n\nfor all\n\nBetween\nAfter\n",
		audience.StaffEdition:   "Before\n\nfor all\n\n\nfor staff\n\nBetween\nAfter\n",
		audience.AuditorEdition: "Before\n\nfor all\n\n\nfor staff\n\nBetween\n\nfor auditors\n\nAfter\n",
	}
	for edition, text := range want {
		if got := markdown.Cut(layered, edition, ""); got != text {
			t.Errorf("%v reads %q, want %q", edition, got, text)
		}
	}
}

func TestOnlyAuditorsReadThatSomethingIsWithheld(t *testing.T) {
	for _, edition := range audience.Editions {
		cut := markdown.Cut(layered, edition, "*On site.*")
		if got, want := strings.Contains(cut, "\n\n*On site.*\n\n"), edition == audience.AuditorEdition; got != want {
			t.Errorf("%v reads %q", edition, cut)
		}
		if strings.Contains(cut, "nobody") {
			t.Errorf("%v reads what is withheld: %q", edition, cut)
		}
	}
}

// Not even that there was a block may show: a blank line in its place would part
// a paragraph, or loosen a list.
func TestARemovedBlockLeavesNoTrace(t *testing.T) {
	for _, around := range []string{"a\n%b\n", "- a\n%- b\n", "a\n\n%\nb\n", "%a\n", "a\n%", "Title\n%---\n", "| a |\n%| --- |\n", "> a\n%b\n"} {
		before, after, _ := strings.Cut(around, "%")
		for _, inside := range []string{"", "\n", "a\n", "a\n\n\nb\n", "[a]: b\n", "# H\n"} {
			src := before + "::: auditor\n" + inside + ":::\n" + after
			if got := markdown.Cut(src, audience.TrustEdition, "x"); got != before+after {
				t.Errorf("%q becomes %q", src, got)
			}
		}
	}
}

func TestABlockAtTheEndNeedsNoLineEnd(t *testing.T) {
	if got := markdown.Cut("a\n::: staff\nb\n:::", audience.TrustEdition, ""); got != "a\n" {
		t.Errorf("got %q", got)
	}
}

func TestWithoutBlocksNothingIsCut(t *testing.T) {
	for _, src := range []string{"", "a", "a :::\nb: staff\n", "`::: staff`\n"} {
		if got := markdown.Cut(src, audience.TrustEdition, ""); got != src {
			t.Errorf("%q becomes %q", src, got)
		}
	}
}

func TestUncutKeepsEveryPlace(t *testing.T) {
	want := "a\n         \nb\n   \n  x\n        \nc"
	if got := markdown.Uncut("a\n::: staff\nb\n:::\n  x\n> - ::: \nc"); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestFaultyBlocksAreReported(t *testing.T) {
	expectFaults(t, markdown.CheckBlocks, map[string][]string{
		layered:                              nil,
		":::public \nb\n:::\t\n":             nil,
		"::: Public\nb\n:::\n":               {"error block-unknown: ::: Public\n"},
		"::: staff auditor\nb\n:::\n":        {"error block-unknown: ::: staff auditor\n"},
		":::: staff\nb\n::::\n":              {"error block-unknown: :::: staff\n", "error block-unknown: ::::\n"},
		"::: note\n::: tip\n:::\n:::\n":      {"error block-unknown: ::: note\n", "error block-unknown: ::: tip\n"},
		"::: staff\n::: auditor\n:::\n:::\n": {"error block-nested: ::: auditor\n"},
		"::: staff\nb\n":                     {"error block-unclosed: ::: staff\n"},
		"a\n:::\nb\n":                        {"error block-unopened: :::\n"},
		" ::: staff\nb\n":                    {"error block-misplaced:  ::: staff\n"},
		"\t::: staff":                        {"error block-misplaced: \t::: staff"},
		"> ::: staff\n> b\n> :::\n":          {"error block-misplaced: > ::: staff\n", "error block-misplaced: > :::\n"},
		"- a\n  ::: staff\n":                 {"error block-misplaced:   ::: staff\n"},
		"1. ::: staff":                       {"error block-misplaced: 1. ::: staff"},
		"- > * ::: staff":                    {"error block-misplaced: - > * ::: staff"},
		"[^1]: ::: staff":                    {"error block-misplaced: [^1]: ::: staff"},
		": ::: staff":                        {"error block-misplaced: : ::: staff"},
		"\u00a0::: staff":                    {"error block-misplaced: \u00a0::: staff"},
		"\ufeff::: staff":                    {"error block-misplaced: \ufeff::: staff"},
		"a\r::: staff\rb":                    {"error block-unclosed: ::: staff\r"},
		"```\n::: staff\n:::\n```\n":         {"error block-in-code: ::: staff\n"},
		"~~~ x\n  ::: staff\n~~~\n":          {"error block-in-code:   ::: staff\n"},
		"::: staff\n```\n:::\nb\n```\n:::\n": {"error block-open-fence: ```\n"},
		"::: staff\n```\n::: public\n```\n:::": {
			"error block-in-code: ::: public\n",
		},
	})
}

func TestCodeFencesBetweenBlocksAreNoFault(t *testing.T) {
	for _, src := range []string{
		"```\na\n```\n::: staff\nb\n:::\n",
		"::: staff\n~~~\n```\n~~~\n:::\n",
		"::: staff\n````\n```\n````\n:::\n",
		"- ```sh\n  a\n  ```\n\n::: staff\nb\n:::\n",
		"> ```\n> a\n> ```\n\n::: staff\nb\n:::\n",
		"1.  a\n\n    ```\n    a\n    ```\n\n::: staff\nb\n:::\n",
		"1.  ```\n    a\n    ```\n\n::: staff\nb\n:::\n",
		"a ```b``` c\n::: staff\nb\n:::\n",
		"```a``` b\n::: staff\nb\n:::\n",
	} {
		if found := markdown.CheckBlocks(src); len(found) > 0 {
			t.Errorf("%q has the faults %q", src, faults(src, found))
		}
	}
}

func TestAFaultyTextIsCutAtItsFirstBlockLine(t *testing.T) {
	for _, src := range []string{
		"a\n::: staff\nsecret\n:::\nb\n::: public\nc",
		"a\n ::: staff\nsecret\n",
		"a\n> ::: staff\n> secret\n",
		"a\n::: stuff\nsecret\n:::\n",
		"a\n:::\nsecret\n::: staff\n:::",
	} {
		for _, edition := range audience.Editions {
			if got := markdown.Cut(src, edition, "p"); got != "a\n" {
				t.Errorf("%v reads %q of %q", edition, got, src)
			}
		}
	}
}

// What a block held that is cut must not show: not as a footnote, not as the
// target of a link, not in the number of a heading.
func TestWhatIsCutChangesNothingThatIsLeft(t *testing.T) {
	const frame = "# Scope\n\nSee [this] and [^a] and [^b].\n\n::: auditor\n%s\n:::\n\n## Detail\n\n- a\n\n[^b]: note\n"
	want := markdown.Parse(markdown.Cut(strings.Replace(frame, "%s", "x", 1), audience.StaffEdition, ""))
	for _, inside := range []string{
		"[this]: https://example.com",
		"[^a]: secret",
		"[^b]: other\n\ntext[^b]",
		"## Detail",
		"<!-- ",
		"<div>",
		"- list",
		"> quote",
		"```\ncode\n```",
		"Detail\n---",
		"| a |\n|---|",
	} {
		got := markdown.Parse(markdown.Cut(strings.Replace(frame, "%s", inside, 1), audience.StaffEdition, ""))
		if got.HTML(resolve, words) != want.HTML(resolve, words) {
			t.Errorf("%q changes the text to\n%s", inside, got.HTML(resolve, words))
		}
		if !reflect.DeepEqual(got.Outline(resolve), want.Outline(resolve)) ||
			!reflect.DeepEqual(got.Links(), want.Links()) ||
			!reflect.DeepEqual(got.Faults(), want.Faults()) ||
			got.Plain(resolve) != want.Plain(resolve) {
			t.Errorf("%q changes what is known of the text", inside)
		}
	}
}

func TestWhatLooksLikeABlockIsNeverTakenForWords(t *testing.T) {
	for _, src := range []string{
		":: auditor\nsecret\n::", "：：： auditor\nsecret", "text ::: staff secret", "| ::: withheld |", "\\::: auditor\nsecret", "text\u2028::: auditor",
	} {
		if faults := markdown.CheckBlocks(src); len(faults) == 0 {
			t.Errorf("%q: no fault", src)
		}
	}
	for _, src := range []string{"write `::: auditor` on a line", "a::b", "the staff: auditors", "```\ncode :: staff\n```\n"} {
		if faults := markdown.CheckBlocks(src); len(faults) > 0 {
			t.Errorf("%q: %s", src, faults[0].Message)
		}
	}
}

func TestStretchesSayWhoReadsWhat(t *testing.T) {
	var got []string
	for _, s := range markdown.Stretches(layered) {
		got = append(got, s.Label.String()+" "+layered[s.Start:s.End])
	}
	want := []string{
		"public Before\n", "public for all\n", "public ", "staff for staff\n", "public Between\n",
		"auditor for auditors\n", "public ", "withheld for nobody\n", "public After\n",
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if faulty := markdown.Stretches("a\n::: staff\nb"); len(faulty) != 1 || faulty[0].Label != audience.Withheld {
		t.Errorf("of a faulty text: %v", faulty)
	}
}
