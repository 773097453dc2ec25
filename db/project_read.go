package db

import (
	"maillage/db/read"
	"maillage/network"
)

// projectVisible: a project exists for its lead centre, and its author, until
// it is sent; then for every team.
const projectVisible = `:viewer_kind = 'STAFF' AND ({}.sent_at IS NOT NULL
	OR {}.lead_centre_id = :viewer_centre OR {}.created_by_id = :viewer_id)`

// ofVisibleProject is projectVisible for a row that names a project. It asks
// for a value, as the planner might answer EXISTS by hashing every project.
const ofVisibleProject = `(
	SELECT :viewer_kind = 'STAFF'
	       AND (seen.sent_at IS NOT NULL OR seen.lead_centre_id = :viewer_centre OR seen.created_by_id = :viewer_id)
	  FROM joint_project seen
	 WHERE seen.id = {}.joint_project_id)`

// Which partnerships count: the lead and observers aside, those that are still
// asked or have signed.
const (
	countedPartner  = "p.role IN ('PARTNER', 'CONTRIBUTOR')"
	standingPartner = "p.state IN ('PROPOSED', 'INVITED', 'ACCEPTED', 'TO_RECONFIRM', 'ENDED')"
	signedPartner   = "p.state IN ('ACCEPTED', 'ENDED')"
)

var jointProjectRead = read.Type{
	Name:    "JointProject",
	Table:   "joint_project",
	Visible: projectVisible,
	Fields: map[string]read.Field{
		"id":              read.Column{},
		"title":           read.Column{},
		"purpose":         read.Column{},
		"expectedResults": read.Column{},
		"state":           read.Column{},
		"leadCentre":      read.One{Type: named("Centre"), Column: "lead_centre_id"},
		"themes":          themesOf("joint_project_theme", "joint_project_id"),
		"startsOn":        read.Column{Kind: read.Date},
		"endsOn":          read.Column{Kind: read.Date},
		"minimumPartners": read.Column{Kind: read.Int},
		"signedCount":     read.Column{Kind: read.Int, SQL: partnersOf(countedPartner + " AND " + signedPartner)},
		"partnerCount":    read.Column{Kind: read.Int, SQL: partnersOf(countedPartner + " AND " + standingPartner)},
		"totalPersonDays": read.Column{Kind: read.Int, SQL: sumOfCommitments("person_days")},
		"totalMoney":      read.Column{Kind: read.Int, SQL: sumOfCommitments("money")},
		"health": projectHealth(func(health network.Health, _ []network.HealthFact) any {
			return string(health)
		}),
		"healthFacts": projectHealth(func(_ network.Health, facts []network.HealthFact) any {
			return healthObjects(facts)
		}),
		"partnerships": read.Many{
			Type:   named("Partnership"),
			Shape:  read.Plain,
			Parent: "{}.joint_project_id",
			Orders: map[string][]read.Term{"": {
				{SQL: "CASE {}.role WHEN 'LEAD' THEN 0 WHEN 'PARTNER' THEN 1 WHEN 'CONTRIBUTOR' THEN 2 ELSE 3 END", Kind: read.Int, Cast: "integer"},
			}},
		},
		"viewerPartnership": read.One{
			Type: named("Partnership"),
			On:   "{one}.joint_project_id = {}.id AND {one}.centre_id = :viewer_centre",
		},
		"team": read.Many{
			Type:   named("TeamMember"),
			Shape:  read.Plain,
			Parent: "{}.joint_project_id",
			Orders: map[string][]read.Term{"": {
				{SQL: "CASE {}.role WHEN 'LEAD' THEN 0 ELSE 1 END", Kind: read.Int, Cast: "integer"},
				{SQL: "{}.since", Kind: read.Time, Cast: "timestamptz"},
			}},
		},
		"statusReports": read.Many{Type: named("StatusReport"), Parent: "{}.joint_project_id", Orders: newestReports},
		"lastStatusReport": read.One{
			Type:    named("StatusReport"),
			On:      "{one}.joint_project_id = {}.id",
			OrderBy: "{one}.created_at DESC, {one}.id DESC",
		},
		"events": eventsOf("joint_project_id"),
		"originTopic": read.One{
			Type: named("Topic"),
			On:   "{one}.id = (SELECT e.from_id FROM thread_edge e WHERE e.to_id = {}.id AND e.from_kind = 'TOPIC' ORDER BY e.at LIMIT 1)",
		},
		"originWorkingGroup": read.One{
			Type: named("WorkingGroup"),
			On:   "{one}.id = (SELECT e.from_id FROM thread_edge e WHERE e.to_id = {}.id AND e.from_kind = 'WORKING_GROUP' ORDER BY e.at LIMIT 1)",
		},
		"closingNote":    read.Column{},
		"createdAt":      read.Column{Kind: read.Time},
		"lastActivityAt": read.Column{Kind: read.Time},
		"version":        read.Column{Kind: read.Int},
		"allowedTransitions": projectRules.computed(func(v network.Viewer, p network.JointProject) any {
			return network.JointProjectMoves(v, p)
		}),
		"viewerCanEdit":           projectRules.right(network.CanEditJointProject),
		"viewerCanManagePartners": projectRules.right(network.CanManagePartners),
		"viewerCanSend": projectRules.right(func(v network.Viewer, p network.JointProject) error {
			return network.CanMoveJointProject(v, p, network.ProjectConsultation)
		}),
		"viewerCanCommit": projectRules.right(func(v network.Viewer, p network.JointProject) error {
			return network.CanMoveJointProject(v, p, network.ProjectCommitted)
		}),
		"viewerCanManageTeam":       projectRules.right(network.CanManageTeam),
		"viewerCanPostStatusReport": projectRules.right(network.CanPostStatusReport),
	},
	Hidden: map[string]read.Column{
		"leadCentreId": {},
		"teamRole": {SQL: `coalesce((
			SELECT m.role
			  FROM team_member m
			 WHERE m.joint_project_id = {}.id
			   AND m.staff_id = :viewer_id), '')`},
		"viewerSigns": {SQL: `EXISTS (
			SELECT
			  FROM partnership p
			 WHERE p.joint_project_id = {}.id
			   AND p.centre_id = :viewer_centre
			   AND p.state IN ('ACCEPTED', 'TO_RECONFIRM'))`},
		"leadSigned": {SQL: `EXISTS (
			SELECT
			  FROM partnership p
			 WHERE p.joint_project_id = {}.id
			   AND p.role = 'LEAD'
			   AND p.state = 'ACCEPTED')`},
		"today":       {SQL: today, Kind: read.Date},
		"silent":      {SQL: partnersOf(silentPartner)},
		"askedOn":     {SQL: waitingSince(silentPartner)},
		"reconfirm":   {SQL: partnersOf("p.state = 'TO_RECONFIRM'")},
		"reconfirmOn": {SQL: waitingSince("p.state = 'TO_RECONFIRM'")},
		"startedOn":   {SQL: "coalesce(({}.started_at AT TIME ZONE 'UTC')::date::text, '')"},
		"lastReportOn": {SQL: `coalesce((
			SELECT max((r.created_at AT TIME ZONE 'UTC')::date)::text
			  FROM status_report r
			 WHERE r.joint_project_id = {}.id), '')`},
		"lastHealth": {SQL: `coalesce((
			SELECT r.health
			  FROM status_report r
			 WHERE r.joint_project_id = {}.id
			 ORDER BY r.created_at DESC, r.id DESC
			 LIMIT 1), '')`},
	},
}

