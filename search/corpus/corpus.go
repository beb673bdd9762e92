// Package corpus makes up documents to try a search on: as many as are asked
// for, the same ones every time, with words as common and as rare as those of
// real texts. Only tests use it.
package corpus

import (
	"fmt"
	"math"
	"math/rand/v2"
	"sort"
	"strings"

	"github.com/annex-isms/annex/search"
)

// little are the words that hold sentences together, the most common first.
var little = strings.Fields(`the of and to in is a be for that are by with or it as on not from which this has an
	at all if each who they no may its when can their been only after before such must every any these what than then other`)

// plain are words of the trade, the most common first.
var plain = strings.Fields(`access review control risk policy information security data system supplier customer incident
	evidence owner process change test backup restore account right password key log alert audit finding management
	asset laptop office visitor badge contract service platform network encryption certificate training report record
	measure target quarter year day hour week approval exception procedure standard plan document version scope
	requirement law authority notice breach threat weakness patch release code secret token session device mail
	message file folder share disk region shard database invoice carrier tariff payment bank amount export import
	transfer deletion retention period register role duty team manager engineer director deputy holder person staff
	leaver joiner mover contractor applicant employee customer user administrator group member request ticket support
	answer question decision action cause correction effectiveness meeting minutes input output result objective
	metric trend level likelihood impact treatment acceptance criteria matrix appetite transfer sharing retention
	modification avoidance continuity recovery failover exercise scenario crisis contact communication channel press
	monitoring detection response containment lesson classification label handling disposal media paper desk screen
	lock door camera power cooling cabling maintenance equipment inventory licence software library dependency build
	pipeline branch merge deployment environment production staging configuration baseline hardening drift image
	container cluster node queue cache index query table column schema migration snapshot copy archive vault rotation`)

var (
	heads = strings.Fields(`ab acc ad al am an ap ar as at au ba be bi bo bra bri ca ce chi co con cor cra de den di dis
		do dra e el em en er es eu ex fa fi flo for fra ga ge gla gra ha he hi ho hu im in inter ju ka ki la le li lo
		ma me mi mo mul na ne no ob op or os pa pe per pla po pre pro qua ra re ro sa se si so spe sta stra su sub ta
		te ti to tra tri un ur va ve vi vo wa we wi`)
	middles = strings.Fields(`ba ble ca cen ci cu da den di du fi for ga ger gi la len li lo lu ma men mi mo na ni no
		nu pa per pi po ra ri ro ru sa sen si so ta ten ti to tra tu va ver vi`)
	ends = strings.Fields(`tion ment ing er ed al able ity ness ance ent ive ous ary ist ate ize ism ure age dom
		ship ward ful less ly or ant ic y le`)
)

// A Maker makes documents, one after the other.
type Maker struct {
	random *rand.Rand
	common *zipf
	rare   *zipf
	tail   []string
	topic  []string // what the document at hand keeps coming back to
}

// New returns a maker whose documents depend on the seed alone. Their rare words
// are so many different ones.
func New(seed uint64, rare int) *Maker {
	m := &Maker{random: rand.New(rand.NewPCG(seed, 7)), common: newZipf(len(plain), 0.8), rare: newZipf(rare, 1.05)}
	known := map[string]bool{}
	for len(m.tail) < rare {
		word := pick(m.random, heads)
		for range 1 + m.random.IntN(2) {
			word += pick(m.random, middles)
		}
		if word += pick(m.random, ends); !known[word] {
			known[word] = true
			m.tail = append(m.tail, word)
		}
	}
	return m
}

// Kinds are the kinds that documents have in turn.
var Kinds = []search.Kind{
	{Word: search.Word{Word: "document", Label: "Document"}, Weight: 130},
	{Word: search.Word{Word: "risk", Label: "Risk"}},
	{Word: search.Word{Word: "control", Label: "Control"}},
	{Word: search.Word{Word: "evidence", Label: "Evidence"}, Weight: 85},
}

var (
	prefixes = []string{"DOC", "R", "C", "EV"}
	statuses = []search.Status{
		{Word: search.Word{Word: "open", Label: "Open"}, Text: "Open", Tone: "due"},
		{Word: search.Word{Word: "in-force", Label: "In force"}, Text: "In force", Tone: "ok"},
		{Word: search.Word{Word: "closed", Label: "Closed"}, Text: "Closed", Tone: "none"},
	}
	owners = []string{"Head of Security", "Head of Platform", "Chief Technology Officer", "Procurement Lead"}
)

