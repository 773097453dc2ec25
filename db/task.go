package db

import (
	"context"

	"github.com/lib/pq"

	"maillage/db/read"
	"maillage/network"
)

// TaskWords is what a person asks of another. DueOn and Subject may be empty;
// Subject is a contribution, a live question, a topic, a working group or a joint
// project that its author sees.
type TaskWords struct {
	Title    string
	Assignee network.ID
	DueOn    network.Date
	Subject  network.ID
}

// AddTask asks something of a person, oneself included.
func (s *Store) AddTask(ctx context.Context, v network.Viewer, a Act, w TaskWords) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		if err := network.CanAddTask(v); err != nil {
			return "", err
		}
		title, err := network.CleanLine("input.title", w.Title, network.TaskTitleMax)
		if err != nil {
			return "", err
		}
		if err := t.mustBeColleague("input.assigneeId", w.Assignee); err != nil {
			return "", err
		}
		var kind *network.ObjectKind
		if w.Subject != "" {
			found, err := t.threadKind(w.Subject)
			if err != nil {
				return "", err
			}
			kind = &found
		}
		id := newID()
		_, err = t.exec(`
			INSERT INTO task (id, assignee_id, author_id, kind, title, due_on, subject_kind, subject_id, created_at)
			VALUES ($1, $2, :viewer_id, 'BY_HAND', $3, $4, $5, $6, :now)`,
			id, w.Assignee, title, w.DueOn, kind, w.Subject)
		if err != nil {
			return "", err
		}
		t.tellTask(network.VerbTaskAdded, id, title, w.Assignee, v.StaffID)
		return id, nil
	})
}

// CompleteTask says that a task asked by hand is done.
func (s *Store) CompleteTask(ctx context.Context, v network.Viewer, a Act, task network.ID) (network.ID, error) {
	return s.closeTask(ctx, v, a, task, network.CanCompleteTask, network.TaskDone, network.VerbTaskDone)
}

// DropTask gives a task up.
func (s *Store) DropTask(ctx context.Context, v network.Viewer, a Act, task network.ID) (network.ID, error) {
	return s.closeTask(ctx, v, a, task, network.CanDropTask, network.TaskDropped, network.VerbTaskDropped)
}

func (s *Store) closeTask(ctx context.Context, v network.Viewer, a Act, id network.ID,
	can func(network.Viewer, network.Task) error, to network.TaskState, verb network.EventVerb) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		var locked struct {
			Kind     network.TaskKind  `db:"kind"`
			State    network.TaskState `db:"state"`
			Assignee network.ID        `db:"assignee_id"`
			Author   network.ID        `db:"author_id"`
			Title    string            `db:"title"`
			Subject  network.ID        `db:"subject_id"`
		}
		err := t.find(&locked, `
			SELECT k.kind,
			       k.state,
			       k.assignee_id,
			       k.author_id,
			       k.title,
			       k.subject_id
			  FROM task k
			 WHERE k.id = $1
			   AND `+read.Predicate(&taskRead, "k")+`
			   FOR UPDATE`, id)
		if err != nil {
			return "", err
		}
		if err := can(v, network.Task{Kind: locked.Kind, State: locked.State, Assignee: locked.Assignee, Author: locked.Author}); err != nil {
			return "", err
		}
		_, err = t.exec(`
			UPDATE task
			   SET state = $2,
			       closed_at = :now,
			       version = version + 1
			 WHERE id = $1`, id, to)
		if err != nil {
			return "", err
		}
		t.tellTask(verb, id, locked.Title, locked.Assignee, locked.Author)
		if locked.Kind == network.AsksKeepPlace {
			err = t.tellKept(locked.Subject)
		}
		return id, err
	})
}

// ask asks something of people in the system's name, once: who has the same
// request open keeps it, closed accounts are passed over.
func (t *tx) ask(kind network.TaskKind, subjectKind network.ObjectKind, subject network.ID, dueOn network.Date, assignees ...network.ID) error {
	if len(assignees) == 0 {
		return nil
	}
	ids := make([]network.ID, len(assignees))
	for i := range ids {
		ids[i] = newID()
	}
	var asked []taskOf
	err := t.list(&asked, `
		INSERT INTO task (id, assignee_id, kind, due_on, subject_kind, subject_id, created_at)
		SELECT a.id, s.id, $3, $4, $5, $6, :now
		  FROM unnest($1::uuid[], $2::uuid[]) AS a (id, assignee_id)
		  JOIN staff_member s ON s.id = a.assignee_id AND s.active
		ON CONFLICT (subject_id, kind, assignee_id) WHERE state = 'OPEN' AND author_id IS NULL DO NOTHING
		RETURNING id,
		          assignee_id`,
		pq.Array(ids), pq.Array(assignees), kind, dueOn, subjectKind, subject)
	return t.tellTasks(network.VerbTaskAdded, asked, err)
}

