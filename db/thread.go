package db

import "maillage/network"

// link notes that one object came from another. Said twice it is noted once.
func (t *tx) link(fromKind network.ObjectKind, from network.ID, toKind network.ObjectKind, to network.ID) error {
	_, err := t.exec(`
		INSERT INTO thread_edge (from_kind, from_id, to_kind, to_id, at)
		VALUES ($1, $2, $3, $4, :now)
		ON CONFLICT (from_id, to_id) DO NOTHING`, fromKind, from, toKind, to)
	return err
}
