# make run, make test: all that a newcomer needs. The rest is for developers; `make help` lists them.
PYTHON ?= python3
BIN := .venv/bin
export NEWSKIT_EVAL ?= ../shared/eval

.PHONY: help run test lint bench eval train fuzz clean

help:
	@sed -n 's/^\([a-z]*\):.*## /\1	/p' Makefile | expand -t 10

.venv/ready: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --editable . --group dev
	$(BIN)/python -m compileall -q src  # as pip does for what is not editable: each start is 20 ms shorter
	touch $@

.venv/measuring: .venv/ready
	$(BIN)/python -m pip install --quiet --group bench --group train
	touch $@

run: .venv/ready  ## parse the seed article
	$(BIN)/newskit parse -r seeds --format table

test: .venv/ready  ## run all tests
	$(BIN)/python -m pytest

lint: .venv/ready  ## check style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python tests/measure/audit.py

bench: .venv/measuring  ## speed beside the peers, as ratios
	$(BIN)/python -m compileall -q src
	$(BIN)/python tests/measure/bench.py

eval: .venv/measuring  ## accuracy on the articles of NEWSKIT_EVAL; a million words against Sastrawi
	$(BIN)/python tests/measure/evaluate.py
	$(BIN)/python tests/measure/exact.py

train: .venv/measuring  ## learn the weights of stems, keywords and summaries again
	$(BIN)/python tests/measure/news_roots.py
	$(BIN)/python tests/measure/affixes.py
	$(BIN)/python tests/measure/stems.py
	$(BIN)/python tests/measure/train_keywords.py
	$(BIN)/python tests/measure/train_summary.py

MINUTES ?= 5
fuzz: .venv/ready  ## try texts that nobody wrote for MINUTES=5; findings become cases
	$(BIN)/python tests/measure/fuzz.py $(MINUTES)

clean:  ## remove what make built
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis dist
