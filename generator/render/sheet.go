package render

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"

	"github.com/annex-isms/annex/generator/view"
)

// The sheets of the trust centre: what reviewers copy into their own, to open
// with any spreadsheet.
const (
	questionsSheetPath     = "questions.csv"
	subprocessorsSheetPath = "subprocessors.csv"
)

// sheets returns the questions and the subprocessors as tables. The names of the
// columns are for programs as well: they are added to, never changed.
func sheets(t view.Trust) []File {
	var files []File
	if len(t.Topics) > 0 {
		rows := [][]string{{"id", "topic", "question", "answer", "controls", "checked", "page"}}
		for _, topic := range t.Topics {
			for _, q := range topic.Questions {
				rows = append(rows, []string{q.ID, topic.Name, q.Question, plainText(q.Answer), strings.Join(idsOf(q.Controls), ", "), q.Checked.ISO, t.BaseURL + q.Path})
			}
		}
		files = append(files, sheet(questionsSheetPath, rows))
	}
	if all := slices.Concat(t.Subprocessors.Current, t.Subprocessors.Former); len(all) > 0 {
		rows := [][]string{{"id", "name", "purpose", "data", "place", "since", "until", "page"}}
		for _, s := range all {
			rows = append(rows, []string{s.ID, s.Name, plainText(s.Purpose), s.Data, s.Place, s.Since.ISO, s.Until.ISO, t.BaseURL + s.Path})
		}
		files = append(files, sheet(subprocessorsSheetPath, rows))
	}
	return files
}

// byteOrderMark tells spreadsheets that the text is UTF-8, which they would not
// guess.
const byteOrderMark = "\uFEFF"

// sheet writes rows as RFC 4180 does.
func sheet(path string, rows [][]string) File {
	return File{Path: path, Content: func() ([]byte, error) {
		var text bytes.Buffer
		text.WriteString(byteOrderMark)
		writer := csv.NewWriter(&text)
		writer.UseCRLF = true
		for _, row := range rows {
			cells := make([]string, len(row))
			for i, words := range row {
				cells[i] = noFormula(words)
			}
			if err := writer.Write(cells); err != nil {
				return nil, fmt.Errorf("writing %s: %w", path, err)
			}
		}
		writer.Flush()
		return text.Bytes(), writer.Error()
	}}
}

// noFormula returns the words so that no spreadsheet takes them for a formula
// and runs it.
func noFormula(words string) string {
	if words != "" && strings.ContainsRune("=+-@\t", rune(words[0])) {
		return "'" + words
	}
	return words
}
