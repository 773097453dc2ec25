package graph_test

import (
	"fmt"
	"strings"
	"time"

	"github.com/vektah/gqlparser/v2/ast"

	"maillage/graph/gen"
	"maillage/network"
)

// An act is one mutation asked of the world: its row in the matrix, the phase
// in which it finds the forum, and its input. A second word in the row tells
// two cases of one mutation apart. $me is who asks.
type act struct {
	row    string
	during network.ForumPhase
	input  string
}

func (a act) mutation() string {
	name, _, _ := strings.Cut(a.row, " ")
	return name
}

const (
	sheetWords   = `title: "Titre", context: "Contexte", done: "Fait", links: ["https://centre.example"], themeIds: [<theme>]`
	topicWords   = `title: "Titre", intendedOutcome: EXCHANGE, description: "Texte", themeIds: [<theme>]`
	forumWords   = `name: "Forum", convenersPlace: true, dotsPerPerson: 4, dotsPerCentre: 9`
	slotWords    = `label: "Temps", startsAt: "2026-09-01T09:00:00Z", endsAt: "2026-09-01T10:00:00Z"`
	groupWords   = `name: "Nom", purpose: "But", admission: OPEN`
	projectWords = `title: "Titre", purpose: "But", expectedResults: "Résultats", startsOn: "2026-09-01", endsOn: "2027-08-31", minimumPartners: 1, themeIds: [<theme>]`
	placeWords   = `city: "Ville", startsOn: "2027-03-02", endsOn: "2027-03-03", timeZone: "Europe/Paris", capacity: 80, hostIds: [<Nantes>]`
	roomWords    = `name: "Salle neuve", capacity: 20, equipment: "Écran", accessible: true, onBoard: true`
	itemWords    = `title: "Atelier", kind: TALK, startsAt: "2027-03-01T14:00:00Z", endsAt: "2027-03-01T15:00:00Z", isPublic: true`
	reportWords  = `health: AT_RISK, explanation: "Retard", done: "Fait", next: "Ensuite", periodStartsOn: "2026-09-01", periodEndsOn: "2026-09-30"`
)

// nextYear is a day to come, and soon one before it; the gathering begins today.
var (
	today    = time.Now().UTC().Format(time.DateOnly)
	nextYear = time.Now().AddDate(1, 0, 0).Format(time.DateOnly)
	soon     = time.Now().AddDate(0, 1, 0).Format(time.DateOnly)
)

