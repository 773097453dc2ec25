package graph_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"maillage/network"
)

// unknown is what an act answers when an argument names nothing: what it acts
// upon is NOT_FOUND, what it would tie to it is INVALID.
var unknown = map[string]string{
	"draftItemId": "NOT_FOUND", "hostIds": "INVALID", "editSpace.spaceId": "NOT_FOUND", "removeSpace.spaceId": "NOT_FOUND",
	"contributionId": "NOT_FOUND", "commentId": "NOT_FOUND", "answerId": "NOT_FOUND",
	"guestId": "NOT_FOUND", "calendarLinkId": "NOT_FOUND", "topicId": "NOT_FOUND", "forumId": "NOT_FOUND", "gatheringId": "NOT_FOUND", "wallLinkId": "NOT_FOUND", "workingGroupId": "NOT_FOUND", "intoId": "NOT_FOUND",
	"membershipId": "NOT_FOUND", "updateId": "NOT_FOUND", "milestoneId": "NOT_FOUND",
	"jointProjectId": "NOT_FOUND", "partnershipId": "NOT_FOUND", "originId": "NOT_FOUND", "subjectId": "NOT_FOUND",
	"registrationId": "NOT_FOUND", "agendaItemId": "NOT_FOUND", "liveQuestionId": "NOT_FOUND",
	"taskId": "NOT_FOUND", "accessTokenId": "NOT_FOUND", "sessionId": "NOT_FOUND", "staffMemberId": "NOT_FOUND",
	"slotId": "INVALID", "spaceId": "INVALID", "themeIds": "INVALID", "carrierIds": "INVALID", "assigneeId": "INVALID", "staffMemberIds": "INVALID", "centreId": "INVALID",
	"inviteMember.staffMemberId": "INVALID", "promiseLiveQuestion.staffMemberId": "INVALID", "promiseAnswer.staffMemberId": "INVALID", "correctProceedings.subjectId": "INVALID",
	"facilitatorId": "INVALID", "occurrenceId": "INVALID", "entryIds": "INVALID",
	"createForum.gatheringId": "NOT_FOUND", "postponeTopic.gatheringId": "INVALID", "editSlot.slotId": "NOT_FOUND", "removeSlot.slotId": "NOT_FOUND",
	"applyTimetable.topicId": "CONFLICT", "applyTimetable.slotId": "CONFLICT", "applyTimetable.spaceId": "CONFLICT",
}

// foreign exist and are seen, and do not belong where they are given.
var foreign = map[string]string{
	"slotId": "other slot", "spaceId": "other space", "carrierIds": "gx", "assigneeId": "gu",
	"editSpace.spaceId": "", "removeSpace.spaceId": "", // there it is what is acted upon
	"staffMemberIds": "gx", "inviteMember.staffMemberId": "gu", "setTeamMember.staffMemberId": "mx",
	"promiseLiveQuestion.staffMemberId": "gu", "mergeLiveQuestion.intoId": "question thread",
	"promiseAnswer.staffMemberId": "gu", "proposeTopic.originId": "other contribution",
	"facilitatorId": "gu", "occurrenceId": "occurrence thread", "postponeTopic.gatheringId": "other gathering",
	"mergeTopic.intoId": "other topic", "entryIds": "other topic", "correctProceedings.subjectId": "other topic",
	// These are refused otherwise: they are not the viewer's to change, or the board has moved on.
	"editSlot.slotId": "", "removeSlot.slotId": "", "applyTimetable.slotId": "", "applyTimetable.spaceId": "",
}

