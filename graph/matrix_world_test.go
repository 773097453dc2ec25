package graph_test

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"maillage/db"
	"maillage/db/dbtest"
	"maillage/network"
)

// The world of these tests is one text of SQL in which every object has a name
// in angle brackets: <topic editTopic>. Its id follows from the name, so the
// tables below name objects the same way. Each act has objects of its own, so
// that one person can do all their acts in one copy of the world.
//
// What somebody must not see says so: its texts begin with "secret-".

// idOf is the id of the object of that name.
func idOf(name string) network.ID {
	sum := sha256.Sum256([]byte(name))
	return network.ID(uuid.UUID(sum[:16]).String())
}

var bracketed = regexp.MustCompile(`<([a-zA-Z][^<>\n]*)>`)

// inSQL and inGraphQL put ids in the place of names.
func inSQL(text string) string     { return named(text, "'") }
func inGraphQL(text string) string { return named(text, `"`) }

func named(text, quote string) string {
	return bracketed.ReplaceAllStringFunc(text, func(name string) string {
		return quote + string(idOf(name[1:len(name)-1])) + quote
	})
}

// A person of the world, by the two letters of their column in the tables.
type person struct {
	code, is, centre string
	job              network.Job
	role             network.NetworkRole
}

// people are in the order of the columns. The roles on one object are held by
// people whose job alone would allow little.
var people = []person{
	{"gu", "a guest of the gathering", "", network.JobGuest, network.RoleNone},
	{"gx", "a guest of another gathering", "", network.JobGuest, network.RoleNone},
	// Nantes hosts the gathering and leads the projects.
	{"as", "an assistant of the lead centre", "Nantes", network.JobAdministrativeAssistant, network.RoleNone},
	{"io", "an information officer of the lead centre", "Nantes", network.JobInformationOfficer, network.RoleNone},
	{"mo", "a mission officer of the lead centre", "Nantes", network.JobMissionOfficer, network.RoleNone},
	{"di", "a director of the lead centre", "Nantes", network.JobDirector, network.RoleNone},
	// Lyon has no part in them.
	{"mx", "a mission officer of another centre", "Lyon", network.JobMissionOfficer, network.RoleNone},
	{"dx", "a director of another centre", "Lyon", network.JobDirector, network.RoleNone},
	// Lille is asked to sign.
	{"dp", "a director of the partner centre", "Lille", network.JobDirector, network.RoleNone},
	{"fa", "the facilitator of the forum", "Lille", network.JobAdministrativeAssistant, network.RoleNone},
	{"cv", "the convener of the topic", "Lille", network.JobAdministrativeAssistant, network.RoleNone},
	{"au", "the author of the topic", "Lyon", network.JobAdministrativeAssistant, network.RoleNone},
	{"pr", "who was in the room", "Lille", network.JobAdministrativeAssistant, network.RoleNone},
	{"le", "the lead of the group", "Lille", network.JobAdministrativeAssistant, network.RoleNone},
	{"se", "the secretary of the group", "Lyon", network.JobAdministrativeAssistant, network.RoleNone},
	{"me", "a member of the group, author of its update", "Lyon", network.JobInformationOfficer, network.RoleNone},
	{"tl", "a lead of the project's team", "Nantes", network.JobAdministrativeAssistant, network.RoleNone},
	{"tm", "a member of the project's team", "Lille", network.JobAdministrativeAssistant, network.RoleNone},
	{"co", "the coordinator", "", network.JobNationalCoordination, network.RoleCoordinator},
	{"ad", "the administrator", "", network.JobNationalCoordination, network.RoleAdmin},
}

// others are acted upon.
var others = []person{
	{"applicant", "", "Bordeaux", network.JobAdministrativeAssistant, network.RoleNone},
	{"newcomer", "", "Bordeaux", network.JobAdministrativeAssistant, network.RoleNone},
	{"leaver", "", "Lyon", network.JobAdministrativeAssistant, network.RoleNone},
	{"attendee", "", "Lyon", network.JobAdministrativeAssistant, network.RoleNone},
	{"riser", "", "Lyon", network.JobAdministrativeAssistant, network.RoleNone},
	{"colleague", "", "Nantes", network.JobMissionOfficer, network.RoleNone},
	{"partner's colleague", "", "Lille", network.JobMissionOfficer, network.RoleNone},
	{"other facilitator", "", "Lyon", network.JobMissionOfficer, network.RoleNone},
}

// gatherings are the gatherings of the acts, all hosted by Nantes.
var gatherings = map[string]network.GatheringState{
	"draft": network.GatheringDraft, "editDraft": network.GatheringDraft, "publishGathering": network.GatheringDraft, "cancelDraft": network.GatheringDraft,
	"editGathering": network.GatheringPublished, "openGathering": network.GatheringPublished, "cancelGathering": network.GatheringPublished,
	"closeGathering": network.GatheringLive, "addSpace": network.GatheringPublished, "editSpace": network.GatheringPublished,
	"removeSpace": network.GatheringPublished, "addAgendaItem": network.GatheringPublished, "editAgendaItem": network.GatheringPublished,
	"removeAgendaItem": network.GatheringPublished, "publishAgenda": network.GatheringPublished,
	"editRegistration": network.GatheringPublished, "withdrawRegistration": network.GatheringPublished,
	"writeForeword": network.GatheringPublished, "finalizeProceedings": network.GatheringClosed,
}

