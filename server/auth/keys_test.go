package auth

import (
	"encoding/base64"
	"strings"
	"testing"
)

func TestParseKeys(t *testing.T) {
	long := strings.Repeat("k", 32)
	std, url := base64.StdEncoding.EncodeToString([]byte(long+"\xff\xfe")), base64.RawURLEncoding.EncodeToString([]byte(long+"\xff\xfe"))
	keys, err := ParseKeys("new:" + std + ", old:" + url)
	if err != nil || keys.current != "new" || len(keys.byName) != 2 {
		t.Fatalf("%v %v", keys.current, err)
	}
	if string(keys.byName["old"]) != long+"\xff\xfe" || string(keys.byName["new"]) != long+"\xff\xfe" {
		t.Error("a key was read wrong")
	}
	short := base64.StdEncoding.EncodeToString([]byte(long[:31]))
	for _, wrong := range []string{"", "k1", "k1:", ":" + std, "k1:" + short, "k1:pas de base64!", "k 1:" + std, "k1:" + std + ",k1:" + url, "k1:" + std + ","} {
		_, err := ParseKeys(wrong)
		if err == nil {
			t.Errorf("%q accepted", wrong)
		} else if strings.Contains(err.Error(), short) || strings.Contains(err.Error(), std) {
			t.Errorf("the error shows a key: %v", err)
		}
	}
}
