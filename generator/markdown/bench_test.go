package markdown_test

import (
	"strings"
	"testing"

	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/markdown"
)

// BenchmarkPolicy takes a policy of ten kilobytes from its source to its page.
func BenchmarkPolicy(b *testing.B) {
	const part = "## Access\n\nWho *needs* access asks [[ROL-IT]] for it; see [[POL-07|the policy]] and [form](../form.md).\n\n" +
		"::: auditor\nEvidence lies in [[EV-3]].\n:::\n\n- one\n- two `code`\n\n| Role | Right |\n|---|--:|\n| [[ROL-IT]] | 2 |\n\n" +
		"> [!NOTE] Mind\n> this.\n\n"
	src := strings.Repeat(part, 10_000/len(part))
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		doc := markdown.Parse(markdown.Cut(src, audience.StaffEdition, ""))
		doc.HTML(resolve, words)
		doc.Outline(resolve)
		doc.Plain(resolve)
	}
}
