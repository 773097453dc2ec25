package graph

import (
	"context"

	"maillage/db"
	"maillage/graph/gen"
	"maillage/network"
)

func projectRef(id network.ID) *gen.JointProject { return &gen.JointProject{ID: id} }

// DraftJointProject drafts a project led by the viewer's centre.
func (r *mutationResolver) DraftJointProject(ctx context.Context, input gen.DraftJointProjectInput) (*gen.DraftJointProjectPayload, error) {
	id, err := r.Store.DraftJointProject(ctx, network.ViewerFrom(ctx), act("draftJointProject", input.ClientMutationID, input), db.ProjectDraft{
		ProjectText: network.ProjectText{
			Title:           input.Title,
			Purpose:         input.Purpose,
			ExpectedResults: input.ExpectedResults,
			StartsOn:        input.StartsOn,
			EndsOn:          input.EndsOn,
			MinimumPartners: input.MinimumPartners,
		},
		Origin:     one(input.OriginID),
		Themes:     input.ThemeIds,
		PersonDays: input.PersonDays,
		Money:      input.Money,
	})
	if err != nil {
		return nil, err
	}
	return &gen.DraftJointProjectPayload{JointProject: projectRef(id)}, nil
}

// EditJointProject rewrites the proposal.
func (r *mutationResolver) EditJointProject(ctx context.Context, input gen.EditJointProjectInput) (*gen.EditJointProjectPayload, error) {
	id, err := r.Store.EditJointProject(ctx, network.ViewerFrom(ctx), act("editJointProject", input.ClientMutationID, input),
		input.JointProjectID, input.Version, network.ProjectText{
			Title:           input.Title,
			Purpose:         input.Purpose,
			ExpectedResults: input.ExpectedResults,
			StartsOn:        input.StartsOn,
			EndsOn:          input.EndsOn,
			MinimumPartners: input.MinimumPartners,
		}, input.ThemeIds)
	if err != nil {
		return nil, err
	}
	return &gen.EditJointProjectPayload{JointProject: projectRef(id)}, nil
}

// ProposePartner adds a centre to the proposal, or changes what it is asked.
func (r *mutationResolver) ProposePartner(ctx context.Context, input gen.ProposePartnerInput) (*gen.ProposePartnerPayload, error) {
	done, err := r.Store.ProposePartner(ctx, network.ViewerFrom(ctx), act("proposePartner", input.ClientMutationID, input),
		input.JointProjectID, input.CentreID, network.Terms{
			Role:       input.Role,
			PersonDays: input.PersonDays,
			Money:      input.Money,
			Conditions: text(input.Conditions),
		})
	if err != nil {
		return nil, err
	}
	return &gen.ProposePartnerPayload{JointProject: projectRef(done.Project), Partnership: &gen.Partnership{ID: done.Partnership}}, nil
}

// RemovePartner takes a centre off the proposal.
func (r *mutationResolver) RemovePartner(ctx context.Context, input gen.RemovePartnerInput) (*gen.RemovePartnerPayload, error) {
	id, err := r.Store.RemovePartner(ctx, network.ViewerFrom(ctx), act("removePartner", input.ClientMutationID, input), input.PartnershipID)
	if err != nil {
		return nil, err
	}
	return &gen.RemovePartnerPayload{JointProject: projectRef(id)}, nil
}

// SendJointProject sends the proposal to every centre in it.
func (r *mutationResolver) SendJointProject(ctx context.Context, input gen.SendJointProjectInput) (*gen.SendJointProjectPayload, error) {
	id, err := r.Store.SendJointProject(ctx, network.ViewerFrom(ctx), act("sendJointProject", input.ClientMutationID, input), input.JointProjectID, input.Version)
	if err != nil {
		return nil, err
	}
	return &gen.SendJointProjectPayload{JointProject: projectRef(id)}, nil
}

// SignCommitment signs for the viewer's own centre.
func (r *mutationResolver) SignCommitment(ctx context.Context, input gen.SignCommitmentInput) (*gen.SignCommitmentPayload, error) {
	done, err := r.Store.SignCommitment(ctx, network.ViewerFrom(ctx), act("signCommitment", input.ClientMutationID, input), input.PartnershipID, input.CommitmentVersion)
	if err != nil {
		return nil, err
	}
	return &gen.SignCommitmentPayload{JointProject: projectRef(done.Project), Partnership: &gen.Partnership{ID: done.Partnership}}, nil
}

// DeclineCommitment declines for the viewer's own centre.
func (r *mutationResolver) DeclineCommitment(ctx context.Context, input gen.DeclineCommitmentInput) (*gen.DeclineCommitmentPayload, error) {
	done, err := r.Store.DeclineCommitment(ctx, network.ViewerFrom(ctx), act("declineCommitment", input.ClientMutationID, input), input.PartnershipID, input.Reason)
	if err != nil {
		return nil, err
	}
	return &gen.DeclineCommitmentPayload{JointProject: projectRef(done.Project), Partnership: &gen.Partnership{ID: done.Partnership}}, nil
}

// WithdrawCommitment takes the viewer's own centre out.
func (r *mutationResolver) WithdrawCommitment(ctx context.Context, input gen.WithdrawCommitmentInput) (*gen.WithdrawCommitmentPayload, error) {
	done, err := r.Store.WithdrawCommitment(ctx, network.ViewerFrom(ctx), act("withdrawCommitment", input.ClientMutationID, input), input.PartnershipID, input.Reason)
	if err != nil {
		return nil, err
	}
	return &gen.WithdrawCommitmentPayload{JointProject: projectRef(done.Project), Partnership: &gen.Partnership{ID: done.Partnership}}, nil
}

