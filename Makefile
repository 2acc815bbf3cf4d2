# Everything from a clean checkout: each target sets up what it needs in .venv first.
# Needs Python 3.11 or later and make; uses uv where it is present.

VENV   ?= .venv
PYTHON ?=
BIN    := $(VENV)/bin
DEMO   := build/demo.sqlite

# What the compiled reading rules and the words beside them are made from.
RULES  := hatch_build.py $(shell find src/readout/model src/readout/text src/readout/knowledge src/readout/read -name '*.py' -o -name '*.t[so]*')

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help demo test lint format eval bench docs clean

help:  ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*##/\t/' | expand -t 8

demo: $(VENV)/.installed $(VENV)/.compiled  ## install, read the bundled samples into a fresh ledger, show what it knows
	@BIN=$(BIN) LEDGER=$(DEMO) bash tools/demo.sh

test: $(VENV)/.installed-dev $(VENV)/.compiled  ## lint, types, floors, knowledge and the whole test suite
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

format: $(VENV)/.installed-dev  ## lay the code out as ruff does
	$(BIN)/ruff format .

eval: $(VENV)/.installed $(VENV)/.compiled  ## score the readings against the gold in ../shared/eval, where it is there
	@$(BIN)/python evaluation/score.py

bench: $(VENV)/.installed-dev $(VENV)/.compiled  ## articles per second of `read`; the ledger as it grows (ARGS=--full: to 80,000); the web pages under load
	@$(BIN)/python evaluation/bench.py $(ARGS)
	@$(BIN)/python evaluation/bench_web.py

docs: $(VENV)/.installed-dev  ## build the documentation site into build/site
	$(BIN)/mkdocs build --quiet --strict
	@echo "build/site/index.html"

clean:  ## remove the environment and everything that was built
	rm -rf $(VENV) build dist src/readout/_compiled .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Installing compiles the reading rules; after a change of them they are compiled again, by the developer's own mypyc or
# by installing once more.
$(VENV)/.installed: pyproject.toml
	@bash tools/environment.sh "$(VENV)" "." $(PYTHON)
	@touch $@ $(VENV)/.compiled

$(VENV)/.installed-dev: pyproject.toml
	@bash tools/environment.sh "$(VENV)" ".[dev]" $(PYTHON)
	@touch $(VENV)/.installed $(VENV)/.compiled $@

$(VENV)/.compiled: $(RULES)
	@echo "Compiling the reading rules …"
	@$(BIN)/python hatch_build.py >$(VENV)/compiled.log 2>&1 || bash tools/environment.sh "$(VENV)" "." $(PYTHON)
	@touch $@