// topics are the topics of the acts, by the state an act finds them in. Those
// on the board have a slot each.
var topics = map[string]network.TopicState{
	"editTopic": network.TopicProposed, "withdrawTopic": network.TopicProposed, "takeTopic": network.TopicProposed,
	"starTopic": network.TopicProposed, "unstarTopic": network.TopicProposed, "pitchTopic": network.TopicProposed,
	"spotlightTopic": network.TopicProposed, "mergeTopic": network.TopicProposed, "mergeTarget": network.TopicProposed,
	"postponeTopic": network.TopicProposed, "moveTopic": network.TopicScheduled, "repeatTopic": network.TopicScheduled,
	"placeTopic": network.TopicPitched, "unplaceTopic": network.TopicScheduled,
	"startTopic": network.TopicScheduled, "holdTopic": network.TopicRunning, "checkIn": network.TopicRunning,
	"checkOut": network.TopicRunning, "noteWriting": network.TopicRunning,
	"writeHarvest": network.TopicHeld, "publishHarvest": network.TopicHeld, "chaseHarvest": network.TopicHeld,
	"correctHarvest": network.TopicHarvested, "confirmHarvest": network.TopicHarvested,
	"castDots": network.TopicHeld, "openWorkingGroup": network.TopicHarvested,
	"thread": network.TopicHarvested,
}

// groups are the groups of the acts, all led by le, with se and me in them.
var groups = map[string]network.WorkingGroupState{
	"acceptWorkingGroup": network.GroupRequested, "declineWorkingGroup": network.GroupRequested,
	"activateWorkingGroup": network.GroupForming,
	"editWorkingGroup":     network.GroupActive, "restWorkingGroup": network.GroupActive, "closeWorkingGroup": network.GroupActive,
	"abandonWorkingGroup": network.GroupActive, "mergeWorkingGroup": network.GroupActive, "target": network.GroupActive,
	"wakeWorkingGroup": network.GroupDormant, "joinWorkingGroup": network.GroupActive, "leaveWorkingGroup": network.GroupActive,
	"inviteMember": network.GroupActive, "admitMember": network.GroupActive, "refuseMember": network.GroupActive,
	"setMemberRole": network.GroupActive, "postUpdate": network.GroupActive, "correctUpdate": network.GroupActive,
	"addMilestone": network.GroupActive, "editMilestone": network.GroupActive,
	"completeMilestone": network.GroupActive, "dropMilestone": network.GroupActive,
	"thread": network.GroupActive,
}

// projects are the projects of the acts: led by Nantes, Lille their partner, tl
// leading the team and tm in it.
var projects = map[string]network.JointProjectState{
	"draft": network.ProjectDraft, "editDraft": network.ProjectDraft, "proposePartnerInDraft": network.ProjectDraft,
	"removePartner": network.ProjectDraft, "sendJointProject": network.ProjectDraft, "abandonDraft": network.ProjectDraft,
	"editJointProject": network.ProjectConsultation, "proposePartner": network.ProjectConsultation,
	"signCommitment": network.ProjectConsultation, "declineCommitment": network.ProjectConsultation,
	"withdrawCommitment": network.ProjectCommitted, "commitJointProject": network.ProjectConsultation,
	"startJointProject": network.ProjectCommitted, "suspendJointProject": network.ProjectRunning,
	"resumeJointProject": network.ProjectSuspended, "completeJointProject": network.ProjectRunning,
	"abandonJointProject": network.ProjectRunning, "setTeamMember": network.ProjectRunning, "setPartnersMember": network.ProjectRunning,
	"removeTeamMember": network.ProjectRunning, "leaveTeam": network.ProjectRunning,
	"postStatusReport": network.ProjectRunning, "thread": network.ProjectRunning,
}

// signed are the projects in consultation whose partner has signed.
var signed = map[string]bool{"commitJointProject": true}

const password = "trois bateaux sur la Vilaine"

// tokens are the personal access tokens of the world's people, by "rt di" for
// the one that may only read and "wt di" for the other.
var tokens = map[string]string{}

// newDatabase is a copy of the world.
func newDatabase(t testing.TB) string {
	t.Helper()
	return filled(t, "world", func(string) bool { return true }, giveTokens)
}

// filled is a copy of the world that has the objects of some acts only.
func filled(t testing.TB, name string, has func(act string) bool, then ...func(*sqlx.DB) error) string {
	t.Helper()
	return dbtest.Filled(t, name, func(url string) error {
		database, err := sqlx.Open("postgres", url)
		if err != nil {
			return err
		}
		defer database.Close()
		if _, err := database.Exec(inSQL(worldSQL(has))); err != nil {
			return err
		}
		err = openAccounts(database)
		for _, do := range then {
			err = errors.Join(err, do(database))
		}
		return err
	})
}

// cheap is what a password costs here.
var cheap = db.PasswordCost{MemoryKiB: 64, Passes: 1, Lanes: 1}

