# Each target does its own set-up: a virtual environment in .venv from requirements.lock,
# and this package on top of it, editable. `make` alone lists the targets.

PYTHON ?= python3
SHARED ?= ../shared
REPORTS ?= examples/reports

BIN := .venv/bin
STAMP := .venv/.set-up
RECORD := demo/record.sqlite
UV := $(shell command -v uv 2>/dev/null)

.DEFAULT_GOAL := help
.PHONY: help setup demo test lint format eval bench screenshots frontend lock clean

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(STAMP) ## make .venv, or bring it up to date with requirements.lock

# The stamp is touched last, so a set-up that was broken off is done again.
$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Parley needs Python 3.11 or newer, and \`$(PYTHON)\` is none. Name another: make setup PYTHON=python3.12" >&2; exit 1; }
ifdef UV
	@$(BIN)/python -c '' 2>/dev/null || uv venv --quiet --clear --python $(PYTHON) .venv
	uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock
	uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	uv pip check --quiet --python $(BIN)/python
else
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "This Python cannot make virtual environments. On Debian: apt-get install python3-venv" >&2; exit 1; }
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear .venv
	@echo "Installing into .venv; the first time takes a minute or two."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m pip check --disable-pip-version-check
endif
	@touch $@

demo: setup ## read the example reports into a fresh record and print the briefing
	@mkdir -p demo && rm -f $(RECORD) $(RECORD)-shm $(RECORD)-wal
	$(BIN)/parley add $(REPORTS) --record $(RECORD)
	$(BIN)/parley brief --record $(RECORD)
	@$(BIN)/parley brief --record $(RECORD) --format html --out demo/briefing.html
	@printf '%s\n' '' \
		'The same briefing as a page:  demo/briefing.html' \
		'The record:                   $(RECORD)' '' \
		'Try next:' \
		'  $(BIN)/parley serve --record $(RECORD)       and open the address in a browser' \
		'  $(BIN)/parley show positions --record $(RECORD)' \
		'  $(BIN)/parley why ID --record $(RECORD)      with an ID from the table' \
		'  $(BIN)/parley package examples/package.yml --record $(RECORD)' \
		'  $(BIN)/parley add YOUR-FOLDER --record my.sqlite'

test: setup ## run the whole test suite
	$(BIN)/python -m pytest

lint: setup ## style, types and the direction of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: setup ## lay the code out and mend what can be mended by itself
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

eval: setup ## score reading and resolving on the corpus in ../shared and on other processes; fails below the floors
	$(BIN)/python -m evaluation --shared $(SHARED)
	$(BIN)/python -m evaluation --shared $(SHARED) --reports evaluation/reports --floors evaluation/floors-other-processes.json
	$(BIN)/python -m evaluation.resolution --shared $(SHARED)
	$(BIN)/python -m evaluation.resolution --shared $(SHARED) --cases evaluation/resolution --floors evaluation/floors-resolution-other-processes.json

bench: setup ## time the reader against the bare language model
	$(BIN)/python -m benchmarks.reading

# Needs chromium, which on Debian is a package of that name.
screenshots: setup ## take the pictures of the pages in docs/screenshots anew
	$(BIN)/python -m tests.browser.screenshots

# Needs Node 20 or newer; only a change to frontend/ needs it.
frontend: ## bundle the script of the charts into parley/web/static
	cd frontend && npm ci && npm run build

# Names no index: the lock holds names, versions and hashes for every platform, and pip or uv finds them where it is told to.
lock: ## resolve the dependencies anew into requirements.lock
	@command -v uv >/dev/null || test -x build/uv/bin/uv || { $(PYTHON) -m venv build/uv && build/uv/bin/pip install --quiet uv; }
	PATH="$$PATH:build/uv/bin" uv pip compile pyproject.toml --quiet --upgrade --extra dev --universal \
		--generate-hashes --custom-compile-command 'make lock' --output-file requirements.lock

clean: ## remove everything that these targets made, .venv included
	rm -rf .venv build demo frontend/node_modules *.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
