# Everything is plain Python; this file only spares you the typing. See the README for the same on Windows.
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
export NO_MKDOCS_2_WARNING := 1

.PHONY: serve dev site test lint check prove bench lock clean

serve: site ## build all languages and serve them with the real headers
	$(PY) -m scripts.serve

dev: $(VENV)/.site $(VENV)/.runtime node_modules/.done ## build, serve, and build again after each change
	$(PY) -m scripts.build --serve

site: $(VENV)/.site $(VENV)/.runtime node_modules/.done ## build all languages into site/
	$(PY) -m scripts.build

test: $(VENV)/.test $(VENV)/.runtime node_modules/.done ## every test, in a real browser too
	$(PY) -m scripts.prerequisites
	$(PY) -m pytest -n auto --dist worksteal

lint: $(VENV)/.test $(VENV)/.runtime node_modules/.done ## style and types
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy

check: lint ## lint, types, and the tests that need no browser
	$(PY) -m pytest -m "not browser"

prove: $(VENV)/.site ## prove what the route-finders promise, exactly; see docs/_project/proof.md
	$(PY) -m scripts.prove

bench: $(VENV)/.test $(VENV)/.runtime node_modules/.done ## measure; prints ratios within one run
	$(PY) -m scripts.prerequisites
	$(PY) -m scripts.bench

lock: $(VENV)/.test ## write the locks anew after a change in pyproject.toml or package.json
	$(PY) -m pip install --quiet uv==0.13.9
	$(VENV)/bin/uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 pyproject.toml -o requirements.txt
	$(VENV)/bin/uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 pyproject.toml --group test -o requirements-test.txt
	$(VENV)/bin/uv pip compile --quiet --no-deps --generate-hashes --no-header --python-version 3.14 --group runtime -o requirements-runtime.txt
	npm install --package-lock-only

clean: ## remove everything that can be made again
	rm -rf $(VENV) node_modules .build site

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.site: $(VENV)/bin/python requirements.txt
	$(PY) -m pip install --quiet --require-hashes -r requirements.txt
	touch $@

$(VENV)/.test: $(VENV)/bin/python requirements.txt requirements-test.txt
	$(PY) -m pip install --quiet --require-hashes -r requirements-test.txt
	touch $@ $(VENV)/.site

# For Pyodide's Python, which is newer than this machine's may be; nothing of it runs here.
$(VENV)/.runtime: $(VENV)/bin/python requirements-runtime.txt
	rm -rf $(VENV)/pyodide-build
	$(PY) -m pip install --quiet --require-hashes --no-deps --only-binary=:all: --no-compile --python-version 3.14 --ignore-requires-python --target $(VENV)/pyodide-build -r requirements-runtime.txt
	touch $@

node_modules/.done: package.json package-lock.json .npmrc
	npm ci --no-audit --no-fund --loglevel=error
	touch $@
