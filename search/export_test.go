package search

// Words returns the words of a text, for tests.
func Words(text string) []string { return words(text) }
