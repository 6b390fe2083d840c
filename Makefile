# Every command sets up what it needs; a second run finds it done.
PYTHON := $(shell command -v python3 2>/dev/null || echo python3)
export PATH := $(CURDIR)/.venv/bin:$(PATH)
# Material announces its end of life at every build; writers can do nothing about it.
export NO_MKDOCS_2_WARNING := 1
# A folder of labelled messages, on which `make bench` scores the reader.
export CORPUS

PIP := .venv/bin/python -m pip install -qq --disable-pip-version-check --require-hashes -r
NPM := npm ci --ignore-scripts --loglevel=error >/dev/null

SITE := .venv/site-ready node_modules/.site-ready
TEST := .venv/test-ready node_modules/.test-ready
BENCH := tests/bench/node_modules/.ready

# A file's tests share what they read and start, so a file stays on one core.
PYTEST := pytest -n auto --dist loadfile

.PHONY: serve build zip wheel release test test-all bench ledger goldens sources checks browser nginx audit lock clean
.NOTPARALLEL:

serve: $(SITE)
	mkdocs serve

# Not --quiet, which hides warnings and lets a strict build pass in spite of them.
build: $(SITE)
	mkdocs build

# The files carry the time of the last commit, so that a commit always gives the same bytes.
zip: export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || date +%s)
zip: build
	@python -m hooks.publish.zip_site

# The command line as a package that needs Python alone; it holds what it reads of the site.
wheel: build .venv/wheel-ready
	@python -m pip wheel -qq --disable-pip-version-check --no-index --no-deps --no-build-isolation -w dist .
	@echo "The wheel is in dist/."

# Says whether what is here can be released under its version.
release: $(SITE)
	@python -m hooks.check_release

test: checks
	@echo "Left to 'make test-all': Firefox and WebKit; exports of 100,000 rows and 30 MB; most of the faults, schemes, widths and odd texts."
	@$(PYTEST) -m "not long"

test-all: checks $(BENCH)
	@python -m tests.browser.get_browser firefox webkit
	@$(PYTEST)

checks: $(TEST) .venv/wheel-ready browser nginx
	@ruff check --quiet
	@ruff format --check --quiet || { echo "Run 'ruff format' to lay out the files above."; exit 1; }
	@mypy --no-error-summary
	@mkdocs build

bench: $(TEST) $(BENCH) browser nginx build
	@python -m tests.bench

# Adds new addresses to docs/ledger.txt.
ledger: $(SITE)
	@python -m hooks.add_to_ledger

# Writes what writers are told now into tests/golden, so that the diff can be reviewed.
goldens: .venv/test-ready
	@python -m tests.hooks.golden

# Asks other sites, so it is no part of the tests; whatever they answer, it ends well.
sources: .venv/site-ready
	@python -m hooks.sources

browser: .venv/test-ready
	@python -m tests.browser.get_browser chromium

nginx: .venv/test-ready
	@python -m tests.get_nginx

# Writes the list of the site's parts, and asks the registries for known faults in all that is pinned. It fails where
# one is known, and where a registry does not say: then nobody has asked.
AUDIT := .venv/tools/bin/pip-audit --strict --require-hashes --disable-pip --progress-spinner off
audit: .venv/tools-ready .venv/node-ready
	@mkdir -p parts
	@PYTHONWARNINGS=ignore .venv/tools/bin/cyclonedx-py requirements requirements/site.txt --pyproject pyproject.toml \
		--output-reproducible -o parts/python.cdx.json
	@npm sbom --package-lock-only --omit dev --sbom-format cyclonedx > parts/npm.cdx.json
	@echo "The parts of the site are listed in parts/, as CycloneDX."
	@failed=0; \
	for pins in site test tools node wheel; do $(AUDIT) -r requirements/$$pins.txt || failed=1; done; \
	for folder in . tests/bench; do (cd $$folder && npm audit --package-lock-only) || failed=1; done; \
	exit $$failed

# Renews the pins after pyproject.toml or package.json changed.
UV := .venv/tools/bin/uv pip compile -q --upgrade --universal --generate-hashes --python-version 3.11 \
	--no-annotate --no-emit-index-url --custom-compile-command "make lock"
lock: .venv/tools-ready .venv/node-ready
	$(UV) --group site -o requirements/site.txt
	$(UV) --group site --group test -c requirements/site.txt -o requirements/test.txt
	$(UV) --group node -o requirements/node.txt
	$(UV) --group tools -o requirements/tools.txt
	$(UV) --group wheel -c requirements/site.txt -c requirements/test.txt -o requirements/wheel.txt
	npm install --package-lock-only
	cd tests/bench && npm install --package-lock-only
	$(MAKE) $(SITE)
	python -m hooks.publish.pins

clean:
	rm -rf .venv node_modules tests/bench/node_modules site arrivals.zip dist parts .mypy_cache .ruff_cache .pytest_cache
	find . -name __pycache__ -exec rm -rf {} +

# A stamp is made last, so an interrupted set-up starts again.
.venv/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
		{ echo "Python 3.11 or newer is needed: install it as python3."; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || \
		{ echo "Python's venv module is missing: install the package python3-venv."; exit 1; }
	@echo "Setting up; this takes a minute or two the first time."
	@$(PYTHON) -m venv --clear .venv
	@touch $@

.venv/site-ready: requirements/site.txt .venv/made
	@$(PIP) $<
	@touch $@

.venv/test-ready: requirements/test.txt .venv/site-ready
	@$(PIP) $<
	@touch $@

.venv/wheel-ready: requirements/wheel.txt .venv/made
	@$(PIP) $<
	@touch $@

# Apart, so that what they need is not what the site needs.
.venv/tools-ready: requirements/tools.txt .venv/made
	@$(PYTHON) -m venv --clear .venv/tools
	@$(subst .venv,.venv/tools,$(PIP)) $<
	@touch $@

# Node comes from PyPI where there is none, or only an old one.
.venv/node-ready: requirements/node.txt .venv/made
	@node -e 'process.exit(+(process.versions.node.split(".")[0] < 20))' 2>/dev/null && npm --version >/dev/null 2>&1 || $(PIP) $<
	@touch $@

node_modules/.site-ready: package-lock.json .venv/node-ready
	@$(NPM) --omit=dev
	@touch $@

# What the tests need also serves the site.
node_modules/.test-ready: package-lock.json .venv/node-ready
	@$(NPM)
	@touch node_modules/.site-ready $@

# Lighthouse and Pyodide, with which only the long tests and the bench compare.
$(BENCH): tests/bench/package-lock.json .venv/node-ready
	@cd tests/bench && $(NPM)
	@touch $@
