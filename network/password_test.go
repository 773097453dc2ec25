package network

import (
	"errors"
	"strings"
	"testing"
)

func TestCheckPassword(t *testing.T) {
	owner := PasswordOwner{Email: "helene.le-goff@gref-bretagne.example", GivenName: "Hélène", FamilyName: "Le Goff"}
	for _, c := range []struct{ password, key string }{
		{"", "password_too_short"},
		{"onze-lettre", "password_too_short"},
		{strings.Repeat("long ", 26), "password_too_long"},
		{strings.Repeat("é", 129), "password_too_long"},
		{"aaaaaaaaaaaaaaaa", "password_too_common"},
		{"121212121212", "password_too_common"},
		{"123456789012", "password_too_common"},
		{"098765432109", "password_too_common"},
		{"Password1234", "password_too_common"},
		{"P@ssw0rd!2024", "password_too_common"},
		{"MotDePasse-2019", "password_too_common"},
		{"azertyuiop123", "password_too_common"},
		{"AzertyAzerty1", "password_too_common"},
		{"Maillage2024!", "password_too_common"},
		{"carif-oref-2019", "password_too_common"},
		{"helene.le-goff@gref-bretagne.example", "password_too_personal"},
		{"Hélène-Goff-35", "password_too_personal"},
		{"bretagne-gref-1", "password_too_personal"},
		{"trois bateaux sur la Vilaine", ""},
		{"hélène aime les crêpes au sarrasin", ""},
		{"837261940582", ""},
		{strings.Repeat("péage-", 21), ""},
		{"légèreté été", ""}, // twelve characters, more bytes
	} {
		err := CheckPassword("input.newPassword", c.password, owner)
		var e *Error
		switch {
		case c.key == "" && err != nil:
			t.Errorf("%q refused: %v", c.password, err)
		case c.key != "" && (!errors.As(err, &e) || e.Key != c.key || e.Code != CodeInvalid || e.Field != "input.newPassword"):
			t.Errorf("%q: %v, want %s", c.password, err, c.key)
		}
	}
}
