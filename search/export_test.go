package search

// FirstPage is how many hits a list shows at first, for tests.
const FirstPage = firstPage

// Words returns the words of a text, for tests.
func Words(text string) []string { return words(text) }