// acts are in the order of the contract.
var acts = []act{
	{row: "updateProfile", input: `version: 1, givenName: "Prénom", familyName: "Nom", phone: "02", bio: "", language: FR, themeIds: [<theme 2>]`},
	{row: "revokeAccessToken own", input: `accessTokenId: <token of $me>`},
	{row: "revokeAccessToken other", input: `accessTokenId: <token of leaver>`},
	{row: "revokeSession own", input: `sessionId: <spare session of $me>`},
	{row: "revokeSession other", input: `sessionId: <session of leaver>`},
	{row: "createAccessToken", input: `name: "Programme", scope: WRITE, days: 30`},
	{row: "changePassword", input: `currentPassword: "` + password + `", newPassword: "quatre bateaux sur la Loire"`},
	{row: "markVisit"},
	{row: "createCalendarLink", input: `name: "Téléphone"`},
	{row: "revokeCalendarLink own", input: `calendarLinkId: <calendar of $me>`},
	{row: "revokeCalendarLink other", input: `calendarLinkId: <calendar of leaver>`},
	{row: "deactivateStaffMember", input: `staffMemberId: <leaver>, version: 1`},
	{row: "setNetworkRole", input: `staffMemberId: <riser>, version: 1, networkRole: COORDINATOR`},

	{row: "createGathering", input: `name: "Nom", ` + placeWords},
	{row: "copyGathering", input: `name: "Nom", gatheringId: <gathering>, startsOn: "2028-03-01", hostIds: [<Nantes>]`},
	{row: "editGathering draft", input: `name: "Nom", gatheringId: <gathering editDraft>, version: 1, ` + placeWords},
	{row: "editGathering announced", input: `name: "Nom", gatheringId: <gathering editGathering>, version: 1, ` + placeWords},
	{row: "publishGathering", input: `gatheringId: <gathering publishGathering>, version: 1`},
	{row: "openGathering", input: `gatheringId: <gathering openGathering>, version: 1`},
	{row: "closeGathering", input: `gatheringId: <gathering closeGathering>, version: 1`},
	{row: "cancelGathering draft", input: `gatheringId: <gathering cancelDraft>, version: 1, reason: "Raison"`},
	{row: "cancelGathering announced", input: `gatheringId: <gathering cancelGathering>, version: 1, reason: "Raison"`},
	{row: "addSpace", input: `gatheringId: <gathering addSpace>, ` + roomWords},
	{row: "editSpace", input: `spaceId: <space of gathering editSpace>, version: 1, ` + roomWords},
	{row: "removeSpace", input: `spaceId: <spare space of gathering removeSpace>`},

	{row: "inviteGuest", input: `gatheringId: <gathering>, givenName: "Solène", familyName: "Delaunay", kind: SPEAKER, function: "Autrice"`},
	{row: "editGuest", input: `guestId: <guest editGuest>, version: 1, givenName: "Solène", familyName: "Delaunay", kind: FUNDER`},
	{row: "renewInvitation", input: `guestId: <guest renewInvitation>`},
	{row: "revokeGuest", input: `guestId: <guest revokeGuest>`},

	{row: "addAgendaItem", input: `gatheringId: <gathering addAgendaItem>, spaceId: <space of gathering addAgendaItem>, ` + itemWords},
	{row: "editAgendaItem", input: `draftItemId: <item of gathering editAgendaItem>, version: 1, spaceId: <space of gathering editAgendaItem>, ` + itemWords},
	{row: "removeAgendaItem", input: `draftItemId: <item of gathering removeAgendaItem>`},
	{row: "publishAgenda", input: `gatheringId: <gathering publishAgenda>, version: 1, note: "Un temps de plus"`},
	{row: "keepAgendaItem", input: `agendaItemId: <agenda item 2>`},
	{row: "dropAgendaItem", input: `agendaItemId: <agenda item 2>`},

	{row: "registerMyself", input: `gatheringId: <gathering>, days: ["` + today + `"], needs: "Sans gluten"`},
	{row: "registerColleagues host's", input: `gatheringId: <gathering>, staffMemberIds: [<colleague>], days: ["` + today + `"]`},
	{row: "registerColleagues other's", input: `gatheringId: <gathering>, staffMemberIds: [<riser>], days: ["` + today + `"]`},
	{row: "editRegistration", input: `registrationId: <registration editRegistration>, version: 1, days: ["2027-03-01", "2027-03-02"]`},
	{row: "withdrawRegistration", input: `registrationId: <registration withdrawRegistration>`},
	{row: "markAttendance", input: `registrationId: <registration markAttendance>, day: "` + today + `", present: true`},

	{row: "setStage", input: `agendaItemId: <agenda item setStage>, version: 0, takesQuestions: true, anonymousAllowed: true, premoderated: true, questionsOpen: true`},
	{row: "askLiveQuestion", input: `agendaItemId: <agenda item>, text: "Quand ?", anonymous: true`},
	{row: "editLiveQuestion", input: `liveQuestionId: <question editLiveQuestion>, version: 1, text: "Plutôt ceci ?"`},
	{row: "withdrawLiveQuestion", input: `liveQuestionId: <question withdrawLiveQuestion>`},
	{row: "upvoteLiveQuestion", input: `liveQuestionId: <question upvoteLiveQuestion>`},
	{row: "unvoteLiveQuestion", input: `liveQuestionId: <question unvoteLiveQuestion>`},
	{row: "publishLiveQuestion", input: `liveQuestionId: <question publishLiveQuestion>, version: 1`},
	{row: "rejectLiveQuestion", input: `liveQuestionId: <question rejectLiveQuestion>, reason: "Raison"`},
	{row: "mergeLiveQuestion", input: `liveQuestionId: <question mergeLiveQuestion>, intoId: <question target>`},
	{row: "stageLiveQuestion", input: `liveQuestionId: <question stageLiveQuestion>, turn: 0`},
	{row: "unstageLiveQuestion", input: `liveQuestionId: <question unstageLiveQuestion>`},
	{row: "answerLiveQuestion staged", input: `liveQuestionId: <question answerLiveQuestion>, answer: "Oui"`},
	{row: "answerLiveQuestion owed", input: `liveQuestionId: <question answerPromise>, answer: "Oui"`},
	{row: "promiseLiveQuestion", input: `liveQuestionId: <question promiseLiveQuestion>, staffMemberId: <colleague>, dueOn: "2130-06-01"`},

	{row: "draftContribution", input: `gatheringId: <gathering>, kind: PEPITE, ` + sheetWords},
	{row: "editContribution draft", input: `contributionId: <contribution editDraft>, version: 1, gatheringId: <gathering>, ` + sheetWords},
	{row: "editContribution shown", input: `contributionId: <contribution editContribution>, version: 1, gatheringId: <gathering>, ` + sheetWords},
	{row: "publishContribution", input: `contributionId: <contribution publishContribution>, version: 1`},
	{row: "withdrawContribution draft", input: `contributionId: <contribution withdrawDraft>, version: 1`},
	{row: "withdrawContribution shown", input: `contributionId: <contribution withdrawContribution>, version: 1`},
	{row: "presentContribution", input: `contributionId: <contribution presentContribution>`},
	{row: "supportContribution", input: `contributionId: <contribution supportContribution>`},
	{row: "unsupportContribution", input: `contributionId: <contribution unsupportContribution>`},
	{row: "commentContribution", input: `contributionId: <contribution commentContribution>, text: "Dit"`},
	{row: "withdrawComment", input: `commentId: <comment of contribution withdrawComment>`},
	{row: "answerContribution", input: `contributionId: <contribution answerContribution>, version: 0, text: "Réponse"`},
	{row: "promiseAnswer own", input: `contributionId: <contribution promiseOwn>, staffMemberId: <$me>, dueOn: "` + nextYear + `"`},
	{row: "promiseAnswer other", input: `contributionId: <contribution promiseAnswer>, staffMemberId: <colleague>, dueOn: "` + nextYear + `"`},
	{row: "acceptAnswer", input: `answerId: <answer of contribution acceptAnswer>, version: 1`},

	{row: "createWall", input: `gatheringId: <gathering>`},
	{row: "revokeWall", input: `wallLinkId: <wall revokeWall>`},
	{row: "createForum", input: `gatheringId: <later gathering>, facilitatorId: <mo>, ` + forumWords},
	{row: "editForum", input: `forumId: <forum editForum>, version: 1, facilitatorId: <fa>, ` + forumWords},
	{row: "addSlot", input: `forumId: <forum editForum>, ` + slotWords},
	{row: "editSlot", input: `slotId: <slot editSlot>, version: 1, label: "Autre temps", startsAt: "2026-09-01T12:00:00Z", endsAt: "2026-09-01T13:00:00Z"`},
	{row: "removeSlot", input: `slotId: <slot removeSlot>, version: 1`},
	{row: "spotlightTopic", during: network.PhaseMarketplace, input: `forumId: <forum>, topicId: <topic spotlightTopic>`},
	{row: "applyTimetable", input: `forumId: <forum applyTimetable>, version: 1, placements: [{ topicId: <topic of applyTimetable>, slotId: <slot of applyTimetable>, spaceId: <space of applyTimetable> }]`},
	{row: "moveForum", during: network.PhaseCollection, input: `forumId: <forum>, version: 1, to: MARKETPLACE`},
	{row: "proposeTopic", during: network.PhaseCollection, input: `forumId: <forum>, originId: <contribution thread>, ` + topicWords},
	{row: "proposeTopic resumed", during: network.PhaseCollection, input: `forumId: <forum>, originId: <other waiting>, ` + topicWords},
	{row: "editTopic", during: network.PhaseMarketplace, input: `topicId: <topic editTopic>, version: 1, ` + topicWords},
	{row: "withdrawTopic", during: network.PhaseMarketplace, input: `topicId: <topic withdrawTopic>, version: 1`},
	{row: "mergeTopic", during: network.PhaseMarketplace, input: `topicId: <topic mergeTopic>, version: 1, intoId: <topic mergeTarget>`},
	{row: "postponeTopic", during: network.PhaseMarketplace, input: `topicId: <topic postponeTopic>, version: 1, gatheringId: <later gathering>`},
	{row: "takeTopic", during: network.PhaseMarketplace, input: `topicId: <topic takeTopic>`},
	{row: "starTopic", during: network.PhaseMarketplace, input: `topicId: <topic starTopic>`},
	{row: "unstarTopic", during: network.PhaseMarketplace, input: `topicId: <topic unstarTopic>`},
	{row: "pitchTopic", during: network.PhaseMarketplace, input: `topicId: <topic pitchTopic>`},
	{row: "placeTopic", during: network.PhaseMarketplace, input: `topicId: <topic placeTopic>, slotId: <slot placeTopic>, spaceId: <space>`},
	{row: "placeTopic moved", during: network.PhaseMarketplace, input: `topicId: <topic moveTopic>, slotId: <slot moved>, spaceId: <space>, occurrenceId: <occurrence moveTopic>`},
	{row: "repeatTopic", during: network.PhaseMarketplace, input: `topicId: <topic repeatTopic>, slotId: <slot repeated>, spaceId: <space>`},
	{row: "unplaceTopic", during: network.PhaseMarketplace, input: `topicId: <topic unplaceTopic>, occurrenceId: <occurrence unplaceTopic>`},
	{row: "startTopic", during: network.PhaseSessions, input: `topicId: <topic startTopic>, occurrenceId: <occurrence startTopic>`},
	{row: "holdTopic", during: network.PhaseSessions, input: `topicId: <topic holdTopic>`},
	{row: "checkIn", during: network.PhaseSessions, input: `topicId: <topic checkIn>, occurrenceId: <occurrence checkIn>`},
	{row: "checkOut", during: network.PhaseSessions, input: `topicId: <topic checkOut>`},
	{row: "writeHarvest", during: network.PhaseSessions, input: `topicId: <topic writeHarvest>, version: 0, said: "Dit", decided: "", nextSteps: "", carriesOn: "", carrierIds: [<me>]`},
	{row: "writeHarvest published", during: network.PhaseSessions, input: `topicId: <topic correctHarvest>, version: 1, said: "Dit mieux", decided: "", nextSteps: "", carriesOn: "", carrierIds: [<me>]`},
	{row: "noteWriting", during: network.PhaseSessions, input: `topicId: <topic noteWriting>`},
	{row: "publishHarvest", during: network.PhaseHarvest, input: `topicId: <topic publishHarvest>, version: 1`},
	{row: "confirmHarvest", during: network.PhaseHarvest, input: `topicId: <topic confirmHarvest>, version: 1`},
	{row: "chaseHarvest", during: network.PhaseHarvest, input: `topicId: <topic chaseHarvest>`},
	{row: "castDots", during: network.PhaseConvergence, input: `topicId: <topic castDots>, count: 2`},

	{row: "writeForeword", input: `gatheringId: <gathering writeForeword>, version: 0, text: "Avant-propos"`},
	{row: "choosePublicPart", input: `gatheringId: <gathering>, entryIds: [<topic starTopic>], public: true`},
	{row: "finalizeProceedings", input: `gatheringId: <gathering finalizeProceedings>, version: 0, missingCount: 1`},
	{row: "correctProceedings", input: `gatheringId: <gathering final>, version: 2, note: "Un nom", corrections: [{part: FOREWORD, text: "Corrigé"}, {part: TOPIC_TITLE, subjectId: <topic thread>, text: "Un titre"}]`},

	{row: "openWorkingGroup", during: network.PhaseHarvest, input: `topicId: <topic openWorkingGroup>, ` + groupWords},
	{row: "requestWorkingGroup", input: groupWords + `, themeIds: [<theme>], originId: <contribution thread>`},
	{row: "acceptWorkingGroup", input: `workingGroupId: <group acceptWorkingGroup>, version: 1`},
	{row: "declineWorkingGroup", input: `workingGroupId: <group declineWorkingGroup>, version: 1, reason: "Raison"`},
	{row: "editWorkingGroup", input: `workingGroupId: <group editWorkingGroup>, version: 1, themeIds: [<theme 2>], ` + groupWords},
	{row: "activateWorkingGroup", input: `workingGroupId: <group activateWorkingGroup>, version: 1`},
	{row: "restWorkingGroup", input: `workingGroupId: <group restWorkingGroup>, version: 1`},
	{row: "wakeWorkingGroup", input: `workingGroupId: <group wakeWorkingGroup>, version: 1`},
	{row: "closeWorkingGroup", input: `workingGroupId: <group closeWorkingGroup>, version: 1, summary: "Bilan"`},
	{row: "abandonWorkingGroup", input: `workingGroupId: <group abandonWorkingGroup>, version: 1, reason: "Raison"`},
	{row: "mergeWorkingGroup", input: `workingGroupId: <group mergeWorkingGroup>, version: 1, intoId: <group target>`},
	{row: "joinWorkingGroup", input: `workingGroupId: <group joinWorkingGroup>`},
	{row: "leaveWorkingGroup", input: `workingGroupId: <group leaveWorkingGroup>`},
	{row: "inviteMember", input: `workingGroupId: <group inviteMember>, staffMemberId: <newcomer>`},
	{row: "admitMember", input: `membershipId: <applicant of group admitMember>`},
	{row: "refuseMember", input: `membershipId: <applicant of group refuseMember>`},
	{row: "setMemberRole", input: `membershipId: <me of group setMemberRole>, role: CO_LEAD`},
	{row: "postUpdate", input: `workingGroupId: <group postUpdate>, text: "Texte", health: ON_TRACK`},
	{row: "correctUpdate", input: `updateId: <update of group correctUpdate>, version: 1, text: "Texte", health: AT_RISK`},
	{row: "addMilestone", input: `workingGroupId: <group addMilestone>, title: "Jalon", dueOn: "2026-12-01"`},
	{row: "editMilestone", input: `milestoneId: <milestone of group editMilestone>, version: 1, title: "Jalon", dueOn: "2026-12-01"`},
	{row: "completeMilestone", input: `milestoneId: <milestone of group completeMilestone>, version: 1`},
	{row: "dropMilestone", input: `milestoneId: <milestone of group dropMilestone>, version: 1, reason: "Raison"`},

	{row: "draftJointProject contribution", input: `originId: <contribution thread>, personDays: 10, money: 100, ` + projectWords},
	{row: "draftJointProject", input: `originId: <group thread>, personDays: 10, money: 100, ` + projectWords},
	{row: "editJointProject draft", input: `jointProjectId: <project editDraft>, version: 1, ` + projectWords},
	{row: "editJointProject sent", input: `jointProjectId: <project editJointProject>, version: 1, ` + projectWords},
	{row: "proposePartner draft", input: `jointProjectId: <project proposePartnerInDraft>, centreId: <Bordeaux>, role: PARTNER, personDays: 5, money: 0`},
	{row: "proposePartner sent", input: `jointProjectId: <project proposePartner>, centreId: <Bordeaux>, role: PARTNER, personDays: 5, money: 0`},
	{row: "removePartner", input: `partnershipId: <part of project removePartner>`},
	{row: "sendJointProject", input: `jointProjectId: <project sendJointProject>, version: 1`},
	{row: "signCommitment", input: `partnershipId: <part of project signCommitment>, commitmentVersion: 1`},
	{row: "declineCommitment", input: `partnershipId: <part of project declineCommitment>, reason: "Raison"`},
	{row: "withdrawCommitment", input: `partnershipId: <part of project withdrawCommitment>, reason: "Raison"`},
	{row: "commitJointProject", input: `jointProjectId: <project commitJointProject>, version: 1`},
	{row: "startJointProject", input: `jointProjectId: <project startJointProject>, version: 1`},
	{row: "suspendJointProject", input: `jointProjectId: <project suspendJointProject>, version: 1, reason: "Raison"`},
	{row: "resumeJointProject", input: `jointProjectId: <project resumeJointProject>, version: 1`},
	{row: "completeJointProject", input: `jointProjectId: <project completeJointProject>, version: 1, summary: "Bilan"`},
	{row: "abandonJointProject draft", input: `jointProjectId: <project abandonDraft>, version: 1, reason: "Raison"`},
	{row: "abandonJointProject sent", input: `jointProjectId: <project abandonJointProject>, version: 1, reason: "Raison"`},
	{row: "setTeamMember lead's", input: `jointProjectId: <project setTeamMember>, staffMemberId: <colleague>, role: MEMBER`},
	{row: "setTeamMember partner's", input: `jointProjectId: <project setPartnersMember>, staffMemberId: <partner's colleague>, role: MEMBER`},
	{row: "removeTeamMember lead's", input: `jointProjectId: <project removeTeamMember>, staffMemberId: <colleague>`},
	{row: "removeTeamMember partner's", input: `jointProjectId: <project leaveTeam>, staffMemberId: <tm>`},
	{row: "postStatusReport", input: `jointProjectId: <project postStatusReport>, ` + reportWords},

	{row: "addTask", input: `title: "Appeler", assigneeId: <colleague>, subjectId: <group thread>`},
	{row: "completeTask own", input: `taskId: <task completeTask of $me>`},
	{row: "completeTask other", input: `taskId: <task of leaver>`},
	{row: "dropTask own", input: `taskId: <task dropTask of $me>`},
	{row: "dropTask other", input: `taskId: <task of leaver>`},
}

