package view

// Copy is what the cover of a bundle says of it, beside what its edition says.
type Copy struct {
	Name     string   // of its folder: "harbourline-auditor-2026-11-23"
	Root     []string // the root hash, in groups of eight digits
	Files    int      // of the site
	Annex    string   // the version of Annex; empty where it is not told
	Revision string   // of the content, its first digits; empty where it is not told
	Modified bool     // the content had changes that the revision lacks
}
