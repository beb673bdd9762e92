// Package reference holds the reference for authors as pages: how each kind of
// entry is written, what annex.toml says, and what is checked. They are made
// from the declarations by the package's test, which fails where one of them is
// out of date; with -update it writes them anew.
package reference
