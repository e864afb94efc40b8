# `make check` is everything that a submission must pass.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run check format test sample bench

$(VENV)/.ready: requirements.txt requirements-dev.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	touch $@

run: $(VENV)/.ready
	$(BIN)/streamlit run app.py

check: $(VENV)/.ready
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

format: $(VENV)/.ready
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

test: $(VENV)/.ready
	$(BIN)/pytest

sample: $(VENV)/.ready
	$(BIN)/python -m sample_data.make

bench: $(VENV)/.ready
	$(BIN)/python -m benchmarks
