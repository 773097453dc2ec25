package network

// CanBring lets teams draft contributions, for a gathering or for none yet,
// and guests for theirs, until it is over.
func CanBring(v Viewer, b Barcamp) error {
	switch err := CanAct(v); {
	case err != nil:
		return err
	case v.Kind == Guest && b.GatheringID == "":
		return Invalid("input.gatheringId", "required")
	case v.Kind == Guest && v.GatheringID != b.GatheringID:
		return NotFound()
	case !b.open():
		return Invalid("input.gatheringId", "barcamp_closed")
	}
	return nil
}

// takesPart lets teams have their part in every contribution, and guests in
// those of their gathering.
func takesPart(v Viewer, c Contribution) error {
	if err := CanAct(v); err != nil {
		return err
	}
	if v.IsStaff() || v.Kind == Guest && c.Barcamp.GatheringID != "" && v.GatheringID == c.Barcamp.GatheringID {
		return nil
	}
	return NotFound()
}

// owns lets the author and the coordinator.
func (c Contribution) owns(v Viewer) error {
	if err := takesPart(v, c); err != nil {
		return err
	}
	if v.StaffID != c.AuthorID && !v.IsCoordinator() {
		return Forbidden("contribution_of_others")
	}
	return nil
}

// runsBarcamp reports whether the viewer runs the barcamp of the gathering: a
// director or an assistant of a host centre, the coordinator.
func (c Contribution) runsBarcamp(v Viewer) bool {
	hosts := v.IsStaff() && c.Barcamp.Hosted && (v.Job == JobDirector || v.Job == JobAdministrativeAssistant)
	return hosts || v.IsCoordinator()
}

// CanEditContribution lets the author and the coordinator rewrite it until an
// answer to it has been promised or accepted.
func CanEditContribution(v Viewer, c Contribution) error {
	if err := c.owns(v); err != nil {
		return err
	}
	return c.in(ContributionDraft, ContributionPublished, ContributionPresented)
}

// CanMoveContribution is CanEditContribution for one that changes gathering: a
// draft may, and one that was shown without a gathering may be brought to one.
func CanMoveContribution(v Viewer, c Contribution, to Barcamp) error {
	if to.GatheringID == c.Barcamp.GatheringID {
		return nil
	}
	if c.State != ContributionDraft && (c.Barcamp.GatheringID != "" || c.State != ContributionPublished) {
		return Invalid("input.gatheringId", "stays_with_gathering")
	}
	return CanBring(v, to)
}

// CanPublishContribution lets the author show a draft, unless its gathering is over.
func CanPublishContribution(v Viewer, c Contribution) error {
	if err := c.owns(v); err != nil {
		return err
	}
	if err := c.goesTo(ContributionPublished); err != nil {
		return err
	}
	if !c.Barcamp.open() {
		return Forbidden("barcamp_closed")
	}
	return nil
}

// CanWithdrawContribution lets the author and the coordinator take it back; it
// stays to be read by those who have seen it.
func CanWithdrawContribution(v Viewer, c Contribution) error {
	if err := c.owns(v); err != nil {
		return err
	}
	return c.goesTo(ContributionWithdrawn)
}

// CanPresentContribution lets whoever runs the barcamp say that it has its turn.
func CanPresentContribution(v Viewer, c Contribution) error {
	if err := takesPart(v, c); err != nil {
		return err
	}
	if !c.runsBarcamp(v) {
		return Forbidden("barcamp_hosts_only")
	}
	if err := c.goesTo(ContributionPresented); err != nil {
		return err
	}
	if c.Barcamp.State != GatheringLive {
		return Forbidden("gathering_not_live")
	}
	return nil
}

// CanSupportContribution lets whoever takes part say, or no longer say, that
// it matters to them too.
func CanSupportContribution(v Viewer, c Contribution) error {
	if err := takesPart(v, c); err != nil {
		return err
	}
	return c.stands()
}

