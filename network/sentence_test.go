package network

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// Every key that the house can put into an error has its sentence.
func TestEveryErrorHasItsSentence(t *testing.T) {
	used := map[string]token.Position{}
	files := token.NewFileSet()
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		switch name := d.Name(); {
		case d.IsDir() && (name == "node_modules" || name == "gen" || name == ".git" || name == ".demo" || name == ".cache"):
			return filepath.SkipDir
		case d.IsDir(), !strings.HasSuffix(name, ".go"), strings.HasSuffix(name, "_test.go"):
			return nil
		}
		file, err := parser.ParseFile(files, path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if key, at := keyIn(n); key != "" {
				used[key] = files.Position(at)
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(used) < 20 {
		t.Fatalf("only %d keys were found: the search is broken", len(used))
	}
	for key, at := range used {
		for _, language := range []string{"fr", "en"} {
			if s := Sentence(language, &Error{Code: "X", Key: key}); s == "X" || s == "" {
				t.Errorf("%s: %q has no sentence in %s", at, key, language)
			}
		}
	}
}

// keyIn finds the key of Invalid(field, key), Forbidden(key) and Error{Key: key}.
func keyIn(n ast.Node) (string, token.Pos) {
	text := func(e ast.Expr) (string, token.Pos) {
		literal, ok := e.(*ast.BasicLit)
		if !ok || literal.Kind != token.STRING {
			return "", 0
		}
		s, err := strconv.Unquote(literal.Value)
		if err != nil {
			return "", 0
		}
		return s, literal.Pos()
	}
	switch n := n.(type) {
	case *ast.CallExpr:
		name := ""
		switch f := n.Fun.(type) {
		case *ast.Ident:
			name = f.Name
		case *ast.SelectorExpr:
			name = f.Sel.Name
		}
		if place := map[string]int{"Invalid": 1, "Forbidden": 0}; (name == "Invalid" || name == "Forbidden") && len(n.Args) > place[name] {
			return text(n.Args[place[name]])
		}
	case *ast.CompositeLit:
		if name, ok := n.Type.(*ast.SelectorExpr); !ok || name.Sel.Name != "Error" {
			if name, ok := n.Type.(*ast.Ident); !ok || name.Name != "Error" {
				return "", 0
			}
		}
		for _, element := range n.Elts {
			pair, ok := element.(*ast.KeyValueExpr)
			if !ok {
				continue
			}
			if k, ok := pair.Key.(*ast.Ident); ok && k.Name == "Key" {
				return text(pair.Value)
			}
		}
	}
	return "", 0
}

func TestSentencesStandOnceAndInBothLanguages(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range catalogues {
		for key, s := range c {
			if seen[key] {
				t.Errorf("%q stands in two catalogues", key)
			}
			seen[key] = true
			if s.fr == "" || s.en == "" {
				t.Errorf("%q lacks a language", key)
			}
			for _, wrong := range []string{"'", " :", " ;", " ?", " !", "..."} {
				if strings.Contains(s.fr, wrong) {
					t.Errorf("%q: %q is not French typography in %q", key, wrong, s.fr)
				}
			}
		}
	}
}
