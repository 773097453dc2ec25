package graph

import (
	"context"

	"github.com/99designs/gqlgen/graphql"

	"maillage/db"
	"maillage/graph/gen"
	"maillage/network"
)

// Observatory answers cooperation over the network in a period.
func (r *queryResolver) Observatory(ctx context.Context, period gen.PeriodInput, themeID *network.ID) (*gen.Observatory, error) {
	v := network.ViewerFrom(ctx)
	if !network.CanObserve(v) {
		return nil, nil
	}
	o, err := r.Store.Observatory(ctx, v, network.Period{StartsOn: period.StartsOn, EndsOn: period.EndsOn}, one(themeID), wantedOf(ctx))
	if err != nil {
		return nil, err
	}
	return &gen.Observatory{
		StartsOn:             o.Period.StartsOn,
		EndsOn:               o.Period.EndsOn,
		WorkingGroupsByState: each(o.Groups, stateCount),
		JointProjectsByState: each(o.Projects, stateCount),
		Centres: each(o.Centres, func(c db.TiedCentre) *gen.TiedCentre {
			return &gen.TiedCentre{
				CentreID: c.ID, Name: c.Name, ShortName: c.ShortName, Region: c.Region,
				Latitude: c.Latitude, Longitude: c.Longitude, TieCount: c.Ties, Weight: c.Weight,
			}
		}),
		Ties: each(o.Ties, func(t db.PeriodTie) *gen.TiedPair {
			return &gen.TiedPair{CentreID: t.Centre, OtherCentreID: t.Other, FactCount: t.Facts, Weight: t.Weight}
		}),
		Measures: each(o.Measures, func(m db.Measure) *gen.Measure {
			return &gen.Measure{Code: m.Code, Value: m.Value, Before: &m.Before}
		}),
		Forums: each(o.Forums, func(f db.ForumFates) *gen.ForumFates {
			return &gen.ForumFates{
				ForumID: f.Forum, GatheringID: f.Gathering, Name: f.Name, StartsOn: f.StartsOn,
				Fates: each(f.Fates, func(c db.FateCount) *gen.FateCount { return &gen.FateCount{Fate: c.Fate, Count: c.Count} }),
			}
		}),
	}, nil
}

// wantedOf tells which parts of the Observatoire the operation selects.
func wantedOf(ctx context.Context) (want db.ObservatoryParts) {
	for _, f := range graphql.CollectFieldsCtx(ctx, nil) {
		switch f.Name {
		case "workingGroupsByState", "jointProjectsByState":
			want.States = true
		case "centres", "ties":
			want.Ties = true
		case "measures":
			want.Measures = true
		case "forums":
			want.Forums = true
		}
	}
	return want
}

func stateCount(c db.StateCount) *gen.StateCount {
	return &gen.StateCount{State: c.State, Count: c.Count}
}

// each converts a list, which is never null.
func each[A, B any](from []A, convert func(A) B) []B {
	to := make([]B, len(from))
	for i, a := range from {
		to[i] = convert(a)
	}
	return to
}
