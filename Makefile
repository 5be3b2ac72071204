# Every command of this repository. CI calls these targets and nothing else.
SHELL := /bin/bash
.DEFAULT_GOAL := help
CONFIGURATION ?= debug
RESULTS := artifacts/test-results
BIN := artifacts/bin
export DOTNET_CLI_TELEMETRY_OPTOUT := 1
export DOTNET_NOLOGO := 1

.PHONY: help setup build demo up up-roles down test bench publish fmt check migration verify requirements openapi

help: ## Show this help
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-13s %s\n", $$1, $$2}'

setup: ## Install what a fresh machine lacks (system parts by apt when root; otherwise say what to install)
	@tools/setup.sh

build: setup
	@echo "building (a minute or two the first time)" >&2
	@tools/console.sh
	@dotnet build Alicerce.slnx -v q --nologo -clp:ErrorsOnly

demo: build ## Run the main job on the sample shop and on our own API, then say what failed and why (KEEP=1 keeps the server up)
	@tools/demo.sh

up: build ## Start the server (all roles) on the first free port from 8000
	@tools/up.sh

up-roles: build ## Start one process a role over one private PostgreSQL: core, ai and a worker
	@tools/up-roles.sh

down: ## Stop what 'make up' or 'make demo' left running
	@tools/down.sh

test: build ## Build and run every test
	@tools/test.sh $(RESULTS)

bench: setup ## Measure what docs/performance.md reports
	@tools/bench.sh

publish: ## Build the command line as it is shipped: its own runtime, compiled ahead of time (artifacts/publish)
	@tools/publish.sh

fmt: ## Format the code
	@dotnet format Alicerce.slnx
	@npm --prefix web run --silent lint -- --fix

check: build ## Format check, analyzers and build
	@dotnet format Alicerce.slnx --verify-no-changes --no-restore

migration: ## Add a migration: make migration MODULE=Testing NAME=AddSomething
	@tools/migration.sh "$(MODULE)" "$(NAME)"

openapi: build ## Write docs/api/openapi.json from the server
	@tools/openapi.sh

verify: build ## The full counts: 100,000 fuzz inputs a parser, 20 kill rounds, generated files fresh (writes docs/verification.md)
	@tools/verify.sh

requirements: ## Hold docs/requirements.tsv against the last test results
	@dotnet $(BIN)/TestReport/debug/TestReport.dll requirements $(RESULTS) docs/requirements.tsv
