package db

import (
	"context"

	"maillage/network"
)

// ReportResult is what posting a status report answers with.
type ReportResult struct {
	Project network.ID
	Report  network.ID
}

// PostStatusReport tells where a project at work stands.
func (s *Store) PostStatusReport(ctx context.Context, v network.Viewer, a Act, id network.ID, r network.StatusReport) (ReportResult, error) {
	return act(ctx, s, v, a, func(t *tx) (ReportResult, error) {
		var none ReportResult
		if err := r.Validate(); err != nil {
			return none, err
		}
		p, err := allowedBy(t, t.lockProject, id, network.CanPostStatusReport)
		if err != nil {
			return none, err
		}
		report := newID()
		_, err = t.exec(`
			WITH touched AS (
				UPDATE joint_project
				   SET last_activity_at = :now
				 WHERE id = $2
			)
			INSERT INTO status_report (id, joint_project_id, author_id, health, explanation, done, next, period_starts_on, period_ends_on, created_at)
			VALUES ($1, $2, :viewer_id, $3, $4, $5, $6, $7, $8, :now)`,
			report, id, r.Health, r.Explanation, r.Done, r.Next, r.PeriodStartsOn, r.PeriodEndsOn)
		if err != nil {
			return none, err
		}
		said := r.Done
		if said == "" {
			said = r.Next
		}
		t.tellProject(network.VerbStatusReported, p, v.CentreID, EventData{To: string(r.Health), Excerpt: said})
		return ReportResult{id, report}, nil
	})
}
