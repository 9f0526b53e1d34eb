"""Stems, by the cases in data/stem.txt and by what holds for any text."""

import pickle
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases import TESTS, cases
from newskit.errors import UsageError
from newskit.lexicon import usage
from newskit.stemming import roots
from newskit.stemming.roots import protected, root_words
from newskit.stemming.stemmer import DEFAULT, Stemmer, explain, stem, stem_text, stems
from run import newskit, records
from timing import grows_linearly

PIECES = [
    *(
        "Me",
        "makan",
        "an",
        "nya",
        "A",
        "1",
        "kata.Dia",
        "Menangi",
        "Pengabdi",
        "Anak-anak",
        "meny-apu",
        "Ⅷ",
        "½",
    ),
    *("-", "–", ".", ". ", ": ", "“", "‘", "’", "@", "#", "/", " ", "  ", "\n", "\r", "\t", "\0"),
    *("\u00a0", "\u2028", "\u0301", "\u200b", "\u200d", "\ufeff", "é", "ſ", "İ", "文"),
]
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join))


def pairs(name: str) -> list[list[str]]:
    """The words of a file of tests/data, each with its root."""
    return [
        line.split()
        for line in (TESTS / "stemming/cases" / name).read_text("utf-8").splitlines()
        if line[:1] != "#"
    ]


@pytest.mark.parametrize(("text", "expected"), cases("stemming/stem"))
def test_case(text: str, expected: str) -> None:
    assert stem_text(text) == expected


@pytest.mark.parametrize(("name", "most"), [("stem_words.txt", 0.015), ("stem_unseen.txt", 0.012)])
def test_most_words_have_their_root(name: str, most: float) -> None:
    """The weights were learned from the first file, so that a fall says that something broke."""
    wrong = [word for word, root in pairs(name) if not word[0].isupper() and stem(word) != root]
    assert len(wrong) < most * len(pairs(name)), wrong


def test_hard_words() -> None:
    lines = (TESTS / "stemming/cases/hard_words.txt").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line[:1] != "#"]
    wrong = [text for text, right in rows if stem_text(text) not in right.split("|")]
    assert len(wrong) < 0.04 * len(rows), wrong


def test_stems_worked_out_ahead_are_what_the_rules_give() -> None:
    words, ahead = sorted(usage.words())[::7], roots.precomputed_stems()
    assert [DEFAULT.stem_by_rules(word, word, inside=False) for word in words] == [
        ahead.get(w, w) for w in words
    ]


@pytest.mark.parametrize(
    ("word", "root"),
    [("mem\u200bbangun", "bangun"), ("mem\u00adbangun", "bangun"), ("ｍｅｍｂａｎｇｕｎ", "bangun"),
     ("cafe\u0301", "café"), ("Café", "café"), ("\u0645", "\u0645"), ("\u200b", "\u200b"),
     ("Jum’at", "jum'at")],
)  # fmt: skip
def test_letters_of_all_kinds(word: str, root: str) -> None:
    assert stem(word) == root
    assert [s.stem for s in stems(f"ia {word} itu")][1:-1] in ([root], [])


@settings(deadline=None, derandomize=True)
@given(TEXTS, st.booleans())
def test_any_text(text: str, exact: bool) -> None:
    stemmer = Stemmer(exact)
    found = stemmer.stems(text)
    assert all(text[s.start : s.end] == s.text and s.stem for s in found)
    pieces, position = [], 0
    for s in found:
        pieces += [text[position : s.start], s.stem]
        position = s.end
    assert stemmer.stem_text(text) == "".join((*pieces, text[position:]))
    for s in found:
        stemmer.explain(s.text, inside=s.inside)


