//go:build !linux

package postgres

import "os"

// ScratchFolder is where throwaway clusters lie.
func ScratchFolder() string { return os.TempDir() }
