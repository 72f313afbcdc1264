# What people run. Each target makes its own environment in .venv from the pinned locks.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
DEMO := build/meridian.db
PAGE := build/meridian.html

.PHONY: demo check docs format lock golden clean

demo: $(VENV)/base.done ## read the sample dispute, print its brief and write it as a page
	@mkdir -p build
	@rm -f $(DEMO)
	$(BIN)/onrecord read samples/meridian --case $(DEMO)
	$(BIN)/onrecord brief $(DEMO)
	@$(BIN)/onrecord brief $(DEMO) -o $(PAGE)
	@echo
	@echo "Every line carries an id: see the words behind one with"
	@echo "  $(BIN)/onrecord why $(DEMO) ID"
	@echo "The same as a page, with the timeline; open it in a browser:"
	@echo "  $(CURDIR)/$(PAGE)"

check: $(VENV)/dev.done ## what CI runs
	$(BIN)/ruff format --check src tests docs
	$(BIN)/ruff check src tests docs
	$(BIN)/mypy
	$(BIN)/python -m pytest -q

docs: $(VENV)/dev.done ## write the reference pages again
	$(BIN)/python docs/build_reference.py

format: $(VENV)/dev.done ## put the code in the house form
	$(BIN)/ruff format src tests docs
	$(BIN)/ruff check --fix src tests docs

golden: $(VENV)/dev.done ## rewrite the golden cases; review the diff like code
	$(BIN)/python -m pytest -q tests/golden --rewrite-golden

lock: ## pin every dependency again, with hashes (needs uv)
	uv pip compile pyproject.toml -q --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-emit-find-links --no-annotate --no-header \
		-o requirements.lock
	uv pip compile pyproject.toml -q --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-emit-find-links --no-annotate --no-header \
		--extra dev -c requirements.lock -o requirements-dev.lock

clean: ## remove what these targets made
	rm -rf build dist $(VENV)

# The base lock is what users get; the development lock adds the tools on top of it.
$(VENV)/base.done: requirements.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) install -q --require-hashes -r requirements.lock
	$(PIP) install -q --no-deps -e .
	@touch $@

$(VENV)/dev.done: requirements-dev.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) install -q --require-hashes -r requirements-dev.lock
	$(PIP) install -q --no-deps -e .
	@touch $@ $(VENV)/base.done
