package network

import "slices"

// transition refuses a move that the table does not list, naming the state
// the object is in and the moves that are open.
func transition[S ~string](table map[S][]S, from, to S) error {
	if slices.Contains(table[from], to) {
		return nil
	}
	return wrongState(table, from)
}

// wrongState says that an act needs the object in another state.
func wrongState[S ~string](table map[S][]S, in S) *Error {
	open := make([]string, len(table[in]))
	for i, s := range table[in] {
		open[i] = string(s)
	}
	return &Error{Code: CodeInvalidTransition, Key: "wrong_state", State: string(in), Open: open}
}
