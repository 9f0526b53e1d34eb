# make run, make test: all that a newcomer needs. The rest is for developers; `make help` lists them.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
export NEWSKIT_EVAL ?= ../shared/eval

.PHONY: help run test lint bench eval unseen train release-check fuzz clean

help:
	@sed -n 's/^\([a-z-]*\):.*## /\1	/p' Makefile | expand -t 15

$(VENV)/ready: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --editable . --group dev
	$(BIN)/python -m compileall -q src  # as pip does for what is not editable: each start is 20 ms shorter
	touch $@

$(VENV)/measuring: $(VENV)/ready
	$(BIN)/python -m pip install --quiet --group bench --group train
	touch $@

run: $(VENV)/ready  ## parse the seed article
	$(BIN)/newskit parse -r seeds --format table

test: $(VENV)/ready  ## run all tests
	@command -v chromium >/dev/null || echo "no Chromium is here (apt-get install chromium): the report page is not tried in a browser"
	$(BIN)/python -m pytest --numprocesses auto

lint: $(VENV)/ready  ## check style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python scripts/audit.py

bench: $(VENV)/measuring  ## speed beside the peers, as ratios
	$(BIN)/python -m compileall -q src
	$(BIN)/python -m benchmarks.speed

eval: $(VENV)/measuring  ## accuracy on the articles of NEWSKIT_EVAL; a million words against Sastrawi
	$(BIN)/python -m benchmarks.accuracy
	$(BIN)/python -m benchmarks.exact

unseen: $(VENV)/measuring  ## accuracy of the models by cross-validation, half an hour
	$(BIN)/python -m training.needs
	$(BIN)/python -m training.keywords --check
	$(BIN)/python -m training.summary --check
	$(BIN)/python -m training.names --check

train: $(VENV)/measuring  ## learn the weights of stems, keywords, summaries and names again
	$(BIN)/python -m training.needs
	$(BIN)/python -m training.news_roots
	$(BIN)/python -m training.ranking_weights
	$(BIN)/python -m training.precomputed_stems
	$(BIN)/python -m training.name_clusters
	$(BIN)/python -m training.acronyms
	$(BIN)/python -m training.names
	$(BIN)/python -m training.name_roles
	$(BIN)/python -m training.bodies
	$(BIN)/python -m training.predicates
	$(BIN)/python -m training.phrases
	$(BIN)/python -m training.keywords
	$(BIN)/python -m training.summary

release-check: $(VENV)/ready  ## build, install on every Python, test the wheel, compare figures
	$(BIN)/python -m scripts.release_check

MINUTES ?= 5
fuzz: $(VENV)/ready  ## try texts that nobody wrote for MINUTES=5; findings become cases
	PYTHONPATH=tests:tests/fuzz $(BIN)/python tests/fuzz/fuzz.py $(MINUTES)

clean:  ## remove what make built
	rm -rf .venv* .mypy_cache .pytest_cache .ruff_cache .hypothesis dist
