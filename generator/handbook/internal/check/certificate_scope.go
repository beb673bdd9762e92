package check

import (
	"strings"
	"unicode"

	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var certificateScope = Rule{
	Code: "certificate-scope", Level: finding.Warning, Basis: "4.3",
	Doc:   "the scope that a certificate prints is the scope of the ISMS, for the same legal entity",
	Seeks: []string{"scope"},
	Run: func(h *survey, report reporter) {
		scopes := all[record.Scope](h)
		if len(scopes) != 1 {
			return // of several, nobody can tell which one is meant
		}
		for _, c := range all[record.Certificate](h) {
			switch scope := scopes[0]; {
			case c.Settled():
			case scope.LegalEntity.IsSet() && c.LegalEntity.IsSet() && plainWords(c.LegalEntity.Value) != plainWords(scope.LegalEntity.Value):
				report(c, c.LegalEntity.At, c.ID.Value+" names another legal entity than "+scope.ID.Value, "write “"+scope.LegalEntity.Value+"” in both, or what the certificate says", scope)
			case scope.Statement.IsSet() && c.Scope.IsSet() && !strings.Contains(plainWords(c.Scope.Source), plainWords(scope.Statement.Source)):
				report(c, c.Scope.At, "the scope that "+c.ID.Value+" prints differs from the statement of "+scope.ID.Value,
					"have the certificate changed, or the scope: customers read the one and auditors the other", scope)
			}
		}
	},
}

// plainWords returns a text without what makes no difference to its sense: case,
// space and signs.
func plainWords(text string) string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return strings.Join(words, " ")
}
