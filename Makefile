# make run     set everything up and serve the dashboard on this machine (PORT=8501)
# make test    set everything up, check the code and run every test
# make check   lint, formatting and types only
# make format  let ruff put the code in order

PORT ?= 8501
# With test,cluster the tests of lakes and addresses are not left out.
EXTRAS ?= test
VENV := .venv
RUN := $(VENV)/bin/python -m
# What is never imported need not be compiled.
PIP := PIP_DISABLE_PIP_VERSION_CHECK=1 $(RUN) pip install --quiet --no-compile --constraint constraints.txt --editable

# The first Python that is new enough.
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $$python && break; done)

.PHONY: run test check format clean

run: $(VENV)/installed
	@$(RUN) trygghet publish --by "make run" --why "Visas på den här datorn"
	@echo "Trygghet: http://localhost:$(PORT)"
	@exec $(RUN) streamlit run dashboard.py --server.port $(PORT)

test: check
	@$(RUN) pytest --numprocesses=3 --dist=worksteal

check: $(VENV)/installed-for-tests
	@$(RUN) ruff check .
	@$(RUN) ruff format --check .
	@$(RUN) mypy

format: $(VENV)/installed-for-tests
	@$(RUN) ruff check --fix .
	@$(RUN) ruff format .

clean:
	rm -rf $(VENV) releases

$(VENV)/installed: pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed; none was found."; exit 1; }
	@echo "Setting up (about a minute the first time) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) .
	@touch $@

$(VENV)/installed-for-tests: $(VENV)/installed
	@$(PIP) ".[$(EXTRAS)]"
	@touch $@
