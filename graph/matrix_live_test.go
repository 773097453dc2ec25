package graph_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"maillage/network"
)

// Who is told of a fact as it happens: those who may read it, and nobody else.
func TestWhoIsToldLive(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	listening := strings.Fields("gu gx mx di dp dx cv co ad")
	teams := "mx di dp dx cv co ad"
	streams := map[string]*stream{}
	for _, who := range listening {
		streams[who] = w.follow(who, "subscription { events { cursor fact { objectId verb } } }")
		if first := streams[who].next(); !strings.Contains(first, `"fact":null`) {
			t.Fatalf("%s is told first %s", who, first)
		}
	}
	type told struct{ verb, object string }
	expected := map[told]string{}
	do := func(row, who, verb, object, audience string) {
		t.Helper()
		a := actOf(t, row)
		w.enter(a.during)
		if answered := w.ask(who, a.text(who, network.ID(uuid.NewString()))); answered.code() != "" {
			t.Fatalf("%s: %s", row, answered.text)
		}
		expected[told{verb, object}] = audience
	}
	do("editJointProject draft", "di", "PROJECT_EDITED", "project editDraft", "di")
	do("editJointProject sent", "di", "PROJECT_EDITED", "project editJointProject", teams)
	do("addAgendaItem", "di", "AGENDA_ITEM_ADDED", "gathering addAgendaItem", "di")
	do("publishAgenda", "di", "AGENDA_PUBLISHED", "gathering publishAgenda", teams)
	do("keepAgendaItem", "dx", "AGENDA_ITEM_KEPT", "gathering", "dx")
	do("castDots", "cv", "DOTS_CAST", "topic castDots", "cv")
	do("completeTask own", "dx", "TASK_DONE", "task completeTask of dx", "dx co")
	do("createAccessToken", "mx", "TOKEN_CREATED", "mx", "mx")
	do("publishLiveQuestion", "di", "LIVE_QUESTION_PUBLISHED", "question publishLiveQuestion", "gu "+teams)
	do("rejectLiveQuestion", "co", "LIVE_QUESTION_REJECTED", "question rejectLiveQuestion", "di co")
	do("editLiveQuestion", "au", "LIVE_QUESTION_EDITED", "question editLiveQuestion", "di co")
	do("postUpdate", "le", "UPDATE_POSTED", "group postUpdate", teams)
	do("editContribution draft", "au", "CONTRIBUTION_EDITED", "contribution editDraft", "")
	do("publishContribution", "au", "CONTRIBUTION_PUBLISHED", "contribution publishContribution", "gu "+teams)
	do("commentContribution", "gu", "CONTRIBUTION_COMMENTED", "contribution commentContribution", "gu "+teams)
	do("moveForum", "fa", "FORUM_MOVED", "forum", "gu "+teams)
	do("starTopic", "au", "TOPIC_STARRED", "topic starTopic", "gu "+teams)
	// Who has been told of the last fact has been told of all before it.
	if answered := w.ask("gx", mutationText("starTopic", network.ID(uuid.NewString()), `topicId: <other topic>`)); answered.code() != "" {
		t.Fatal(answered.text)
	}
	expected[told{"TOPIC_STARRED", "other topic"}] = "gx " + teams
	if answered := w.ask("gu", mutationText("starTopic", network.ID(uuid.NewString()), `topicId: <topic unstarTopic>`)); answered.code() != "" {
		t.Fatal(answered.text)
	}
	expected[told{"TOPIC_STARRED", "topic unstarTopic"}] = "gu " + teams

	for _, who := range listening {
		last := told{"TOPIC_STARRED", "topic unstarTopic"}
		if who == "gx" {
			last.object = "other topic"
		}
		got := map[told]bool{}
		for !got[last] && !t.Failed() {
			var message struct {
				Data struct {
					Events struct {
						Fact struct{ Verb, ObjectID string }
					}
				}
			}
			if err := json.Unmarshal([]byte(streams[who].next()), &message); err != nil {
				t.Fatal(err)
			}
			fact := message.Data.Events.Fact
			for each := range expected {
				if each.verb == fact.Verb && string(idOf(each.object)) == fact.ObjectID {
					got[each] = true
				}
			}
		}
		for each, audience := range expected {
			if may := slices.Contains(strings.Fields(audience), who); may != got[each] {
				t.Errorf("%s is told of %s %s: %v, want %v", who, each.verb, each.object, got[each], may)
			}
		}
	}
}
