# What one does with Leadline. `make` alone says what there is.

PREFIX ?= /usr/local
SIZE ?= M
INPUTS ?= 20000
SEED ?= 1
CYCLES ?= 200
# The program without the server builds in two minutes; whoever tries Leadline or measures the engine needs no more.
CORE := .build-core/release/leadline
DEMO := --events demo/events.csv --model demo/model.yaml --as-of 2026-07-01
SWIFT_FILES := Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources Fuzz/Package.swift Fuzz/Sources

.PHONY: help setup build program demo test core lint fuzz bench bench-learning bench-live torture oracle docs install install-server clean

help: ## Show this list.
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' Makefile

setup:
	@scripts/setup

build: setup ## Build the program with the server in release mode; the first time takes twenty minutes.
	swift build -c release --product leadline

program: setup
	LEADLINE_CORE=1 swift build -c release --product leadline --scratch-path .build-core

demo: program ## Make an invented company, score its leads, and explain one of them.
	$(CORE) demo --out demo
	$(CORE) score demo/leads.csv $(DEMO) --out demo/scores.csv
	$(CORE) explain demo/leads.csv --lead L-102858 $(DEMO)

test: setup ## Run all tests.
	swift test

core: setup ## Run the tests of the pure modules alone, without building the server.
	LEADLINE_CORE=1 swift test --scratch-path .build-core

lint: setup ## Check the format and that the code compiles without a warning.
	swift format lint --strict --recursive --parallel $(SWIFT_FILES)
	swift build --build-tests

fuzz: setup ## Feed the readers with INPUTS (20000) inputs each, from SEED (1).
	LEADLINE_CORE=1 swift build -c release --package-path Fuzz -Xswiftc -enable-testing
	@for target in condition model csv json; do \
	  Fuzz/.build/release/leadline-fuzz $$target --inputs $(INPUTS) --seed $(SEED) || exit 1; \
	done

bench: program ## Measure against DuckDB, ClickHouse and Polars on the workload SIZE (S, M or L; M).
	@scripts/setup bench
	Benchmarks/setup
	LEADLINE_CORE=1 swift build -c release --package-path Benchmarks --product leadline-bench
	Benchmarks/run.py --size $(SIZE)

bench-learning: setup ## Time the learners beside scikit-learn and XGBoost (pip install numpy scikit-learn xgboost).
	LEADLINE_CORE=1 swift build -c release --package-path Benchmarks --scratch-path Benchmarks/.build-learning --product learning-bench -Xswiftc -enable-testing
	Benchmarks/learning_speed.py

torture: build ## Kill the server CYCLES (200) times under load; full disk, locks, damage, idle connections.
	python3 Benchmarks/torture --cycles $(CYCLES)

bench-live: build ## Measure live ingestion; needs wrk (apt-get install wrk).
	Benchmarks/live.py

oracle: program ## Hold the scores to those of an independent program.
	@scripts/setup bench
	Benchmarks/setup
	Benchmarks/check_oracle.py

docs: setup ## Make the documentation of the library as a static site in .build/docs.
	swift package --allow-writing-to-directory .build/docs generate-documentation \
	  --target Leads --target Conditions --target Scoring --target Statistics --target BoostedTrees --target Learning --target Profiling --target Templates --target Reports --target Tracking --target Store --target Service --enable-experimental-combined-documentation \
	  --output-path .build/docs --transform-for-static-hosting
	@echo "serve it with: python3 -m http.server --directory .build/docs, and open /documentation"

install: program ## Install the program without the server in PREFIX/bin (/usr/local/bin).
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 $(CORE) "$(DESTDIR)$(PREFIX)/bin/leadline"

install-server: build ## Install the program with the server.
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 .build/release/leadline "$(DESTDIR)$(PREFIX)/bin/leadline"

clean: ## Remove everything that was built or generated.
	rm -rf .build .build-core Benchmarks/.build Benchmarks/.build-learning Benchmarks/.work Benchmarks/.venv Fuzz/.build Fuzz/.work demo
