package graph

import (
	"context"
	"errors"
	"log/slog"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"golang.org/x/text/language"

	"maillage/network"
)

var languages = language.NewMatcher([]language.Tag{language.French, language.English})

// languageOf is the reader's language, "fr" unless they ask for English.
func languageOf(acceptLanguage string) string {
	wanted, _, err := language.ParseAcceptLanguage(acceptLanguage)
	if err != nil {
		return "fr"
	}
	if _, index, _ := languages.Match(wanted...); index == 1 {
		return "en"
	}
	return "fr"
}

// present maps every error to what its reader may know: a *network.Error by
// its code, field and sentence; a query that is not valid by its code; all else
// is logged with the request's id and told as INTERNAL.
func present(log *slog.Logger) graphql.ErrorPresenterFunc {
	return func(ctx context.Context, err error) *gqlerror.Error {
		lang, path := "fr", ast.Path(nil)
		if graphql.HasOperationContext(ctx) {
			lang = languageOf(graphql.GetOperationContext(ctx).Headers.Get("Accept-Language"))
			path = graphql.GetPath(ctx)
		}
		var placed *gqlerror.Error
		if errors.As(err, &placed) && len(placed.Path) > 0 {
			path = placed.Path
		}
		var told *network.Error
		switch {
		case errors.As(err, &told):
		case placed != nil && placed.Extensions["code"] != nil && errors.Unwrap(placed) == nil:
			return notValid(ctx, placed)
		case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled):
			told = &network.Error{Code: network.CodeLimited, Key: "too_slow"}
		default:
			log.ErrorContext(ctx, "internal fault", "error", err, "path", path.String())
			told = &network.Error{Code: "INTERNAL", Key: "internal"}
		}
		extensions := map[string]any{"code": string(told.Code)}
		field := told.Field
		if field == "" && told.Code == network.CodeInvalid {
			field = fieldOf(path)
		}
		if field != "" {
			extensions["field"] = field
		}
		switch told.Code {
		case network.CodeConflict:
			if told.Version > 0 {
				extensions["version"] = told.Version
			}
		case network.CodeInvalidTransition:
			extensions["state"], extensions["open"] = told.State, told.Open
		}
		return &gqlerror.Error{Message: network.Sentence(lang, told), Path: path, Extensions: extensions}
	}
}

// fieldOf is the argument at fault when a scalar refused it: gqlgen says so in
// the error's path, behind the field of Query or Mutation.
func fieldOf(path ast.Path) string {
	var names []string
	for i, step := range path {
		if name, ok := step.(ast.PathName); ok && i > 0 {
			names = append(names, string(name))
		}
	}
	return strings.Join(names, ".")
}

// notValid tells what is wrong with a query itself: to the anonymous only that
// it is not valid, to others the validator's sentence without its suggestions.
func notValid(ctx context.Context, err *gqlerror.Error) *gqlerror.Error {
	message := "The query is not valid."
	if network.ViewerFrom(ctx).Kind != network.Anonymous {
		message, _, _ = strings.Cut(err.Message, " Did you mean")
		if runes := []rune(message); len(runes) > 300 {
			message = string(runes[:300]) + "…"
		}
	}
	code, _ := err.Extensions["code"].(string)
	if code != errLimit && code != errcode.ParseFailed {
		code = errcode.ValidationFailed
	}
	if code == errLimit {
		message = err.Message // one of our own, which repeats nothing of the query
	}
	return &gqlerror.Error{Message: message, Locations: err.Locations, Extensions: map[string]any{"code": code}}
}
