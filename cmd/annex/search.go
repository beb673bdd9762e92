package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/annex-isms/annex/generator"
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/search"
)

func searchCommand() *cobra.Command {
	var flags sourceFlags
	edition, format, limit := audience.StaffEdition.String(), "text", 10
	command := &cobra.Command{
		Use:   "search [flags] QUERY [SOURCE]",
		Short: "Find entries by their words",
		Long: `Search finds entries of the content in SOURCE (by default “content”), the best
first, as readers of an edition find them in the browser. All words must match; if
nothing has them all, any does. Of a question, such as “who approves a supplier”,
most words must match. A query may say more than words:

  "restore test"        these words, one after the other
  backup -mail          not this word
  kind:risk owner:cto   what kind it is, whose, or any filter of a list
  status:open
  a.8.13, R12           an ID, however it is spelled

The last word may be the beginning of one, and one typing error is forgiven where
nothing is spelled so.`,
		Args: takes(1, 2),
		RunE: func(command *cobra.Command, arguments []string) error {
			e, known := audience.ParseEdition(edition)
			if !known {
				return fmt.Errorf("no edition %q: the editions are trust, staff and auditor", edition)
			}
			if format != "text" && format != "json" {
				return fmt.Errorf("no format %q: the formats are text and json", format)
			}
			source := folder(arguments[1:])
			options, err := flags.options(source, nil)
			if err != nil && len(arguments) == 2 {
				return fmt.Errorf("%w; a query of several words stands in quotes", err)
			}
			if err != nil {
				return err
			}
			p := newPrinter(command, source, flags.quiet)
			searcher, found, err := generator.Search(options, e)
			if err != nil {
				return err
			}
			if found.HasErrors() {
				return errors.Join(p.findings(found), errFindings)
			}
			results, err := resultsOf(searcher, arguments[0], limit)
			if err != nil {
				return err
			}
			if format == "json" {
				encoder := json.NewEncoder(p.out)
				encoder.SetEscapeHTML(false)
				encoder.SetIndent("", "\t")
				return encoder.Encode(results)
			}
			p.results(results)
			return nil
		},
	}
	flags.register(command)
	command.Flags().StringVar(&edition, "edition", edition, "search this `edition`: trust, staff or auditor")
	command.Flags().StringVar(&format, "format", format, "print results as `text` or json")
	command.Flags().IntVarP(&limit, "limit", "n", limit, "print at most so `many`")
	return command
}

// results are what a query found, as scripts read them: names are added, never
// changed.
type results struct {
	Query     string              `json:"query"`
	Total     int                 `json:"total"`
	Any       bool                `json:"any"` // nothing has all words
	Corrected []search.Correction `json:"corrected,omitempty"`
	Suggested []string            `json:"suggested,omitempty"`
	Results   []result            `json:"results"`
}

type result struct {
	ID      string `json:"id,omitempty"`
	Title   string `json:"title"`
	Kind    string `json:"kind"`
	Label   string `json:"label"`
	Status  string `json:"status,omitempty"`
	Path    string `json:"path"` // with the heading that the excerpt stands under
	Heading string `json:"heading,omitempty"`
	Excerpt string `json:"excerpt"`
	parts   []search.Part
}

func resultsOf(searcher *search.Searcher, query string, limit int) (results, error) {
	answer, err := searcher.Search(query)
	all := results{
		Query: query, Total: len(answer.Hits), Any: answer.Any,
		Corrected: answer.Corrected, Suggested: answer.Suggested, Results: []result{},
	}
	for _, hit := range answer.Hits[:min(max(0, limit), len(answer.Hits))] {
		if err != nil {
			break
		}
		var r result
		r, err = resultOf(searcher, answer, hit.Document)
		all.Results = append(all.Results, r)
	}
	return all, err
}

func resultOf(searcher *search.Searcher, answer search.Answer, document int) (result, error) {
	entry, err := searcher.Entry(document)
	if err != nil {
		return result{}, err
	}
	excerpt, err := searcher.Excerpt(answer, document)
	if err != nil {
		return result{}, err
	}
	r := result{
		ID: entry.ID, Title: entry.Title, Kind: entry.Kind.Word, Label: entry.Label, Status: entry.Status.Text,
		Path: entry.Path, Heading: excerpt.Heading, parts: excerpt.Parts,
	}
	if excerpt.Anchor != "" {
		r.Path += "#" + excerpt.Anchor
	}
	if len(r.parts) == 0 {
		r.parts = []search.Part{{Text: entry.Lead}}
	}
	for _, part := range r.parts {
		r.Excerpt += part.Text
	}
	return r, nil
}

// results prints what a query found, for a reader.
func (p *printer) results(r results) {
	bold, dim := func(text string) string { return text }, func(text string) string { return text }
	if os.Getenv("NO_COLOR") == "" && term.IsTerminal(int(os.Stdout.Fd())) {
		bold = func(text string) string { return "\x1b[1m" + text + "\x1b[0m" }
		dim = func(text string) string { return "\x1b[2m" + text + "\x1b[0m" }
	}
	for _, correction := range r.Corrected {
		p.say("Nothing has “%s”: these have %s.", correction.Word, quoted(correction.Found, " or "))
	}
	if r.Any {
		p.say("Nothing has all words: these have some of them.")
	}
	for i, one := range r.Results {
		if i > 0 {
			fmt.Fprintln(p.out)
		}
		excerpt := ""
		for _, part := range one.parts {
			if part.Marked {
				excerpt += bold(part.Text)
			} else {
				excerpt += part.Text
			}
		}
		fmt.Fprintln(p.out, bold(strings.TrimSpace(one.ID+" "+one.Title)))
		fmt.Fprintln(p.out, dim("  "+strings.Join(nonEmpty(one.Label, one.Status, one.Heading), " · ")))
		if excerpt != "" {
			fmt.Fprintln(p.out, "  "+excerpt)
		}
		fmt.Fprintln(p.out, dim("  "+one.Path))
	}
	switch {
	case r.Total > len(r.Results):
		p.say("\n%d of %d results.", len(r.Results), r.Total)
	case r.Total == 0 && len(r.Suggested) > 0:
		p.say("Nothing was found. Try %s.", quoted(r.Suggested, " or "))
	case r.Total == 0:
		p.say("Nothing was found.")
	}
}

func quoted(words []string, between string) string {
	return "“" + strings.Join(words, "”"+between+"“") + "”"
}

func nonEmpty(texts ...string) []string {
	var all []string
	for _, text := range texts {
		if text != "" {
			all = append(all, text)
		}
	}
	return all
}
