package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// documents are the operations of the application by their names, each with the
// fragments it uses: a phone of the measurement asks what a real one asks.
type documents map[string]string

var (
	template  = regexp.MustCompile("graphql\\(\\s*`([^`]*)`")
	fragment  = regexp.MustCompile(`fragment\s+(\w+)\s+on`)
	operation = regexp.MustCompile(`(?:query|mutation|subscription)\s+(\w+)`)
	spread    = regexp.MustCompile(`\.\.\.\s*(\w+)`)
)

// readDocuments reads them from the sources below a folder.
func readDocuments(sources string) (documents, error) {
	fragments, found := map[string]string{}, documents{}
	err := filepath.WalkDir(sources, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || strings.Contains(path, ".test.") || !strings.HasSuffix(path, ".ts") && !strings.HasSuffix(path, ".tsx") {
			return err
		}
		text, err := os.ReadFile(path)
		for _, literal := range template.FindAllStringSubmatch(string(text), -1) {
			body := strings.ReplaceAll(literal[1], "@_unmask", "")
			if name := fragment.FindStringSubmatch(body); name != nil {
				fragments[name[1]] = body
			} else if name := operation.FindStringSubmatch(body); name != nil {
				found[name[1]] = body
			}
		}
		return err
	})
	for name, text := range found {
		used := map[string]bool{}
		for pending := []string{text}; len(pending) > 0; pending = pending[1:] {
			for _, s := range spread.FindAllStringSubmatch(pending[0], -1) {
				if body, known := fragments[s[1]]; known && !used[s[1]] {
					used[s[1]] = true
					found[name] += "\n" + body
					pending = append(pending, body)
				}
			}
		}
	}
	for _, name := range asked {
		if found[name] == "" {
			err = errors.Join(err, fmt.Errorf("the application has no operation %s", name))
		}
	}
	return found, err
}

// asked are the operations that the measurement needs.
var asked = []string{"Session", "ForumWall", "ForumMoves", "Events", "MoveForum", "StarTopic", "PlaceTopic", "CheckIn", "CastDots", "CreateWall", "Wall", "WallMoved"}
