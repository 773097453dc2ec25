package main

import "syscall"

// diesWithTheTest makes a server end with its test, however that ends.
func diesWithTheTest() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
}
