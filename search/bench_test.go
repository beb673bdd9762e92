package search_test

import (
	"bytes"
	"compress/gzip"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/annex-isms/annex/generator/script"
	"github.com/annex-isms/annex/search"
	"github.com/annex-isms/annex/search/corpus"
)

// A large site: 10,000 documents of some 570 words.
const (
	large     = 10_000
	largeRare = 30_000
)

// BenchmarkIndex makes the index of a large site. It reports how long the export
// takes as a part of what comes before it, and how many files there are.
func BenchmarkIndex(b *testing.B) {
	documents := corpus.New(1, largeRare).Documents(large)
	var indexing, exporting time.Duration
	var files []search.File
	for b.Loop() {
		began := time.Now()
		ix := search.New(documents, search.Options{Language: "en"})
		indexing += time.Since(began)
		began = time.Now()
		files = ix.Files()
		for _, file := range files {
			file.Content()
		}
		exporting += time.Since(began)
	}
	b.ReportMetric(float64(exporting)/float64(indexing), "export/index")
	b.ReportMetric(float64(len(files)), "files")
	total, largest := 0, map[string]int{}
	for _, file := range files {
		size := compressed(file.Content())
		total += size
		sort, _, _ := strings.Cut(strings.TrimPrefix(file.Path, "search/"), "-")
		largest[sort] = max(largest[sort], size)
	}
	b.ReportMetric(float64(total)/1e6, "MB-gzipped")
	b.ReportMetric(float64(largest["texts"])/1e3, "kB-largest-excerpt")
}

// BenchmarkFirstQuery looks for something on a large site, each time with nothing
// loaded before. It reports what a browser loads for the first list of results, the
// scripts of the theme among it, and for the excerpts in it.
func BenchmarkFirstQuery(b *testing.B) {
	maker := corpus.New(1, largeRare)
	read := reading(search.New(maker.Documents(large), search.Options{Language: "en"}))
	words := func(count int) string {
		all := make([]string, count)
		for i := range all {
			all[i] = maker.Word()
		}
		return strings.Join(all, " ")
	}
	for _, test := range []struct {
		name  string
		query func(i int) string
	}{
		{"words", func(i int) string { return words(1 + i%3) }},
		{"five-words", func(int) string { return words(5) }},
		{"beginnings", func(i int) string { word := maker.Word(); return word[:min(len(word), 2+i%4)] }},
		{"typing-errors", func(i int) string { // at any place of the first of one or two words
			word := maker.Word()
			at := i % len(word)
			return word[:at] + "x" + word[at+1:] + strings.Repeat(" "+maker.Word(), i%2)
		}},
		{"phrases", func(int) string { return `"` + words(2) + `"` }}, // whose words are found at first, wherever they stand
	} {
		b.Run(test.name, func(b *testing.B) { firstQueries(b, read, test.query, 0) })
	}
	// All that is loaded until a query stands there, with a look after every third letter.
	b.Run("two-words-being-typed", func(b *testing.B) { firstQueries(b, read, func(int) string { return words(2) }, 3) })
}

// firstQueries asks queries, each of which was looked up before after every so many of
// its letters, if any.
func firstQueries(b *testing.B, read func(path string) ([]byte, error), query func(i int) string, every int) {
	sizes := map[string]int{}
	client := clientSize(b)
	var lists []int
	var excerpts, largestExcerpts, places int
	for b.Loop() {
		loaded, known := 0, map[string]bool{}
		s, err := search.Open(func(path string) ([]byte, error) {
			data, err := read(path)
			if _, known := sizes[path]; !known {
				sizes[path] = compressed(data)
			}
			switch isPlace := strings.HasPrefix(path, "search/places-"); {
			case known[path]: // a browser loads each file once
			case isPlace: // after it has shown a list without them
				places += sizes[path]
			default:
				loaded += sizes[path]
			}
			known[path] = true
			return data, err
		})
		if err != nil {
			b.Fatal(err)
		}
		whole := query(len(lists))
		for end := every; 0 < end && end < len(whole); end += every {
			firstList(b, s, whole[:end])
		}
		answer := firstList(b, s, whole)
		hits := answer.Hits[:min(search.FirstPage, len(answer.Hits))]
		lists = append(lists, loaded+client)
		loaded = 0
		for _, hit := range hits {
			if _, err := s.Excerpt(answer, hit.Document); err != nil {
				b.Fatal(err)
			}
		}
		excerpts += loaded / max(1, len(hits))
		largestExcerpts = max(largestExcerpts, loaded/max(1, len(hits)))
	}
	b.ReportMetric(float64(client)/1e3, "kB-client")
	reportLists(b, lists)
	if places > 0 {
		b.ReportMetric(float64(places)/float64(len(lists))/1e3, "kB-places")
	}
	b.ReportMetric(float64(excerpts)/float64(len(lists))/1e3, "kB-an-excerpt")
	b.ReportMetric(float64(largestExcerpts)/1e3, "kB-largest-excerpt")
}

// firstList asks a query and reads what the first list of results shows.
func firstList(b *testing.B, s *search.Searcher, query string) search.Answer {
	b.Helper()
	answer, err := s.Search(query)
	if err != nil {
		b.Fatal(err)
	}
	for _, hit := range answer.Hits[:min(search.FirstPage, len(answer.Hits))] {
		if _, err := s.Entry(hit.Document); err != nil {
			b.Fatal(err)
		}
	}
	return answer
}

// mostForList is how many bytes the first list of results should take at most.
const mostForList = 60_000

// reportLists reports how many bytes lists of results take, most of them and the
// largest, and how many of them are too large.
func reportLists(b *testing.B, sizes []int) {
	slices.Sort(sizes)
	sum, above := 0, 0
	for _, size := range sizes {
		sum += size
		if size > mostForList {
			above++
		}
	}
	b.ReportMetric(float64(sum)/float64(len(sizes))/1e3, "kB-list")
	b.ReportMetric(float64(sizes[(len(sizes)-1)*95/100])/1e3, "kB-list-of-95-percent")
	b.ReportMetric(float64(sizes[len(sizes)-1])/1e3, "kB-largest-list")
	b.ReportMetric(float64(above), "lists-above-60-kB")
}

// clientSize returns the size of the theme's scripts that search, as they are
// published.
func clientSize(b *testing.B) int {
	b.Helper()
	size := 0
	for _, name := range []string{"search-open.js", "search.js"} {
		text, err := script.Read(os.DirFS("../themes/default"), "static/"+name)
		if err != nil {
			b.Fatal(err)
		}
		size += compressed(text)
	}
	return size
}

// compressed returns how long a file is once a host has compressed it.
func compressed(data []byte) int {
	var small bytes.Buffer
	w := gzip.NewWriter(&small)
	_, _ = w.Write(data)
	_ = w.Close()
	return small.Len()
}