// openAccounts lets everybody sign in: two sessions each, and a token to revoke.
func openAccounts(database *sqlx.DB) error {
	ctx, accounts := context.Background(), db.NewAccountsWithCost(database, cheap)
	var ids []network.ID
	for _, p := range slices.Concat(people, others) {
		ids = append(ids, idOf(p.code))
	}
	if err := accounts.CreateAccounts(ctx, ids, password); err != nil {
		return err
	}
	for _, p := range people {
		if _, err := database.Exec(inSQL(fmt.Sprintf(`
		INSERT INTO session (id, staff_id, user_agent, device_hash, remember, created_at, last_used_at, expires_at, ends_at) VALUES
			(<session of %[1]s>, <%[1]s>, 'Firefox', '', true, now(), now(), now() + interval '1 day', now() + interval '1 day'),
			(<spare session of %[1]s>, <%[1]s>, 'secret-device-%[1]s', '', true, now(), now(), now() + interval '1 day', now() + interval '1 day');
		INSERT INTO calendar_link (id, staff_id, hash, name, created_at, given_at)
		VALUES (<calendar of %[1]s>, <%[1]s>, sha256('calendar %[1]s'), 'secret-calendar-%[1]s', now(), now());
		INSERT INTO access_token (id, staff_id, hash, name, scope, created_at, expires_at)
		VALUES (<token of %[1]s>, <%[1]s>, sha256('%[1]s'), 'secret-token-%[1]s', 'READ', now(), now() + interval '1 day');`, p.code))); err != nil {
			return err
		}
	}
	_, err := database.Exec(inSQL(`
		INSERT INTO session (id, staff_id, user_agent, device_hash, remember, created_at, last_used_at, expires_at, ends_at)
		VALUES (<session of leaver>, <leaver>, 'secret-device-leaver', '', true, now(), now(), now() + interval '1 day', now() + interval '1 day');
		INSERT INTO calendar_link (id, staff_id, hash, name, created_at, given_at)
		VALUES (<calendar of leaver>, <leaver>, sha256('calendar leaver'), 'secret-calendar-leaver', now(), now());
		INSERT INTO access_token (id, staff_id, hash, name, scope, created_at, expires_at)
		VALUES (<token of leaver>, <leaver>, sha256('leaver'), 'secret-token-leaver', 'READ', now(), now() + interval '1 day');`))
	return err
}

// giveTokens makes the two tokens of each member of a team.
func giveTokens(database *sqlx.DB) error {
	ctx, accounts := context.Background(), db.NewAccountsWithCost(database, cheap)
	for _, p := range people {
		if p.job == network.JobGuest {
			continue
		}
		v := network.Viewer{Kind: network.Staff, StaffID: idOf(p.code), SessionID: idOf("session of " + p.code)}
		for kind, scope := range map[string]network.TokenScope{"rt ": network.ScopeRead, "wt ": network.ScopeWrite} {
			made, err := accounts.CreateAccessToken(ctx, v, db.Act{Key: idOf("making of " + kind + p.code), Name: "test"}, "Programme", scope, 30)
			if err != nil {
				return err
			}
			tokens[kind+p.code] = made.Secret
		}
	}
	return nil
}

