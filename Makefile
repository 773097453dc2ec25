# What is built, and how everything is proved. `make` alone lists the targets.
GO ?= go
CACHE := .cache
GO_FILES = $(shell git ls-files '*.go' ':!graph/gen')
APP_FILES = $(shell git ls-files frontend ':!frontend/*.go')

.PHONY: help build demo demo-reset test bench bench-room bench-compare generate postgres chromium clean

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile

build: bin/maillage ## build the one binary, with the application in it

demo: postgres bin/maillage ## serve the story of Nantes on http://localhost:8080
	@bin/maillage demo

demo-reset: postgres bin/maillage ## the same, starting over
	@bin/maillage demo --reset

test: ## everything: formatting, vet, contract, Go on real PostgreSQL, TypeScript, the built app in a browser
	@scripts/test.sh

bench: postgres bin/maillage ## measure the hot paths against a floor built beside them
	@$(GO) run ./bench

bench-room: postgres bin/maillage ## measure a room of 300 people, through restarts and beside a hostile client
	@$(GO) run ./bench/room

bench-compare: ## compare two results: make bench-compare OLD=a.json NEW=b.json
	@$(GO) run ./bench -compare $(OLD) $(NEW)

generate: ## generate graph/gen from schema.graphql
	$(GO) tool gqlgen generate

# A PostgreSQL for the demonstration and the tests: an installed one, or else one
# unpacked into the cache folder.
postgres:
	@$(GO) run ./server/postgres/where $(CACHE)/postgres 2>/dev/null || \
		{ node scripts/fetch-postgres.mjs $(CACHE)/postgres && $(GO) run ./server/postgres/where $(CACHE)/postgres; }

chromium:
	@scripts/chromium.sh

frontend/node_modules/.installed: frontend/package.json frontend/package-lock.json
	@scripts/need.sh node npm
	@echo "Installing the application's libraries …"
	@cd frontend && npm ci --engine-strict --no-audit --no-fund --loglevel=error && touch node_modules/.installed

frontend/dist/index.html: frontend/node_modules/.installed schema.graphql $(APP_FILES)
	@echo "Building the application …"
	@cd frontend && npm run --silent build
	@touch $@

bin/maillage: frontend/dist/index.html go.mod go.sum $(GO_FILES) graph/gen/exec.go
	@scripts/need.sh $(GO)
	@echo "Building the server …"
	@$(GO) build -trimpath -o $@ ./server

clean: ## forget everything that was built or fetched; the demonstration's data stays
	rm -rf bin frontend/dist/* frontend/node_modules $(CACHE)
