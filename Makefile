# make demo | test | test-duckdb2 | fuzz | check | docs | sbom | lock | bench-naast | clean; each installs all.
# Set PYTHON to choose the interpreter, and SDASH_CHROMIUM to choose the browser of the tests.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
.PHONY: help demo test test-duckdb2 fuzz check docs sbom lock bench-naast clean chromium

BIN := .venv/bin
SBOM := sbom.json
PYTHON ?= $(firstword $(foreach v,3.13 3.12 3.11 3.14 3,$(shell \
  python$(v) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo python$(v))))
CORES := --numprocesses auto --dist loadfile --no-loadscope-reorder
quietly = said=$$($(1) 2>&1) || { printf '%s\n' "$$said"; exit 1; }
# A lock for one DuckDB: its version, the file, more options. What the file pins already stays so.
compile = echo 'duckdb==$(1)' | $(BIN)/uv pip compile pyproject.toml --constraints - $(3) \
  --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
  --no-emit-index-url --quiet --output-file $(2)
export PIP_DISABLE_PIP_VERSION_CHECK := 1

help:
	@sed -n 's/^# //;1,2p' $(MAKEFILE_LIST)

demo: .venv/ready
	@exec $(BIN)/sdash demo $(if $(GEMEENTE),--gemeente $(GEMEENTE))

test: .venv/ready chromium
	@$(BIN)/python -m pytest -q $(CORES)

# This lane is there for what DuckDB 2.0 answers, keeps and opens, and each page is drawn once. What
# never asks it (files that are read, figures, texts, the house rules), what a browser or the
# benchmark sees of the same answers, and what a crash leaves, which is promised for 1.5 only, is
# in the first lane. Properties get fewer examples: the first lane has tried them.
DUCKDB := $(addprefix tests/,answers prognose properties queries sql warehouse \
  cli/test_commands.py cli/test_newer.py cli/test_past.py pages/test_pages.py pages/test_past.py \
  service/test_backup.py service/test_rebuild.py service/test_retention.py service/test_service.py)

test-duckdb2: .venv-duckdb2/ready
	@.venv-duckdb2/bin/python -m pytest -q $(CORES) $(DUCKDB) -m 'not crash' \
	  --hypothesis-profile=kort

# The properties with 25 times the examples of make test: for a night, and before a release.
fuzz: .venv/ready
	@$(BIN)/python -m pytest -q $(CORES) tests/properties tests/warehouse tests/queries \
	  --hypothesis-profile=lang

check: .venv/ready
	@$(BIN)/ruff format --quiet --check .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy --no-error-summary
	@$(call quietly,$(BIN)/lint-imports)
	@$(call quietly,$(BIN)/sqlfluff lint --nocolor --disable-progress-bar queries)

# Beside other dashboards, and a database server when there is one.
bench-naast: .venv/ready .venv-naast/ready .venv-superset/ready
	@$(BIN)/sdash bench buiten --maat $(or $(MAAT),stad)

docs: .venv/ready
	@$(BIN)/python -m sdash.docs README.md

lock: .venv/ready
	@$(BIN)/python -m pip install -qq 'uv==0.13.*'
	@$(call compile,1.5.5,requirements.lock,--group test --group dev --group bench $(UPGRADE))
	@cp requirements.lock requirements-duckdb2.lock
	@$(call compile,2.0.0,requirements-duckdb2.lock,--group test --group dev --group bench)
	@cp requirements.lock requirements-run.lock
	@$(call compile,1.5.5,requirements-run.lock,)

sbom: .venv/ready
	@$(BIN)/cyclonedx-py requirements requirements-run.lock --pyproject pyproject.toml \
	  --output-reproducible --output-file $(SBOM)
	@echo 'What sdash runs on is listed in $(SBOM).'

clean:
	@rm -rf .venv .venv-duckdb2 .venv-naast .venv-superset $(SBOM) *.egg-info \
	  .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/ready: requirements.lock
.venv-duckdb2/ready: requirements-duckdb2.lock
.venv/ready .venv-duckdb2/ready:
	@[ -n "$(PYTHON)" ] || { echo 'sdash needs Python 3.11 or newer.' >&2; exit 1; }
	@echo 'Installing into $(@D) ...'
	@$(PYTHON) -m venv $(@D)
	@$(@D)/bin/python -m pip install -qq --require-hashes --only-binary :all: -r $<
	@$(@D)/bin/python -m pip install -qq --no-deps --no-build-isolation --no-index --editable .
	@touch $@

# No part of sdash, and so in no lock: what the market has is what to measure beside.
.venv-naast/ready:
	@[ -n "$(PYTHON)" ] || { echo 'sdash needs Python 3.11 or newer.' >&2; exit 1; }
	@echo 'Installing into $(@D) ...'
	@$(PYTHON) -m venv $(@D)
	@$(@D)/bin/python -m pip install -qq --only-binary :all: \
	  'dash>=4.4,<5' 'vizro>=1,<2' 'pandas>=3,<4' 'pyarrow>=26,<27'
	@touch $@

.venv-superset/ready:
	@[ -n "$(PYTHON)" ] || { echo 'sdash needs Python 3.11 or newer.' >&2; exit 1; }
	@echo 'Installing into $(@D) ...'
	@$(PYTHON) -m venv $(@D)
	@$(@D)/bin/python -m pip install -qq 'apache-superset==6.1.0' rich cachetools \
	  'flask-caching==2.3.1' 'cachelib==0.13.0'  # the versions that this one was made with
	@touch $@

# Debian's Chromium, where it is missing and this user may install it.
chromium:
	@if command -v "$${SDASH_CHROMIUM:-chromium}" chromium chromium-browser google-chrome >/dev/null; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  echo 'Installing Chromium for the browser tests ...'; \
	  export DEBIAN_FRONTEND=noninteractive; \
	  apt-get -qq update >/dev/null 2>&1; \
	  apt-get -qq install --no-install-recommends chromium >/dev/null 2>&1 \
	    || { echo 'Chromium could not be installed; the browser tests need it.' >&2; exit 1; }; \
	else echo 'The browser tests need Chromium: sudo apt-get install chromium' >&2; exit 1; fi