// worldSQL writes the world.
func worldSQL(has func(act string) bool) string {
	w := &strings.Builder{}
	for i, city := range []string{"Nantes", "Lille", "Lyon", "Bordeaux"} {
		fmt.Fprintf(w, `
		INSERT INTO centre (id, name, short_name, city, regions, latitude, longitude, joined_on)
		VALUES (<%[1]s>, 'Centre de %[1]s', 'Centre %[1]s', '%[1]s', ARRAY['%[2]d'], 47, %[2]d, '2005-01-01');`, city, i)
	}
	w.WriteString(`
		INSERT INTO theme (id, code, label_fr, label_en) VALUES (<theme>, 'emploi', 'Emploi', 'Work'), (<theme 2>, 'sante', 'Santé', 'Health');
		INSERT INTO gathering (id, name, city, venue, starts_on, ends_on, state) VALUES
			(<gathering>, 'Rencontre de Nantes', 'Nantes', 'Cité', current_date, current_date + 1, 'LIVE'),
			(<other gathering>, 'Rencontre de Lyon', 'Lyon', 'Halle', current_date, current_date + 1, 'LIVE');
		INSERT INTO gathering_host (gathering_id, centre_id) VALUES (<gathering>, <Nantes>), (<other gathering>, <Lyon>);`)
	for _, p := range slices.Concat(people, others) {
		centre, gathering := "NULL", "NULL"
		if p.centre != "" {
			centre = "<" + p.centre + ">"
		}
		switch p.code {
		case "gu":
			gathering = "<gathering>"
		case "gx":
			gathering = "<other gathering>"
		}
		mail := strings.NewReplacer(" ", ".", "'", ".").Replace(p.code)
		fmt.Fprintf(w, `
		INSERT INTO staff_member (id, centre_id, given_name, family_name, email, phone, job, network_role, gathering_id)
		VALUES (<%s>, %s, 'Prénom', 'Nom %s', 'secret-mail-%s@centre.example', 'secret-phone', '%s', '%s', %s);`,
			p.code, centre, mail, mail, p.job, p.role, gathering)
		fmt.Fprintf(w, `
		INSERT INTO staff_theme (staff_id, theme_id) VALUES (<%s>, <theme>);`, p.code)
	}
	forumSQL(w, has)
	for _, act := range sortedKeys(gatherings) {
		if has(act) {
			gatheringSQL(w, act, gatherings[act])
		}
	}
	agendaSQL(w)
	registrationsSQL(w, has)
	stageSQL(w, has)
	contributionsSQL(w, has)
	wallSQL(w)
	guestsSQL(w, has)
	proceedingsSQL(w)
	for _, act := range sortedKeys(groups) {
		if has(act) {
			groupSQL(w, act, groups[act])
		}
	}
	for _, act := range sortedKeys(projects) {
		if has(act) {
			projectSQL(w, act, projects[act])
		}
	}
	w.WriteString(`
		INSERT INTO thread_edge (from_kind, from_id, to_kind, to_id, at) VALUES
			('CONTRIBUTION', <contribution thread>, 'TOPIC', <topic thread>, now()),
			('TOPIC', <other postponed>, 'TOPIC', <topic thread>, now()),
			('TOPIC', <topic thread>, 'WORKING_GROUP', <group thread>, now()),
			('WORKING_GROUP', <group thread>, 'JOINT_PROJECT', <project thread>, now()),
			('TOPIC', <topic thread>, 'JOINT_PROJECT', <project thread>, now()),
			('WORKING_GROUP', <group thread>, 'JOINT_PROJECT', <project draft>, now());
		UPDATE working_group SET topic_id = <topic thread>, gathering_id = <gathering> WHERE id = <group thread>;
		UPDATE working_group SET state = 'MERGED', merged_into_id = <group thread>, closed_at = now() WHERE id = <group merged>;
		INSERT INTO working_group (id, name, purpose, state, created_at) VALUES (<group lonely>, 'secret-group lonely', 'Faire seul', 'ACTIVE', now());
		INSERT INTO membership (id, working_group_id, staff_id, state, role, since) VALUES (<di of group thread>, <group thread>, <di>, 'INVITED', 'MEMBER', now());`)
	for _, p := range people {
		ownSQL(w, p.code)
	}
	w.WriteString(`
		INSERT INTO task (id, assignee_id, author_id, kind, title, created_at)
		VALUES (<task of leaver>, <leaver>, <other facilitator>, 'BY_HAND', 'secret-task-leaver', now());
		INSERT INTO event (at, actor_id, verb, object_kind, object_id, working_group_id, gathering_id, audience, for_staff_id, data)
		VALUES (now(), <leaver>, 'TASK_ADDED', 'TASK', <task of leaver>, <group thread>, <gathering>, 'PERSON', <leaver>, '{"excerpt": "secret-event-leaver"}');`)
	return w.String()
}