// CommitJointProject binds whoever has signed.
func (r *mutationResolver) CommitJointProject(ctx context.Context, input gen.CommitJointProjectInput) (*gen.CommitJointProjectPayload, error) {
	id, err := r.Store.CommitJointProject(ctx, network.ViewerFrom(ctx), act("commitJointProject", input.ClientMutationID, input), input.JointProjectID, input.Version)
	if err != nil {
		return nil, err
	}
	return &gen.CommitJointProjectPayload{JointProject: projectRef(id)}, nil
}

// StartJointProject begins the work.
func (r *mutationResolver) StartJointProject(ctx context.Context, input gen.StartJointProjectInput) (*gen.StartJointProjectPayload, error) {
	id, err := r.Store.StartJointProject(ctx, network.ViewerFrom(ctx), act("startJointProject", input.ClientMutationID, input), input.JointProjectID, input.Version)
	if err != nil {
		return nil, err
	}
	return &gen.StartJointProjectPayload{JointProject: projectRef(id)}, nil
}

// SuspendJointProject interrupts the work.
func (r *mutationResolver) SuspendJointProject(ctx context.Context, input gen.SuspendJointProjectInput) (*gen.SuspendJointProjectPayload, error) {
	id, err := r.Store.SuspendJointProject(ctx, network.ViewerFrom(ctx), act("suspendJointProject", input.ClientMutationID, input), input.JointProjectID, input.Version, input.Reason)
	if err != nil {
		return nil, err
	}
	return &gen.SuspendJointProjectPayload{JointProject: projectRef(id)}, nil
}

// ResumeJointProject takes the work up again.
func (r *mutationResolver) ResumeJointProject(ctx context.Context, input gen.ResumeJointProjectInput) (*gen.ResumeJointProjectPayload, error) {
	id, err := r.Store.ResumeJointProject(ctx, network.ViewerFrom(ctx), act("resumeJointProject", input.ClientMutationID, input), input.JointProjectID, input.Version)
	if err != nil {
		return nil, err
	}
	return &gen.ResumeJointProjectPayload{JointProject: projectRef(id)}, nil
}

// CompleteJointProject ends the work with what came of it.
func (r *mutationResolver) CompleteJointProject(ctx context.Context, input gen.CompleteJointProjectInput) (*gen.CompleteJointProjectPayload, error) {
	id, err := r.Store.CompleteJointProject(ctx, network.ViewerFrom(ctx), act("completeJointProject", input.ClientMutationID, input), input.JointProjectID, input.Version, input.Summary)
	if err != nil {
		return nil, err
	}
	return &gen.CompleteJointProjectPayload{JointProject: projectRef(id)}, nil
}

// AbandonJointProject gives the project up.
func (r *mutationResolver) AbandonJointProject(ctx context.Context, input gen.AbandonJointProjectInput) (*gen.AbandonJointProjectPayload, error) {
	id, err := r.Store.AbandonJointProject(ctx, network.ViewerFrom(ctx), act("abandonJointProject", input.ClientMutationID, input), input.JointProjectID, input.Version, input.Reason)
	if err != nil {
		return nil, err
	}
	return &gen.AbandonJointProjectPayload{JointProject: projectRef(id)}, nil
}

// SetTeamMember adds a person to the team, or changes their role.
func (r *mutationResolver) SetTeamMember(ctx context.Context, input gen.SetTeamMemberInput) (*gen.SetTeamMemberPayload, error) {
	id, err := r.Store.SetTeamMember(ctx, network.ViewerFrom(ctx), act("setTeamMember", input.ClientMutationID, input), input.JointProjectID, input.StaffMemberID, input.Role)
	if err != nil {
		return nil, err
	}
	return &gen.SetTeamMemberPayload{JointProject: projectRef(id)}, nil
}

// RemoveTeamMember takes a person off the team.
func (r *mutationResolver) RemoveTeamMember(ctx context.Context, input gen.RemoveTeamMemberInput) (*gen.RemoveTeamMemberPayload, error) {
	id, err := r.Store.RemoveTeamMember(ctx, network.ViewerFrom(ctx), act("removeTeamMember", input.ClientMutationID, input), input.JointProjectID, input.StaffMemberID)
	if err != nil {
		return nil, err
	}
	return &gen.RemoveTeamMemberPayload{JointProject: projectRef(id)}, nil
}

// PostStatusReport tells where a project at work stands.
func (r *mutationResolver) PostStatusReport(ctx context.Context, input gen.PostStatusReportInput) (*gen.PostStatusReportPayload, error) {
	done, err := r.Store.PostStatusReport(ctx, network.ViewerFrom(ctx), act("postStatusReport", input.ClientMutationID, input), input.JointProjectID, network.StatusReport{
		Health:         input.Health,
		Explanation:    text(input.Explanation),
		Done:           input.Done,
		Next:           input.Next,
		PeriodStartsOn: input.PeriodStartsOn,
		PeriodEndsOn:   input.PeriodEndsOn,
	})
	if err != nil {
		return nil, err
	}
	return &gen.PostStatusReportPayload{JointProject: projectRef(done.Project), StatusReport: &gen.StatusReport{ID: done.Report}}, nil
}
