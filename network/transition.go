package network

import "slices"

// transition refuses a move that the table does not list.
func transition[S ~string](table map[S][]S, from, to S) error {
	if slices.Contains(table[from], to) {
		return nil
	}
	return wrongState(table, from)
}

// wrongState says that an act needs the object in another state.
func wrongState[S ~string](table map[S][]S, in S) *Error { return InvalidTransition(in, table[in]) }
