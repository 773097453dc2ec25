package db

import (
	"context"

	"maillage/db/read"
	"maillage/network"
)

// NewWall is a link to a wall just made. Its secret is told here and never
// again: not even to a repeat of the same act.
type NewWall struct {
	ID, Gathering network.ID
	Secret        string `json:"-"`
}

// WallSecret is the secret made of 32 bytes, and what is stored of it.
func WallSecret(random []byte) (secret string, hash []byte) {
	secret = formatSecret(wallPrefix, random)
	hash, _ = hashSecret(wallPrefix, secret)
	return secret, hash
}

// CreateWall makes a link to the wall of a gathering.
func (s *Store) CreateWall(ctx context.Context, v network.Viewer, a Act, gathering network.ID) (NewWall, error) {
	return act(ctx, s, v, a, func(t *tx) (NewWall, error) {
		made := NewWall{ID: newID(), Gathering: gathering}
		if err := t.mayRunWall(gathering); err != nil {
			return made, err
		}
		var hash []byte
		made.Secret, hash = WallSecret(randomBytes(secretBytes))
		added, err := t.exec(`
			INSERT INTO wall_link (id, gathering_id, hash, made_by, made_at)
			SELECT $1, $2, $3, :viewer_id, :now
			 WHERE (SELECT count(*) FROM wall_link WHERE gathering_id = $2 AND revoked_at IS NULL) < $4`,
			made.ID, gathering, hash, network.WallsPerGathering)
		if err != nil {
			return made, err
		}
		if added == 0 {
			return made, &network.Error{Code: network.CodeLimited, Key: "too_many_walls", Values: []any{"max", network.WallsPerGathering}}
		}
		t.tellWall(network.VerbWallMade, gathering)
		return made, nil
	})
}

// mayRunWall asks the rules of a gathering that the viewer may see. It is
// locked, so that two at once do not pass the bound together.
func (t *tx) mayRunWall(gathering network.ID) error {
	var place struct {
		Hosts       bool `db:"hosts"`
		Facilitates bool `db:"facilitates"`
	}
	err := t.find(&place, `
		SELECT `+of(wallHosts, "g")+` AS hosts,
		       `+of(wallFacilitates, "g")+` AS facilitates
		  FROM gathering g
		 WHERE g.id = $1
		   AND `+read.Predicate(&gatheringRead, "g")+`
		   FOR NO KEY UPDATE OF g`, gathering)
	if err != nil {
		return err
	}
	return network.CanRunWall(t.v, network.WallPlace{GatheringID: gathering, Hosts: place.Hosts, Facilitates: place.Facilitates})
}

// RevokeWall ends a link to a wall. Said twice it is noted once.
func (s *Store) RevokeWall(ctx context.Context, v network.Viewer, a Act, link network.ID) (NewWall, error) {
	return act(ctx, s, v, a, func(t *tx) (NewWall, error) {
		revoked := NewWall{ID: link}
		var was struct {
			Gathering network.ID `db:"gathering_id"`
			Alive     bool       `db:"alive"`
		}
		err := t.find(&was, `
			SELECT w.gathering_id,
			       w.revoked_at IS NULL AS alive
			  FROM wall_link w
			 WHERE w.id = $1
			   AND `+read.Predicate(&wallLinkRead, "w")+`
			   FOR UPDATE OF w`, link)
		if err != nil {
			return revoked, err
		}
		revoked.Gathering = was.Gathering
		if err := t.mayRunWall(was.Gathering); err != nil || !was.Alive {
			return revoked, err
		}
		_, err = t.exec(`
			UPDATE wall_link
			   SET revoked_at = :now
			 WHERE id = $1`, link)
		t.tellWall(network.VerbWallRevoked, was.Gathering)
		return revoked, err
	})
}

// tellWall tells the teams that a wall was opened or closed.
func (t *tx) tellWall(verb network.EventVerb, gathering network.ID) {
	t.tell(Event{Verb: verb, Kind: network.ObjectGathering, Object: gathering, Gathering: gathering})
}

// WallOf gives the link that a secret opens and its gathering; NOT_FOUND when
// it opens none.
func (s *Store) WallOf(ctx context.Context, secret string) (link, gathering network.ID, err error) {
	hash, ok := hashSecret(wallPrefix, secret)
	if !ok {
		return "", "", network.NotFound()
	}
	stmt, err := s.statements.prepare(ctx, `
		SELECT id,
		       gathering_id
		  FROM wall_link
		 WHERE hash = $1
		   AND revoked_at IS NULL`)
	if err != nil {
		return "", "", mapError(ctx, err)
	}
	err = s.walls.try(secret, func() error {
		return noneIsNotFound(stmt.QueryRowContext(ctx, hash).Scan(&link, &gathering))
	})
	return link, gathering, mapError(ctx, err)
}

// LookAtWall reads the wall that a secret opens.
func (s *Store) LookAtWall(ctx context.Context, secret string) (*network.Wall, error) {
	link, gathering, err := s.WallOf(ctx, secret)
	if err != nil {
		return nil, err
	}
	if err := s.looks.take(link); err != nil {
		return nil, err
	}
	return s.Wall(ctx, gathering)
}
