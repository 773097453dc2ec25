#!/bin/sh
# Everything that proves the project, in the order in which it fails soonest.
# Each step says its name and how long it took.
set -eu
cd "$(dirname "$0")/.."
GO=${GO:-go}
scripts/need.sh "$GO" node npm

step() {
  name=$1; shift
  began=$(date +%s)
  printf '== %s\n' "$name"
  "$@" || { printf '!! %s failed\n' "$name" >&2; exit 1; }
  printf '   %s s\n' "$(($(date +%s) - began))"
}

formatted() {
  wrong=$(git ls-files '*.go' ':!graph/gen' | xargs gofmt -l)
  [ -z "$wrong" ] || { echo "not formatted (gofmt -w): $wrong"; return 1; }
}

# Generated code is current when generating it again changes nothing.
current() {
  before=$(cat graph/gen/*.go | cksum)
  "$GO" tool gqlgen generate >/dev/null
  [ "$before" = "$(cat graph/gen/*.go | cksum)" ] || { echo "graph/gen was not current: run make generate and commit"; return 1; }
}

in_frontend() { (cd frontend && npm run --silent "$@"); }

browser() {
  CHROMIUM=$(scripts/chromium.sh) || return 1
  export CHROMIUM
  in_frontend e2e
}

step "formatting" formatted
step "PostgreSQL" make --no-print-directory postgres
step "generated code is current" current
step "the application's libraries" make --no-print-directory frontend/node_modules/.installed
step "TypeScript: types, lint, zones" in_frontend check
step "TypeScript: unit tests" in_frontend test
step "build" make --no-print-directory build
step "weight of the first load" in_frontend size
step "vet" "$GO" vet ./...
step "staticcheck" "$GO" tool staticcheck ./...
step "Go tests" "$GO" test ./...
step "the built application in a browser" browser
echo "Everything passed."
