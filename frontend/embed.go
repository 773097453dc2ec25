// Package frontend holds the built application inside the binary and serves it.
package frontend

import (
	"embed"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strings"
)

// dist holds what `npm run build` wrote. A tree in which the app was not built yet holds only a marker, and still compiles.
//
//go:embed all:dist
var dist embed.FS

// Files returns the built application, rooted at its index.html.
func Files() fs.FS {
	files, err := fs.Sub(dist, "dist")
	if err != nil {
		panic(err) // The folder is embedded above: its absence cannot be compiled.
	}
	return files
}

// Built tells whether the application is inside this binary.
func Built() bool {
	_, err := fs.Stat(dist, "dist/index.html")
	return err == nil
}

// Handler serves the application. Files named by their content are kept for ever by browsers; every other path is a page of the
// application and answers index.html, which is asked again each time. What the build compressed is sent as it is.
func Handler() http.Handler {
	return handler{files: Files()}
}

type handler struct{ files fs.FS }

func (h handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "method not allowed", http.StatusMethodNotAllowed)
		return
	}
	name := strings.TrimPrefix(path.Clean("/"+r.URL.Path), "/")
	if !h.isFile(name) {
		// A missing file must not answer a page: an old tab asking for a script of a former build would run HTML.
		// Nor may the service worker's or the manifest's place: a browser would take the page for a fault of the installed application.
		if strings.HasPrefix(name, "assets/") || strings.HasPrefix(name, ".") || name == "sw.js" || name == "manifest.webmanifest" {
			http.NotFound(w, r)
			return
		}
		name = "index.html"
	}
	if !h.isFile(name) {
		http.Error(w, "The application is not built into this binary: run `make build`.", http.StatusServiceUnavailable)
		return
	}
	h.serve(w, r, name)
}

func (h handler) isFile(name string) bool {
	if name == "" || strings.HasPrefix(name, ".") || strings.HasSuffix(name, ".br") || strings.HasSuffix(name, ".gz") {
		return false
	}
	info, err := fs.Stat(h.files, name)
	return err == nil && !info.IsDir()
}

func (h handler) serve(w http.ResponseWriter, r *http.Request, name string) {
	header := w.Header()
	if strings.HasPrefix(name, "assets/") {
		header.Set("Cache-Control", "public, max-age=31536000, immutable")
	} else {
		header.Set("Cache-Control", "no-cache")
	}
	header.Set("X-Content-Type-Options", "nosniff")
	header.Add("Vary", "Accept-Encoding")
	if kind := kindOf(name); kind != "" {
		header.Set("Content-Type", kind)
	}
	for _, packed := range [...]struct{ encoding, suffix string }{{"br", ".br"}, {"gzip", ".gz"}} {
		if !accepts(r.Header.Get("Accept-Encoding"), packed.encoding) {
			continue
		}
		if _, err := fs.Stat(h.files, name+packed.suffix); err == nil {
			header.Set("Content-Encoding", packed.encoding)
			name += packed.suffix
			break
		}
	}
	content, err := fs.ReadFile(h.files, name)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	if tag := tags[name]; tag != "" {
		header.Set("ETag", tag)
		if r.Header.Get("If-None-Match") == tag {
			w.WriteHeader(http.StatusNotModified)
			return
		}
	}
	header.Set("Content-Length", length(content))
	w.WriteHeader(http.StatusOK)
	if r.Method == http.MethodGet {
		_, _ = w.Write(content)
	}
}

// kindOf is the media type of a file; that of the manifest is not in every system's table.
func kindOf(name string) string {
	if path.Ext(name) == ".webmanifest" {
		return "application/manifest+json"
	}
	return mime.TypeByExtension(path.Ext(name))
}
