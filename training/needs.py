"""Ends ``make train`` in one line where the data to learn from is not there."""

import sys

from benchmarks.corpus import missing

if __name__ == "__main__":
    sys.exit(missing("data/keywords_dev.jsonl.gz"))
