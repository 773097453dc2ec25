package network

// DateKind: What a near day is.
type DateKind string

const (
	DateMilestone    DateKind = "MILESTONE"
	DateProjectStart DateKind = "PROJECT_START"
	DateProjectEnd   DateKind = "PROJECT_END"
	DateGathering    DateKind = "GATHERING"
)

// TaskKind: Who asks for what. BY_HAND: a colleague. The others are the system's and close
// themselves: JOIN_GROUP, ADMIT_MEMBER, ACCEPT_GROUP, LEAD_GROUP (a new group waits for
// its lead to say it is at work), WRITE_HARVEST, SIGN_COMMITMENT, COMMIT_PROJECT,
// START_PROJECT, ANSWER_QUESTION (it was promised), KEEP_PLACE (one has come
// free: who moved up from the waiting list keeps it or gives it back).
type TaskKind string

const (
	AsksByHand         TaskKind = "BY_HAND"
	AsksJoinGroup      TaskKind = "JOIN_GROUP"
	AsksAdmitMember    TaskKind = "ADMIT_MEMBER"
	AsksAcceptGroup    TaskKind = "ACCEPT_GROUP"
	AsksLeadGroup      TaskKind = "LEAD_GROUP"
	AsksWriteHarvest   TaskKind = "WRITE_HARVEST"
	AsksSignCommitment TaskKind = "SIGN_COMMITMENT"
	AsksCommitProject  TaskKind = "COMMIT_PROJECT"
	AsksStartProject   TaskKind = "START_PROJECT"
	AsksAnswerQuestion TaskKind = "ANSWER_QUESTION"
	AsksKeepPlace      TaskKind = "KEEP_PLACE"
)

// TaskState: OPEN → DONE | DROPPED.
type TaskState string

const (
	TaskOpen    TaskState = "OPEN"
	TaskDone    TaskState = "DONE"
	TaskDropped TaskState = "DROPPED"
)

// TaskTitleMax bounds what a person asks of another, in characters.
const TaskTitleMax = 200

// Task is what the rules about a task need of it. Author is empty for the
// system's.
type Task struct {
	Kind             TaskKind
	State            TaskState
	Assignee, Author ID
}

var taskTransitions = map[TaskState][]TaskState{
	TaskOpen: {TaskDone, TaskDropped},
}

// asksForAnswer are the requests that only an answer closes.
var asksForAnswer = map[TaskKind]bool{
	AsksJoinGroup:      true,
	AsksAdmitMember:    true,
	AsksAcceptGroup:    true,
	AsksSignCommitment: true,
	AsksAnswerQuestion: true,
	AsksKeepPlace:      true,
}

// CanAddTask lets every team ask.
func CanAddTask(v Viewer) error { return CanActAsStaff(v) }

// CanCompleteTask lets the assignee say that what a colleague asked is done, and
// that they keep a place. What else the system asks closes itself.
func CanCompleteTask(v Viewer, t Task) error {
	switch err := CanAct(v); {
	case err != nil:
		return err
	case v.StaffID != t.Assignee:
		return Forbidden("own_task_only")
	case t.Kind != AsksByHand && t.Kind != AsksKeepPlace:
		return Forbidden("task_closes_itself")
	}
	return transition(taskTransitions, t.State, TaskDone)
}

// CanDropTask lets the assignee and whoever asked give a task up.
func CanDropTask(v Viewer, t Task) error {
	switch err := CanAct(v); {
	case err != nil:
		return err
	case v.StaffID != t.Assignee && v.StaffID != t.Author:
		return Forbidden("own_task_only")
	case asksForAnswer[t.Kind]:
		return Forbidden("task_wants_answer")
	}
	return transition(taskTransitions, t.State, TaskDropped)
}
