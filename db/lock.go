package db

import "maillage/network"

// allowed locks what an act is about, as lock does, and asks the act's rule of
// it. What was locked comes with a refusal too: see upToDate.
func allowed[L any](t *tx, lock func(network.ID) (L, error), id network.ID, rule func(network.Viewer, L) error) (L, error) {
	locked, err := lock(id)
	if err != nil {
		return locked, err
	}
	return locked, rule(t.v, locked)
}

// allowedBy is allowed for a row that says what the rules look at.
func allowedBy[L interface{ rules() R }, R any](t *tx, lock func(network.ID) (L, error), id network.ID, rule func(network.Viewer, R) error) (L, error) {
	return allowed(t, lock, id, func(v network.Viewer, locked L) error { return rule(v, locked.rules()) })
}

// upToDate refuses, beside what allowed refuses, an act upon a version that has passed. What the viewer may
// never do is said first; what the newer state forbids is not, since they have
// not seen it.
func upToDate(refused error, stored, seen int) error {
	if stored != seen && (refused == nil || network.IsCode(refused, network.CodeInvalidTransition)) {
		return network.Conflict(stored)
	}
	return refused
}
