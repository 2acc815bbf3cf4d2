# Everything from a clean checkout: each target sets up what it needs in .venv first.
# Needs Python 3.11 or later and make; uses uv where it is present.

VENV   ?= .venv
PYTHON ?=
BIN    := $(VENV)/bin
DEMO   := build/demo.sqlite

.DEFAULT_GOAL := help
.PHONY: help demo test lint eval bench docs clean

help:  ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*##/\t/' | expand -t 8

demo: $(VENV)/.installed  ## install, read the bundled samples into a fresh ledger, show what it knows
	@BIN=$(BIN) LEDGER=$(DEMO) bash tools/demo.sh

test: $(VENV)/.installed-dev  ## lint, types, floors, knowledge and the whole test suite
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/readout knowledge check
	@bash tools/postgres.sh
	@bash tools/browser.sh
	$(BIN)/python -m pytest

lint: $(VENV)/.installed-dev  ## ruff, mypy and the floors only
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

eval: $(VENV)/.installed  ## score the readings against the gold in ../shared/eval, where it is there
	@$(BIN)/python evaluation/score.py

bench: $(VENV)/.installed-dev  ## articles per second of `read`; the ledger as it grows (ARGS=--full: to 80,000); the web pages under load
	@$(BIN)/python evaluation/bench.py $(ARGS)
	@$(BIN)/python evaluation/bench_web.py

docs: $(VENV)/.installed-dev  ## build the documentation site into build/site
	$(BIN)/mkdocs build --quiet --strict
	@echo "build/site/index.html"

clean:  ## remove the environment and everything that was built
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/.installed: pyproject.toml
	@bash tools/environment.sh "$(VENV)" "." $(PYTHON)
	@touch $@

$(VENV)/.installed-dev: pyproject.toml
	@bash tools/environment.sh "$(VENV)" ".[dev]" $(PYTHON)
	@touch $(VENV)/.installed $@
