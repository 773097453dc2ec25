package db

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base32"
	"encoding/binary"
	"hash/crc32"
	"strings"
)

// The prefixes tell the kinds of secret apart, so that one kind is refused
// where another is expected, and so that a scanner recognises a leaked one.
const (
	personalTokenPrefix = "mlg_pat_"
	refreshTokenPrefix  = "mlg_ref_"
	devicePrefix        = "mlg_dev_"
	wallPrefix          = "mlg_wal_"
	invitationPrefix    = "mlg_inv_"
	calendarPrefix      = "mlg_cal_"
)

const secretBytes = 32

var secretText = base32.StdEncoding.WithPadding(base32.NoPadding)

// newSecret is a fresh secret of a kind.
func newSecret(prefix string) string { return formatSecret(prefix, randomBytes(secretBytes)) }

// formatSecret ends the secret with a checksum, so that a mistyped or invented
// one is refused without asking the database.
func formatSecret(prefix string, secret []byte) string {
	body := prefix + strings.ToLower(secretText.EncodeToString(secret))
	return body + checksum(body)
}

func checksum(body string) string {
	var sum [4]byte
	binary.BigEndian.PutUint32(sum[:], crc32.ChecksumIEEE([]byte(body)))
	return strings.ToLower(secretText.EncodeToString(sum[:]))
}

// hashSecret is what is stored of a secret. ok is false for what cannot be a
// secret of this kind. A plain digest suffices: the secret is 256 random bits.
func hashSecret(prefix, secret string) (hash []byte, ok bool) {
	const bodyText, sumText = 52, 7
	if len(secret) != len(prefix)+bodyText+sumText || !strings.HasPrefix(secret, prefix) {
		return nil, false
	}
	cut := len(secret) - sumText
	if checksum(secret[:cut]) != secret[cut:] {
		return nil, false
	}
	sum := sha256.Sum256([]byte(secret))
	return sum[:], true
}

// succeed is the secret that follows another under a salt: the same for
// whoever holds the first, unknown to whoever holds the salt alone.
func succeed(prefix, secret string, salt []byte) string {
	mac := hmac.New(sha256.New, salt)
	mac.Write([]byte(secret))
	return formatSecret(prefix, mac.Sum(nil))
}
