package db

import (
	"strings"

	"maillage/db/read"
	"maillage/network"
)

// topicRow is what the rules look at of a topic, as it is selected.
type topicRow struct {
	forumRow
	ID          network.ID         `db:"id"`
	State       network.TopicState `db:"state"`
	AuthorID    network.ID         `db:"author_id"`
	ConvenerID  network.ID         `db:"convener_id"`
	Version     int                `db:"version"`
	Pitched     bool               `db:"pitched"`
	Planned     int                `db:"planned"`
	Held        bool               `db:"held"`
	CheckedIn   bool               `db:"checked_in"`
	Harvested   bool               `db:"harvested"`
	Confirmed   bool               `db:"confirmed"`
	GroupOpened bool               `db:"group_opened"`
}

// lockTopic locks a topic that the viewer may see. Its forum stays in its phase
// until the commit.
func (t *tx) lockTopic(id network.ID) (network.Topic, error) {
	return t.topicForRules(id, "FOR SHARE OF f FOR NO KEY UPDATE OF t")
}

// lockTopicOnBoard locks the whole board with the topic: what is placed, and
// who convenes it, changes one after the other.
func (t *tx) lockTopicOnBoard(id network.ID) (network.Topic, error) {
	return t.topicForRules(id, "FOR NO KEY UPDATE OF f FOR NO KEY UPDATE OF t")
}

// holdTopic keeps a topic and its forum as they are until the commit, and lets
// others do the same.
func (t *tx) holdTopic(id network.ID) (network.Topic, error) {
	return t.topicForRules(id, "FOR SHARE OF f FOR SHARE OF t")
}

// holdTopicForOne is holdTopic, and locks the viewer's own row: what they spend
// over several topics is counted after it, and in which room they are.
func (t *tx) holdTopicForOne(id network.ID) (network.Topic, error) {
	return t.topicForRules(id, "FOR SHARE OF f FOR SHARE OF t FOR NO KEY UPDATE OF v")
}

// topicForRules reads a topic under a lock. The forum is locked first.
func (t *tx) topicForRules(id network.ID, lock string) (network.Topic, error) {
	var row topicRow
	err := t.find(&row, `
		SELECT t.id,
		       t.state,
		       t.author_id,
		       t.convener_id,
		       t.version,
		       t.pitched_at IS NOT NULL AS pitched,
		       `+of(topicCheckedIn, "t")+` AS checked_in,
		       `+of(topicHarvested, "t")+` AS harvested,
		       `+of(topicConfirmed, "t")+` AS confirmed,
		       `+of(topicGroupOpened, "t")+` AS group_opened,
		       `+of(topicPlanned, "t")+` AS planned,
		       `+of(topicHeld, "t")+` AS held,
		       `+forumColumns+`
		  FROM topic t
		  JOIN forum f ON f.id = t.forum_id
		  JOIN staff_member v ON v.id = :viewer_id
		 WHERE t.id = $1
		   AND `+read.Predicate(&topicRead, "t")+`
		   `+lock, id)
	return row.topic(), err
}

func (r topicRow) topic() network.Topic {
	return network.Topic{
		ID:          r.ID,
		Forum:       r.forum(),
		State:       r.State,
		AuthorID:    r.AuthorID,
		ConvenerID:  r.ConvenerID,
		Version:     r.Version,
		Pitched:     r.Pitched,
		Planned:     r.Planned,
		Held:        r.Held,
		CheckedIn:   r.CheckedIn,
		Harvested:   r.Harvested,
		Confirmed:   r.Confirmed,
		GroupOpened: r.GroupOpened,
	}
}

// of puts an expression of a declaration on an alias.
func of(sql, alias string) string { return strings.ReplaceAll(sql, "{}", alias) }

// tellTopic tells a fact about a topic to the teams and to its gathering's guests.
func (t *tx) tellTopic(verb network.EventVerb, topic network.Topic, data EventData) {
	t.tell(Event{
		Verb: verb, Kind: network.ObjectTopic, Object: topic.ID,
		Topic: topic.ID, Gathering: topic.Forum.GatheringID,
		Audience: Audience{WithGuests: true}, Data: data,
	})
}
