"""Summaries: which sentences, how many, and that any text is survived."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases import cases
from newskit.analyses.summary.extract import summary
from newskit.analyses.summary.features import SentenceFeatures, sentence_features
from newskit.analyses.trees import read_trees, score
from newskit.document import Document
from timing import grows_linearly

ARTICLE = """\
Pemerintah Kota Solo membuka pasar baru di Kecamatan Jebres, Senin (3/8).

Ia menambahkan bahwa pasar itu menampung 2.000 pedagang kecil dari lima kecamatan di bagian timur kota.

"Kami sudah lama menunggu pasar ini," kata Sri, seorang pedagang sayur.

Pembangunan pasar menelan biaya Rp 80 miliar dan berlangsung selama dua tahun sejak 2018.

Wali Kota Solo berharap pasar itu mengurangi kemacetan di jalan utama yang selama ini dipakai pedagang.

Apakah semua pedagang mau pindah? Belum tentu.

Sebagian pedagang menyatakan bertahan di tepi jalan karena pembeli mereka belum tahu letak pasar baru.
"""


def texts(text: str, **options: int) -> list[str]:
    return [sentence.text for sentence in summary(Document(text), **options)]


@pytest.mark.parametrize(("text", "expected"), cases("analyses/summary"))
def test_cases(text: str, expected: str) -> None:
    assert texts(text) == expected.splitlines()


@pytest.mark.parametrize("text", ["", " \n\n "])
def test_nothing_has_no_summary(text: str) -> None:
    assert summary(Document(text)) == []


@pytest.mark.parametrize("number", range(1, 9))
def test_sentences_is_exact(number: int) -> None:
    assert len(texts(ARTICLE, sentences=number)) == number


def test_sentences_beyond_the_article() -> None:
    assert len(texts(ARTICLE, sentences=99)) == 8
    assert len(texts("Harga beras naik. " * 7, sentences=5)) == 5  # repeated rather than too few


@pytest.mark.parametrize("most", [10, 20, 30, 60, 1000])
def test_words_is_a_limit(most: int) -> None:
    found = texts(ARTICLE, words=most)
    assert 0 < sum(len(text.split()) for text in found) <= most or len(found) == 1


def test_default_length() -> None:
    assert 25 <= sum(len(text.split()) for text in texts(ARTICLE)) <= 70
    assert len(texts(ARTICLE * 50)) < 10


def test_begins_with_the_lede_and_keeps_order() -> None:
    found = summary(Document(ARTICLE))
    assert found[0].text.startswith("Pemerintah Kota Solo")
    assert [sentence.start for sentence in found] == sorted(sentence.start for sentence in found)


def test_leaning_sentence_costs_without_its_antecedent() -> None:
    lone = "Ia menambahkan bahwa pasar itu menampung 2.000 pedagang kecil dari lima kecamatan."
    chosen = texts(
        f"Pasar?\n\n{lone}\n\nPasar baru itu menampung 2.000 pedagang sayur dari Solo.", sentences=1
    )
    assert chosen != [lone]


def test_header_offsets() -> None:
    text = "date 2020-08 Pasar Baru.jpg\n\n" + ARTICLE
    for sentence in summary(Document(text, has_header=True)):
        assert text[sentence.start : sentence.end] == sentence.text
        assert "date 2020" not in sentence.text


@settings(deadline=None, derandomize=True, max_examples=150)
@given(st.text(st.sampled_from('aI .\n"“”?!:(\u2028\ud800\u0000é🙂-')) | st.text(), st.integers(1, 5))
def test_any_text(text: str, number: int) -> None:
    for options in ({}, {"sentences": number}, {"words": number}):
        found = summary(Document(text), **options)
        assert all(text[start:end] == piece and 0 <= value <= 1 for start, end, piece, value in found)
        assert len({sentence.start for sentence in found}) == len(found)
        assert [sentence.start for sentence in found] == sorted(sentence.start for sentence in found)


@pytest.mark.parametrize(
    "piece", ["a.", "((", '"', "-", "a", "Ia. ", "Ia naik.\n\n", "foto ", "Beras naik di Solo. "]
)
def test_time_grows_with_the_text(piece: str) -> None:
    assert grows_linearly(lambda text: summary(Document(text), sentences=10_000), piece, 8_000)


def test_hash_seed_does_not_matter() -> None:
    code = (
        "import sys; from test_summary import ARTICLE, summary, Document; print(summary(Document(ARTICLE)))"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", code],
            env={
                **os.environ,
                "PYTHONHASHSEED": seed,
                "PYTHONPATH": f"{Path(__file__).parent}:{Path(__file__).parents[1]}",
            },
            capture_output=True,
            check=True,
        ).stdout
        for seed in "12"
    ]
    assert runs[0] == runs[1] != b""


def test_features() -> None:
    first, second = sentence_features([['"Beras naik," kata Budi.'], ["Namun KPK diam"]])
    assert (first.begins_quoted, first.says, first.place, first.places_left) == (True, True, 0, 2)
    assert (second.begins_connective, second.unfinished, second.words_before) == (True, True, 4)
    assert second.capitals == pytest.approx(2 / 3)


def test_features_of_no_words() -> None:
    assert sentence_features([["..."]])[0].words == 0
    assert sentence_features([]) == []


def test_trees() -> None:
    trees = read_trees(["# a comment", "b<=2 a<=0 1 2 4", "0.5"], ["a", "b"])
    assert [score(trees, row) for row in ((0, 0), (1, 0), (0, 3))] == [1.5, 2.5, 4.5]


def test_weights_ask_only_known_features() -> None:
    with pytest.raises(KeyError):
        read_trees(["colour<=1 0 1"], SentenceFeatures._fields)