// invisible are objects that exist, and who must not be told so.
var invisible = map[string][]struct{ who, name string }{
	"contributionId":            {{"mx", "contribution draft"}, {"co", "contribution draft"}, {"gx", "contribution thread"}, {"gu", "other contribution"}, {"gu", "contribution alone"}},
	"commentId":                 {{"gx", "comment of contribution withdrawComment"}},
	"answerId":                  {{"gx", "answer of contribution acceptAnswer"}},
	"gatheringId":               {{"mx", "gathering draft"}, {"dx", "gathering draft"}, {"gu", "gathering draft"}},
	"draftItemId":               {{"mx", "item of gathering draft"}, {"io", "item of gathering editAgendaItem"}, {"gu", "agenda item 3"}},
	"topicId":                   {{"gu", "other topic"}, {"gx", "topic starTopic"}},
	"forumId":                   {{"gu", "other forum"}, {"gx", "forum"}},
	"agendaItemId":              {{"gx", "agenda item 2"}, {"gu", "other agenda item"}, {"di", "agenda item 3"}},
	"liveQuestionId":            {{"gu", "question elsewhere"}, {"gx", "question thread"}, {"mx", "question submitted"}, {"gu", "question submitted"}},
	"wallLinkId":                {{"gu", "wall revokeWall"}, {"di", "wall"}, {"dx", "wall revokeWall"}},
	"guestId":                   {{"gu", "guest revokeGuest"}, {"mx", "guest editGuest"}, {"gx", "gu"}, {"io", "guest revokeGuest"}, {"dx", "guest renewInvitation"}, {"ad", "gu"}},
	"calendarLinkId":            {{"di", "calendar of leaver"}, {"ad", "calendar of leaver"}},
	"workingGroupId":            {{"gu", "group thread"}},
	"intoId":                    {{"gu", "group thread"}},
	"membershipId":              {{"gu", "le of group thread"}},
	"updateId":                  {{"gu", "update of group thread"}},
	"milestoneId":               {{"gu", "milestone of group thread"}},
	"jointProjectId":            {{"dx", "project draft"}, {"dp", "project draft"}, {"co", "project draft"}, {"gu", "project thread"}},
	"partnershipId":             {{"dx", "part of project draft"}, {"dp", "part of project draft"}, {"co", "lead of project draft"}, {"gu", "part of project thread"}},
	"subjectId":                 {{"mx", "project draft"}, {"co", "project draft"}},
	"originId":                  {{"dx", "contribution draft"}},
	"registrationId":            {{"gu", "registration editRegistration"}, {"gu", "registration markAttendance"}, {"gx", "registration withdrawRegistration"}},
	"taskId":                    {{"di", "task of leaver"}, {"co", "task of leaver"}, {"ad", "task of leaver"}},
	"accessTokenId":             {{"di", "token of leaver"}, {"ad", "token of leaver"}},
	"sessionId":                 {{"di", "session of leaver"}, {"ad", "session of leaver"}},
	"postponeTopic.gatheringId": {{"gx", "gathering"}},

	"correctProceedings.subjectId": {}, // a document holds only what its readers see of it
	"mergeTopic.intoId":            {{"gx", "topic starTopic"}},
	"spotlightTopic.topicId":       {{"gx", "topic starTopic"}},
}

// anyMay may be given by everybody who may do the act: nobody is hidden from a
// team, and neither is a theme.
var anyMay = []string{"hostIds", "staffMemberId", "assigneeId", "centreId", "themeIds", "carrierIds", "slotId", "spaceId", "facilitatorId", "occurrenceId", "staffMemberIds", "entryIds"}

var idArgument = regexp.MustCompile(`\b(\w+Ids?): (\[?<[^>]*>\]?)`)

func TestNoArgumentReachesWhatIsNotThere(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	columns, rows := parse(t, mayDo)
	schema := contract()
	tried := map[string]bool{}
	before := w.digests()
	for _, r := range rows {
		a := actOf(t, r.name)
		w.enter(a.during)
		for _, found := range idArgument.FindAllStringSubmatch(a.input, -1) {
			argument, value := found[1], found[2]
			tried[a.mutation()+"."+argument] = true
			with := func(id string) string {
				if strings.HasPrefix(value, "[") {
					id = "[" + id + "]"
				}
				return strings.Replace(a.input, found[0], argument+": "+id, 1)
			}
			ask := func(who, id, code string) {
				answered := w.ask(who, mutationText(a.mutation(), network.ID(uuid.NewString()), strings.ReplaceAll(with(id), "$me", me(who))))
				if answered.code() != code {
					t.Errorf("%s with %s: %s as %s: %s, want %s", r.name, argument, id, who, answered.text, code)
				}
				if field := answered.Errors; code == "INVALID" && len(field) == 1 && !strings.HasSuffix(field[0].Extensions.Field, "."+argument) {
					t.Errorf("%s with %s: told of %q", r.name, argument, field[0].Extensions.Field)
				}
			}
			who := r.asks("wt", columns)[3:]
			ask(who, `"`+uuid.NewString()+`"`, of(unknown, a.mutation(), argument))
			if name := of(foreign, a.mutation(), argument); name != "" {
				ask(who, "<"+name+">", "INVALID")
			}
			ask(who, `"x"`, "INVALID")
			hidden, known := invisible[a.mutation()+"."+argument]
			if !known {
				hidden, known = invisible[argument]
			}
			if !known && !slices.Contains(anyMay, argument) {
				t.Errorf("%s: say to whom what %s names is invisible", r.name, argument)
			} else {
				for _, h := range hidden {
					ask(h.who, "<"+h.name+">", "NOT_FOUND")
				}
			}
		}
	}
	w.enter(network.PhaseMarketplace)
	if changed := differing(before, w.digests()); len(changed) > 0 {
		t.Errorf("what was refused has changed %v", changed)
	}
	if strings.Contains(w.logged.String(), "internal fault") {
		t.Errorf("logged %s", w.logged)
	}
	for _, f := range schema.Mutation.Fields {
		for _, argument := range schema.Types[f.Arguments[0].Type.Name()].Fields {
			if argument.Type.Name() == "ID" && argument.Name != "clientMutationId" && !tried[f.Name+"."+argument.Name] {
				t.Errorf("%s.%s is given by no act of the tables", f.Name, argument.Name)
			}
		}
	}
}

// of looks up an argument of a mutation, or of any.
func of(table map[string]string, mutation, argument string) string {
	if value, own := table[mutation+"."+argument]; own {
		return value
	}
	return table[argument]
}
