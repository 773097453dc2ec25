package main

import (
	"errors"
	"fmt"
	"log/slog"
	"os"
	"reflect"
	"strings"
	"time"

	"github.com/caarlos0/env/v11"
)

// config is what `serve` is told by its environment. `maillage help` prints
// these lines; .env.example repeats them, and a test holds the two together.
type config struct {
	DatabaseURL    string        `env:"DATABASE_URL" secret:"true" about:"Address of the PostgreSQL database (15 or later), with sslmode said: postgres://user:password@host/name?sslmode=verify-full. Obligatory for serve, migrate and user."`
	Connections    int           `env:"DATABASE_CONNECTIONS" envDefault:"16" about:"Connections kept to the database by each instance; queries read on a quarter of them at a time."`
	Address        string        `env:"ADDRESS" envDefault:":8080" about:"Where to listen for HTTP."`
	MetricsAddress string        `env:"METRICS_ADDRESS" envDefault:"127.0.0.1:9090" about:"Where to serve /metrics: a private address, or empty for none."`
	PublicURL      string        `env:"PUBLIC_URL" envDefault:"http://localhost:8080" about:"The address people type. With https, cookies are bound to it and never sent in the clear."`
	TokenKeys      string        `env:"TOKEN_KEYS" secret:"true" about:"Keys that sign access tokens: name:base64 of at least 32 bytes, several separated by commas. The first signs; the others are still accepted, so that keys can be changed while people work. Obligatory for serve. Make one with: echo k1:$(head -c 32 /dev/urandom | base64)"`
	Chromium       string        `env:"CHROMIUM" about:"Path of the Chromium that makes PDF files. Without it one is looked for among the programs of the machine; where there is none, no PDF is offered."`
	LogLevel       slog.Level    `env:"LOG_LEVEL" envDefault:"INFO" about:"DEBUG, INFO, WARN or ERROR."`
	LogFormat      string        `env:"LOG_FORMAT" envDefault:"json" about:"json, or text for a terminal."`
	StopAfter      time.Duration `env:"STOP_AFTER" envDefault:"1s" about:"How long the server still answers when it is told to stop, while /readyz says that it leaves: time for a balancer to send people elsewhere."`
	StopWithin     time.Duration `env:"STOP_WITHIN" envDefault:"20s" about:"How long requests under way may take to finish when the server is told to stop."`
}

// setting is one line of the configuration, for people.
type setting struct {
	name, fallback, about string
	secret                bool
}

func (s setting) note() string {
	switch {
	case s.secret:
		return " (or " + s.name + "_FILE, the path of a file that holds it)"
	case s.fallback != "":
		return " = " + s.fallback
	}
	return ""
}

func settings() []setting {
	var list []setting
	t := reflect.TypeFor[config]()
	for i := range t.NumField() {
		tag := t.Field(i).Tag
		list = append(list, setting{tag.Get("env"), tag.Get("envDefault"), tag.Get("about"), tag.Get("secret") == "true"})
	}
	return list
}

// readConfig reads the environment. A secret may stand in a file instead: the
// variable's name with _FILE says where.
func readConfig(environ []string) (config, error) {
	values := env.ToMap(environ)
	for _, s := range settings() {
		path, given := values[s.name+"_FILE"]
		if !s.secret || !given || path == "" {
			continue
		}
		if values[s.name] != "" {
			return config{}, fmt.Errorf("%s and %s_FILE are both set: keep one", s.name, s.name)
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return config{}, fmt.Errorf("%s_FILE: %w", s.name, err)
		}
		values[s.name] = strings.TrimSpace(string(text))
	}
	c, err := env.ParseAsWithOptions[config](env.Options{Environment: values})
	var wrong env.ParseError
	if errors.As(err, &wrong) {
		field, _ := reflect.TypeFor[config]().FieldByName(wrong.Name)
		return c, fmt.Errorf("%s: %w", field.Tag.Get("env"), wrong.Err)
	}
	if err != nil {
		return c, err
	}
	if address, given := values["METRICS_ADDRESS"]; given && address == "" {
		c.MetricsAddress = "" // where the parser would put the default
	}
	if c.LogFormat != "json" && c.LogFormat != "text" {
		return c, errors.New("LOG_FORMAT must be json or text")
	}
	return c, nil
}

func (c config) needDatabase() error {
	if c.DatabaseURL == "" {
		return errors.New("DATABASE_URL is not set; `maillage help` says what it is, `maillage demo` needs none")
	}
	return nil
}

func (c config) logger() *slog.Logger {
	options := &slog.HandlerOptions{Level: c.LogLevel}
	if c.LogFormat == "text" {
		return slog.New(withRequest{slog.NewTextHandler(os.Stderr, options)})
	}
	return slog.New(withRequest{slog.NewJSONHandler(os.Stderr, options)})
}
