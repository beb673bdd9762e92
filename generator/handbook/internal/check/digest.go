package check

import (
	"crypto/sha256"
	"encoding/hex"
	"path"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

// digest returns the SHA-256 digest of the file of a piece of evidence, if it
// has one that could be read.
func (h *survey) digest(e *record.Evidence) (digest string, known bool) {
	file, found := h.Files[path.Clean(e.File.Name)]
	if !e.File.IsSet() || !found || file.Data == nil {
		return "", false
	}
	sum := sha256.Sum256(file.Data)
	return hex.EncodeToString(sum[:]), true
}

// isDigest reports whether words have the form of a SHA-256 digest.
func isDigest(words string) bool {
	sum, err := hex.DecodeString(words)
	return err == nil && len(sum) == sha256.Size
}
