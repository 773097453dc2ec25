package db

import (
	"encoding/json"

	"maillage/db/read"
	"maillage/network"
)

// Event is one fact of the journal, as the act that makes it true tells it.
// Object, and the other objects concerned, are by id.
type Event struct {
	Verb         network.EventVerb
	Kind         network.ObjectKind
	Object       network.ID
	Centre       network.ID
	Gathering    network.ID
	Topic        network.ID
	WorkingGroup network.ID
	JointProject network.ID
	Audience     Audience
	// Unnamed leaves out who did it, even for those who read the journal itself.
	Unnamed bool
	// Data is before and after, and the first words of what was written.
	Data EventData
}

// EventData is what changed.
type EventData struct {
	From    string `json:"from,omitempty"`
	To      string `json:"to,omitempty"`
	Excerpt string `json:"excerpt,omitempty"`
	// Subject is the other person concerned: who was invited, admitted, given a role.
	Subject network.ID `json:"subject,omitempty"`
	// SessionsEnded is how many an account had when it was closed, for an inquiry.
	SessionsEnded int `json:"sessionsEnded,omitempty"`
}

// Audience is who may read a fact. The zero value is every team.
type Audience struct {
	// WithGuests adds the guests of the event's gathering.
	WithGuests bool
	// Centres limits it to these teams: nobody else knows of a draft.
	Centres []network.ID
	// Editors limits it further, to those who run a gathering that Centres
	// host: network.CanRunGathering.
	Editors bool
	// Person limits it to one person.
	Person network.ID
}

func (a Audience) name() string {
	switch {
	case a.Person != "":
		return "PERSON"
	case a.Editors:
		return "EDITORS"
	case len(a.Centres) > 0:
		return "CENTRES"
	case a.WithGuests:
		return "GATHERING"
	}
	return "STAFF"
}

// excerpt is the first words of a text, for feeds.
func excerpt(text string) string {
	const most = 240
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most-1]) + "…"
	}
	return text
}

// tell notes a fact; it is written with the act's result, just before the commit.
func (t *tx) tell(e Event) { t.events = append(t.events, e) }

// finish writes the facts and the act's result in one statement.
func (t *tx) finish(a Act, hash []byte, result any) error {
	facts, err := t.facts()
	if err != nil {
		return err
	}
	answer, err := json.Marshal(result)
	if err != nil {
		return err
	}
	_, err = t.exec(`
		WITH fact AS (`+insertFacts+`
		)
		INSERT INTO mutation_result (staff_id, key, name, body_hash, result, at)
		VALUES (:viewer_id, $2, $3, $4, $5, :now)`,
		facts, a.Key, a.Name, hash, string(answer))
	return err
}

// insertFacts writes the facts of $1 to the journal, in their order.
const insertFacts = `
			INSERT INTO event (at, actor_id, verb, object_kind, object_id, centre_id, gathering_id, topic_id,
			                   working_group_id, joint_project_id, audience, audience_centres, for_staff_id, data)
			SELECT :now, CASE WHEN NOT f.unnamed THEN :viewer_id END, f.verb, f.object_kind, f.object_id, f.centre_id, f.gathering_id, f.topic_id,
			       f.working_group_id, f.joint_project_id, f.audience, f.audience_centres, f.for_staff_id, f.data
			  FROM ROWS FROM (jsonb_to_recordset($1) AS
			       (verb text, object_kind text, object_id uuid, centre_id uuid, gathering_id uuid, topic_id uuid,
			        working_group_id uuid, joint_project_id uuid, audience text, audience_centres uuid[],
			        for_staff_id uuid, unnamed boolean, data jsonb)) WITH ORDINALITY AS f
			       (verb, object_kind, object_id, centre_id, gathering_id, topic_id, working_group_id, joint_project_id,
			        audience, audience_centres, for_staff_id, unnamed, data, place)
			 ORDER BY f.place`

