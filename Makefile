# What a person types. Everything else is in scripts/.

.PHONY: run test faults bench fmt queries

run: ## Builds Steward and runs it with an embedded database and the demo event.
	@scripts/run

test: ## Runs everything that has to hold, beside a private Postgres.
	@scripts/install
	@scripts/with-postgres scripts/test

faults: ## Does on purpose what can go wrong at an event, and prints what was seen. Under an hour.
	@scripts/faults

bench: ## Measures a short version of every scenario, with plots; PEERS=1 measures ejabberd and socket.io, too.
	@scripts/bench

fmt: ## Formats everything.
	cargo fmt --all
	npx biome check --write .

queries: ## Writes the query checks after a change of SQL or schema.
	@scripts/prepare-queries
