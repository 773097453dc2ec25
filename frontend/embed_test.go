package frontend

import (
	"net/http"
	"net/http/httptest"
	"testing"
	"testing/fstest"
)

func TestHandlerServesPagesAndKeepsHashedFiles(t *testing.T) {
	app := handler{files: fstest.MapFS{
		"index.html":            {Data: []byte("<!doctype html>")},
		"assets/app-1a2b.js":    {Data: []byte("plain")},
		"assets/app-1a2b.js.br": {Data: []byte("brotli")},
		"assets/app-1a2b.js.gz": {Data: []byte("gzip")},
		"sw.js":                 {Data: []byte("worker")},
		"manifest.webmanifest":  {Data: []byte("{}")},
	}}
	for _, c := range []struct {
		name, method, path, accept      string
		status                          int
		body, encoding, cache, mimeType string
	}{
		{"index", "GET", "/", "", 200, "<!doctype html>", "", "no-cache", "text/html; charset=utf-8"},
		{"a page of the application", "GET", "/groupes/42", "", 200, "<!doctype html>", "", "no-cache", "text/html; charset=utf-8"},
		{"a hashed file", "GET", "/assets/app-1a2b.js", "", 200, "plain", "", "public, max-age=31536000, immutable", "text/javascript; charset=utf-8"},
		{"brotli first", "GET", "/assets/app-1a2b.js", "gzip, br", 200, "brotli", "br", "public, max-age=31536000, immutable", "text/javascript; charset=utf-8"},
		{"gzip when asked", "GET", "/assets/app-1a2b.js", "gzip, br;q=0", 200, "gzip", "gzip", "public, max-age=31536000, immutable", "text/javascript; charset=utf-8"},
		{"a script of a former build", "GET", "/assets/old.js", "", 404, "404 page not found\n", "", "", "text/plain; charset=utf-8"},
		{"the service worker, asked again each time", "GET", "/sw.js", "", 200, "worker", "", "no-cache", "text/javascript; charset=utf-8"},
		{"the manifest", "GET", "/manifest.webmanifest", "", 200, "{}", "", "no-cache", "application/manifest+json"},
		{"a compressed twin by name is a page", "GET", "/index.html.br", "", 200, "<!doctype html>", "", "no-cache", "text/html; charset=utf-8"},
		{"a way out of the folder", "GET", "/../embed.go", "", 200, "<!doctype html>", "", "no-cache", "text/html; charset=utf-8"},
		{"a folder", "GET", "/assets", "", 200, "<!doctype html>", "", "no-cache", "text/html; charset=utf-8"},
		{"a write", "POST", "/", "", 405, "method not allowed\n", "", "", "text/plain; charset=utf-8"},
		{"head", "HEAD", "/", "", 200, "", "", "no-cache", "text/html; charset=utf-8"},
	} {
		t.Run(c.name, func(t *testing.T) {
			request := httptest.NewRequest(c.method, "http://maillage.test"+c.path, nil)
			request.Header.Set("Accept-Encoding", c.accept)
			answer := httptest.NewRecorder()
			app.ServeHTTP(answer, request)
			got := answer.Result()
			if got.StatusCode != c.status || answer.Body.String() != c.body {
				t.Fatalf("got %d %q, want %d %q", got.StatusCode, answer.Body, c.status, c.body)
			}
			for name, want := range map[string]string{
				"Content-Encoding": c.encoding, "Cache-Control": c.cache, "Content-Type": c.mimeType,
			} {
				if value := got.Header.Get(name); value != want {
					t.Errorf("%s is %q, want %q", name, value, want)
				}
			}
		})
	}
}

func TestHandlerSaysWhenTheApplicationIsNotBuilt(t *testing.T) {
	answer := httptest.NewRecorder()
	handler{files: fstest.MapFS{".gitkeep": {}}}.ServeHTTP(answer, httptest.NewRequest("GET", "http://maillage.test/", nil))
	if answer.Code != http.StatusServiceUnavailable {
		t.Fatalf("got %d", answer.Code)
	}
}

func TestHandlerAnswersNoPageInPlaceOfTheServiceWorker(t *testing.T) {
	app := handler{files: fstest.MapFS{"index.html": {Data: []byte("<!doctype html>")}}}
	for _, name := range []string{"/sw.js", "/manifest.webmanifest"} {
		answer := httptest.NewRecorder()
		app.ServeHTTP(answer, httptest.NewRequest("GET", "http://maillage.test"+name, nil))
		if answer.Code != http.StatusNotFound {
			t.Errorf("%s: got %d", name, answer.Code)
		}
	}
}
