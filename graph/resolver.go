// Package graph is the contract's door: it decodes what is asked, calls the
// store as the viewer, and hands back what the contract promises. What is read
// from rows is answered by declaration (db/read); what is left are mutations,
// the few computed queries, and the live stream.
package graph

import (
	"maillage/db"
	"maillage/graph/gen"
	"maillage/network"
)

// Resolver is what the resolvers of every noun share.
type Resolver struct {
	Store    *db.Store
	Accounts *db.Accounts
	Journal  *db.Journal
	// MakesPDF says that this house can make a PDF of a document.
	MakesPDF bool
	// ReadsAtOnce bounds the statements of queries under way; 0 does not.
	ReadsAtOnce int
	streams     *streams
	places      chan struct{}
}

// Query has a method for each computed query; the others are declared, and
// never reach a resolver.
func (r *Resolver) Query() gen.QueryResolver { return &queryResolver{Resolver: r} }

// Mutation has a method for each act.
func (r *Resolver) Mutation() gen.MutationResolver { return &mutationResolver{r} }

// Subscription has the live stream.
func (r *Resolver) Subscription() gen.SubscriptionResolver { return &subscriptionResolver{r} }

type queryResolver struct {
	gen.QueryResolver // nil: the declared queries; a test holds that none is missed
	*Resolver
}

type mutationResolver struct{ *Resolver }

type subscriptionResolver struct{ *Resolver }

// act names what a mutation asks of the store.
func act(name string, key network.ID, input any) db.Act {
	return db.Act{Key: key, Name: name, Input: input}
}

// text is a nullable text argument; null is empty.
func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// day is a nullable day; null is none.
func day(d *network.Date) network.Date {
	if d == nil {
		return ""
	}
	return *d
}

// one is a nullable id; null is none.
func one(id *network.ID) network.ID {
	if id == nil {
		return ""
	}
	return *id
}

// orNone is an id that may be none; empty is null.
func orNone(id network.ID) *network.ID {
	if id == "" {
		return nil
	}
	return &id
}