// forumSQL writes the forum of the gathering, with the topics of the acts, and
// the one of another gathering.
func forumSQL(w *strings.Builder, has func(act string) bool) {
	w.WriteString(`
		INSERT INTO forum (id, gathering_id, name, phase, facilitator_id, dots_per_person) VALUES
			(<forum>, <gathering>, 'secret-topic', 'MARKETPLACE', <fa>, 5),
			(<other forum>, <other gathering>, 'secret-elsewhere', 'MARKETPLACE', <other facilitator>, 5);
		INSERT INTO space (id, gathering_id, name, capacity, place) VALUES
			(<space>, <gathering>, 'Grande salle', 60, 1), (<space 2>, <gathering>, 'secret-topic', 60, 2), (<other space>, <other gathering>, 'secret-elsewhere', 60, 1);
		INSERT INTO slot (id, forum_id, label, starts_at, ends_at) VALUES
			(<slot placeTopic>, <forum>, 'Temps', now(), now() + interval '1 hour'),
			(<slot moved>, <forum>, 'Temps', now(), now() + interval '1 hour'),
			(<slot repeated>, <forum>, 'Temps', now(), now() + interval '1 hour'),
			(<other slot>, <other forum>, 'secret-elsewhere', now(), now() + interval '1 hour');
		INSERT INTO agenda_item (id, gathering_id, title, kind, starts_at, ends_at, space_id) VALUES
			(<agenda item>, <gathering>, 'Ouverture', 'PLENARY', now(), now() + interval '1 hour', <space>),
			(<agenda item 2>, <gathering>, 'secret-topic', 'TALK', now(), now() + interval '1 hour', <space 2>),
			(<other agenda item>, <other gathering>, 'secret-elsewhere', 'PLENARY', now(), now() + interval '1 hour', <other space>);
		INSERT INTO topic (id, forum_id, gathering_id, title, state, author_id, convener_id, intended_outcome, created_at)
		VALUES (<other topic>, <other forum>, <other gathering>, 'secret-elsewhere', 'PROPOSED', <other facilitator>, <other facilitator>, 'EXCHANGE', now());
		INSERT INTO topic (id, forum_id, gathering_id, title, state, author_id, intended_outcome, created_at, postponed_to_id) VALUES
			(<other postponed>, <other forum>, <other gathering>, 'secret-elsewhere', 'POSTPONED', <other facilitator>, 'EXCHANGE', now(), <gathering>),
			(<other waiting>, <other forum>, <other gathering>, 'secret-elsewhere', 'POSTPONED', <other facilitator>, 'EXCHANGE', now(), <gathering>);
		INSERT INTO topic (id, forum_id, gathering_id, title, state, author_id, intended_outcome, created_at, merged_into_id)
		VALUES (<other merged>, <other forum>, <other gathering>, 'secret-elsewhere', 'MERGED', <other facilitator>, 'EXCHANGE', now(), <other topic>);
		INSERT INTO spotlight (forum_id, topic_id) VALUES (<other forum>, <other topic>);`)
	if has("editForum") {
		w.WriteString(`
		INSERT INTO gathering (id, name, city, venue, starts_on, ends_on, state)
		VALUES (<later gathering>, 'Rencontre d''après', 'Nantes', 'Cité', current_date + 99, current_date + 100, 'PUBLISHED');
		INSERT INTO gathering_host (gathering_id, centre_id) VALUES (<later gathering>, <Nantes>);`)
		sideForumSQL(w, "editForum")
		sideForumSQL(w, "applyTimetable")
		w.WriteString(`
		INSERT INTO slot (id, forum_id, label, starts_at, ends_at) VALUES
			(<slot editSlot>, <forum editForum>, 'Temps', '2026-09-01T12:00:00Z', '2026-09-01T12:45:00Z'),
			(<slot removeSlot>, <forum editForum>, 'Temps', '2026-09-01T15:00:00Z', '2026-09-01T16:00:00Z');`)
	}
	for _, act := range sortedKeys(topics) {
		if !has(act) {
			continue
		}
		state, convener := topics[act], "<cv>"
		if act == "takeTopic" {
			convener = "NULL"
		}
		fmt.Fprintf(w, `
		INSERT INTO topic (id, forum_id, gathering_id, title, state, author_id, convener_id, intended_outcome, created_at)
		VALUES (<topic %[1]s>, <forum>, <gathering>, 'secret-topic %[1]s', '%[2]s', <au>, %[3]s, 'WORKING_GROUP', now());
		INSERT INTO topic_theme (topic_id, theme_id) VALUES (<topic %[1]s>, <theme>);
		INSERT INTO event (at, actor_id, verb, object_kind, object_id, topic_id, gathering_id, audience)
		VALUES (now(), <au>, 'TOPIC_PROPOSED', 'TOPIC', <topic %[1]s>, <topic %[1]s>, <gathering>, 'GATHERING');`, act, state, convener)
		session := map[network.TopicState]string{network.TopicScheduled: "PLANNED", network.TopicRunning: "RUNNING",
			network.TopicHeld: "ENDED", network.TopicHarvested: "ENDED"}[state]
		if session == "" {
			continue
		}
		fmt.Fprintf(w, `
		INSERT INTO slot (id, forum_id, label, starts_at, ends_at) VALUES (<slot %[1]s>, <forum>, 'Temps', now(), now() + interval '1 hour');
		INSERT INTO occurrence (id, topic_id, slot_id, space_id, state, placed_by, placed_at)
		VALUES (<occurrence %[1]s>, <topic %[1]s>, <slot %[1]s>, <space>, '%[2]s', <cv>, now());`, act, session)
		if act != "checkIn" {
			fmt.Fprintf(w, `
		INSERT INTO occurrence_participant (occurrence_id, staff_id, at) VALUES (<occurrence %[1]s>, <pr>, now());`, act)
		}
		if state == network.TopicHarvested || act == "publishHarvest" {
			fmt.Fprintf(w, `
		INSERT INTO harvest (id, topic_id, state, said, decided, next_steps, carries_on, edited_by, edited_at)
		VALUES (<harvest %[1]s>, <topic %[1]s>, '%[2]s', 'Dit', 'Décidé', 'Ensuite', 'Qui', <pr>, now());
		INSERT INTO harvest_carrier (harvest_id, staff_id) VALUES (<harvest %[1]s>, <me>);
		INSERT INTO harvest_revision (harvest_id, version, said, decided, next_steps, carries_on, edited_by, edited_at)
		VALUES (<harvest %[1]s>, 0, 'Avant', '', '', '', <pr>, now());`, act, map[bool]string{true: "PUBLISHED", false: "DRAFT"}[state == network.TopicHarvested])
		}
	}
}