// silentPartner: asked longer ago than network.SignatureWaits.
const silentPartner = "p.state = 'INVITED' AND (p.invited_at AT TIME ZONE 'UTC')::date < " + today + " - 21"

// partnersOf counts the partnerships p of a project that meet a condition.
func partnersOf(condition string) string {
	return "(SELECT count(*) FROM partnership p WHERE p.joint_project_id = {}.id AND " + condition + ")"
}

func waitingSince(condition string) string {
	return `coalesce((
		SELECT min((p.invited_at AT TIME ZONE 'UTC')::date)::text
		  FROM partnership p
		 WHERE p.joint_project_id = {}.id
		   AND ` + condition + `), '')`
}

// sumOfCommitments adds up what is last proposed to whoever has not refused.
func sumOfCommitments(column string) string {
	return `(
		SELECT coalesce(sum(c.` + column + `), 0)
		  FROM partnership p
		  JOIN commitment c ON c.partnership_id = p.id AND c.version = p.commitment_version
		 WHERE p.joint_project_id = {}.id
		   AND ` + standingPartner + `)`
}

// projectRules are what the rules look at of a project.
var projectRules = ruled[network.JointProject]{
	needs: []string{"state", "leadCentreId", "teamRole", "viewerSigns", "minimumPartners", "signedCount", "partnerCount", "leadSigned"},
	of: func(v network.Viewer, r read.Row) network.JointProject {
		return network.JointProject{
			State:           network.JointProjectState(r.String("state")),
			LeadCentre:      network.ID(r.String("leadCentreId")),
			TeamRole:        network.TeamRole(r.String("teamRole")),
			Signs:           r.Bool("viewerSigns"),
			MinimumPartners: r.Int("minimumPartners"),
			Signed:          r.Int("signedCount"),
			Partners:        r.Int("partnerCount"),
			LeadSigned:      r.Bool("leadSigned"),
		}
	},
}

