package network

import (
	"database/sql/driver"
	"fmt"
)

// ID names one object of the network. It holds the canonical text of a UUID;
// the empty ID means "none". The doors of the house (GraphQL, SQL) refuse any
// other text, so the domain never has to.
type ID string

// UUID reports whether the ID has the canonical form of a UUID, in lower case.
func (id ID) UUID() bool {
	if len(id) != 36 {
		return false
	}
	for i := 0; i < len(id); i++ {
		switch c := id[i]; i {
		case 8, 13, 18, 23:
			if c != '-' {
				return false
			}
		default:
			if (c < '0' || c > '9') && (c < 'a' || c > 'f') {
				return false
			}
		}
	}
	return true
}

// Scan reads a uuid column; null is the empty ID.
func (id *ID) Scan(src any) error {
	switch v := src.(type) {
	case nil:
		*id = ""
	case string:
		*id = ID(v)
	case []byte:
		*id = ID(v)
	default:
		return fmt.Errorf("an id cannot be read from %T", src)
	}
	return nil
}

// Value writes a uuid column.
func (id ID) Value() (driver.Value, error) {
	if id == "" {
		return nil, nil
	}
	return string(id), nil
}
