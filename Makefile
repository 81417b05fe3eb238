# make demo | test | check | docs | lock | clean; on a fresh machine each installs what it needs.
# Set PYTHON to choose the interpreter, and SDASH_CHROMIUM to choose the browser of the tests.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
.PHONY: help demo test check docs lock clean chromium

BIN := .venv/bin
PYTHON ?= $(firstword $(foreach v,3.13 3.12 3.11 3.14 3,$(shell \
  python$(v) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo python$(v))))
quietly = said=$$($(1) 2>&1) || { printf '%s\n' "$$said"; exit 1; }
export PIP_DISABLE_PIP_VERSION_CHECK := 1

help:
	@sed -n 's/^# //;1,2p' $(MAKEFILE_LIST)

demo: .venv/ready
	@exec $(BIN)/sdash demo

test: .venv/ready chromium
	@$(BIN)/python -m pytest -q

check: .venv/ready
	@$(BIN)/ruff format --quiet --check .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy --no-error-summary
	@$(call quietly,$(BIN)/lint-imports)
	@$(call quietly,$(BIN)/sqlfluff lint --nocolor --disable-progress-bar queries)

docs: .venv/ready
	@$(BIN)/python -m sdash.docs README.md

lock: .venv/ready
	@$(BIN)/python -m pip install -qq 'uv==0.13.*'
	@$(BIN)/uv pip compile pyproject.toml --group test --group dev --universal --python-version 3.11 \
	  --generate-hashes --no-annotate --no-header --no-emit-index-url --quiet $(UPGRADE) \
	  --output-file requirements.lock

clean:
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache *.egg-info
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/ready: requirements.lock
	@[ -n "$(PYTHON)" ] || { echo 'sdash needs Python 3.11 or newer.' >&2; exit 1; }
	@echo 'Installing into .venv ...'
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install -qq --require-hashes --only-binary :all: -r requirements.lock
	@$(BIN)/python -m pip install -qq --no-deps --no-build-isolation --no-index --editable .
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
