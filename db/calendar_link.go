package db

import (
	"context"
	"time"

	"maillage/network"
)

// NewCalendarLink is a calendar address just made. Its secret is told here and
// never again: not even to a repeat of the same act.
type NewCalendarLink struct {
	ID     network.ID
	Secret string `json:"-"`
}

// CreateCalendarLink makes an address at which a calendar follows what the
// viewer goes to. One is made for each calendar, so that each is withdrawn alone
// and none need ever be shown again.
func (a *Accounts) CreateCalendarLink(ctx context.Context, v network.Viewer, do Act, name string) (NewCalendarLink, error) {
	if err := network.CanManageOwnAccount(v); err != nil {
		return NewCalendarLink{}, err
	}
	name, err := network.CleanCalendarLink(name)
	if err != nil {
		return NewCalendarLink{}, err
	}
	return act(ctx, a.acts, v, do, func(t *tx) (NewCalendarLink, error) {
		made := NewCalendarLink{ID: newID(), Secret: newSecret(calendarPrefix)}
		hash, _ := hashSecret(calendarPrefix, made.Secret)
		// The account is held, so that two at once do not pass the limit together.
		if _, err := t.exec(`select from account where staff_id = :viewer_id for update`); err != nil {
			return made, err
		}
		added, err := t.exec(`
			insert into calendar_link (id, staff_id, hash, name, created_at, given_at)
			select $1, :viewer_id, $2, $3, :now, :now
			where (select count(*) from calendar_link where staff_id = :viewer_id and revoked_at is null) < $4`,
			made.ID, hash, name, network.CalendarLinksPerStaff)
		switch {
		case err != nil:
			return made, err
		case added == 0:
			return made, &network.Error{Code: network.CodeLimited, Key: "too_many_calendars", Values: []any{"max", network.CalendarLinksPerStaff}}
		}
		return made, insertSecurityEvent(ctx, t.sql, v.StaffID, v.StaffID, network.VerbCalendarMade, facts{"calendarLinkId": made.ID, "excerpt": name})
	})
}

// RevokeCalendarLink withdraws one of the viewer's own addresses. Another's
// does not exist.
func (a *Accounts) RevokeCalendarLink(ctx context.Context, v network.Viewer, do Act, link network.ID) error {
	if err := network.CanManageOwnAccount(v); err != nil {
		return err
	}
	_, err := act(ctx, a.acts, v, do, func(t *tx) (struct{}, error) {
		var name string
		if err := t.find(&name, `
			update calendar_link
			set revoked_at = :now
			where id = $1 and staff_id = :viewer_id and revoked_at is null
			returning name`, link); err != nil {
			return struct{}{}, err
		}
		return struct{}{}, insertSecurityEvent(ctx, t.sql, v.StaffID, v.StaffID, network.VerbCalendarRevoked, facts{"calendarLinkId": link, "excerpt": name})
	})
	return err
}

// CalendarReader is whose calendar an address opens, and what it last gave.
type CalendarReader struct {
	Viewer   network.Viewer
	Link     network.ID
	Language string
	// Given is a digest of what the address last gave, GivenAt when that was first
	// given.
	Given   []byte
	GivenAt time.Time
}

// CalendarOf finds whose calendar an address opens, to be read once; NOT_FOUND
// when it opens none, whatever the reason.
func (a *Accounts) CalendarOf(ctx context.Context, secret string) (CalendarReader, error) {
	hash, ok := hashSecret(calendarPrefix, secret)
	if !ok {
		return CalendarReader{}, network.NotFound()
	}
	var row struct {
		viewerRow
		Link     network.ID `db:"link"`
		Language string     `db:"language"`
		Given    []byte     `db:"given"`
		GivenAt  time.Time  `db:"given_at"`
	}
	err := a.calendars.try(secret, func() error {
		return a.getViewer(ctx, &row, `
			select`+viewerColumns+`,
				l.id as link,
				p.language,
				l.given,
				l.given_at
			from calendar_link l
			join staff_member p on p.id = l.staff_id
			left join gathering g on g.id = p.gathering_id
			where l.hash = $1 and l.revoked_at is null and p.active
				and (p.job <> 'GUEST' or not `+guestsEnded("g", "now()")+`)`, hash)
	})
	if network.IsCode(err, network.CodeUnauthenticated) {
		err = network.NotFound()
	}
	if err != nil {
		return CalendarReader{}, err
	}
	if err := a.calendarReads.take(row.Link); err != nil {
		return CalendarReader{}, err
	}
	v := row.viewer()
	v.ReadOnly = true
	return CalendarReader{Viewer: v, Link: row.Link, Language: row.Language, Given: row.Given, GivenAt: row.GivenAt}, nil
}

// NoteCalendarRead notes the day on which an address was read, and since when it
// gives what it gives: what was dropped from a programme leaves no other trace.
func (a *Accounts) NoteCalendarRead(ctx context.Context, link network.ID, given []byte) (since time.Time, err error) {
	err = a.db.GetContext(ctx, &since, `
		with noted as (
			update calendar_link
			set last_used_on = current_date,
				given = $2,
				given_at = case when given = $2 then given_at else now() end
			where id = $1 and (last_used_on is distinct from current_date or given is distinct from $2)
			returning given_at
		)
		select coalesce((select given_at from noted), (select given_at from calendar_link where id = $1))`, link, given)
	return since, mapError(ctx, err)
}
