package db

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"time"

	"golang.org/x/crypto/argon2"
	"golang.org/x/text/unicode/norm"

	"maillage/network"
)

// PasswordCost is what one argon2id hash costs. It is written into every hash,
// so that it can be raised later: a hash of another cost is renewed when its
// owner next signs in.
type PasswordCost struct {
	MemoryKiB uint32
	Passes    uint32
	Lanes     uint8
}

// DefaultPasswordCost is the lightest that OWASP recommends: a small server
// must let in 80 people who arrive in the same minute.
var DefaultPasswordCost = PasswordCost{MemoryKiB: 19 * 1024, Passes: 2, Lanes: 1}

const (
	saltBytes = 16
	hashBytes = 32
	// hashPatience is how long a sign-in waits for its turn before it is told
	// to come back.
	hashPatience = 15 * time.Second
)

// hasher computes password hashes, no more at a time than the machine has
// processors: the memory of a crowd at the door is bounded by that.
type hasher struct {
	cost  PasswordCost
	turns chan struct{}
	// decoy has the form and the cost of a real hash and the password of nobody:
	// it is compared where there is no account, so that both take the same time.
	decoy string
}

func newHasher(cost PasswordCost) *hasher {
	return &hasher{
		cost:  cost,
		turns: make(chan struct{}, max(2, runtime.GOMAXPROCS(0))),
		decoy: encodeHash(cost, randomBytes(saltBytes), randomBytes(hashBytes)),
	}
}

// errCrowded says that more people are signing in than the server can hash for.
var errCrowded = &network.Error{Code: network.CodeLimited, Key: "sign_in_crowded"}

func (h *hasher) derive(ctx context.Context, cost PasswordCost, password string, salt []byte) ([]byte, error) {
	patience := time.NewTimer(hashPatience)
	defer patience.Stop()
	select {
	case h.turns <- struct{}{}:
		defer func() { <-h.turns }()
	case <-patience.C:
		return nil, errCrowded
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	return argon2.IDKey([]byte(normalPassword(password)), salt, cost.Passes, cost.MemoryKiB, cost.Lanes, hashBytes), nil
}

func (h *hasher) hash(ctx context.Context, password string) (string, error) {
	salt := randomBytes(saltBytes)
	sum, err := h.derive(ctx, h.cost, password, salt)
	if err != nil {
		return "", err
	}
	return encodeHash(h.cost, salt, sum), nil
}

// verify reports whether the password is the one hashed, and whether the hash
// is of another cost than today's.
func (h *hasher) verify(ctx context.Context, password, encoded string) (right, outdated bool, err error) {
	cost, salt, want, err := decodeHash(encoded)
	if err != nil {
		return false, false, err
	}
	got, err := h.derive(ctx, cost, password, salt)
	if err != nil {
		return false, false, err
	}
	return subtle.ConstantTimeCompare(got, want) == 1, cost != h.cost, nil
}

// normalPassword makes one password of the several ways a keyboard may spell it.
func normalPassword(password string) string { return norm.NFKC.String(password) }

func encodeHash(cost PasswordCost, salt, sum []byte) string {
	b64 := base64.RawStdEncoding.EncodeToString
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s",
		argon2.Version, cost.MemoryKiB, cost.Passes, cost.Lanes, b64(salt), b64(sum))
}

var errNotAHash = errors.New("stored password hash is not argon2id as this server writes it")

func decodeHash(encoded string) (cost PasswordCost, salt, sum []byte, err error) {
	parts := strings.Split(encoded, "$")
	if len(parts) != 6 || parts[0] != "" || parts[1] != "argon2id" || parts[2] != fmt.Sprintf("v=%d", argon2.Version) {
		return cost, nil, nil, errNotAHash
	}
	if _, err := fmt.Sscanf(parts[3], "m=%d,t=%d,p=%d", &cost.MemoryKiB, &cost.Passes, &cost.Lanes); err != nil {
		return cost, nil, nil, errNotAHash
	}
	salt, err1 := base64.RawStdEncoding.DecodeString(parts[4])
	sum, err2 := base64.RawStdEncoding.DecodeString(parts[5])
	if err1 != nil || err2 != nil || len(salt) != saltBytes || len(sum) != hashBytes ||
		cost.MemoryKiB < 8 || cost.MemoryKiB > 1<<20 || cost.Passes < 1 || cost.Passes > 16 || cost.Lanes < 1 {
		return cost, nil, nil, errNotAHash
	}
	return cost, salt, sum, nil
}

func randomBytes(n int) []byte {
	b := make([]byte, n)
	_, _ = rand.Read(b) // never fails: the runtime stops the program instead
	return b
}
