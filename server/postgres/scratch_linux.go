package postgres

import (
	"os"
	"syscall"
)

// ScratchFolder is where throwaway clusters lie best: in memory where there is
// plenty of it. A database is hundreds of small files, and some file systems take
// their time to make and remove those. TMPDIR, if set, decides instead.
func ScratchFolder() string {
	const shm, plenty = "/dev/shm", 2 << 30
	var room syscall.Statfs_t
	if os.Getenv("TMPDIR") == "" && syscall.Statfs(shm, &room) == nil && room.Bavail*uint64(room.Bsize) > plenty {
		return shm
	}
	return os.TempDir()
}
