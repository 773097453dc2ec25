package db

import (
	"maillage/db/read"
	"maillage/network"
)

// ruled is what the rules of a noun look at of a row that is read: of makes it
// of the columns it needs.
type ruled[T any] struct {
	needs []string
	of    func(network.Viewer, read.Row) T
}

// computed declares a field that follows from what the rules look at.
func (r ruled[T]) computed(value func(network.Viewer, T) any) read.Computed {
	return read.Computed{Needs: r.needs, Value: func(v network.Viewer, row read.Row) any { return value(v, r.of(v, row)) }}
}

// right declares a field that says whether the viewer may.
func (r ruled[T]) right(can func(network.Viewer, T) error) read.Computed {
	return r.computed(func(v network.Viewer, what T) any { return can(v, what) == nil })
}
