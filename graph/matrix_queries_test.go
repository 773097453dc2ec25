package graph_test

import "maillage/network"

// A look is one query asked of the world and what tells that it was answered:
// a text that stands in the answer of whoever may see it. $me is who asks.
type look struct {
	row, query, sees string
	during           network.ForumPhase
}

// looks are in the order of the contract; a second word tells two cases of one
// field apart. Behind the queries stand the fields that are reserved.
var looks = []look{
	{row: "viewer", query: `{ viewer { id } }`, sees: `"id"`},
	{row: "centre", query: `{ centre(id: <Lyon>) { name } }`, sees: `Centre de Lyon`},
	{row: "centres", query: `{ centres { nodes { name } } }`, sees: `Centre de Lyon`},
	{row: "staffMember", query: `{ staffMember(id: <leaver>) { familyName } }`, sees: `Nom leaver`},
	{row: "staffMembers", query: `{ staffMembers(first: 100) { nodes { familyName } } }`, sees: `Nom leaver`},
	{row: "themes", query: `{ themes { labelFr } }`, sees: `Emploi`},
	{row: "gathering this", query: `{ gathering(id: <gathering>) { name } }`, sees: `Rencontre de Nantes`},
	{row: "gathering other", query: `{ gathering(id: <other gathering>) { name } }`, sees: `Rencontre de Lyon`},
	{row: "gathering draft", query: `{ gathering(id: <gathering draft>) { name } }`, sees: `secret-preparation`},
	{row: "gatherings this", query: `{ gatherings(first: 100) { nodes { name } } }`, sees: `Rencontre de Nantes`},
	{row: "gatherings other", query: `{ gatherings(first: 100) { nodes { name } } }`, sees: `Rencontre de Lyon`},
	{row: "gatherings draft", query: `{ gatherings(first: 100) { nodes { name } } }`, sees: `secret-preparation`},
	{row: "participantFigures", query: `{ participantFigures(gatheringId: <gathering>) { registered } }`, sees: `registered":1`},
	{row: "invitation", query: `{ invitation(token: "` + linkOf("guest renewInvitation") + `") { gathering } }`, sees: `Rencontre de Nantes`},
	{row: "invitation revoked", query: `{ invitation(token: "` + linkOf("guest revoked") + `") { gathering } }`, sees: `Rencontre de Nantes`},
	{row: "stage", query: `{ stage(id: <agenda item>) { onStage { text } } }`, sees: `secret-topic`},
	{row: "liveQuestion published", query: `{ liveQuestion(id: <question thread>) { text } }`, sees: `secret-topic`},
	{row: "liveQuestion submitted", query: `{ liveQuestion(id: <question submitted>) { text } }`, sees: `secret-question`},
	{row: "liveQuestion other", query: `{ liveQuestion(id: <question elsewhere>) { text } }`, sees: `secret-elsewhere`},
	{row: "contribution this", query: `{ contribution(id: <contribution thread>) { title } }`, sees: `secret-pepite`},
	{row: "contribution other", query: `{ contribution(id: <other contribution>) { title } }`, sees: `secret-elsewhere`},
	{row: "contribution alone", query: `{ contribution(id: <contribution alone>) { title } }`, sees: `secret-alone`},
	{row: "contribution draft", query: `{ contribution(id: <contribution draft>) { title } }`, sees: `secret-unseen`},
	{row: "contributions this", query: `{ contributions { nodes { title } } }`, sees: `secret-pepite`},
	{row: "contributions other", query: `{ contributions { nodes { title } } }`, sees: `secret-elsewhere`},
	{row: "contributions draft", query: `{ contributions { nodes { title } } }`, sees: `secret-unseen`},
	{row: "forum", query: `{ forum(id: <forum>) { name } }`, sees: `secret-topic`},
	{row: "space", query: `{ space(id: <space>) { name } }`, sees: `Grande salle`},
	{row: "wall", query: `{ wall(token: "` + keyOf("wall") + `") { topics { title } } }`, sees: `Sujet montré`},
	{row: "wall revoked", query: `{ wall(token: "` + keyOf("wall revoked") + `") { topics { title } } }`, sees: `Sujet montré`},
	{row: "boardCells", query: `{ boardCells(topicId: <topic starTopic>) { slotId } }`, sees: `"slotId"`},
	{row: "proposeTimetable", during: network.PhaseMarketplace, query: `{ proposeTimetable(forumId: <forum>) { version } }`, sees: `"version"`},
	{row: "topic", query: `{ topic(id: <topic starTopic>) { title } }`, sees: `secret-topic`},
	{row: "topics this", query: `{ topics(first: 100) { nodes { title } } }`, sees: `secret-topic`},
	{row: "topics other", query: `{ topics(first: 100) { nodes { title } } }`, sees: `secret-elsewhere`},
	{row: "proceedings this", query: `{ proceedings(gatheringId: <gathering>) { topics { title } } }`, sees: `secret-topic`},
	{row: "proceedings other", query: `{ proceedings(gatheringId: <other gathering>) { topics { title } } }`, sees: `secret-elsewhere`},
	{row: "proceedings final", query: `{ proceedings(gatheringId: <gathering final>) { foreword } }`, sees: `secret-group kept`},
	{row: "proceedings edition", query: `{ proceedings(gatheringId: <gathering final>, edition: 1) { foreword } }`, sees: `secret-group first`},
	{row: "publicProceedings", query: `{ publicProceedings(address: "2019-nantes") { foreword } }`, sees: `Pour tous`},
	{row: "publicProceedings edition", query: `{ publicProceedings(address: "2019-nantes", edition: 1) { foreword } }`, sees: `Pour tous d'abord`},
	{row: "publicProceedings hidden", query: `{ publicProceedings(address: "2019-nantes") { foreword } }`, sees: `secret-group kept`},
	{row: "workingGroup", query: `{ workingGroup(id: <group postUpdate>) { name } }`, sees: `secret-group`},
	{row: "workingGroups", query: `{ workingGroups { nodes { name } } }`, sees: `secret-group`},
	{row: "jointProject sent", query: `{ jointProject(id: <project signCommitment>) { title } }`, sees: `secret-project`},
	{row: "jointProject draft", query: `{ jointProject(id: <project draft>) { title } }`, sees: `secret-draft`},
	{row: "jointProjects sent", query: `{ jointProjects(first: 100) { nodes { title } } }`, sees: `secret-project`},
	{row: "jointProjects draft", query: `{ jointProjects(first: 100) { nodes { title } } }`, sees: `secret-draft`},
	{row: "thread contribution", query: `{ thread(id: <topic thread>) { nodes { title } } }`, sees: `secret-pepite`},
	{row: "thread own draft", query: `{ thread(id: <contribution draft>) { nodes { title } } }`, sees: `secret-unseen`},
	{row: "thread topic", query: `{ thread(id: <topic thread>) { nodes { title } } }`, sees: `secret-topic`},
	{row: "thread group", query: `{ thread(id: <topic thread>) { nodes { title } } }`, sees: `secret-group`},
	{row: "thread draft", query: `{ thread(id: <topic thread>) { nodes { title } } }`, sees: `secret-draft`},
	{row: "search people", query: `{ search(term: "Nom leav") { title } }`, sees: `Nom leaver`},
	{row: "search contributions", query: `{ search(term: "secret-pepite") { title } }`, sees: `secret-pepite`},
	{row: "search own drafts", query: `{ search(term: "secret-unseen") { title } }`, sees: `secret-unseen`},
	{row: "search topics", query: `{ search(term: "secret-topic star") { title } }`, sees: `secret-topic`},
	{row: "search groups", query: `{ search(term: "secret-group") { title } }`, sees: `secret-group`},
	{row: "search drafts", query: `{ search(term: "secret-draft") { title } }`, sees: `secret-draft`},
	{row: "observatory", query: `{ observatory(period: { startsOn: "2026-01-01", endsOn: "2026-12-31" }) { startsOn } }`, sees: `startsOn":"2026`},
	{row: "tieFacts", query: `{ tieFacts(centreId: <Lille>, otherCentreId: <Lyon>, period: { startsOn: "2020-01-01", endsOn: "2029-12-31" }) { nodes { title } } }`, sees: `secret-group`},
	{row: "events", query: `subscription { events { cursor } }`, sees: `"cursor"`},
	{row: "wallMoved", query: `subscription { wallMoved(token: "` + keyOf("wall") + `") { moved } }`, sees: `"moved":false`},

	{row: "Gathering.guests", query: `{ gathering(id: <gathering>) { guests(first: 100) { nodes { function } } } }`, sees: `secret-guest`},
	{row: "Gathering.walls", query: `{ gathering(id: <gathering>) { walls { madeBy { name } } } }`, sees: `"madeBy"`},
	{row: "StaffMember.email", query: `{ topic(id: <topic starTopic>) { author { email } } }`, sees: `secret-mail`},
	{row: "StaffMember.phone", query: `{ topic(id: <topic starTopic>) { author { phone } } }`, sees: `secret-phone`},
	{row: "Centre.staffCount", query: `{ centre(id: <Lyon>) { staffCount } }`, sees: `Count":9`},
	{row: "Centre.workingGroupCount", query: `{ centre(id: <Lyon>) { workingGroupCount } }`, sees: `Count":21`},
	{row: "Centre.jointProjectCount", query: `{ centre(id: <Lille>) { jointProjectCount } }`, sees: `Count":13`},
	{row: "Centre.staffMembers", query: `{ centre(id: <Lyon>) { staffMembers { nodes { familyName } } } }`, sees: `Nom leaver`},
	{row: "Centre.workingGroups", query: `{ centre(id: <Lyon>) { workingGroups { nodes { name } } } }`, sees: `secret-group`},
	{row: "Centre.partnerships sent", query: `{ centre(id: <Lille>) { partnerships(first: 100) { nodes { jointProject { title } } } } }`, sees: `secret-project`},
	{row: "Centre.partnerships draft", query: `{ centre(id: <Lille>) { partnerships(first: 100) { nodes { jointProject { title } } } } }`, sees: `secret-draft`},
	{row: "Centre.ties", query: `{ centre(id: <Lyon>) { ties { nodes { otherCentre { name } } } } }`, sees: `Centre de Lille`},
	{row: "Gathering.agenda public", query: `{ gathering(id: <gathering>) { agenda { title } } }`, sees: `Ouverture`},
	{row: "Gathering.agenda other", query: `{ gathering(id: <other gathering>) { agenda { title } } }`, sees: `secret-elsewhere`},
	{row: "Gathering.agenda this", query: `{ gathering(id: <gathering>) { agenda { title } } }`, sees: `secret-topic`},
	{row: "Gathering.draftAgenda", query: `{ gathering(id: <gathering>) { draftAgenda { title } } }`, sees: `secret-preparation`},
	{row: "Gathering.releases", query: `{ gathering(id: <gathering>) { releases { changes { title } } } }`, sees: `secret-topic`},
	{row: "Gathering.spaces public", query: `{ gathering(id: <gathering>) { spaces { name } } }`, sees: `Grande salle`},
	{row: "Gathering.spaces this", query: `{ gathering(id: <gathering>) { spaces { name } } }`, sees: `secret-topic`},
	{row: "Gathering.registrations", query: `{ gathering(id: <gathering>) { registrations { nodes { state } } } }`, sees: `REGISTERED`},
	{row: "Gathering.viewerRegistration", query: `{ gathering(id: <other gathering>) { viewerRegistration { state } } }`, sees: `REGISTERED`},
	{row: "Registration.needs", query: `{ gathering(id: <gathering>) { registrations { nodes { needs } } } }`, sees: `secret-needs`},
	{row: "Registration.presentDays", query: `{ gathering(id: <gathering>) { registrations { nodes { presentDays } } } }`, sees: `Days":["`},
	{row: "Registration.placeAnswer", query: `{ gathering(id: <gathering>) { registrations { nodes { placeAnswer } } } }`, sees: `KEPT`},
	{row: "RegistrationFilter.placeAnswer", query: `{ gathering(id: <gathering>) { registrations(filter: {placeAnswer: KEPT}) { totalCount } } }`, sees: `Count":1`},
	{row: "ParticipantFigures.awaited", query: `{ participantFigures(gatheringId: <gathering>) { awaited } }`, sees: `awaited":0`},
	{row: "ParticipantDay.present", query: `{ participantFigures(gatheringId: <gathering>) { days { present } } }`, sees: `present":1`},
	{row: "AgendaItem.viewerKeeps", query: `{ gathering(id: <gathering>) { agenda { viewerKeeps } } }`, sees: `true`},
	{row: "Partnership.centreLoad", query: `{ jointProject(id: <project signCommitment>) { partnerships { role centreLoad } } }`, sees: `"PARTNER","centreLoad":2`},
	{row: "Gathering.promisedQuestions", query: `{ gathering(id: <gathering>) { promisedQuestions { nodes { text } } } }`, sees: `secret-elsewhere`},
	{row: "LiveQuestion.author named", query: `{ liveQuestion(id: <question thread>) { author { familyName } } }`, sees: `Nom au`},
	{row: "LiveQuestion.author none", query: `{ liveQuestion(id: <question anonymous>) { viewerIsAuthor author { familyName } } }`, sees: `Nom leaver`},
	{row: "Forum.viewerCentreDotsLeft", query: `{ forum(id: <forum editForum>) { viewerCentreDotsLeft } }`, sees: `Left":10`},
	{row: "Topic.dotCount open", during: network.PhaseConvergence, query: `{ topic(id: <topic starTopic>) { dotCount } }`, sees: `dotCount":3`},
	{row: "Topic.dotCount closed", during: network.PhaseHarvest, query: `{ topic(id: <topic starTopic>) { dotCount } }`, sees: `dotCount":3`},
	{row: "Gathering.proceedingsAddress", query: `{ gathering(id: <gathering final>) { proceedingsAddress } }`, sees: `2019-nantes`},
	{row: "Proceedings.address", query: `{ publicProceedings(address: "2019-nantes") { address } }`, sees: `"2019-nantes"`},
	{row: "ProceedingsTopic.dots open", during: network.PhaseConvergence, query: `{ proceedings(gatheringId: <gathering>) { topics { dots } } }`, sees: `dots":3`},
	{row: "ProceedingsTopic.dots closed", during: network.PhaseHarvest, query: `{ proceedings(gatheringId: <gathering>) { topics { dots } } }`, sees: `dots":3`},
	{row: "Event.excerpt group", query: `{ workingGroup(id: <group thread>) { events(first: 100) { nodes { excerpt } } } }`, sees: `secret-group`},
	{row: "Event.excerpt draft", query: `{ workingGroup(id: <group thread>) { events(first: 100) { nodes { excerpt } } } }`, sees: `secret-draft`},
	{row: "Event.excerpt own", query: `{ workingGroup(id: <group thread>) { events(first: 100) { nodes { excerpt } } } }`, sees: `secret-event-$me`},
	{row: "Event.excerpt other", query: `{ workingGroup(id: <group thread>) { events(first: 100) { nodes { excerpt } } } }`, sees: `secret-event-leaver`},
	{row: "AccessToken.name own", query: `{ viewer { accessTokens { name } } }`, sees: `secret-token-$me`},
	{row: "AccessToken.name other", query: `{ viewer { accessTokens { name } } }`, sees: `secret-token-leaver`},
	{row: "Viewer.hasPassword", query: `{ viewer { hasPassword } }`, sees: `true`},
	{row: "Viewer.calendarLinks own", query: `{ viewer { calendarLinks { name } } }`, sees: `secret-calendar-$me`},
	{row: "Viewer.calendarLinks other", query: `{ viewer { calendarLinks { name } } }`, sees: `secret-calendar-leaver`},
	{row: "Session.device own", query: `{ viewer { sessions { device } } }`, sees: `secret-device-$me`},
	{row: "Session.device other", query: `{ viewer { sessions { device } } }`, sees: `secret-device-leaver`},
	{row: "Task.title own", query: `{ viewer { tasks { nodes { title } } } }`, sees: `secret-task-$me`},
	{row: "Task.title other", query: `{ viewer { tasks { nodes { title } } } }`, sees: `secret-task-leaver`},
}

// keyOf is what opens the wall of that link.
func keyOf(link string) string {
	secret, _ := wallKey(link)
	return secret
}

// linkOf is what the link of that guest opens with.
func linkOf(guest string) string {
	secret, _ := invitationKey(guest)
	return secret
}