// CanCommentContribution lets whoever takes part say something about it.
func CanCommentContribution(v Viewer, c Contribution) error { return CanSupportContribution(v, c) }

// Comment is what the rules look at of what somebody said.
type Comment struct {
	AuthorID  ID
	Withdrawn bool
}

// CanWithdrawComment lets its author, and the coordinator, take a comment back.
func CanWithdrawComment(v Viewer, c Contribution, said Comment) error {
	if err := takesPart(v, c); err != nil {
		return err
	}
	if v.StaffID != said.AuthorID && !v.IsCoordinator() {
		return Forbidden("comment_of_others")
	}
	if said.Withdrawn {
		return InvalidTransition("WITHDRAWN", []string{})
	}
	return nil
}

// CanAnswerContribution lets whoever takes part answer a question that is
// still without an accepted answer.
func CanAnswerContribution(v Viewer, c Contribution) error {
	if err := takesPart(v, c); err != nil {
		return err
	}
	if c.Kind != ContributionQuestion {
		return Forbidden("questions_only")
	}
	return c.in(ContributionPublished, ContributionPresented, ContributionAnswerPromised)
}

// CanAcceptAnswer lets the author of the question and the coordinator say that
// an answer is the one.
func CanAcceptAnswer(v Viewer, c Contribution) error {
	if err := c.owns(v); err != nil {
		return err
	}
	if c.Kind != ContributionQuestion {
		return Forbidden("questions_only")
	}
	return c.goesTo(ContributionAnswered)
}

// CanPromiseAnswer lets teams promise an answer; see CanPromiseAnswerOf. A
// promise is given anew by who gave it and by who runs the barcamp.
func CanPromiseAnswer(v Viewer, c Contribution) error {
	if err := takesPart(v, c); err != nil {
		return err
	}
	switch {
	case !v.IsStaff():
		return Forbidden("staff_only")
	case c.Kind != ContributionQuestion:
		return Forbidden("questions_only")
	case c.State == ContributionAnswerPromised && v.StaffID != c.PromisedByID && !c.runsBarcamp(v):
		return Forbidden("promised_by_other")
	}
	return c.in(ContributionPublished, ContributionPresented, ContributionAnswerPromised)
}

// CanPromiseAnswerOf is CanPromiseAnswer in somebody's name: everyone promises
// for themselves, who runs the barcamp for a colleague who was asked.
func CanPromiseAnswerOf(v Viewer, c Contribution, who ID) error {
	if err := CanPromiseAnswer(v, c); err != nil {
		return err
	}
	if who != v.StaffID && !c.runsBarcamp(v) {
		return Forbidden("promise_own")
	}
	return nil
}

// CanNamePromiser says whether the viewer may promise in a colleague's name.
func CanNamePromiser(v Viewer, c Contribution) error {
	if err := CanPromiseAnswer(v, c); err != nil {
		return err
	}
	if !c.runsBarcamp(v) {
		return Forbidden("promise_own")
	}
	return nil
}

// CanProposeTopicFrom lets whoever may propose a topic in the forum of the
// contribution's gathering make one of it.
func CanProposeTopicFrom(v Viewer, c Contribution, f Forum) error {
	if err := CanPropose(v, f); err != nil {
		return err
	}
	if f.GatheringID != c.Barcamp.GatheringID {
		return Invalid("input.originId", "not_brought_here")
	}
	return c.stands()
}

// CanRequestWorkingGroupFrom lets whoever may ask for a group ask for one that
// takes a contribution further.
func CanRequestWorkingGroupFrom(v Viewer, c Contribution) error {
	if err := CanRequestWorkingGroup(v); err != nil {
		return err
	}
	return c.stands()
}

// CanDraftFromContribution lets whoever may draft a joint project draft one that
// takes a contribution further.
func CanDraftFromContribution(v Viewer, c Contribution) error {
	if err := CanDraftJointProject(v); err != nil {
		return err
	}
	return c.stands()
}