// askCoordination is ask of whoever coordinates the network.
func (t *tx) askCoordination(kind network.TaskKind, subjectKind network.ObjectKind, subject network.ID) error {
	var coordinators []network.ID
	err := t.list(&coordinators, `
		SELECT id
		  FROM staff_member
		 WHERE network_role = 'COORDINATOR'
		   AND active`)
	if err != nil {
		return err
	}
	return t.ask(kind, subjectKind, subject, "", coordinators...)
}

// settle closes the system's requests of a kind about an object as DONE: those
// of the given people, or everybody's when none is named.
func (t *tx) settle(kind network.TaskKind, subject network.ID, assignees ...network.ID) error {
	_, err := t.closeTasks(network.TaskDone, network.VerbTaskDone, subject, []network.TaskKind{kind}, assignees)
	return err
}

// withdrawTasks is settle for what need no longer be done: DROPPED.
func (t *tx) withdrawTasks(kind network.TaskKind, subject network.ID, assignees ...network.ID) error {
	_, err := t.closeTasks(network.TaskDropped, network.VerbTaskDropped, subject, []network.TaskKind{kind}, assignees)
	return err
}

// closeTasks closes the system's open requests about an object: of every kind
// when kinds is nil, of everybody when assignees is.
func (t *tx) closeTasks(to network.TaskState, verb network.EventVerb, subject network.ID, kinds []network.TaskKind, assignees []network.ID) (closed []taskOf, err error) {
	err = t.list(&closed, `
		UPDATE task
		   SET state = $1,
		       closed_at = :now,
		       version = version + 1
		 WHERE subject_id = $2
		   AND state = 'OPEN'
		   AND author_id IS NULL
		   AND ($3::text[] IS NULL OR kind = ANY($3::text[]))
		   AND ($4::uuid[] IS NULL OR assignee_id = ANY($4::uuid[]))
		RETURNING id,
		          assignee_id`, to, subject, pq.Array(kinds), pq.Array(assignees))
	return closed, t.tellTasks(verb, closed, err)
}

type taskOf struct {
	ID       network.ID `db:"id"`
	Assignee network.ID `db:"assignee_id"`
}

func (t *tx) tellTasks(verb network.EventVerb, tasks []taskOf, err error) error {
	for _, task := range tasks {
		t.tellTask(verb, task.ID, "", task.Assignee, "")
	}
	return err
}

// tellTask tells those whose task it is, and nobody else.
func (t *tx) tellTask(verb network.EventVerb, task network.ID, title string, assignee, author network.ID) {
	told := Event{Verb: verb, Kind: network.ObjectTask, Object: task, Audience: Audience{Person: assignee}, Data: EventData{Excerpt: title}}
	t.tell(told)
	if author != "" && author != assignee {
		told.Audience.Person = author
		t.tell(told)
	}
}

// mustBeColleague refuses a person who is no member of a team, or no longer.
func (t *tx) mustBeColleague(field string, person network.ID) error {
	var ok bool
	err := t.get(&ok, `
		SELECT EXISTS (
			SELECT
			  FROM staff_member
			 WHERE id = $1
			   AND active
			   AND job <> 'GUEST')`, person)
	if err == nil && !ok {
		return network.Invalid(field, "not_a_colleague")
	}
	return err
}

// threadKind tells what an object of the thread is, if the viewer may see it.
func (t *tx) threadKind(id network.ID) (network.ObjectKind, error) {
	var kind network.ObjectKind
	err := t.find(&kind, `
		SELECT 'LIVE_QUESTION'
		  FROM live_question o
		 WHERE o.id = $1
		   AND `+read.Predicate(&liveQuestionRead, "o")+`
		UNION ALL
		SELECT 'CONTRIBUTION'
		  FROM contribution o
		 WHERE o.id = $1
		   AND `+read.Predicate(&contributionRead, "o")+`
		UNION ALL
		SELECT 'TOPIC'
		  FROM topic o
		 WHERE o.id = $1
		   AND `+read.Predicate(&topicRead, "o")+`
		UNION ALL
		SELECT 'WORKING_GROUP'
		  FROM working_group o
		 WHERE o.id = $1
		   AND `+read.Predicate(&workingGroupRead, "o")+`
		UNION ALL
		SELECT 'JOINT_PROJECT'
		  FROM joint_project o
		 WHERE o.id = $1
		   AND `+read.Predicate(&jointProjectRead, "o"), id)
	return kind, err
}
