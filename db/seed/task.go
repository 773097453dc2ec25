package seed

import (
	"time"

	"github.com/google/uuid"

	"maillage/network"
)

type task struct {
	id              uuid.UUID
	assignee        *person
	author          *person // nil: the system
	kind            network.TaskKind
	state           network.TaskState
	title           string
	due             network.Date
	subjectKind     network.ObjectKind
	subject         uuid.UUID
	created, closed time.Time
}

type taskKey struct {
	kind     network.TaskKind
	subject  uuid.UUID
	assignee *person
}

// ask asks something of people in the system's name, once, while by acts.
func (w *world) ask(at time.Time, by *person, kind network.TaskKind, subjectKind network.ObjectKind, subject uuid.UUID, due network.Date, assignees ...*person) {
	for _, p := range assignees {
		key := taskKey{kind, subject, p}
		if w.open[key] != nil || !p.left.IsZero() && at.After(p.left) {
			continue
		}
		t := &task{id: w.id(at), assignee: p, kind: kind, state: network.TaskOpen, due: due, subjectKind: subjectKind, subject: subject, created: at}
		w.open[key] = t
		w.asked[subject] = append(w.asked[subject], t)
		w.tasks = append(w.tasks, t)
		w.tellTask(at, by, network.VerbTaskAdded, t)
	}
}

// settle closes the system's requests as DONE, drop as DROPPED. The people
// named only, or everybody's when none is.
func (w *world) settle(at time.Time, by *person, kind network.TaskKind, subject uuid.UUID, assignees ...*person) {
	w.closeTasks(at, by, network.TaskDone, network.VerbTaskDone, kind, subject, assignees)
}

func (w *world) drop(at time.Time, by *person, kind network.TaskKind, subject uuid.UUID, assignees ...*person) {
	w.closeTasks(at, by, network.TaskDropped, network.VerbTaskDropped, kind, subject, assignees)
}

// dropAll drops every request of the system about an object that is over.
func (w *world) dropAll(at time.Time, by *person, subject uuid.UUID) {
	for _, kind := range []network.TaskKind{network.AsksJoinGroup, network.AsksAdmitMember, network.AsksAcceptGroup, network.AsksLeadGroup,
		network.AsksWriteHarvest, network.AsksSignCommitment, network.AsksCommitProject, network.AsksStartProject, network.AsksAnswerQuestion,
		network.AsksKeepPlace} {
		w.drop(at, by, kind, subject)
	}
}

func (w *world) closeTasks(at time.Time, by *person, to network.TaskState, verb network.EventVerb, kind network.TaskKind, subject uuid.UUID, assignees []*person) {
	if len(assignees) == 0 {
		for _, t := range w.asked[subject] {
			if t.kind == kind && t.state == network.TaskOpen {
				w.closeTask(at, by, to, verb, t)
			}
		}
		return
	}
	for _, p := range assignees {
		if t := w.open[taskKey{kind, subject, p}]; t != nil {
			w.closeTask(at, by, to, verb, t)
		}
	}
}

func (w *world) closeTask(at time.Time, by *person, to network.TaskState, verb network.EventVerb, t *task) {
	t.state, t.closed = to, at
	delete(w.open, taskKey{t.kind, t.subject, t.assignee})
	w.tellTask(at, by, verb, t)
}

// byHand is what one person asks of another; about a group, a project, a topic or nothing.
func (w *world) byHand(at time.Time, author, assignee *person, title string, due network.Date, kind network.ObjectKind, subject uuid.UUID) *task {
	t := &task{id: w.id(at), assignee: assignee, author: author, kind: network.AsksByHand, state: network.TaskOpen,
		title: fr(title), due: due, subjectKind: kind, subject: subject, created: at}
	w.tasks = append(w.tasks, t)
	w.tellTask(at, author, network.VerbTaskAdded, t)
	return t
}

// done says that a task asked by hand is done.
func (w *world) done(at time.Time, t *task) {
	w.must(t.kind == network.AsksByHand && t.state == network.TaskOpen, "task %q is not open", t.title)
	t.state, t.closed = network.TaskDone, at
	w.tellTask(at, t.assignee, network.VerbTaskDone, t)
}

// tellTask tells those whose task it is, and nobody else.
func (w *world) tellTask(at time.Time, by *person, verb network.EventVerb, t *task) {
	f := fact{at: at, actor: by, verb: verb, kind: network.ObjectTask, object: &t.id, audience: "PERSON", person: t.assignee, excerpt: t.title}
	w.tell(f)
	if t.author != nil && t.author != t.assignee {
		f.person = t.author
		w.tell(f)
	}
}
