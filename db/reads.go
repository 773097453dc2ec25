package db

import (
	"maillage/db/read"
)

// typesByName is filled before main, so that declarations in different files
// can refer to one another by name.
var typesByName map[string]*read.Type

func init() {
	typesByName = map[string]*read.Type{}
	for _, t := range declaredTypes() {
		typesByName[t.Name] = t
	}
}

// named refers to a declared type.
func named(name string) func() *read.Type {
	return func() *read.Type { return typesByName[name] }
}

// Declarations are the declared reads, checked.
func Declarations() (*read.Schema, error) { return read.NewSchema(declaredTypes(), declaredRoots()) }

// declaredTypes are the types of schema.graphql that are read from rows, in
// its order.
func declaredTypes() []*read.Type {
	return []*read.Type{
		&viewerRead, &dateEntryRead, &accessTokenRead, &sessionRead, &calendarLinkRead,
		&centreRead, &staffMemberRead, &themeRead,
		&gatheringRead, &spaceRead, &guestRead, &wallLinkRead,
		&agendaItemRead, &draftAgendaItemRead, &agendaReleaseRead, &agendaChangeRead,
		&registrationRead,
		&stageRead, &liveQuestionRead,
		&contributionRead, &contributionCommentRead, &contributionAnswerRead,
		&forumRead, &slotRead,
		&topicRead, &occurrenceRead, &harvestRead, &harvestRevisionRead,
		&workingGroupRead, &membershipRead, &milestoneRead, &updateRead, &updateRevisionRead,
		&jointProjectRead, &partnershipRead, &commitmentRead, &teamMemberRead, &statusReportRead,
		&taskRead, &eventRead,
		&tieRead, &tieFactRead,
	}
}

// declaredRoots are the fields of Query that are answered from declarations.
func declaredRoots() map[string]read.Root {
	return map[string]read.Root{
		"viewer":        read.ByKey{Type: named("Viewer"), Where: "{}.id = :viewer_id"},
		"centre":        read.ByKey{Type: named("Centre")},
		"centres":       centreList,
		"staffMember":   staffMemberByKey,
		"staffMembers":  staffMemberList,
		"themes":        themeList,
		"gathering":     read.ByKey{Type: named("Gathering")},
		"gatherings":    gatheringList,
		"stage":         read.ByKey{Type: named("Stage")},
		"liveQuestion":  read.ByKey{Type: named("LiveQuestion")},
		"contribution":  read.ByKey{Type: named("Contribution")},
		"contributions": contributionList,
		"forum":         read.ByKey{Type: named("Forum")},
		"space":         read.ByKey{Type: named("Space")},
		"topic":         read.ByKey{Type: named("Topic")},
		"topics":        topicList,
		"workingGroup":  read.ByKey{Type: named("WorkingGroup")},
		"workingGroups": workingGroupList,
		"jointProject":  read.ByKey{Type: named("JointProject")},
		"jointProjects": jointProjectList,
		"tieFacts":      tieFactList,
	}
}