// gatheringSQL writes a gathering that is prepared: two rooms, and one item of
// its agenda, published but for those acts that publish.
func gatheringSQL(w *strings.Builder, act string, state network.GatheringState) {
	name, published := "Rencontre", "now()"
	if state == network.GatheringDraft {
		name, published = "secret-preparation", "NULL"
	}
	fmt.Fprintf(w, `
		INSERT INTO gathering (id, name, city, starts_on, ends_on, state, published_at) VALUES (<gathering %[1]s>, '%[2]s %[1]s', 'Nantes', '2027-03-01', '2027-03-02', '%[3]s', %[4]s);
		INSERT INTO gathering_host (gathering_id, centre_id) VALUES (<gathering %[1]s>, <Nantes>);
		INSERT INTO space (id, gathering_id, name, capacity, place) VALUES
			(<space of gathering %[1]s>, <gathering %[1]s>, 'secret-preparation', 60, 1),
			(<spare space of gathering %[1]s>, <gathering %[1]s>, 'Patio', 20, 2);
		INSERT INTO agenda_draft_item (id, gathering_id, title, kind, starts_at, ends_at, space_id)
		VALUES (<item of gathering %[1]s>, <gathering %[1]s>, 'secret-preparation', 'TALK', '2027-03-01T09:00Z', '2027-03-01T10:00Z', <space of gathering %[1]s>);`,
		act, name, state, published)
	if strings.HasSuffix(act, "AgendaItem") {
		fmt.Fprintf(w, `
		INSERT INTO agenda_release (id, gathering_id, number, at, by_id) VALUES (<release of gathering %[1]s>, <gathering %[1]s>, 1, now(), <di>);
		INSERT INTO agenda_item (id, gathering_id, title, kind, starts_at, ends_at, space_id)
		SELECT id, gathering_id, title, kind, starts_at, ends_at, space_id FROM agenda_draft_item WHERE gathering_id = <gathering %[1]s>;`, act)
	}
}

// agendaSQL gives the gathering an agenda: a first item for anyone, a second
// for those who take part, and a third that is not published yet.
func agendaSQL(w *strings.Builder) {
	w.WriteString(`
		UPDATE agenda_item SET is_public = true WHERE id = <agenda item>;
		UPDATE gathering SET copied_from_id = <other gathering> WHERE id = <gathering>;
		INSERT INTO agenda_draft_item (id, gathering_id, title, kind, starts_at, ends_at, space_id, is_public)
		SELECT id, gathering_id, title, kind, starts_at, ends_at, space_id, is_public FROM agenda_item WHERE gathering_id = <gathering>;
		INSERT INTO agenda_draft_item (id, gathering_id, title, kind, starts_at, ends_at)
		VALUES (<agenda item 3>, <gathering>, 'secret-preparation', 'BREAK', now(), now() + interval '1 hour');
		INSERT INTO agenda_release (id, gathering_id, number, note, at, by_id) VALUES
			(<release>, <gathering>, 1, '', now(), <di>), (<release 2>, <gathering>, 2, 'secret-topic', now(), <di>);
		INSERT INTO agenda_change (id, release_id, gathering_id, agenda_item_id, kind, title, starts_at)
		VALUES (<change>, <release 2>, <gathering>, <agenda item 2>, 'ADDED', 'secret-topic', now());
		INSERT INTO agenda_keep (agenda_item_id, staff_id, at) VALUES (<agenda item>, <mo>, now());
		INSERT INTO event (at, actor_id, verb, object_kind, object_id, gathering_id, audience, data) VALUES
			(now(), <as>, 'GATHERING_EDITED', 'GATHERING', <gathering>, <gathering>, 'GATHERING', '{}');
		INSERT INTO topic_star (topic_id, staff_id, at) VALUES (<topic thread>, <di>, now());`)
}

// wallKeys are the secrets of the links to a wall, by name.
func wallKey(name string) (secret string, hash []byte) {
	sum := sha256.Sum256([]byte(name))
	return db.WallSecret(sum[:])
}

// wallSQL writes links to walls. What a wall shows is for whoever has its link:
// the one that is shown is of a gathering that hides nothing.
func wallSQL(w *strings.Builder) {
	w.WriteString(`
		INSERT INTO gathering (id, name, city, starts_on, ends_on, state) VALUES
			(<shown gathering>, 'Rencontre montrée', 'Brest', current_date + 30, current_date + 31, 'PUBLISHED');
		INSERT INTO forum (id, gathering_id, name, phase, facilitator_id, dots_per_person)
		VALUES (<shown forum>, <shown gathering>, 'Forum montré', 'SESSIONS', <other facilitator>, 5);
		INSERT INTO space (id, gathering_id, name, capacity, place) VALUES (<shown space>, <shown gathering>, 'Salle montrée', 60, 1);
		INSERT INTO slot (id, forum_id, label, starts_at, ends_at) VALUES (<shown slot>, <shown forum>, 'Temps', now() - interval '1 hour', now() + interval '1 hour');
		INSERT INTO agenda_item (id, gathering_id, title, kind, starts_at, ends_at, space_id, speaker)
		VALUES (<shown item>, <shown gathering>, 'Forum ouvert', 'FORUM', now(), now() + interval '1 hour', <shown space>, '');
		INSERT INTO topic (id, forum_id, gathering_id, title, description, state, author_id, convener_id, intended_outcome, created_at)
		VALUES (<shown topic>, <shown forum>, <shown gathering>, 'Sujet montré', '', 'RUNNING', <other facilitator>, <other facilitator>, 'EXCHANGE', now());
		INSERT INTO occurrence (id, topic_id, slot_id, space_id, state, placed_by, placed_at)
		VALUES (<shown occurrence>, <shown topic>, <shown slot>, <shown space>, 'RUNNING', <other facilitator>, now());
		INSERT INTO stage (agenda_item_id, gathering_id, takes_questions, anonymous_allowed, premoderated, questions_open)
		VALUES (<shown item>, <shown gathering>, true, true, false, true);
		INSERT INTO live_question (id, agenda_item_id, gathering_id, author_id, text, state, anonymous, created_at, published_at)
		VALUES (<shown question>, <shown item>, <shown gathering>, <other facilitator>, 'Question montrée', 'ON_STAGE', false, now(), now());
		INSERT INTO harvest_writer (topic_id, staff_id, until) VALUES (<shown topic>, <di>, now() + interval '1 day');`)
	for _, link := range []struct{ name, gathering, revoked string }{
		{"wall", "shown gathering", "NULL"}, {"wall revoked", "shown gathering", "now()"}, {"wall revokeWall", "gathering", "NULL"},
	} {
		_, hash := wallKey(link.name)
		fmt.Fprintf(w, `
		INSERT INTO wall_link (id, gathering_id, hash, made_by, made_at, revoked_at)
		VALUES (<%[1]s>, <%[2]s>, '\x%[3]x', <co>, now(), %[4]s);`, link.name, link.gathering, hash, link.revoked)
	}
}

