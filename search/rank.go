package search

import (
	"math"
	"math/bits"
)

// Ranking is BM25F: how often a word stands in each field of a document, weighed
// by the field and by its length, saturates, and counts the more the fewer
// documents have the word.
var (
	// weights say how much a word counts in a field.
	weights = [fields]float64{inTitle: 5, inHeading: 3, inLabel: 3, inLead: 3, inTerm: 4, inText: 1}
	// shares say how far the length of a field tells against its words.
	shares = [fields]float64{inHeading: 0.6, inText: 0.5}
)

// Weights are how much a word counts in each part of an entry, for readers to know.
type Weights struct{ Title, Heading, Label, Lead, Term, Text float64 }

// RankingWeights returns the weights that ranking uses.
func RankingWeights() Weights {
	return Weights{weights[inTitle], weights[inHeading], weights[inLabel], weights[inLead], weights[inTerm], weights[inText]}
}

// saturation is BM25's k1: the weighed frequency that is worth half of the most.
const saturation = 1.2

// A weighed frequency becomes one of some levels, each step of which is three
// tenths more. The uppermost is kept for the entry that an ID is the ID of.
const (
	levels       = 24
	ownLevel     = levels - 1
	lowestLevel  = 0.2
	levelStep    = 1.3
	ownFrequency = 1e9 // which no word has
)

// levelBounds are the frequencies from which on the next level begins.
var levelBounds = func() (bounds [ownLevel]float64) {
	middle := float64(lowestLevel * math.Sqrt(levelStep))
	for i := range bounds {
		bounds[i] = middle
		middle = float64(middle * levelStep)
	}
	bounds[ownLevel-1] = ownFrequency
	return bounds
}()

// levelOf returns the level of a weighed frequency.
func levelOf(frequency float64) uint8 {
	low, high := 0, len(levelBounds)
	for low < high {
		if middle := (low + high) / 2; levelBounds[middle] <= frequency {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return uint8(low)
}

// worths says what each level is worth, in thousandths of the most. An entry's
// own ID is worth more than any number of words.
func worths() []int {
	all := make([]int, levels)
	frequency := float64(lowestLevel)
	for i := range ownLevel {
		all[i] = int(math.Round(1000 * frequency / (saturation + frequency)))
		frequency = float64(frequency * levelStep)
	}
	all[ownLevel] = 500_000_000
	return all
}

// commonness tells roughly how many documents that is, in steps, four of which double
// it.
func commonness(documents int) int {
	n := uint64(min(documents, 1<<15))
	return max(0, bits.Len64(n*n*n*n)-1)
}

// rarities are BM25's inverse document frequency for each step, in hundredths: how
// much a word counts that so many of all documents have.
func rarities(all int) []int {
	rarities := make([]int, commonness(all)+1)
	for step := range rarities {
		having := math.Round(math.Pow(2, float64(step)/4))
		rarities[step] = max(1, int(math.Round(100*math.Log(1+(float64(all)-having+0.5)/(having+0.5)))))
	}
	return rarities
}
