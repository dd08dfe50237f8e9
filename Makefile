# The contributor's whole interface. Everything installs into .venv, which this file makes itself.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
RUN_READY := $(VENV)/.run-ready
DEV_READY := $(VENV)/.dev-ready
WORKERS ?= 5

.PHONY: help run test check bench mutants lock clean

help:
	@echo "make run      the service: with TELEGRAM_BOT_TOKEN the real bot, without it the sandbox in a browser"
	@echo "make test     every test, on SQLite and PostgreSQL"
	@echo "make check    lint, types, import contracts"
	@echo "make bench    the benchmarks"
	@echo "make mutants  break the code on purpose and see that a test notices"
	@echo "make lock     write the lock files anew from pyproject.toml (needs uv)"

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Haedap needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) --version 2>&1). Try: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
	  echo "The virtual environment could not be made. On Debian and Ubuntu: sudo apt-get install python3-venv"; exit 1; }

$(RUN_READY): requirements.lock pyproject.toml | $(BIN)/python
	@echo "Installing what Haedap needs into $(VENV) ..."
	@$(PIP) --require-hashes -r requirements.lock
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(DEV_READY): requirements-dev.lock pyproject.toml | $(BIN)/python
	@echo "Installing what the tests need into $(VENV) ..."
	@$(PIP) --require-hashes -r requirements-dev.lock
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@ $(RUN_READY)

run: $(RUN_READY)
	@exec $(BIN)/python -m bot

test: $(DEV_READY)
	@$(BIN)/python -m intents train
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal

check: $(DEV_READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(DEV_READY)
	@$(BIN)/python -m intents train
	$(BIN)/python -m tests.benchmarks

mutants: $(DEV_READY)
	$(BIN)/python -m tests.mutants

lock:
	uv pip compile pyproject.toml --extra install --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --quiet --output-file requirements.lock
	uv pip compile pyproject.toml --extra install --extra dev --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --quiet --output-file requirements-dev.lock

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