// sideForumSQL writes a forum of its own for an act that changes the whole of
// it: Nantes invites, fa facilitates, and a topic waits for a place.
func sideForumSQL(w *strings.Builder, act string) {
	fmt.Fprintf(w, `
		INSERT INTO gathering (id, name, city, venue, starts_on, ends_on, state)
		VALUES (<gathering %[1]s>, 'Rencontre d''à côté', 'Nantes', 'Cité', current_date, current_date + 1, 'LIVE');
		INSERT INTO gathering_host (gathering_id, centre_id) VALUES (<gathering %[1]s>, <Nantes>);
		INSERT INTO forum (id, gathering_id, name, phase, facilitator_id, dots_per_person, dots_per_centre)
		VALUES (<forum %[1]s>, <gathering %[1]s>, 'secret-group aside', 'MARKETPLACE', <fa>, 5, 10);
		INSERT INTO space (id, gathering_id, name, capacity, place) VALUES (<space of %[1]s>, <gathering %[1]s>, 'Salle', 20, 1);
		INSERT INTO slot (id, forum_id, label, starts_at, ends_at)
		VALUES (<slot of %[1]s>, <forum %[1]s>, 'Temps', now() + interval '1 hour', now() + interval '2 hours');
		INSERT INTO topic (id, forum_id, gathering_id, title, state, author_id, convener_id, intended_outcome, created_at)
		VALUES (<topic of %[1]s>, <forum %[1]s>, <gathering %[1]s>, 'secret-group aside', 'PROPOSED', <au>, <cv>, 'EXCHANGE', now());`, act)
}

func groupSQL(w *strings.Builder, act string, state network.WorkingGroupState) {
	fmt.Fprintf(w, `
		INSERT INTO working_group (id, name, purpose, state, created_at)
		VALUES (<group %[1]s>, 'secret-group %[1]s', 'Faire ensemble', '%[2]s', now());
		INSERT INTO working_group_theme (working_group_id, theme_id) VALUES (<group %[1]s>, <theme>);
		INSERT INTO membership (id, working_group_id, staff_id, state, role, since, joined_at) VALUES
			(<le of group %[1]s>, <group %[1]s>, <le>, 'MEMBER', 'LEAD', now(), now()),
			(<se of group %[1]s>, <group %[1]s>, <se>, 'MEMBER', 'SECRETARY', now(), now()),
			(<me of group %[1]s>, <group %[1]s>, <me>, 'MEMBER', 'MEMBER', now(), now());
		INSERT INTO membership (id, working_group_id, staff_id, state, role, since)
		VALUES (<applicant of group %[1]s>, <group %[1]s>, <applicant>, 'APPLIED', 'MEMBER', now());
		INSERT INTO milestone (id, working_group_id, title, due_on, first_due_on, state, created_at, changed_at)
		VALUES (<milestone of group %[1]s>, <group %[1]s>, 'Jalon', current_date + 9, current_date + 9, 'PLANNED', now(), now());
		INSERT INTO group_update (id, working_group_id, author_id, text, health, created_at)
		VALUES (<update of group %[1]s>, <group %[1]s>, <me>, 'Où nous en sommes', 'ON_TRACK', now());
		INSERT INTO group_update_revision (id, update_id, version, text, health, at)
		VALUES (<revision of group %[1]s>, <update of group %[1]s>, 0, 'Où nous en étions', 'ON_TRACK', now());
		INSERT INTO event (at, actor_id, verb, object_kind, object_id, working_group_id, audience, data)
		VALUES (now(), <le>, 'GROUP_EDITED', 'WORKING_GROUP', <group %[1]s>, <group %[1]s>, 'STAFF', '{"excerpt": "secret-group"}');`, act, state)
	if act == "thread" {
		groupSQL(w, "merged", network.GroupActive)
	}
}

