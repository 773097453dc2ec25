package db

import (
	"context"

	"github.com/lib/pq"

	"maillage/db/read"
	"maillage/network"
)

// staffVisible: teams see everyone; a guest sees whom they meet, by name.
const staffVisible = `(:viewer_kind = 'STAFF' OR :viewer_kind = 'GUEST')`

var byFamilyName = map[string][]read.Term{
	"":     {{SQL: "plain_text({}.family_name)", Cast: "text"}, {SQL: "plain_text({}.given_name)", Cast: "text"}},
	"NAME": {{SQL: "plain_text({}.family_name)", Cast: "text"}, {SQL: "plain_text({}.given_name)", Cast: "text"}},
	"CENTRE": {
		{SQL: "coalesce({}.centre_id::text, '')", Cast: "text"},
		{SQL: "plain_text({}.family_name)", Cast: "text"},
		{SQL: "plain_text({}.given_name)", Cast: "text"},
	},
}

var staffMemberRead = read.Type{
	Name:    "StaffMember",
	Table:   "staff_member",
	Visible: staffVisible,
	Fields: map[string]read.Field{
		"id":          read.Column{},
		"givenName":   read.Column{},
		"familyName":  read.Column{},
		"name":        read.Column{SQL: "{}.given_name || ' ' || {}.family_name"},
		"centre":      read.One{Type: named("Centre"), Column: "centre_id"},
		"job":         read.Column{},
		"networkRole": read.Column{},
		"email":       read.Column{SQL: forStaff("{}.email")},
		"phone":       read.Column{SQL: forStaff("{}.phone")},
		"bio":         read.Column{},
		"active":      read.Column{Kind: read.Bool},
		"themes":      themesOf("staff_theme", "staff_id"),
		"memberships": read.Many{
			Type:   named("Membership"),
			Parent: "{}.staff_id",
			Where:  "{}.state = 'MEMBER'",
			Orders: map[string][]read.Term{"": {{SQL: "{}.since", Kind: read.Time, Cast: "timestamptz", Desc: true}}},
		},
		"teamMemberships": read.Many{
			Type:   named("TeamMember"),
			Shape:  read.Plain,
			Parent: "{}.staff_id",
			Orders: map[string][]read.Term{"": {{SQL: "{}.since", Kind: read.Time, Cast: "timestamptz", Desc: true}}},
		},
		"version": read.Column{Kind: read.Int},
		"viewerCanEdit": read.Computed{Needs: []string{"id"}, Value: func(v network.Viewer, r read.Row) any {
			return network.CanEditProfile(v, network.ID(r.String("id"))) == nil
		}},
		"viewerCanDeactivate": read.Computed{Needs: []string{"id", "active"}, Value: func(v network.Viewer, r read.Row) any {
			return r.Bool("active") && network.CanManageAccounts(v) == nil && network.ID(r.String("id")) != v.StaffID
		}},
		"viewerCanSetNetworkRole": read.Computed{Needs: []string{"active"}, Value: func(v network.Viewer, r read.Row) any {
			return r.Bool("active") && network.CanManageAccounts(v) == nil
		}},
	},
}

// staffMemberByKey needs a viewer of a team, as staffMemberList does: a guest
// meets people through topics, and has no directory.
var staffMemberByKey = read.ByKey{Type: named("StaffMember"), Where: "{}.id = ?::uuid AND :viewer_kind = 'STAFF'"}

var staffMemberList = read.Many{
	Type:  named("StaffMember"),
	Where: "{}.job <> 'GUEST' AND :viewer_kind = 'STAFF'",
	Filters: map[string]read.Filter{
		"filter.search":   {SQL: "plain_text({}.given_name || ' ' || {}.family_name) LIKE plain_text(?)", Cast: "text", Like: true},
		"filter.centreId": {SQL: "{}.centre_id = ?", Cast: "uuid"},
		"filter.jobs":     {SQL: "{}.job = ANY(?)", Cast: "text[]"},
		"filter.themeId":  {SQL: "EXISTS (SELECT FROM staff_theme t WHERE t.staff_id = {}.id AND t.theme_id = ?)", Cast: "uuid"},
		"filter.notComingTo": {Cast: "uuid", SQL: `NOT EXISTS (
			SELECT FROM registration r WHERE r.gathering_id = ? AND r.staff_id = {}.id AND r.state <> 'WITHDRAWN')`},
		"filter.includeInactive": {SQL: "{}.active", Unless: "true"},
	},
	Orders: byFamilyName,
}

