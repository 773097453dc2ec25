package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"

	"maillage/db"
)

// serveFloor is the floor's own process: each operation's statement, prepared
// once per connection, its JSON written as it comes. It is given the operations
// as text, so that it needs nothing of the network.
func serveFloor(url, operations string) error {
	database, err := db.Open(context.Background(), url, 16)
	if err != nil {
		return err
	}
	var statements map[string]string
	if err := json.Unmarshal([]byte(operations), &statements); err != nil {
		return err
	}
	mux := http.NewServeMux()
	for name, text := range statements {
		statement, err := database.Prepare(text)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		mux.HandleFunc("POST /"+name, func(w http.ResponseWriter, r *http.Request) {
			var values []any
			body, err := io.ReadAll(r.Body)
			if err == nil {
				err = json.Unmarshal(body, &values)
			}
			var answer []byte
			if err == nil {
				err = statement.QueryRowContext(r.Context(), values...).Scan(&answer)
			}
			if err != nil {
				log.Println(name, err)
				http.Error(w, err.Error(), http.StatusInternalServerError)
				return
			}
			w.Header().Set("Content-Type", "application/json")
			w.Write(answer)
		})
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	fmt.Println("http://" + listener.Addr().String())
	return http.Serve(listener, mux)
}
