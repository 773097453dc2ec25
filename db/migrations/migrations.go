// Package migrations holds the database's schema as numbered steps, inside the
// binary, and applies those that are missing.
package migrations

import "embed"

// FS holds the steps. A step that was released never changes: a later one corrects it.
//
//go:embed *.sql
var FS embed.FS