// Documents returns so many documents, those of a kind together.
func (m *Maker) Documents(count int) []search.Document {
	documents := make([]search.Document, count)
	for i := range documents {
		documents[i] = m.document(i*len(Kinds)/count, i)
	}
	return documents
}

func (m *Maker) document(kind, number int) search.Document {
	m.topic = nil
	for range 24 {
		m.topic = append(m.topic, m.Word())
	}
	id := fmt.Sprintf("%s-%05d", prefixes[kind], number+1)
	d := search.Document{
		ID: id, Title: m.title(), Kind: Kinds[kind], Label: Kinds[kind].Label, Path: Kinds[kind].Word.Word + "s/" + id + ".html",
		Status: statuses[m.random.IntN(len(statuses))], Lead: m.sentence(12),
		Facets: []search.Facet{{Key: "owner", Values: []string{owners[m.random.IntN(len(owners))]}}},
	}
	for words := 0; words < 540; {
		passage := search.Passage{Heading: m.title()}
		passage.Anchor = strings.ReplaceAll(strings.ToLower(passage.Heading), " ", "-")
		var text []string
		for range 4 + m.random.IntN(4) {
			text = append(text, m.sentence(8+m.random.IntN(14)))
		}
		if number > 0 && m.random.IntN(3) == 0 {
			d.Mentions = append(d.Mentions, fmt.Sprintf("%s-%05d", prefixes[0], 1+m.random.IntN(number)))
		}
		passage.Text = strings.Join(text, " ")
		words += strings.Count(passage.Text, " ") + 1
		d.Passages = append(d.Passages, passage)
	}
	return d
}

// title returns a few words that mean something.
func (m *Maker) title() string {
	words := make([]string, 2+m.random.IntN(3))
	for i := range words {
		words[i] = m.Word()
	}
	return capital(strings.Join(words, " "))
}

// sentence returns a sentence of so many words. Each word that means something
// stands among words that hold it.
func (m *Maker) sentence(length int) string {
	words := make([]string, length)
	for i := range words {
		switch chance := m.random.IntN(100); {
		case chance < 40:
			words[i] = little[min(len(little)-1, int(m.random.ExpFloat64()*9))]
		case chance < 68:
			words[i] = pick(m.random, m.topic)
		default:
			words[i] = m.Word()
		}
		if i > 2 && i < length-2 && m.random.IntN(12) == 0 {
			words[i] += ","
		}
	}
	return capital(strings.Join(words, " ")) + "."
}

// Word returns a word of the trade, or a rare one, perhaps in its plural.
func (m *Maker) Word() string {
	word := plain[m.common.next(m.random)]
	if m.random.IntN(100) < 40 {
		word = m.tail[m.rare.next(m.random)]
	}
	if m.random.IntN(6) == 0 {
		word += "s"
	}
	return word
}

// Query returns one of the ways in which somebody might look for something.
func (m *Maker) Query() string {
	switch m.random.IntN(9) {
	case 0:
		return m.Word()
	case 1:
		word := m.Word()
		return word[:min(len(word), 2+m.random.IntN(4))]
	case 2:
		return m.Word() + " " + m.Word() + " " + m.Word()
	case 3:
		return `"` + m.Word() + " " + m.Word() + `"`
	case 4:
		return m.Word() + " -" + m.Word()
	case 5:
		return m.Word() + " kind:" + Kinds[m.random.IntN(len(Kinds))].Word.Word
	case 6:
		word := []byte(m.Word())
		word[m.random.IntN(len(word))] = 'x'
		return string(word) + " " + m.Word()
	case 7:
		last := m.Word()
		return strings.Join([]string{m.Word(), "how", m.Word(), m.Word(), last[:min(len(last), 3+m.random.IntN(4))]}, " ")
	default:
		return m.Word() + " " + m.Word()
	}
}

func capital(text string) string { return strings.ToUpper(text[:1]) + text[1:] }

func pick(random *rand.Rand, words []string) string { return words[random.IntN(len(words))] }

// zipf draws ranks, the first of which are common and the last rare.
type zipf struct{ sums []float64 }

func newZipf(count int, exponent float64) *zipf {
	z := &zipf{make([]float64, count)}
	sum := 0.0
	for i := range z.sums {
		sum += 1 / math.Pow(float64(i)+2.7, exponent)
		z.sums[i] = sum
	}
	return z
}

func (z *zipf) next(random *rand.Rand) int {
	return min(len(z.sums)-1, sort.SearchFloat64s(z.sums, random.Float64()*z.sums[len(z.sums)-1]))
}
