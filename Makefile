# make run     set everything up and serve the dashboard on this machine (PORT=8501)
# make test    set everything up, check the code and run every test
# make check   lint, formatting and types only
# make a11y    look at every page with axe in every way (a quarter of an hour; needs Chromium)
# make format  let ruff put the code in order
# make fuzz    ask a running site (URL=http://localhost:8501) for what nobody would (EXAMPLES=2000)
# make audit   ask PyPI for known vulnerabilities of what constraints.txt names (needs the network)
# make licences, make sbom   what the site runs with: its licences; build/sbom.json (CycloneDX)
# make load    how many readers one process holds (10 minutes)
# make bench   the village page beside Dash, Panel and Shiny (an hour; ONLY=, RUNS=5)
# make scale   a whole country in one release (five minutes, 3 GB of disk)
# make soak    whether its memory stays flat (an hour; MINUTES=60)

PORT ?= 8501
MINUTES ?= 60
# With test,cluster the tests of lakes and addresses are not left out.
EXTRAS ?= test
VENV := .venv
RUN := $(VENV)/bin/python -m
# Where bytecode is not kept, every process compiles pandas and Streamlit anew: seconds for each.
unexport PYTHONDONTWRITEBYTECODE
# What is never imported need not be compiled.
PIP := PIP_DISABLE_PIP_VERSION_CHECK=1 $(RUN) pip install --quiet --no-compile --constraint constraints.txt --editable

# The first Python that is new enough and can make environments. The system's own comes first: mostly
# it is compiled with a profile of what Python does, which others may not be, and a third faster.
PYTHON ?= $(shell for python in /usr/bin/python3 python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import ensurepip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $$python && break; done)

.PHONY: run test check a11y format load bench scale soak fuzz audit licences sbom clean

run: $(VENV)/installed
	@$(RUN) trygghet publish --by "make run" --why "Visas på den här datorn"
	@echo "Trygghet: http://localhost:$(PORT)"
	@exec $(RUN) streamlit run dashboard.py --server.port $(PORT)

test: check
	@$(RUN) pytest --numprocesses=4 --dist=worksteal

check: $(VENV)/installed-for-tests
	@$(RUN) ruff check .
	@$(RUN) ruff format --check .
	@$(RUN) mypy

a11y: $(VENV)/installed-for-tests
	@$(VENV)/bin/python tests/accessibility/matrix.py

format: $(VENV)/installed-for-tests
	@$(RUN) ruff check --fix .
	@$(RUN) ruff format .

# Two parts: what the description of the open data promises, then pages, headers and the websocket.
URL ?= http://localhost:8501
EXAMPLES ?= 2000
fuzz: $(VENV)/installed-for-fuzz
	@$(VENV)/bin/schemathesis run $(URL)/data/openapi.json --url $(URL) --mode all \
		--checks not_a_server_error --max-examples $$(( $(EXAMPLES) / 20 ))
	@FUZZ_URL=$(URL) FUZZ_EXAMPLES=$(EXAMPLES) $(RUN) pytest tests/web/test_fuzz.py

# --strict: what cannot be looked up is no less a failure than what has a hole.
audit: $(VENV)/installed-for-audit
	@$(VENV)/bin/pip-audit --strict --disable-pip --no-deps --requirement constraints.txt

licences: $(VENV)/installed-for-tests
	@$(VENV)/bin/python tests/support/dependencies.py

sbom: $(VENV)/installed-for-audit
	@mkdir -p build
	@$(VENV)/bin/cyclonedx-py environment --pyproject pyproject.toml --output-reproducible \
		--output-format JSON --output-file build/sbom.json $(VENV)/bin/python

load: $(VENV)/installed-for-tests
	@$(VENV)/bin/python bench/load.py

# The peers have an environment of their own: none of them is a dependency of ours.
PEERS := bench/peers/.venv
RUNS ?= 5
bench: $(VENV)/installed-for-tests $(PEERS)/installed
	@$(VENV)/bin/python bench/compare.py --runs $(RUNS) --only $(ONLY)

$(PEERS)/installed: bench/peers/requirements.txt
	@$(PYTHON) -m venv $(PEERS)
	@$(PEERS)/bin/python -m pip install --quiet --disable-pip-version-check --requirement $<
	@touch $@

scale: $(VENV)/installed-for-tests
	@$(VENV)/bin/python bench/scale.py

soak: $(VENV)/installed-for-tests
	@$(VENV)/bin/python bench/soak.py --minutes $(MINUTES)

clean:
	rm -rf $(VENV) releases build

define SET_UP
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed; none was found."; exit 1; }
	@echo "Setting up (about a minute the first time) ..."
	@$(PYTHON) -m venv $(VENV)
endef

# Each by one call of pip: two would look up everything twice.
$(VENV)/installed: pyproject.toml constraints.txt
	$(SET_UP)
	@$(PIP) .
	@touch $@

$(VENV)/installed-for-tests: pyproject.toml constraints.txt
	$(SET_UP)
	@$(PIP) ".[$(EXTRAS)]"
	@touch $(VENV)/installed $@
	@# Compiled once, beside the linters, and not by every process of the tests at the same time.
	@$(RUN) pytest --collect-only --quiet >/dev/null 2>&1 &

$(VENV)/installed-for-fuzz $(VENV)/installed-for-audit: $(VENV)/installed-for-%: $(VENV)/installed-for-tests
	@$(PIP) ".[$*]"
	@touch $@
