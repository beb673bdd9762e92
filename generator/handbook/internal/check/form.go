package check

import "github.com/annex-isms/annex/generator/finding"

// Form is a fault of form: one that is met while the content is read. No rule
// looks for it, but it has a code like a rule's.
type Form struct {
	Code  string
	Doc   string // what holds, in a sentence
	Level finding.Level
}

// Forms lists the faults of form that are reported while content and theme are
// read.
var Forms = []Form{
	{Code: "no-config", Doc: "the content has an annex.toml"},
	{Code: "unreadable", Doc: "every file of the content can be read"},
	{Code: "misnamed-file", Doc: "files that hold entries end in .toml or .md"},
	{Code: "too-large", Doc: "no file is larger than a text or an image would be"},
	{Code: "not-utf8", Doc: "every text is UTF-8"},
	{Code: "control-character", Doc: "no text holds a control character"},
	{Code: "toml-syntax", Doc: "registers, front matter and annex.toml are TOML"},
	{Code: "duplicate-key", Doc: "no key is given twice"},
	{Code: "no-front-matter", Doc: "a document begins with front matter between lines of +++"},
	{Code: "outside-entry", Doc: "every field of a register belongs to an entry"},
	{Code: "unknown-kind", Doc: "every table of a register is an entry of a kind that there is"},
	{Code: "framework-not-asked-for", Doc: "a framework that ships with Annex is filled in where annex.toml asks for it"},
	{Code: "sealed-kind", Doc: "clauses are as the standard has them"},
	{Code: "not-a-register", Doc: "documents are Markdown files"},
	{Code: "unknown-key", Doc: "every key is one that its entry has"},
	{Code: "given-field", Doc: "what the standard says of a control is not said again"},
	{Code: "missing-field", Doc: "an entry has the fields that it needs"},
	{Code: "empty-value", Doc: "what is written says something"},
	{Code: "wrong-type", Doc: "dates, numbers, words and lists are written as such"},
	{Code: "unknown-value", Doc: "a choice is one of those that there are"},
	{Code: "repeated-value", Doc: "a list names everything once"},
	{Code: "number-out-of-range", Doc: "numbers lie where they can lie"},
	{Code: "bad-interval", Doc: "an interval is a number and a unit"},
	{Code: "bad-address", Doc: "an address is one that a page can link to"},
	{Code: "several-lines", Doc: "a title is a single line"},
	{Code: "link-in-plain-text", Doc: "plain words hold no links"},
	{Code: "link-as-reference", Doc: "a reference is the ID alone"},
	{Code: "bad-id", Doc: "an ID can stand in an address and in a file's name"},
	{Code: "duplicate-id", Doc: "every ID is given to one entry"},
	{Code: "missing-file", Doc: "the file of a piece of evidence is there"},
	{Code: "bad-file-name", Doc: "every system can store a file of that name"},
	{Code: "unsafe-file", Doc: "an attached file is one that browsers show or save but never run"},
	{Code: "unsafe-image", Doc: "an image neither runs nor loads anything"},
	{Code: "unknown-theme", Doc: "the theme that annex.toml asks for is there"},
	{Code: "interface-language", Doc: "the theme speaks the language of the content", Level: finding.Note},
	{Code: "charts-missing", Doc: "ECharts, which draws the charts, is there", Level: finding.Warning},

	{Code: "block-unknown", Doc: "an audience block names an audience"},
	{Code: "block-nested", Doc: "audience blocks stand side by side"},
	{Code: "block-unclosed", Doc: "every audience block is closed"},
	{Code: "block-unopened", Doc: "only what was opened is closed"},
	{Code: "block-misplaced", Doc: "an audience block stands at the start of its line"},
	{Code: "block-in-code", Doc: "no audience block begins within code"},
	{Code: "block-open-fence", Doc: "code that begins in an audience block ends in it"},
	{Code: "chart-misplaced", Doc: "charts stand in documents, not in registers"},
	{Code: "chart-text", Doc: "the block that places a chart is empty"},
	{Code: "broken-link", Doc: "[[ begins a link"},
	{Code: "split-link", Doc: "the bar of a link in a table is written \\|"},
	{Code: "space-in-link", Doc: "the address of a link has no spaces"},
	{Code: "unfinished-merge", Doc: "of two versions that Git could not merge, one is left"},
	{Code: "unsafe-link", Doc: "links lead to pages, not to programs"},
	{Code: "empty-link", Doc: "links lead somewhere"},
	{Code: "external-image", Doc: "pages load no images from elsewhere"},
	{Code: "too-deep", Doc: "marks do not stand within each other without end"},
	{Code: "heading-level", Doc: "headings within a text begin at level 2", Level: finding.Warning},
	{Code: "raw-html", Doc: "texts are Markdown, not HTML", Level: finding.Warning},
	{Code: "broken-table", Doc: "a table has a line of dashes below its first, with as many columns", Level: finding.Warning},
	{Code: "open-fence", Doc: "code that begins in a text ends in it", Level: finding.Warning},
	{Code: "open-comment", Doc: "a comment ends in its paragraph"},
	{Code: "unknown-callout", Doc: "a callout is one that there is", Level: finding.Warning},
	{Code: "unknown-footnote", Doc: "a footnote that is referred to is there", Level: finding.Warning},
	{Code: "unused-footnote", Doc: "a footnote is referred to", Level: finding.Warning},
}
