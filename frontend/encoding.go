package frontend

import (
	"crypto/sha256"
	"encoding/base64"
	"io/fs"
	"strconv"
	"strings"
)

// tags holds the entity tag of every file that is asked again each time; embedded files carry no date to compare.
var tags = func() map[string]string {
	made := map[string]string{}
	files := Files()
	_ = fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || strings.HasPrefix(name, "assets/") {
			return err
		}
		content, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		sum := sha256.Sum256(content)
		made[name] = `"` + base64.RawURLEncoding.EncodeToString(sum[:12]) + `"`
		return nil
	})
	return made
}()

func length(content []byte) string { return strconv.Itoa(len(content)) }

// accepts reads the client's list of encodings; a quality of zero is a refusal.
func accepts(list, encoding string) bool {
	for item := range strings.SplitSeq(list, ",") {
		name, parameters, _ := strings.Cut(strings.TrimSpace(item), ";")
		if strings.EqualFold(strings.TrimSpace(name), encoding) {
			quality := strings.ReplaceAll(parameters, " ", "")
			return quality != "q=0" && quality != "q=0.0" && quality != "q=0.00" && quality != "q=0.000"
		}
	}
	return false
}