// Profile is what a person says of themselves.
type Profile struct {
	GivenName, FamilyName, Phone, Bio string
	Language                          network.Language
	Themes                            []network.ID
}

// UpdateProfile changes the viewer's own profile.
func (s *Store) UpdateProfile(ctx context.Context, v network.Viewer, a Act, version int, p Profile) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		clean := network.Profile{GivenName: p.GivenName, FamilyName: p.FamilyName, Phone: p.Phone, Bio: p.Bio}
		if err := clean.Validate(); err != nil {
			return "", err
		}
		var stored int
		err := t.find(&stored, `
			SELECT version
			  FROM staff_member
			 WHERE id = :viewer_id
			   FOR UPDATE`)
		if err != nil {
			return "", err
		}
		if stored != version {
			return "", network.Conflict(stored)
		}
		language := "fr"
		if p.Language == network.LanguageEn {
			language = "en"
		}
		if _, err := t.exec(`
			UPDATE staff_member
			   SET given_name = $1,
			       family_name = $2,
			       phone = $3,
			       bio = $4,
			       language = $5,
			       version = version + 1
			 WHERE id = :viewer_id`,
			clean.GivenName, clean.FamilyName, clean.Phone, clean.Bio, language); err != nil {
			return "", err
		}
		if err := t.setThemes("staff_theme", "staff_id", v.StaffID, p.Themes); err != nil {
			return "", err
		}
		t.tell(Event{Verb: network.VerbProfileUpdated, Kind: network.ObjectStaffMember, Object: v.StaffID, Centre: v.CentreID})
		return v.StaffID, nil
	})
}

// setThemes makes an object's themes these, in one statement. The table and
// column are literals of the caller; an unknown theme is INVALID.
func (t *tx) setThemes(table, column string, object network.ID, themes []network.ID) error {
	if len(themes) > network.ThemesMax {
		return network.Invalid("input.themeIds", "too_many", "max", network.ThemesMax)
	}
	var known int
	err := t.get(&known, `
		WITH wanted AS (
			SELECT id
			  FROM theme
			 WHERE id = ANY($2::uuid[])
		), gone AS (
			DELETE FROM `+table+` tie
			 WHERE tie.`+column+` = $1
			   AND NOT tie.theme_id = ANY($2::uuid[])
		), added AS (
			INSERT INTO `+table+` (`+column+`, theme_id)
			SELECT $1, id
			  FROM wanted
			ON CONFLICT DO NOTHING
		)
		SELECT count(*)
		  FROM wanted`, object, pq.Array(themes))
	if err != nil {
		return err
	}
	distinct := map[network.ID]bool{}
	for _, id := range themes {
		distinct[id] = true
	}
	if known != len(distinct) {
		return network.Invalid("input.themeIds", "unknown_value")
	}
	return nil
}

// MarkVisit notes that the viewer has seen the home page. The former visit is
// kept for a quarter of an hour, so that a reload does not empty "what moved".
func (s *Store) MarkVisit(ctx context.Context, v network.Viewer, a Act) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		_, err := t.exec(`
			UPDATE staff_member
			   SET former_visit_at = CASE WHEN last_visit_at < :now - interval '15 minutes' OR former_visit_at IS NULL
			                              THEN last_visit_at
			                              ELSE former_visit_at
			                          END,
			       last_visit_at = :now
			 WHERE id = :viewer_id`)
		return v.StaffID, err
	})
}
