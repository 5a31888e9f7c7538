# Every target prepares what it needs; `make letter` is the one to begin with.

PYTHON := .venv/bin/python
WORKERS ?= 2
UPGRADE ?=
COMPILE := $(PYTHON) -m uv pip compile --quiet $(UPGRADE) --generate-hashes --universal \
	--python-version 3.11 --no-annotate --no-header

.PHONY: letter icu test check lock benchmark soak clean

letter:            ## render the letters of this workspace into output/
	@scripts/setup.sh letter
	@.venv/bin/undersigned render

icu:               ## build what sorts names as each language does (a minute)
	@scripts/setup.sh icu

test: check        ## check the code, then run every test
	@$(PYTHON) -m pytest --numprocesses $(WORKERS) --dist loadfile -m "not soak"

check:             ## lint, types, and which way imports point
	@scripts/setup.sh test
	@$(PYTHON) -m ruff check --quiet .
	@$(PYTHON) -m ruff format --quiet --diff .
	@$(PYTHON) -m mypy --no-error-summary
	@.venv/bin/lint-imports --no-logo

lock:              ## write the lock files anew (UPGRADE=--upgrade for the newest releases)
	@scripts/setup.sh test
	@$(COMPILE) --extra all --group build --output-file requirements.lock pyproject.toml
	@$(COMPILE) --extra all --group test --constraint requirements.lock \
		--output-file requirements-test.lock pyproject.toml
	@$(COMPILE) --group icu --output-file requirements-icu.lock
	@scripts/setup.sh test

benchmark:         ## measure beside what a user would pick instead
	@scripts/setup.sh test
	@$(PYTHON) benchmarks/run.py

soak:              ## the tests that take long
	@scripts/setup.sh test
	@$(PYTHON) -m pytest -m soak

clean:             ## take away everything that was made
	@rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis dist build
	@find src tests benchmarks scripts -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true
