package db

import "maillage/db/read"

// forStaff makes a figure null for whoever is not of a team.
func forStaff(sql string) string { return "CASE WHEN :viewer_kind = 'STAFF' THEN " + sql + " END" }

var centreRead = read.Type{
	Name:    "Centre",
	Table:   "centre",
	Visible: "true",
	Fields: map[string]read.Field{
		"id":        read.Column{},
		"name":      read.Column{},
		"shortName": read.Column{},
		"city":      read.Column{},
		"regions":   read.Column{SQL: "to_json({}.regions)", Kind: read.JSON},
		"website":   read.Column{},
		"timeZone":  read.Column{},
		"latitude":  read.Column{Kind: read.Float},
		"longitude": read.Column{Kind: read.Float},
		"joinedOn":  read.Column{Kind: read.Date},
		"staffCount": read.Column{Kind: read.Int, SQL: forStaff(`(
			SELECT count(*)
			  FROM staff_member s
			 WHERE s.centre_id = {}.id
			   AND s.active)`)},
		"workingGroupCount": read.Column{Kind: read.Int, SQL: forStaff(`(
			SELECT count(DISTINCT g.id)
			  FROM staff_member s
			  JOIN membership m ON m.staff_id = s.id AND m.state = 'MEMBER'
			  JOIN working_group g ON g.id = m.working_group_id AND g.state IN ('FORMING', 'ACTIVE', 'DORMANT')
			 WHERE s.centre_id = {}.id)`)},
		"jointProjectCount": read.Column{Kind: read.Int, SQL: forStaff(`(
			SELECT count(*)
			  FROM partnership p
			  JOIN joint_project j ON j.id = p.joint_project_id
			 WHERE p.centre_id = {}.id
			   AND p.state IN ('ACCEPTED', 'TO_RECONFIRM')
			   AND j.state IN ('CONSULTATION', 'COMMITTED', 'RUNNING', 'SUSPENDED'))`)},
		"staffMembers": read.Many{
			Type:   named("StaffMember"),
			Parent: "{}.centre_id",
			Where:  "{}.active AND :viewer_kind = 'STAFF'",
			Orders: byFamilyName,
		},
		"workingGroups": read.Many{
			Type: named("WorkingGroup"),
			On: `EXISTS (
				SELECT FROM membership m
				  JOIN staff_member s ON s.id = m.staff_id
				 WHERE m.working_group_id = {}.id
				   AND m.state = 'MEMBER'
				   AND s.centre_id = {parent})`,
			Orders: map[string][]read.Term{"": {{SQL: "{}.last_activity_at", Kind: read.Time, Cast: "timestamptz", Desc: true}}},
		},
		"partnerships": read.Many{
			Type:   named("Partnership"),
			Parent: "{}.centre_id",
			Orders: map[string][]read.Term{"": {{SQL: "{}.id", Cast: "uuid", Desc: true}}},
		},
		"ties": read.Many{
			Type:   named("Tie"),
			Parent: "{}.centre_id",
			Orders: map[string][]read.Term{"": {{SQL: "{}.weight", Kind: read.Float, Cast: "double precision", Desc: true}}},
		},
	},
}

var centreList = read.Many{
	Type: named("Centre"),
	Filters: map[string]read.Filter{
		"filter.search": {SQL: "plain_text({}.name || ' ' || {}.short_name || ' ' || {}.city) LIKE plain_text(?)", Cast: "text", Like: true},
		"filter.region": {SQL: "? = ANY({}.regions)", Cast: "text"},
	},
	Orders: map[string][]read.Term{
		"":       {{SQL: "plain_text({}.short_name)", Cast: "text"}},
		"NAME":   {{SQL: "plain_text({}.short_name)", Cast: "text"}},
		"CITY":   {{SQL: "plain_text({}.city)", Cast: "text"}},
		"JOINED": {{SQL: "{}.joined_on", Kind: read.Date, Cast: "date"}},
	},
}
