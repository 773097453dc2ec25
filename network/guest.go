package network

import (
	"net/mail"
	"strings"
)

// The limits of what is said of a guest, and of their number.
const (
	GuestFunctionMax   = 120
	EmailMax           = 254
	GuestsPerGathering = 500
	// GuestDaysAfter is how many days after a gathering its guests still get in.
	GuestDaysAfter = 30
)

// GuestKind says why a guest is there.
type GuestKind string

const (
	GuestSpeaker GuestKind = "SPEAKER"
	GuestElected GuestKind = "ELECTED"
	GuestFunder  GuestKind = "FUNDER"
	GuestOther   GuestKind = "OTHER"
)

// GuestState says how far an invitation has come: INVITED → ARRIVED; REVOKED
// until it is renewed; ENDED some days after the gathering.
type GuestState string

const (
	GuestInvited GuestState = "INVITED"
	GuestArrived GuestState = "ARRIVED"
	GuestRevoked GuestState = "REVOKED"
	GuestEnded   GuestState = "ENDED"
)

// GuestWords are what is said of a guest. Email may be empty.
type GuestWords struct {
	GivenName, FamilyName, Email, Function string
	Kind                                   GuestKind
}

// Clean checks the words and makes them even.
func (w *GuestWords) Clean() (err error) {
	if w.GivenName, err = CleanLine("input.givenName", w.GivenName, 80); err != nil {
		return err
	}
	if w.FamilyName, err = CleanLine("input.familyName", w.FamilyName, 80); err != nil {
		return err
	}
	if w.Email = strings.TrimSpace(w.Email); w.Email != "" {
		if w.Email, err = CleanEmail("input.email", w.Email); err != nil {
			return err
		}
	}
	if w.Function = strings.TrimSpace(w.Function); w.Function != "" {
		if w.Function, err = CleanLine("input.function", w.Function, GuestFunctionMax); err != nil {
			return err
		}
	}
	if w.Kind == GuestOther && w.Function == "" {
		return Invalid("input.function", "required")
	}
	return nil
}

// CleanEmail takes one address and nothing around it.
func CleanEmail(field, s string) (string, error) {
	s, err := CleanLine(field, s, EmailMax)
	if err != nil {
		return "", err
	}
	if found, err := mail.ParseAddress(s); err != nil || found.Address != s || found.Name != "" {
		return "", Invalid(field, "not_an_email")
	}
	return s, nil
}

// CanInviteGuest lets those who prepare a gathering invite to it until it is over.
func CanInviteGuest(v Viewer, g Gathering) error { return CanEditGathering(v, g) }

// CanEditGuest lets the same persons, as long, rewrite what is said of a guest.
func CanEditGuest(v Viewer, g Gathering) error { return CanInviteGuest(v, g) }

// CanRenewInvitation lets those who prepare a gathering make a guest's link
// anew, also to a guest who was shut out, until guests get in no more.
func CanRenewInvitation(v Viewer, g Gathering, s GuestState) error {
	if err := CanPrepareGathering(v, g); err != nil {
		return err
	}
	if s == GuestEnded {
		return Forbidden("invitation_ended")
	}
	return nil
}

// CanRevokeGuest lets those who prepare a gathering shut a guest out.
func CanRevokeGuest(v Viewer, g Gathering) error { return CanPrepareGathering(v, g) }

// Invitation is what a link says before it is followed.
type Invitation struct {
	GuestName   string         `db:"guest_name"`
	Kind        GuestKind      `db:"kind"`
	GatheringID ID             `db:"gathering_id"`
	Gathering   string         `db:"gathering"`
	City        string         `db:"city"`
	Venue       string         `db:"venue"`
	StartsOn    Date           `db:"starts_on"`
	EndsOn      Date           `db:"ends_on"`
	State       GatheringState `db:"state"`
	Hosts       string         `db:"hosts"`
	InvitedBy   string         `db:"invited_by"`
	OpenUntil   Date           `db:"open_until"`
}
