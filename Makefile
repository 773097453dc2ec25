# A PostgreSQL for the demonstration and the tests: an installed one, or else one
# unpacked into the cache folder.
.PHONY: postgres
postgres:
	@go run ./server/postgres/where .cache/postgres 2>/dev/null || \
		{ node scripts/fetch-postgres.mjs .cache/postgres && go run ./server/postgres/where .cache/postgres; }