// me is the two letters of whoever asks; for the anonymous, of the person whose
// things they would reach for.
func me(who string) string {
	if who == "an" {
		return "di"
	}
	return who[len(who)-2:]
}

// text is the operation of an act, as somebody sends it under a key.
func (a act) text(who string, key network.ID) string {
	return mutationText(a.mutation(), key, strings.ReplaceAll(a.input, "$me", me(who)))
}

func mutationText(mutation string, key network.ID, input string) string {
	return fmt.Sprintf(`mutation { %s(input: { clientMutationId: "%s", %s }) { %s } }`,
		mutation, key, inGraphQL(input), payloadOf(mutation))
}

// payloadOf selects all that an answer has: the ids of its objects.
func payloadOf(mutation string) string {
	schema := contract()
	payload := schema.Types[schema.Mutation.Fields.ForName(mutation).Type.Name()]
	fields := "__typename"
	for _, f := range payload.Fields {
		def := schema.Types[f.Type.Name()]
		switch {
		case def.Kind != ast.Object:
			fields += " " + f.Name
		case def.Fields.ForName("id") != nil:
			fields += " " + f.Name + " { id }"
		default:
			fields += " " + f.Name + " { __typename }"
		}
	}
	return fields
}

func contract() *ast.Schema { return gen.NewExecutableSchema(gen.Config{}).Schema() }

// enter puts the forum into a phase; behind CONVERGENCE the vote is closed and
// its result, three dots on a topic, is written.
func (w *world) enter(phase network.ForumPhase) {
	if phase == "" {
		return
	}
	w.exec(`
		WITH counted AS (
			UPDATE topic
			   SET dot_count = CASE WHEN $2 IN ('HARVEST', 'CLOSED') THEN 3 END
			 WHERE id = $3
		)
		UPDATE forum
		   SET phase = $2,
		       vote_closed_at = CASE WHEN $2 IN ('HARVEST', 'CLOSED') THEN now() END
		 WHERE id = $1`, idOf("forum"), phase, idOf("topic starTopic"))
}
