# What one does with Leadline. `make` alone says what there is.

PREFIX ?= /usr/local
SIZE ?= M
INPUTS ?= 20000
SEED ?= 1
CYCLES ?= 200
LEADLINE := .build/release/leadline
DEMO := --events demo/events.csv --model demo/model.yaml --as-of 2026-07-01
SWIFT_FILES := Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources Fuzz/Package.swift Fuzz/Sources

.PHONY: help setup build demo test core lint fuzz bench bench-learning bench-live torture oracle docs install clean

help: ## Show this list.
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' Makefile

setup:
	@scripts/setup

build: setup ## Build the program in release mode.
	swift build -c release --product leadline

demo: build ## Make an invented company, score its leads, and explain one of them.
	$(LEADLINE) demo --out demo
	$(LEADLINE) score demo/leads.csv $(DEMO) --out demo/scores.csv
	$(LEADLINE) explain demo/leads.csv --lead L-102858 $(DEMO)

test: setup ## Run all tests.
	swift test

core: setup ## Run the tests of the pure modules alone, without building the server.
	LEADLINE_CORE=1 swift test --scratch-path .build-core

lint: setup ## Check the format and that the code compiles without a warning.
	swift format lint --strict --recursive --parallel $(SWIFT_FILES)
	swift build --build-tests

fuzz: setup ## Feed the readers with INPUTS (20000) inputs each, from SEED (1).
	swift build -c release --package-path Fuzz -Xswiftc -enable-testing
	@for target in condition model csv json; do \
	  Fuzz/.build/release/leadline-fuzz $$target --inputs $(INPUTS) --seed $(SEED) || exit 1; \
	done

bench: build ## Measure against DuckDB, ClickHouse and Polars on the workload SIZE (S, M or L; M).
	@scripts/setup bench
	Benchmarks/setup
	swift build -c release --package-path Benchmarks
	Benchmarks/run.py --size $(SIZE)

bench-learning: setup ## Time the learners beside scikit-learn and XGBoost (pip install numpy scikit-learn xgboost).
	LEADLINE_CORE=1 swift build -c release --package-path Benchmarks --scratch-path Benchmarks/.build-learning --product learning-bench -Xswiftc -enable-testing
	Benchmarks/learning_speed.py

torture: build ## Kill the server CYCLES (200) times under load; full disk, locks, damage, idle connections.
	python3 Benchmarks/torture --cycles $(CYCLES)

bench-live: build ## Measure live ingestion; needs wrk (apt-get install wrk).
	Benchmarks/live.py

oracle: build ## Hold the scores to those of an independent program.
	@scripts/setup bench
	Benchmarks/setup
	Benchmarks/check_oracle.py

docs: setup ## Make the documentation of the library as a static site in .build/docs.
	swift package --allow-writing-to-directory .build/docs generate-documentation \
	  --target Leads --target Conditions --target Scoring --target Statistics --target BoostedTrees --target Learning --target Profiling --target Templates --target Reports --target Tracking --target Store --target Service --enable-experimental-combined-documentation \
	  --output-path .build/docs --transform-for-static-hosting
	@echo "serve it with: python3 -m http.server --directory .build/docs, and open /documentation"

install: build ## Install the program in PREFIX/bin (/usr/local/bin).
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 $(LEADLINE) "$(DESTDIR)$(PREFIX)/bin/leadline"

clean: ## Remove everything that was built or generated.
	rm -rf .build Benchmarks/.build Benchmarks/.work Benchmarks/.venv Fuzz/.build Fuzz/.work demo
