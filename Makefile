# Every task a person needs, each a line. `make help` lists them.
#
# The first call of a task sets up what it needs inside the clone: .venv, pinned in requirements/ and with Node.js in it, and
# node_modules, pinned in package-lock.json. After that no task but `make audit`, `make links` and `make lock` touches the network.

PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
NODE_MODULES := node_modules/.package-lock.json
PEERS := hugo sphinx zensical
# All extras but Zensical, which wants newer versions of what others want.
OLDEST := $(addprefix --extra ,csl graphviz pictures properdocs search untrusted)
RELEASE := .cache/release
AUDIT := .cache/audit
FUZZERS := imports library notes
SECONDS ?= 60
WORKFLOWS := $(wildcard .github/workflows/*.yml plugins/paperatlas/starter/.github/workflows/*.yml)
BIOME := $(BIN)/node node_modules/@biomejs/biome/bin/biome

# Material prints a notice about the future of MkDocs on every build; ours is no place for it.
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Modules and templates are compiled once, not in each process: a build started by a test takes 0.6 s less of 2.2.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

.PHONY: help
help: ## List the tasks
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-18s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: serve
serve: $(VENV)/.site ## Serve the atlas on http://127.0.0.1:8000/ with live reload
	@echo "Serving the atlas on http://$(HOST):$(PORT)/ - a saved .bib file, note or template reloads the page. Stop with Ctrl-C."
	@$(BIN)/mkdocs serve --livereload --dev-addr $(HOST):$(PORT)

# Not --quiet: it drops the warnings before --strict counts them. The log is shown when the build fails.
.PHONY: build
build: $(VENV)/.site ## Build the atlas into site/, strictly: any problem fails the build
	@log=$$($(BIN)/mkdocs build --strict --clean 2>&1) || { printf '%s\n' "$$log" | sed '/^INFO /d' >&2; exit 1; }
	@echo "The atlas is in site/"

.PHONY: offline
offline: $(VENV)/.site ## Build the atlas as offline/ and offline.zip, which open with a double click
	@$(BIN)/paperatlas offline --strict

.PHONY: serve-zensical
serve-zensical: $(VENV)/.zensical ## Serve the atlas with Zensical, on the same address
	@$(BIN)/paperatlas zensical serve --addr $(HOST):$(PORT)

.PHONY: build-zensical
build-zensical: $(VENV)/.zensical ## Build the atlas with Zensical into site/, strictly
	@$(BIN)/paperatlas zensical build --strict

.PHONY: check
check: $(VENV)/.site ## Report what a pull request of papers and notes would fail for
	@$(BIN)/paperatlas check --strict && $(BIN)/paperatlas fmt --check

.PHONY: links
links: $(VENV)/.site ## Say which links of the library are dead or have moved
	@$(BIN)/paperatlas links

.PHONY: test
test: $(VENV)/.dev $(NODE_MODULES) browser biber bibtex ## Run all tests
	@$(BIN)/node --test --test-isolation=none --test-reporter=dot tests/assets/*.test.mjs
	@$(BIN)/pytest -n auto --dist worksteal

.PHONY: test-fast
test-fast: $(VENV)/.dev ## Run the tests that need no browser, build no site and look for no counter-examples: a minute or two
	@$(BIN)/pytest -n auto -m "not slow and not hypothesis" --durations=3 --durations-min=1

.PHONY: test-oldest
test-oldest: .cache/oldest/.installed ## Run the tests that need no browser and no other program with the oldest versions that are allowed
	@.cache/oldest/bin/pytest -n auto -m "not slow and not hypothesis"

.PHONY: coverage
coverage: $(VENV)/.dev browser biber bibtex ## Say how much of each room of the package the tests run
	@$(BIN)/pytest -n auto --cov --cov-report=json:.cache/coverage.json
	@$(BIN)/python tools/coverage_by_room.py .cache/coverage.json

.PHONY: fuzz
fuzz: $(VENV)/.fuzz ## Attack the readers of libraries, notes and other formats for a few minutes: make fuzz SECONDS=60
	@mkdir -p $(FUZZERS:%=.cache/fuzz/%)
	@for name in $(FUZZERS); do \
	  echo "Attacking $$name for $(SECONDS) s; what breaks it is written to .cache/fuzz/$$name-..."; \
	  $(BIN)/python -m tests.fuzz.$${name}_fuzzer -max_total_time=$(SECONDS) -timeout=20 -max_len=4096 -verbosity=0 \
	    -dict=tests/fuzz/words.dict -artifact_prefix=.cache/fuzz/$$name- .cache/fuzz/$$name tests/fuzz/corpus/$$name || exit 1; \
	done
	@FUZZ_EXAMPLES=4000 $(BIN)/pytest -n auto tests/bibliography/reader/test_properties.py \
	  tests/bibliography/formatter/test_properties.py tests/formats

.PHONY: mutants
mutants: $(VENV)/.dev ## Name small faults in the package that no test of its room finds: make mutants ROOMS="text atlas" NUMBER=20 SEED=2
	@$(BIN)/python tools/mutants.py $(ROOMS) $(NUMBER:%=--number %) $(SEED:%=--seed %)

.PHONY: soak
soak: $(VENV)/.dev ## Serve a site through hundreds of edits, and kill builds at fifty moments: make soak EDITS=500, in about half an hour
	@SOAK_KILLS=50 $(BIN)/pytest -n auto tests/hosts/mkdocs/test_interrupted.py
	@PYTHONPATH=. $(BIN)/python tools/soak.py $(EDITS:%=--edits %) $(SEED:%=--seed %)

# Not the oldest versions that are allowed: they are there to be tested, on machines that run nothing else.
.PHONY: audit
audit: $(AUDIT)/.installed $(VENV)/.dev $(NODE_MODULES) ## Say which pinned packages have known weaknesses, and under which licences all of them are
	@for file in $(filter-out requirements/oldest.txt,$(sort $(wildcard requirements/*.txt))); do \
	  echo "$$file:"; $(AUDIT)/bin/pip-audit --strict --require-hashes --disable-pip --progress-spinner off --requirement $$file || exit 1; \
	done
	@$(BIN)/npm audit
	@$(BIN)/python tools/licences.py

.PHONY: bench
bench: $(VENV)/.dev ## Measure builds against other programs: make bench SIZES="200 1000" ROUNDS=5, or FULL=1
	@PYTHONPATH=tools $(BIN)/python -m benchmarks.builds $(if $(FULL),--full) $(if $(SIZES),--sizes $(SIZES)) \
	  $(if $(ROUNDS),--rounds $(ROUNDS)) $(if $(BASE),--base $(BASE)) $(ONLY:%=--only %)

.PHONY: bench-peers
bench-peers: $(PEERS:%=.cache/bench/peers/%/.installed) ## Install what `make bench` compares with, below .cache/bench

.PHONY: bench-zensical
bench-zensical: $(VENV)/.dev ## Measure from a save to the page that Zensical serves: make bench-zensical SIZES="200 5000"
	@PYTHONPATH=. $(BIN)/python benchmarks/bench_zensical_serve.py $(SIZES) $(ROUNDS:%=--rounds %)

.PHONY: bench-reading
bench-reading: $(VENV)/.dev ## Measure how fast libraries are read, as ratios to other readers
	@$(BIN)/python benchmarks/bench_bibliography.py

.PHONY: bench-related
bench-related: $(VENV)/.bench ## Measure derived relations: how good, how fast
	@$(BIN)/python benchmarks/bench_related.py
	@$(BIN)/python benchmarks/bench_related_speed.py

.PHONY: bench-layout
bench-layout: $(VENV)/.dev ## Measure how fast graphs are laid out, as ratios to Graphviz
	@$(BIN)/python benchmarks/bench_layout.py

.PHONY: bench-map
bench-map: $(VENV)/.dev browser ## Measure the map of 10,000 papers: making it, and frames a second
	@PYTHONPATH=tools $(BIN)/python benchmarks/bench_map.py

.PHONY: bench-papers
bench-papers: $(VENV)/.dev browser ## Measure the list of 10,000 papers in a browser: bytes, time to use it, time of a key
	@PYTHONPATH=tools $(BIN)/python benchmarks/bench_papers_page.py

.PHONY: bench-search
bench-search: $(VENV)/.dev browser ## Measure what a reader loads until a search answers, and what the index costs
	@PYTHONPATH=tools $(BIN)/python benchmarks/bench_search.py

.PHONY: bench-weight
bench-weight: build $(VENV)/.dev ## Measure what a reader loads with each type of page, without theme and search
	@$(BIN)/python benchmarks/bench_weight.py site

.PHONY: screenshots
screenshots: build $(VENV)/.dev browser ## Take pictures of every type of page into screenshots/, and those of the README into docs/assets/readme/
	@$(BIN)/python tools/take_screenshots.py site

.PHONY: reference
reference: $(VENV)/.dev ## Write the pages of the guide that follow from the code
	@$(BIN)/python tools/make_reference.py

.PHONY: update-snapshots
update-snapshots: $(VENV)/.dev ## Accept the rendered pages as they are now
	@$(BIN)/pytest tests/pages --snapshot-update

.PHONY: compare
compare: $(VENV)/.dev ## Name every file of the built sites that differs since a revision: make compare BASE=main
	@$(BIN)/python tools/compare_sites.py $(or $(BASE),$(error Name the revision before: make compare BASE=main)) $(HEAD)

# In two parts, so that `make --jobs=2 lint` checks types beside all else: alone they take as long as the rest.
.PHONY: lint lint-types lint-style
lint: lint-types lint-style ## Check style, types, layers, scripts, templates, workflows, the library and the notes

lint-types: $(VENV)/.dev
	@$(BIN)/mypy

lint-style: $(VENV)/.dev $(NODE_MODULES)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIOME) check --error-on-warnings
	@$(BIN)/python tools/lint_templates.py
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/node tools/lint_workflows.mjs $(WORKFLOWS)
	@$(BIN)/zizmor --quiet --offline --pedantic .github plugins/paperatlas/starter/.github
	@$(MAKE) --no-print-directory check

.PHONY: format
format: $(VENV)/.dev $(NODE_MODULES) ## Put the code, the browser scripts and the library into the project's style
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .
	@$(BIOME) format --write
	@$(BIN)/paperatlas fmt

.PHONY: wheel
wheel: $(VENV)/.site ## Build the plugin's wheel into dist/
	@$(BIN)/pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

.PHONY: dist
dist: $(RELEASE)/.installed ## Build the source distribution, and from it the wheel, into dist/
	@rm -f dist/paperatlas-*
	@$(RELEASE)/bin/python -m build --no-isolation --outdir dist . >$(RELEASE)/build.log 2>&1 || { cat $(RELEASE)/build.log >&2; exit 1; }
	@ls dist/paperatlas-*

.PHONY: release-check
release-check: dist $(VENV)/.dev ## Check what a release would publish, and run the fast tests of the source distribution on the wheel
	@$(RELEASE)/bin/twine check --strict dist/paperatlas-*
	@$(RELEASE)/bin/check-wheel-contents dist/paperatlas-*.whl
	@$(RELEASE)/bin/cffconvert --validate
	@rm -rf $(RELEASE)/sdist $(RELEASE)/wheel && mkdir -p $(RELEASE)/sdist
	@tar -xzf dist/paperatlas-*.tar.gz -C $(RELEASE)/sdist --strip-components 1
	@$(BIN)/pip install --quiet --no-deps --target $(RELEASE)/wheel dist/paperatlas-*.whl
	@cd $(RELEASE)/sdist && PYTHONPATH=$(CURDIR)/$(RELEASE)/wheel $(CURDIR)/$(BIN)/python -m pytest -n auto -m "not slow and not hypothesis"

.PHONY: browser
browser: # Headless Chromium for the browser tests; its shell has no window, and opens a page with a fifth of the CPU
	@command -v chromium-headless-shell >/dev/null || sh tools/install-debian.sh chromium-headless-shell 2>/dev/null \
		|| command -v chromium chromium-browser google-chrome >/dev/null || sh tools/install-debian.sh chromium

.PHONY: biber
biber: # BibLaTeX's own reader, which the exports are tested with
	@command -v biber >/dev/null || sh tools/install-debian.sh biber

.PHONY: bibtex
bibtex: # BibTeX and its own styles, which make bibliographies of the entries to copy
	@command -v bibtex >/dev/null || sh tools/install-debian.sh texlive-binaries
	@kpsewhich plain.bst >/dev/null || sh tools/install-debian.sh texlive-base

.PHONY: lock
lock: $(VENV)/.dev ## Renew the pinned versions in requirements/ and package-lock.json
	@$(BIN)/pip install --quiet uv
	@for group in site zensical dev bench; do \
	  $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	    --no-header --no-annotate --no-emit-index-url pyproject.toml --group $$group -o requirements/$$group.txt; \
	done
	@mkdir -p .cache
	@$(BIN)/uv pip compile --quiet --resolution lowest-direct --python-version 3.11 $(OLDEST) --group site \
	  --no-header --no-annotate --no-emit-index-url pyproject.toml -o .cache/lowest.txt
	@$(BIN)/uv pip compile --quiet --upgrade --constraint .cache/lowest.txt --python-version 3.11 --generate-hashes \
	  --no-header --no-annotate --no-emit-index-url pyproject.toml $(OLDEST) --group test -o requirements/oldest.txt
	@for group in audit fuzz release $(PEERS:%=bench-%); do \
	  $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	    --no-header --no-annotate --no-emit-index-url --group $$group -o requirements/$$group.txt; \
	done
	@$(BIN)/npm update --package-lock-only

.PHONY: clean
clean: ## Remove everything that was built or installed in the clone
	@rm -rf $(VENV) node_modules site offline offline.zip dist .cache .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(VENV)/bin/pip:
	@echo "Setting up $(VENV) ..."
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "PaperAtlas needs Python 3.11 or newer: make PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || sh tools/install-debian.sh python3-venv
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.site: requirements/site.txt pyproject.toml | $(VENV)/bin/pip
	@echo "Installing what the site needs ..."
	@$(BIN)/pip install --quiet --use-pep517 --require-hashes --requirement requirements/site.txt
	@$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.zensical: requirements/zensical.txt $(VENV)/.site
	@echo "Installing Zensical ..."
	@$(BIN)/pip install --quiet --require-hashes --requirement requirements/zensical.txt
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.site
	@echo "Installing what the tests need ..."
	@$(BIN)/pip install --quiet --require-hashes --requirement requirements/dev.txt
	@touch $@

$(VENV)/.bench: requirements/bench.txt $(VENV)/.dev
	@echo "Installing what the benchmark compares with ..."
	@$(BIN)/pip install --quiet --require-hashes --requirement requirements/bench.txt
	@touch $@

.cache/oldest/.installed: requirements/oldest.txt pyproject.toml
	@echo "Installing the oldest versions ..."
	@$(PYTHON) -m venv $(@D)
	@$(@D)/bin/pip install --quiet --use-pep517 --require-hashes --requirement $<
	@$(@D)/bin/pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

.cache/bench/peers/%/.installed: requirements/bench-%.txt | $(VENV)/bin/pip
	@echo "Installing $* ..."
	@$(PYTHON) -m venv $(@D)
	@$(@D)/bin/pip install --quiet --require-hashes --requirement $<
	@touch $@

$(VENV)/.fuzz: requirements/fuzz.txt $(VENV)/.dev
	@echo "Installing what fuzzes ..."
	@$(BIN)/pip install --quiet --require-hashes --requirement $<
	@touch $@

$(AUDIT)/.installed: requirements/audit.txt
	@echo "Installing what knows of weaknesses ..."
	@$(PYTHON) -m venv $(@D)
	@$(@D)/bin/pip install --quiet --require-hashes --requirement $<
	@touch $@

# Not in .venv: cffconvert wants an older jsonschema than the tests.
$(RELEASE)/.installed: requirements/release.txt | $(VENV)/bin/pip
	@echo "Installing what distributions are built and checked with ..."
	@$(PYTHON) -m venv $(@D)
	@$(@D)/bin/pip install --quiet --require-hashes --requirement $<
	@touch $@

$(NODE_MODULES): package.json package-lock.json $(VENV)/.dev
	@echo "Installing what the browser scripts are checked with ..."
	@$(BIN)/npm ci --silent
	@touch $@
