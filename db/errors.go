package db

import (
	"context"
	"errors"

	"github.com/lib/pq"

	"maillage/network"
)

// constraintErrors says what a person reads when the database refuses: by the
// name of the constraint, in the order of the migrations. A race that slips
// past the predicates ends here, not in an internal fault.
var constraintErrors = map[string]*network.Error{
	"staff_member_email_unique":             network.Invalid("input.email", "email_taken"),
	"staff_member_given_name_length":        network.Invalid("input.givenName", "too_long", "max", 80),
	"staff_member_family_name_length":       network.Invalid("input.familyName", "too_long", "max", 80),
	"staff_member_bio_length":               network.Invalid("input.bio", "too_long", "max", 2000),
	"gathering_host_centre":                 network.Invalid("input.hostIds", "unknown_centre_hosts"),
	"space_name_unique":                     network.Invalid("input.name", "name_taken"),
	"agenda_release_number_unique":          {Code: network.CodeConflict, Field: "version", Key: "stale_version"},
	"registration_once":                     {Code: network.CodeConflict, Key: "try_again"},
	"registration_needs_length":             network.Invalid("input.needs", "too_long", "max", network.RegistrationNeedsMax),
	"proceedings_foreword_length":           network.Invalid("input.text", "too_long", "max", network.ForewordMax),
	"proceedings_address_unique":            {Code: network.CodeConflict, Key: "try_again"},
	"contribution_title_length":             network.Invalid("input.title", "too_long", "max", network.ContributionTitleMax),
	"contribution_context_length":           network.Invalid("input.context", "too_long", "max", network.ContributionTextMax),
	"contribution_comment_text_length":      network.Invalid("input.text", "too_long", "max", network.CommentTextMax),
	"contribution_answer_text_length":       network.Invalid("input.text", "too_long", "max", network.AnswerTextMax),
	"contribution_answer_once":              {Code: network.CodeConflict, Key: "try_again"},
	"topic_title_length":                    network.Invalid("input.title", "too_long", "max", network.TopicTitleMax),
	"topic_description_length":              network.Invalid("input.description", "too_long", "max", network.TopicDescriptionMax),
	"topic_intended_outcome":                network.Invalid("input.intendedOutcome", "unknown_value"),
	"harvest_said_length":                   network.Invalid("input.said", "too_long", "max", network.HarvestTextMax),
	"harvest_decided_length":                network.Invalid("input.decided", "too_long", "max", network.HarvestTextMax),
	"harvest_next_steps_length":             network.Invalid("input.nextSteps", "too_long", "max", network.HarvestTextMax),
	"harvest_carries_on_length":             network.Invalid("input.carriesOn", "too_long", "max", network.CarriesOnMax),
	"occurrence_cell_unique":                {Code: network.CodeConflict, Field: "input.spaceId", Key: "space_taken"},
	"occurrence_topic_slot_unique":          {Code: network.CodeConflict, Field: "input.slotId", Key: "topic_in_slot"},
	"occurrence_running_unique":             {Code: network.CodeConflict, Key: "try_again"},
	"forum_of_gathering_unique":             {Code: network.CodeConflict, Field: "input.gatheringId", Key: "forum_exists"},
	"forum_name_length":                     network.Invalid("input.name", "too_long", "max", network.ForumNameMax),
	"slot_label_length":                     network.Invalid("input.label", "too_long", "max", network.SlotLabelMax),
	"harvest_of_topic_unique":               {Code: network.CodeConflict, Field: "version", Key: "stale_version"},
	"working_group_name_length":             network.Invalid("input.name", "too_long", "max", network.GroupNameMax),
	"working_group_purpose_length":          network.Invalid("input.purpose", "too_long", "max", network.GroupPurposeMax),
	"working_group_topic_unique":            {Code: network.CodeConflict, Field: "input.topicId", Key: "group_already_opened"},
	"membership_unique":                     {Code: network.CodeConflict, Key: "try_again"},
	"milestone_title_length":                network.Invalid("input.title", "too_long", "max", network.MilestoneTitleMax),
	"group_update_text_length":              network.Invalid("input.text", "too_long", "max", network.UpdateTextMax),
	"task_title_length":                     network.Invalid("input.title", "too_long", "max", network.TaskTitleMax),
	"joint_project_title_length":            network.Invalid("input.title", "too_long", "max", network.ProjectTitleMax),
	"joint_project_term":                    network.Invalid("input.endsOn", "after_start"),
	"partnership_centre":                    network.Invalid("input.centreId", "unknown_centre"),
	"partnership_once":                      {Code: network.CodeConflict, Key: "try_again"},
	"commitment_version_once":               {Code: network.CodeConflict, Key: "try_again"},
	"team_member_staff":                     network.Invalid("input.staffMemberId", "unknown_value"),
	"live_question_text_length":             network.Invalid("input.text", "too_long", "max", network.LiveQuestionTextMax),
	"live_question_rejection_reason_length": network.Invalid("input.reason", "too_long", "max", network.ReasonMax),
	"live_question_answer_length":           network.Invalid("input.answer", "too_long", "max", network.LiveQuestionAnswerMax),
	"live_question_on_stage":                {Code: network.CodeConflict, Field: "input.turn", Key: "stage_changed"},
	"status_report_explained":               network.Invalid("input.explanation", "explain_health"),
}

// mapError turns what the driver says into what a person can act on; what it
// does not know it leaves as it is, for the log.
func mapError(ctx context.Context, err error) error {
	if err == nil {
		return nil
	}
	var told *network.Error
	if errors.As(err, &told) {
		return err
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	var refused *pq.Error
	if !errors.As(err, &refused) {
		return err
	}
	if known, ok := constraintErrors[refused.Constraint]; ok {
		return known
	}
	switch refused.Code {
	case "40001", "40P01", "55P03": // serialization failure, deadlock, lock timeout
		return &network.Error{Code: network.CodeConflict, Key: "try_again"}
	case "57014", "53300": // statement timeout, too many connections
		return &network.Error{Code: network.CodeLimited, Key: "busy"}
	}
	return err
}
