package postgres

import (
	"errors"
	"io"
	"os"
	"strings"
)

// openLog opens the file that the server writes to by itself, so that it needs no
// living parent. The previous run's is kept beside it.
func (f *folder) openLog(account account) (*os.File, error) {
	path := f.path("server.log")
	if info, err := os.Lstat(path); err == nil && info.Size() > 0 {
		if err := os.Rename(path, path+".old"); err != nil {
			return nil, explainWrite(f.dir, err)
		}
	}
	log, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return nil, explainWrite(f.dir, err)
	}
	if err := account.own(path); err != nil {
		return nil, errors.Join(err, log.Close())
	}
	return log, nil
}

// logTail returns the last lines of this run's log.
func (f *folder) logTail() string {
	log, err := os.Open(f.path("server.log"))
	if err != nil {
		return ""
	}
	defer log.Close()
	const enough = 2000
	if info, err := log.Stat(); err == nil && info.Size() > enough {
		log.Seek(-enough, io.SeekEnd)
	}
	tail, _ := io.ReadAll(log)
	return strings.TrimSpace(string(tail))
}
