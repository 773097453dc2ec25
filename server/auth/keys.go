package auth

import (
	"encoding/base64"
	"errors"
	"fmt"
	"regexp"
	"strings"
)

// keyBytes is the least length of a key: that of the digest it is used with.
const keyBytes = 32

// Keys sign and check access tokens. The first signs; all check, so that a new
// key can be put first while tokens of the old one run out.
type Keys struct {
	current string
	byName  map[string][]byte
}

var keyName = regexp.MustCompile(`^[A-Za-z0-9_.-]{1,32}$`)

// ParseKeys reads name:base64, several separated by commas. Its errors name
// the key and never show it.
func ParseKeys(text string) (Keys, error) {
	keys := Keys{byName: map[string][]byte{}}
	for i, entry := range strings.Split(text, ",") {
		name, encoded, _ := strings.Cut(strings.TrimSpace(entry), ":")
		if !keyName.MatchString(name) {
			return Keys{}, fmt.Errorf("token key %d: its name must be 1 to 32 letters, figures, dots or dashes, before a colon", i+1)
		}
		if keys.byName[name] != nil {
			return Keys{}, fmt.Errorf("token key %s is given twice", name)
		}
		key, err := decodeKey(encoded)
		if err != nil {
			return Keys{}, fmt.Errorf("token key %s: %w", name, err)
		}
		if i == 0 {
			keys.current = name
		}
		keys.byName[name] = key
	}
	return keys, nil
}

func decodeKey(encoded string) ([]byte, error) {
	encoded = strings.TrimRight(encoded, "=")
	encoding := base64.RawStdEncoding
	if strings.ContainsAny(encoded, "-_") {
		encoding = base64.RawURLEncoding
	}
	key, err := encoding.DecodeString(encoded)
	if err != nil {
		return nil, errors.New("not base64")
	}
	if len(key) < keyBytes {
		return nil, fmt.Errorf("%d bytes; at least %d are needed", len(key), keyBytes)
	}
	return key, nil
}
