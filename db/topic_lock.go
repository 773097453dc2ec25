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
		       f.id AS forum_id,
		       f.gathering_id,
		       f.facilitator_id,
		       f.phase,
		       f.conveners_place,
		       f.dots_per_person,
		       f.vote_closed_at IS NOT NULL AS vote_closed,
		       f.version AS forum_version
		  FROM topic t
		  JOIN forum f ON f.id = t.forum_id
		  JOIN staff_member v ON v.id = :viewer_id
		 WHERE t.id = $1
		   AND `+read.Predicate(&topicRead, "t")+`
		   `+lock, id)
	return network.Topic{
		ID:          row.ID,
		Forum:       row.forum(),
		State:       row.State,
		AuthorID:    row.AuthorID,
		ConvenerID:  row.ConvenerID,
		Version:     row.Version,
		Pitched:     row.Pitched,
		CheckedIn:   row.CheckedIn,
		Harvested:   row.Harvested,
		Confirmed:   row.Confirmed,
		GroupOpened: row.GroupOpened,
	}, err
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

// setTopicState moves a topic and, when given, the session that stands for it.
func (t *tx) setTopicState(topic network.ID, to network.TopicState, session network.OccurrenceState) error {
	_, err := t.exec(`
		WITH session AS (
			UPDATE occurrence
			   SET state = $3
			 WHERE topic_id = $1
			   AND state IN ('PLANNED', 'RUNNING', 'ENDED')
			   AND $3 <> ''
		)
		UPDATE topic
		   SET state = $2,
		       pitched_at = CASE WHEN $2 = 'PITCHED' THEN coalesce(pitched_at, :now) ELSE pitched_at END
		 WHERE id = $1`, topic, to, session)
	return err
}