@pytest.mark.parametrize(
    "piece",
    [
        "-",
        "a",
        "A",
        "a.",
        "((",
        '"',
        ".\n",
        ". ",
        "memper",
        "di",
        "a-",
        "-a",
        "nya",
        "@/",
        "\u0301",
        "\u200b",
        "’",
        "A. ",
    ],
)
@pytest.mark.parametrize(
    "work", [DEFAULT.stem, stem_text, stems, Stemmer(exact=True).stem, Stemmer(exact=True).stem_text]
)
def test_linear(piece: str, work: Callable[[str], object]) -> None:
    assert grows_linearly(work, piece, 10_000)


def test_protected_words_stay() -> None:
    stemmer = Stemmer(protect=frozenset({"makanan"}))
    assert stemmer.stem_text("Makanan, MAKANAN dan minuman") == "makanan, makanan dan minum"


def test_other_roots_and_more_roots(tmp_path: Path) -> None:
    path = tmp_path / "roots.txt"
    path.write_text("# dua akar\nmakan\nblogger\n", "utf-8")
    assert Stemmer(roots=root_words(str(path))).stem_text("bloggernya makanannya") == "blogger makan"
    path.write_text("+wkwk\n", "utf-8")
    assert Stemmer(roots=root_words(str(path))).stem_text("diwkwkkan minuman") == "wkwk minum"
    path.write_text("+wkwk\nmakan\n", "utf-8")
    with pytest.raises(UsageError, match="some lines begin with"):
        root_words(str(path))


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"makan\ndua kata\n", "line 2: 'dua kata' is not one word"), (b"\xff\xfe\x00", "is not UTF-8 text")],
)
def test_bad_word_files(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "words.txt"
    path.write_bytes(content)
    with pytest.raises(UsageError, match=message):
        protected(str(path))
    assert newskit("stem", "--protect", str(path), stdin=b"teks").returncode == 2


def test_missing_word_file() -> None:
    with pytest.raises(UsageError, match=r"no/such: no such file"):
        root_words("no/such")


def test_a_stemmer_travels_without_its_caches() -> None:
    stemmer = Stemmer(protect=frozenset({"makanan"}))
    stemmer.stem_text("makanan dan minuman")
    assert len(pickle.dumps(stemmer)) < 200
    assert pickle.loads(pickle.dumps(stemmer)) == stemmer  # noqa: S301
    assert pickle.loads(pickle.dumps(stemmer)) is pickle.loads(pickle.dumps(stemmer))  # noqa: S301


@pytest.mark.parametrize(
    ("word", "prefixes", "suffixes", "rule"),
    [("memakainya", ("mem>p",), ("nya",), "13"), ("ketidakadilan", ("ke", "tidak"), ("an",), "plain"),
     ("bukunya", (), ("nya",), "suffix"), ("makan", (), (), "root"), ("Widodo", (), (), "name"),
     ("baru-baru", (), (), "reduplication"), ("KPU-nya", (), ("nya",), "hyphen"),
     ("xyzzy", (), (), "unknown"), ("Mentawai", (), (), "name"),
     ("meniru-nirukan", ("men>t",), ("kan",), "reduplication"),
     ("menganaktirikan", ("meng",), ("kan",), "17")],
)  # fmt: skip
def test_explanations(word: str, prefixes: tuple[str, ...], suffixes: tuple[str, ...], rule: str) -> None:
    assert explain(word) == (prefixes, suffixes, rule)


def test_exact_on_the_command_line() -> None:
    assert newskit("stem", "--exact", stdin=b"perbankan di Bekasi").stdout == b"perban di bekas"
    assert newskit("stem", stdin=b"perbankan di Bekasi").stdout == b"bank di bekasi"


def test_explained_on_the_command_line() -> None:
    (record,) = records("stem", "--explain", stdin=b"Ia memakainya")
    told = {key: record["tokens"][1][key] for key in ("stem", "prefixes", "suffixes", "rule")}
    assert told == {"stem": "pakai", "prefixes": ["mem>p"], "suffixes": ["nya"], "rule": "13"}
    lines = newskit("stem", "--explain", stdin=b"Ia memakainya").stdout.decode().splitlines()
    assert lines == ["Ia: ia (word)", "memakainya: mem- (p) + pakai + -nya (13)"]
