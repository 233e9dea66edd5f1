# Two commands on a fresh machine with Python 3.11, make and the package registry:
#   make briefs   makes the environment, installs, builds all briefs into output/
#   make test     installs what tests need, runs linters, types, import rule and tests
# With another interpreter, in an environment of its own:
#   PYTHON=python3.13 VENV=.venv313 make briefs

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
# exact versions of everything, the build's own among them
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check \
	--constraint constraints.txt --no-build-isolation

.PHONY: briefs test pages gallery look fonts template clean

briefs: $(VENV)/installed
	$(BIN)/briefgen build
	@echo "briefs: output/latest/"

test: $(VENV)/installed-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

# the pages that README.md shows, in docs/pages/: a first issue in each style
pages: $(VENV)/installed
	for style in standard jianbao; do \
		rm -rf build/pages/$$style && mkdir -p build/pages/$$style && \
		cp -R briefgen.toml seeds templates build/pages/$$style && \
		$(BIN)/briefgen build --project build/pages/$$style --style $$style --lang zh,en && \
		$(BIN)/python scripts/pages.py $$style build/pages/$$style/output/latest || exit 1; \
	done

# a chart of every kind, with real and with extreme figures, in docs/gallery/
gallery: $(VENV)/installed
	$(BIN)/python scripts/gallery.py

# pages as pictures in output/look/, as LibreOffice and a PDF viewer show them
look: briefs
	$(BIN)/python scripts/look.py output/latest

# the font files in briefgen/fonts/, made again from their originals
fonts: $(VENV)/installed
	$(PIP) --editable ".[fonts]"
	$(BIN)/python scripts/make_fonts.py

# the templates as they were first made; one that was edited in Word is overwritten
template: $(VENV)/installed
	$(BIN)/python scripts/make_template.py standard templates/standard/brief.docx
	$(BIN)/python scripts/make_template.py jianbao templates/jianbao/brief.docx

# what `make` makes again by itself; issues and the store of facts stay
clean:
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache \
		.hypothesis .import_linter_cache

$(VENV)/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "briefgen needs Python 3.11 or later")'
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/installed: $(VENV)/python pyproject.toml setup.py constraints.txt
	$(PIP) setuptools
	$(PIP) --editable .
	@touch $@

$(VENV)/installed-test: $(VENV)/installed
	$(PIP) --editable ".[test]"
	@touch $@

# characters a second of cleaning and extraction, and seconds a brief; nothing is kept
.PHONY: bench
bench: $(VENV)/installed
	$(BIN)/python scripts/bench.py
	$(BIN)/python scripts/bench_shapes.py
	$(BIN)/python scripts/bench_briefs.py
