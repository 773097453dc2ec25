//go:build !linux

package postgres

import "syscall"

var useParentDeathSignal = false

// setParentDeathSignal does nothing: only Linux offers it, and nothing rests on it.
func setParentDeathSignal(*syscall.SysProcAttr, syscall.Signal) {}

func inspect(pid int) (processFacts, error) { return inspectWithPS(pid) }
