package main

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"maillage/db"
	"maillage/db/dbtest"
)

// help, the example file and the code say the same of every setting.
func TestTheSettingsAreToldAlike(t *testing.T) {
	t.Parallel()
	stdout, _, err := execute(t, []string{"help"})
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile("../.env.example")
	if err != nil {
		t.Fatal(err)
	}
	example := string(text)
	for _, s := range settings() {
		if s.about == "" || !strings.Contains(stdout, "  "+s.name+s.note()+"\n      "+s.about+"\n") {
			t.Errorf("help does not tell what %s is", s.name)
		}
		line := "\n#" + s.name + "=" + s.fallback + "\n"
		if s.fallback == "" {
			line = "\n" + s.name + "=\n"
		}
		if !strings.Contains(example, line) {
			t.Errorf(".env.example has no line %q", line)
		}
		if !strings.Contains(example, "# "+s.about) {
			t.Errorf(".env.example does not tell what %s is, as help does", s.name)
		}
	}
	for _, found := range regexp.MustCompile(`(?m)^#?([A-Z_]+)=`).FindAllStringSubmatch(example, -1) {
		if !strings.Contains(stdout, "  "+found[1]) {
			t.Errorf(".env.example sets %s, which is no setting", found[1])
		}
	}
	for _, c := range commands() {
		if !strings.Contains(stdout, c.name) || !strings.Contains(stdout, c.summary) {
			t.Errorf("help does not tell of %s", c.name)
		}
	}
}

// What is missing or wrong is told at the start, by its name, and nothing of a
// secret's value.
func TestWhatIsWrongWithTheSettingsIsTold(t *testing.T) {
	t.Parallel()
	url := dbtest.URL(t)
	file := filepath.Join(t.TempDir(), "secret")
	if err := os.WriteFile(file, []byte(testKey+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	good := []string{"DATABASE_URL=" + url, "TOKEN_KEYS=" + testKey, "ADDRESS=127.0.0.1:0", "METRICS_ADDRESS="}
	for name, c := range map[string]struct {
		args     []string
		settings []string
		told     string
	}{
		"no database":                   {[]string{"serve"}, nil, "DATABASE_URL is not set"},
		"no database to migrate":        {[]string{"migrate"}, nil, "DATABASE_URL is not set"},
		"no key":                        {[]string{"serve"}, []string{"DATABASE_URL=" + url}, "TOKEN_KEYS is not set"},
		"a short key":                   {[]string{"serve"}, append(good, "TOKEN_KEYS=k1:dG9vIHNob3J0"), "TOKEN_KEYS"},
		"a key that is none":            {[]string{"serve"}, append(good, "TOKEN_KEYS=geheim-geheim-geheim-geheim-geheim"), "TOKEN_KEYS"},
		"a key said twice":              {[]string{"serve"}, append(good, "TOKEN_KEYS_FILE="+file), "both set"},
		"a file that is none":           {[]string{"serve"}, []string{"DATABASE_URL_FILE=/nowhere/at/all"}, "DATABASE_URL_FILE"},
		"no database there":             {[]string{"serve"}, append(good, "DATABASE_URL=postgres://geheim:geheim@127.0.0.1:1/none?sslmode=disable"), "PostgreSQL"},
		"a public URL that is none":     {[]string{"serve"}, append(good, "PUBLIC_URL=nantes"), "PUBLIC_URL"},
		"an address that is none":       {[]string{"serve"}, append(good, "ADDRESS=nowhere:http:1"), "ADDRESS"},
		"metrics that cannot be":        {[]string{"serve"}, append(good, "METRICS_ADDRESS=nowhere:http:1"), "METRICS_ADDRESS"},
		"a log format that is none":     {[]string{"serve"}, append(good, "LOG_FORMAT=xml"), "LOG_FORMAT"},
		"a number that is none":         {[]string{"serve"}, append(good, "DATABASE_CONNECTIONS=many"), "DATABASE_CONNECTIONS"},
		"a command that is none":        {[]string{"dance"}, nil, `no command "dance"`},
		"too many words":                {[]string{"serve", "now"}, good, `"now"`},
		"an option that is none":        {[]string{"serve", "--fast"}, good, "fast"},
		"nobody to open an account for": {[]string{"user"}, good, "--email"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, stderr, err := execute(t, c.args, c.settings...)
			if err == nil || !strings.Contains(stderr, c.told) {
				t.Errorf("%v: %q, want %q", err, stderr, c.told)
			}
			for _, secret := range []string{"geheim", testKey, "dG9vIHNob3J0"} {
				if strings.Contains(stderr, secret) {
					t.Errorf("a secret is told: %s", stderr)
				}
			}
			if strings.Contains(stderr, "goroutine") {
				t.Errorf("it panicked: %s", stderr)
			}
		})
	}
}

func TestAnEmptyMetricsAddressIsNone(t *testing.T) {
	c, err := readConfig([]string{"METRICS_ADDRESS="})
	if err != nil || c.MetricsAddress != "" {
		t.Errorf("%q %v", c.MetricsAddress, err)
	}
	if c, err = readConfig(nil); err != nil || c.MetricsAddress != "127.0.0.1:9090" {
		t.Errorf("%q %v", c.MetricsAddress, err)
	}
}

// The demonstration's password is known to everybody.
func TestServeRefusesTheAccountsOfTheDemonstration(t *testing.T) {
	t.Parallel()
	s := newSite(t, dbtest.URL(t))
	s.exec(`UPDATE staff_member SET email = 'directrice' || $1 WHERE id = $2`, db.DemoDomain, s.director)
	_, stderr, err := execute(t, []string{"serve"}, "DATABASE_URL="+s.url, "TOKEN_KEYS="+testKey, "ADDRESS=127.0.0.1:0", "METRICS_ADDRESS=")
	if err == nil || !strings.Contains(stderr, "accounts of the demonstration") {
		t.Errorf("%v: %s", err, stderr)
	}
}

// An operator makes the schema, opens the first account and gives it a role.
func TestAnEmptyDatabaseBecomesAServedOne(t *testing.T) {
	t.Parallel()
	url := dbtest.Empty(t)
	if _, stderr, err := execute(t, []string{"user", "--email", "admin@centre.example"}, "DATABASE_URL="+url); err == nil {
		t.Errorf("an account in no schema: %s", stderr)
	}
	if _, stderr, err := execute(t, []string{"migrate"}, "DATABASE_URL="+url); err != nil {
		t.Fatal(stderr)
	}
	_, stderr, err := execute(t, []string{"user", "--email", "admin@centre.example", "--name", "Anne,Roy", "--job", "NATIONAL_COORDINATION"}, "DATABASE_URL="+url)
	if err != nil {
		t.Fatal(stderr)
	}
	if _, stderr, err = execute(t, []string{"user", "--email", "admin@centre.example", "--role", "ADMIN"}, "DATABASE_URL="+url); err != nil {
		t.Fatal(stderr)
	}
	var role string
	if err := dbtest.Open(t, url).GetContext(context.Background(), &role, `SELECT network_role FROM staff_member WHERE email = 'admin@centre.example'`); err != nil || role != "ADMIN" {
		t.Errorf("%s %v", role, err)
	}
	if p := start(t, url); !ready(p.url()) {
		t.Error("it is not ready")
	}
}