// facts are the facts told so far, as insertFacts takes them.
func (t *tx) facts() (string, error) {
	type row struct {
		Verb         network.EventVerb  `json:"verb"`
		Kind         network.ObjectKind `json:"object_kind"`
		Object       network.ID         `json:"object_id"`
		Centre       *network.ID        `json:"centre_id"`
		Gathering    *network.ID        `json:"gathering_id"`
		Topic        *network.ID        `json:"topic_id"`
		WorkingGroup *network.ID        `json:"working_group_id"`
		JointProject *network.ID        `json:"joint_project_id"`
		Audience     string             `json:"audience"`
		Centres      []network.ID       `json:"audience_centres"`
		Person       *network.ID        `json:"for_staff_id"`
		Unnamed      bool               `json:"unnamed"`
		Data         EventData          `json:"data"`
	}
	rows := make([]row, len(t.events))
	for i, e := range t.events {
		e.Data.Excerpt = excerpt(e.Data.Excerpt)
		rows[i] = row{e.Verb, e.Kind, e.Object, orNull(e.Centre), orNull(e.Gathering), orNull(e.Topic),
			orNull(e.WorkingGroup), orNull(e.JointProject), e.Audience.name(), e.Audience.Centres, orNull(e.Audience.Person), e.Unnamed, e.Data}
	}
	text, err := json.Marshal(rows)
	return string(text), err
}

func orNull(id network.ID) *network.ID {
	if id == "" {
		return nil
	}
	return &id
}

// eventVisible says who may read a fact; it is Audience in SQL.
const eventVisible = `CASE {}.audience
	WHEN 'STAFF' THEN :viewer_kind = 'STAFF'
	WHEN 'GATHERING' THEN :viewer_kind = 'STAFF' OR (:viewer_kind = 'GUEST' AND {}.gathering_id = :viewer_gathering)
	WHEN 'CENTRES' THEN :viewer_kind = 'STAFF' AND :viewer_centre = ANY({}.audience_centres)
	WHEN 'EDITORS' THEN :viewer_kind = 'STAFF' AND (:viewer_role = 'COORDINATOR'
		OR (:viewer_job IN ('DIRECTOR', 'ADMINISTRATIVE_ASSISTANT') AND :viewer_centre = ANY({}.audience_centres)))
	WHEN 'PERSON' THEN {}.for_staff_id = :viewer_id
	ELSE false END`

// newestEvents is the order of feeds.
var newestEvents = map[string][]read.Term{"": {{SQL: "{}.id", Cast: "bigint", Kind: read.Int, Desc: true}}}

// eventsOf is the feed of an object, by the journal's column that names it.
func eventsOf(column string) read.Many {
	return read.Many{Type: named("Event"), Parent: "{}." + column, Orders: newestEvents}
}

var eventRead = read.Type{
	Name:    "Event",
	Table:   "event",
	KeyCast: "bigint",
	Visible: eventVisible,
	Fields: map[string]read.Field{
		"id":         read.Column{SQL: "{}.id::text"},
		"at":         read.Column{Kind: read.Time},
		"verb":       read.Column{},
		"actor":      read.One{Type: named("StaffMember"), Column: "actor_id"},
		"objectKind": read.Column{},
		"objectId":   read.Column{},
		"object": read.Poly{
			Kind: "{}.object_kind",
			ID:   "{}.object_id",
			Types: map[string]func() *read.Type{
				"GATHERING":     named("Gathering"),
				"LIVE_QUESTION": named("LiveQuestion"),
				"CONTRIBUTION":  named("Contribution"),
				"TOPIC":         named("Topic"),
				"WORKING_GROUP": named("WorkingGroup"),
				"JOINT_PROJECT": named("JointProject"),
				"FORUM":         named("Forum"),
				"STAFF_MEMBER":  named("StaffMember"),
				"CENTRE":        named("Centre"),
			},
		},
		"from":    read.Column{SQL: "{}.data->>'from'"},
		"to":      read.Column{SQL: "{}.data->>'to'"},
		"excerpt": read.Column{SQL: "coalesce({}.data->>'excerpt', '')"},
	},
}
