# Two commands on a fresh machine with Python 3.11, make and the package registry:
#   make briefs   makes the environment, installs, builds all briefs into output/
#   make test     installs what tests need, runs linters, types, import rule and tests

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: briefs test look fonts template clean

briefs: $(VENV)/installed
	$(BIN)/briefgen build
	@echo "briefs: output/latest/"

test: $(VENV)/installed-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

# pages as pictures in output/look/, as LibreOffice and a PDF viewer show them
look: briefs
	$(BIN)/python scripts/look.py output/latest

# the font files in briefgen/fonts/, made again from their originals
fonts: $(VENV)/installed
	$(BIN)/pip install --quiet --constraint constraints.txt ".[fonts]"
	$(BIN)/python scripts/make_fonts.py

# the template as it was first made; a template that was edited in Word is overwritten
template: $(VENV)/installed
	$(BIN)/python scripts/make_template.py

clean:
	rm -rf $(VENV) output .briefgen briefgen.sqlite3 build *.egg-info

$(VENV)/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "briefgen needs Python 3.11 or later")'
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/installed: $(VENV)/python pyproject.toml constraints.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	@touch $@

$(VENV)/installed-test: $(VENV)/installed
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable ".[test]"
	@touch $@
