"""The exact mode against PySastrawi itself; the full run is benchmarks/exact.py."""

import random

import pytest
from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

from benchmarks.forms import anything, regular
from newskit.lexicon import usage
from newskit.stemming.roots import kateglo_roots
from newskit.stemming.sastrawi import sastrawi_stem

UPSTREAM = StemmerFactory().create_stemmer().delegatedStemmer


def sample() -> list[str]:
    roots = sorted(kateglo_roots())
    chosen = random.Random(11)
    return [
        *chosen.sample(sorted(usage.words()), 2000),
        *chosen.sample(roots, 500),
        *anything(roots, 5000, 12),
        *(form for form, _ in regular(roots, 1500, 13)),
    ]


def test_answers_as_upstream() -> None:
    roots = kateglo_roots()
    wrong = [word for word in sample() if UPSTREAM.stem(word) != sastrawi_stem(word, roots)]
    assert wrong == []


@pytest.mark.parametrize(
    "word",
    [
        "nya", "ke", "di", "kan", "-", "--", "a-", "-a", "nikmat-ku", "malaikat-malaikat-nya", "kupu-kupu",
        "berbalas-balasan", "meniru-nirukan", "belajar", "pelajar", "belajarlah", "penganiayaan", "gerigi",
        "pengetahuan", "menunjukkan", "ketahui", "be-an", "me-i", "kelah", "sei", "Café", "Jum'at", "ſatu",
        "1-2", "kotaı-nya",
    ],
)  # fmt: skip
def test_corners_as_upstream(word: str) -> None:
    assert sastrawi_stem(word, kateglo_roots()) == UPSTREAM.stem(word)
