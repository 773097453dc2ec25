//go:build !linux

package main

import "syscall"

// diesWithTheTest leaves it to the test's own cleaning up, where the system
// cannot promise more.
func diesWithTheTest() *syscall.SysProcAttr { return nil }