func projectSQL(w *strings.Builder, act string, state network.JointProjectState) {
	draft := state == network.ProjectDraft
	text, sent := "secret-project", "(now() - interval '30 days')"
	lead, partner := "ACCEPTED", "ACCEPTED"
	switch {
	case draft:
		text, sent, lead, partner = "secret-draft", "NULL", "PROPOSED", "PROPOSED"
	case state == network.ProjectConsultation && !signed[act]:
		partner = "INVITED"
	}
	since := func(states ...network.JointProjectState) string {
		if slices.Contains(states, state) {
			return "now()"
		}
		return "NULL"
	}
	fmt.Fprintf(w, `
		INSERT INTO joint_project (id, title, purpose, expected_results, state, lead_centre_id, created_by_id, starts_on, ends_on,
		                           minimum_partners, created_at, last_activity_at, sent_at, committed_at, started_at)
		VALUES (<project %[1]s>, '%[2]s %[1]s', '%[2]s', '%[2]s', '%[3]s', <Nantes>, <di>, '2026-09-01', '2027-08-31', 1, now(), now(), %[4]s, %[5]s, %[6]s);
		INSERT INTO joint_project_theme (joint_project_id, theme_id) VALUES (<project %[1]s>, <theme>);
		INSERT INTO team_member (id, joint_project_id, staff_id, role, since) VALUES
			(<tl of project %[1]s>, <project %[1]s>, <tl>, 'LEAD', now()),
			(<tm of project %[1]s>, <project %[1]s>, <tm>, 'MEMBER', now());`, act, text, state, sent,
		since(network.ProjectCommitted, network.ProjectRunning, network.ProjectSuspended), since(network.ProjectRunning, network.ProjectSuspended))
	for _, part := range []struct{ name, centre, role, state, by string }{
		{"lead", "Nantes", "LEAD", lead, "di"}, {"part", "Lille", "PARTNER", partner, "dp"},
	} {
		signs := "NULL"
		if part.state == "ACCEPTED" {
			signs = "now()"
		}
		fmt.Fprintf(w, `
		INSERT INTO partnership (id, joint_project_id, centre_id, role, state, signed_version, invited_at, answered_at, answered_by_id, joined_at)
		SELECT <%[1]s of project %[2]s>, <project %[2]s>, <%[3]s>, '%[4]s', '%[5]s', CASE WHEN d.on_day IS NOT NULL THEN 1 END,
		       %[7]s, d.on_day, CASE WHEN d.on_day IS NOT NULL THEN <%[8]s>::uuid END, d.on_day
		  FROM (SELECT %[6]s::timestamptz AS on_day) AS d;
		INSERT INTO commitment (id, partnership_id, version, person_days, money, starts_on, ends_on, conditions, proposed_at, signed_at, signed_by_id)
		SELECT <terms of %[1]s of project %[2]s>, <%[1]s of project %[2]s>, 1, 20, 5000, '2026-09-01', '2027-08-31', '%[9]s',
		       now(), d.on_day, CASE WHEN d.on_day IS NOT NULL THEN <%[8]s>::uuid END
		  FROM (SELECT %[6]s::timestamptz AS on_day) AS d;`, part.name, act, part.centre, part.role, part.state, signs, sent, part.by, text)
	}
	audience := "'STAFF', NULL"
	if draft {
		audience = "'CENTRES', ARRAY[<Nantes>::uuid]"
	}
	fmt.Fprintf(w, `
		INSERT INTO event (at, actor_id, verb, object_kind, object_id, joint_project_id, working_group_id, audience, audience_centres, data)
		VALUES (now(), <di>, 'PROJECT_DRAFTED', 'JOINT_PROJECT', <project %[1]s>, <project %[1]s>, <group thread>, %[2]s, '{"excerpt": "%[3]s"}');`, act, audience, text)
	if act == "removeTeamMember" {
		fmt.Fprintf(w, `
		INSERT INTO team_member (id, joint_project_id, staff_id, role, since) VALUES (<colleague of project %[1]s>, <project %[1]s>, <colleague>, 'MEMBER', now());`, act)
	}
	if state == network.ProjectRunning {
		fmt.Fprintf(w, `
		INSERT INTO status_report (id, joint_project_id, author_id, health, explanation, done, next, period_starts_on, period_ends_on, created_at)
		VALUES (<report of project %[1]s>, <project %[1]s>, <tm>, 'ON_TRACK', '', 'Fait', 'À faire', '2026-09-01', '2026-09-30', now());`, act)
	}
}

// ownSQL writes what one person has for themselves.
func ownSQL(w *strings.Builder, code string) {
	fmt.Fprintf(w, `
		INSERT INTO task (id, assignee_id, author_id, kind, title, subject_kind, subject_id, created_at) VALUES
			(<task completeTask of %[1]s>, <%[1]s>, <co>, 'BY_HAND', 'secret-task-%[1]s', 'WORKING_GROUP', <group thread>, now()),
			(<task dropTask of %[1]s>, <%[1]s>, <co>, 'BY_HAND', 'secret-task-%[1]s', 'JOINT_PROJECT', <project thread>, now());
		INSERT INTO event (at, actor_id, verb, object_kind, object_id, topic_id, working_group_id, joint_project_id, gathering_id, audience, for_staff_id, data)
		VALUES (now(), <%[1]s>, 'TASK_ADDED', 'TASK', <task completeTask of %[1]s>, <topic thread>, <group thread>, <project thread>, <gathering>,
		        'PERSON', <%[1]s>, '{"excerpt": "secret-event-%[1]s"}');`, code)
}

func sortedKeys[V any](m map[string]V) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
