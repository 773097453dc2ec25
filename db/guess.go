package db

import (
	"context"
	"crypto/sha256"
	"strings"

	"github.com/jmoiron/sqlx"

	"maillage/network"
)

// The first guesses are free; then each wrong one doubles the wait, up to a
// minute. That leaves an attacker some sixty guesses an hour, and never shuts
// the owner out for longer than a minute, nor at all on a device they know.
const (
	freeGuesses      = 5
	guessWaitSeconds = 60
)

// guessKey names what is being guessed at. It is a digest: e-mails that nobody
// has are typed here too.
func guessKey(parts ...string) []byte {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return sum[:]
}

// payForGuess counts a guess as wrong before it is tried, so that a thousand
// sent at once are a thousand guesses, and refuses while the wait lasts.
func (a *Accounts) payForGuess(ctx context.Context, key []byte) error {
	paid, err := a.db.ExecContext(ctx, `
		insert into sign_in_guess as g (key, failures, last_at, blocked_until)
		values ($1, 1, now(), now())
		on conflict (key) do update
		set
			failures = case when g.last_at < now() - interval '1 day' then 1 else g.failures + 1 end,
			last_at = now(),
			blocked_until = case
				when g.last_at < now() - interval '1 day' or g.failures + 1 < $2 then now()
				else now() + make_interval(secs => least($3, power(2, least(g.failures + 1 - $2, 20))))
			end
		where g.blocked_until <= now()`, key, freeGuesses, guessWaitSeconds)
	if err != nil {
		return err
	}
	if n, err := paid.RowsAffected(); err != nil || n == 1 {
		return err
	}
	var wait int
	if err := a.db.GetContext(ctx, &wait, `
		select coalesce(max(greatest(1, ceil(extract(epoch from blocked_until - now())))), 1)::int
		from sign_in_guess
		where key = $1`, key); err != nil {
		return err
	}
	return &network.Error{Code: network.CodeLimited, Key: "sign_in_delayed", Values: []any{"seconds", wait}}
}

// forgiveGuess forgets the wrong guesses after a right one.
func (a *Accounts) forgiveGuess(ctx context.Context, in sqlx.ExecerContext, key []byte) error {
	_, err := in.ExecContext(ctx, `delete from sign_in_guess where key = $1`, key)
	return err
}
