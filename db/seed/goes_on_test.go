package seed

import (
	"context"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"maillage/db"
	"maillage/network"
)

// The product itself goes on from where the story stops: what waits for each
// persona can be done by them.
func TestTheProductGoesOnFromTheStory(t *testing.T) {
	database, _ := loadedStory(t)
	store, err := db.NewStore(database)
	if err != nil {
		t.Fatal(err)
	}
	store.Now = func() time.Time { return storyNow.Add(time.Minute) }
	ctx := context.Background()
	ines, malik, claire := viewer(t, database, "ines"), viewer(t, database, "malik"), viewer(t, database, "claire")
	thierry, farida, guest := viewer(t, database, "thierry"), viewer(t, database, "farida"), viewer(t, database, "invitee")
	id := func(query string) network.ID {
		t.Helper()
		var id network.ID
		if err := database.Get(&id, query); err != nil {
			t.Fatalf("%s: %v", query, err)
		}
		return id
	}
	must := func(what string, err error) {
		t.Helper()
		if err != nil {
			t.Fatalf("%s: %v", what, err)
		}
	}
	act := func(name string) db.Act { return db.Act{Key: network.ID(uuid.NewString()), Name: name} }

	_, err = store.JoinWorkingGroup(ctx, ines, act("join"), id(`SELECT id FROM working_group WHERE name = 'La parole des habitants'`))
	must("Inès joins", err)

	owed := id(`SELECT id FROM topic WHERE title LIKE 'Inclusion numérique%'`)
	_, err = store.WriteHarvest(ctx, malik, act("write"), owed, 0, db.HarvestText{Harvest: network.Harvest{Said: "Ce qui reste."}})
	must("Malik writes", err)
	_, err = store.PublishHarvest(ctx, malik, act("publish"), owed, 1)
	must("Malik publishes", err)

	_, err = store.OpenWorkingGroup(ctx, claire, act("open"), id(`SELECT id FROM topic WHERE title LIKE 'Jeunes ni en emploi%'`),
		db.GroupWords{Name: "Jeunes invisibles", Purpose: "Les retrouver.", Admission: network.AdmissionOpen})
	must("Claire opens a group", err)
	_, err = store.AcceptWorkingGroup(ctx, claire, act("accept"), id(`SELECT id FROM working_group WHERE name = 'Gens du voyage et quartiers'`), 1)
	must("Claire accepts", err)

	project := id(`SELECT id FROM joint_project WHERE title LIKE 'Aller vers les jeunes%'`)
	part := id(`SELECT p.id FROM partnership p JOIN centre c ON c.id = p.centre_id WHERE c.short_name = 'ORIV' AND p.joint_project_id = '` + string(project) + `'`)
	_, err = store.SignCommitment(ctx, farida, act("sign"), part, 1)
	must("Farida signs", err)
	var version int
	must("read", database.Get(&version, `SELECT version FROM joint_project WHERE id = $1`, project))
	_, err = store.CommitJointProject(ctx, thierry, act("commit"), project, version)
	must("Thierry commits", err)
	_, err = store.StartJointProject(ctx, thierry, act("start"), project, version+1)
	must("Thierry starts", err)

	submitted := id(`SELECT id FROM live_question WHERE state = 'SUBMITTED' ORDER BY created_at LIMIT 1`)
	_, err = store.PublishLiveQuestion(ctx, viewer(t, database, "odile"), act("publish"), submitted, 1)
	must("Odile publishes a question", err)
	_, err = store.UpvoteLiveQuestion(ctx, guest, act("upvote"), submitted)
	must("the guest wants the answer too", err)
	var turn int
	must("read", database.Get(&turn, `SELECT turn FROM stage WHERE premoderated`))
	_, err = store.StageLiveQuestion(ctx, claire, act("stage"), submitted, turn)
	must("Claire puts it on stage", err)
	_, err = store.AnswerLiveQuestion(ctx, ines, act("answer"), id(`SELECT subject_id FROM task WHERE kind = 'ANSWER_QUESTION' AND assignee_id = '`+string(ines.StaffID)+`'`), "Oui.")
	must("Inès answers as promised", err)

	unconvened := id(`SELECT t.id FROM topic t JOIN forum f ON f.id = t.forum_id WHERE f.phase = 'MARKETPLACE' AND t.convener_id IS NULL`)
	_, err = store.TakeTopic(ctx, ines, act("take"), unconvened)
	must("Inès takes a topic", err)
	_, err = store.StarTopic(ctx, guest, act("star"), unconvened)
	must("the guest stars it", err)
	_, err = store.StarTopic(ctx, guest, act("star"), owed)
	if !network.IsCode(err, network.CodeNotFound) {
		t.Errorf("the guest reaches another gathering: %v", err)
	}
}

// viewer is a persona as the server would see them.
func viewer(t *testing.T, database *sqlx.DB, name string) network.Viewer {
	t.Helper()
	var p struct {
		ID        network.ID          `db:"id"`
		Centre    network.ID          `db:"centre_id"`
		Gathering network.ID          `db:"gathering_id"`
		Job       network.Job         `db:"job"`
		Role      network.NetworkRole `db:"network_role"`
	}
	err := database.Get(&p, `
		SELECT id,
		       centre_id,
		       gathering_id,
		       job,
		       network_role
		  FROM staff_member
		 WHERE email = $1`, name+"@demo.maillage.example")
	if err != nil {
		t.Fatal(err)
	}
	v := network.Viewer{Kind: network.Staff, StaffID: p.ID, CentreID: p.Centre, Job: p.Job, Role: p.Role, GatheringID: p.Gathering, SessionID: p.ID}
	if p.Job == network.JobGuest {
		v.Kind = network.Guest
	}
	return v
}