func projectHealth(value func(network.Health, []network.HealthFact) any) read.Computed {
	return read.Computed{
		Needs: []string{"today", "state", "endsOn", "silent", "askedOn", "reconfirm", "reconfirmOn", "startedOn", "lastReportOn", "lastHealth"},
		Value: func(_ network.Viewer, r read.Row) any {
			return value(network.ProjectHealth(network.ProjectFacts{
				Today:        network.Date(r.String("today")),
				State:        network.JointProjectState(r.String("state")),
				EndsOn:       network.Date(r.String("endsOn")),
				Silent:       r.Int("silent"),
				AskedOn:      network.Date(r.String("askedOn")),
				Reconfirm:    r.Int("reconfirm"),
				ReconfirmOn:  network.Date(r.String("reconfirmOn")),
				StartedOn:    network.Date(r.String("startedOn")),
				LastReportOn: network.Date(r.String("lastReportOn")),
				LastHealth:   network.Health(r.String("lastHealth")),
			}))
		},
	}
}

// needsProjectAttention is network.ProjectHealth's rule in SQL: a project that
// is open and has a fact. The days are the constants of network.
const needsProjectAttention = `({}.state IN ('CONSULTATION', 'COMMITTED', 'RUNNING', 'SUSPENDED') AND (
	{}.ends_on < ` + today + `
	OR EXISTS (
		SELECT
		  FROM partnership p
		 WHERE p.joint_project_id = {}.id
		   AND (p.state = 'TO_RECONFIRM' OR {}.state = 'CONSULTATION' AND ` + silentPartner + `))
	OR {}.state = 'RUNNING' AND coalesce((
		SELECT r.health <> 'ON_TRACK' OR (r.created_at AT TIME ZONE 'UTC')::date < ` + today + ` - 60
		  FROM status_report r
		 WHERE r.joint_project_id = {}.id
		 ORDER BY r.created_at DESC, r.id DESC
		 LIMIT 1), ({}.started_at AT TIME ZONE 'UTC')::date < ` + today + ` - 60)))`

var byProjectActivity = []read.Term{{SQL: "{}.last_activity_at", Kind: read.Time, Cast: "timestamptz", Desc: true}}

var jointProjectList = read.Many{
	Type: named("JointProject"),
	Filters: map[string]read.Filter{
		"filter.search":  {SQL: "plain_text({}.title || ' ' || {}.purpose) LIKE plain_text(?)", Cast: "text", Like: true},
		"filter.states":  {SQL: "{}.state = ANY(?)", Cast: "text[]"},
		"filter.themeId": {SQL: "EXISTS (SELECT FROM joint_project_theme t WHERE t.joint_project_id = {}.id AND t.theme_id = ?)", Cast: "uuid"},
		"filter.centreId": {Cast: "uuid", SQL: `EXISTS (
			SELECT
			  FROM partnership p
			 WHERE p.joint_project_id = {}.id
			   AND p.centre_id = ?
			   AND (p.role = 'LEAD' OR p.state IN ('INVITED', 'ACCEPTED', 'NO_REPLY', 'TO_RECONFIRM', 'ENDED')))`},
		"filter.leadCentreId": {SQL: "{}.lead_centre_id = ?", Cast: "uuid"},
		"filter.toSignByCentreId": {Cast: "uuid", SQL: `{}.id IN (
			SELECT p.joint_project_id
			  FROM partnership p
			 WHERE p.centre_id = ?
			   AND p.state IN ('INVITED', 'TO_RECONFIRM'))
			AND {}.state IN ('CONSULTATION', 'COMMITTED', 'RUNNING', 'SUSPENDED')`},
		"filter.mine": {When: "true", SQL: `{}.id IN (
			SELECT j.id
			  FROM joint_project j
			 WHERE j.lead_centre_id = :viewer_centre
			 UNION ALL
			SELECT m.joint_project_id
			  FROM team_member m
			 WHERE m.staff_id = :viewer_id)`},
		"filter.needsAttention": {When: "true", SQL: needsProjectAttention},
	},
	Orders: map[string][]read.Term{
		"":              byProjectActivity,
		"LAST_ACTIVITY": byProjectActivity,
		"TITLE":         {{SQL: "plain_text({}.title)", Cast: "text"}},
		"STARTS":        {{SQL: "{}.starts_on", Kind: read.Date, Cast: "date", Desc: true}},
		"ENDS":          {{SQL: "{}.ends_on", Kind: read.Date, Cast: "date"}},
	},
}
