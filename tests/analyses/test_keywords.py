"""Keywords: what an editor would tag, on texts of every kind."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases import cases
from newskit.analyses.keywords.extract import keywords
from newskit.analyses.story import is_title_of, story
from newskit.document import Document
from newskit.errors import UsageError
from newskit.lexicon import lists
from newskit.lexicon.counting import count_words, read_words, write_words
from newskit.lexicon.usage import Usage
from run import SEED, newskit
from timing import grows_linearly


def found(text: str, title: str | None = None, **options: Any) -> list[str]:
    return [keyword.keyword for keyword in keywords(Document(text, title=title), **options)]


@pytest.mark.parametrize(("article", "expected"), cases("analyses/keywords"))
def test_case(article: str, expected: str) -> None:
    title, _, text = article.partition("\n\n")
    answer = found(text, title)
    for sign, phrase in (line.split(" ", 1) for line in expected.splitlines()):
        assert (phrase in answer) == (sign == "+"), (phrase, answer)


def test_story_leaves_out_what_stands_beside_it() -> None:
    paragraphs = (
        "Laporan wartawan Kabar, Budi Santoso",
        "Beras naik [lihat grafik] di Solo. Baca juga: Konser Band Meriah. Warga resah.",
        "BACA JUGA: Konser Band Meriah",
        "Panen di Sragen (Foto: Dok. Desa)",
        "Sumber: Kabar",
    )
    title, body = story(Document("\n\n".join(paragraphs), title="Beras Naik"))
    assert title == "Beras Naik"
    assert [text.split() for text in body] == [
        ["Beras", "naik", "[lihat", "grafik]", "di", "Solo.", "Warga", "resah."]
    ]


def test_english_caption_gives_no_keyword() -> None:
    answer = keywords(Document(Path(SEED).read_text("utf-8"), has_header=True))
    words = {word for keyword in answer for word in keyword.keyword.lower().split()}
    assert not words & {"joint", "strategy", "serving", "regional", "peace", "and", "islamtimes", "it"}
    assert {"Iran", "Rusia"} <= {keyword.keyword for keyword in answer}


@pytest.mark.parametrize(
    ("title", "own"),
    [
        ("Banjir Rendam Sragen", True),
        ("BPS: Inflasi Capai 3 Persen", True),
        ("Warga RI Serukan Damai di Aceh", True),
        ("File photo of a plane", False),
        ("Leader of the Revolution", False),
        ("Cows graze near Semeru", False),
    ],
)
def test_a_title_in_another_language_is_told_by_more_than_names(title: str, own: bool) -> None:
    assert is_title_of(title, ["Warga mengungsi karena banjir. Harga beras naik sejak kemarin."]) is own


def test_scores_fall_and_counts_are_right() -> None:
    text = "Gempa mengguncang Palu. Warga Palu lari. Gempa itu kuat, kata warga Palu."
    answer = keywords(Document(text, title="Gempa di Palu"))
    assert [k.score for k in answer] == sorted((k.score for k in answer), reverse=True)
    assert all(0 <= k.score <= 1 for k in answer)
    assert {k.keyword: k.count for k in answer}["Palu"] == 4


def test_top_and_max_words() -> None:
    text = (
        "Bank Sentral Nusantara menahan bunga. Kata warga, bunga Bank Sentral Nusantara tetap. Bunga turun."
    )
    assert len(found(text, top=2)) == 2
    assert max(len(keyword.split()) for keyword in found(text)) == 3
    assert all(" " not in keyword for keyword in found(text, max_words=1))


def test_stopwords_are_no_keywords() -> None:
    document = Document("Kopi Gayo laris. Petani kopi Gayo senang.")
    answer = [k.keyword for k in keywords(document, stopwords=frozenset({"gayo"}))]
    assert answer and not any("Gayo" in keyword for keyword in answer)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n ",
        "...!?",
        "dan yang di",
        "123 456",
        "\ud800 \0 \u202e 😀",
        "hujan " * 500,
        "Satu kalimat saja tentang kopi.",
        "WARGA PALU MENGUNGSI. GEMPA MENGGUNCANG PALU. WARGA PALU MENUNGGU.",
        "warga palu mengungsi. gempa mengguncang palu. warga palu menunggu.",
        "The city council met. The city council voted on the bridge.",
        "- kopi\n- teh\n- gula\n- kopi",
    ],
)
def test_odd_texts(text: str) -> None:
    assert all(keyword.strip() for keyword in found(text))


def test_small_and_capital_letters_give_names_alike() -> None:
    text = "Gempa mengguncang Palu. Warga Palu mengungsi. Warga menunggu di Palu."
    assert {"palu"} <= {k.lower() for k in found(text.upper())} & {k.lower() for k in found(text.lower())}


@settings(max_examples=150, derandomize=True, deadline=None)
@given(st.text(), st.none() | st.text(max_size=40))
def test_any_text(text: str, title: str | None) -> None:
    answer = keywords(Document(text, title=title))
    assert len(answer) <= 10
    assert all(0 <= k.score <= 1 and k.count > 0 and k.keyword for k in answer)


WORDS = st.sampled_from(
    [
        "Palu",
        "gempa",
        "warga",
        "di",
        "dan",
        "Joko",
        "Widodo",
        "kata",
        ".",
        ",",
        "(",
        "KPK",
        ")",
        "2021",
        "\n\n",
    ]
)


@settings(max_examples=150, derandomize=True, deadline=None)
@given(st.lists(WORDS, max_size=80).map(" ".join))
def test_no_keyword_is_a_function_word(text: str) -> None:
    stop = lists.word_list("lexicon/stopwords")
    for keyword in found(text):
        words = keyword.split()
        assert words[0].lower() not in stop
        assert all(word[0].isupper() for word in words if word.lower() in stop)  # Selandia Baru
        assert not keyword.isdigit()


@pytest.mark.parametrize(
    "unit", ["Joko Widodo ", "a.", "((", '"', "-", "x", "Gempa di Palu. ", "ab-", "1.", "[a"]
)
def test_time_grows_with_the_length(unit: str) -> None:
    assert grows_linearly(lambda text: keywords(Document(text)), unit, 10_000)


def test_hash_seed_does_not_matter() -> None:
    code = (
        "from newskit.analyses.keywords.extract import keywords; "
        "from newskit.document import Document; import pathlib;"
        f"print(keywords(Document(pathlib.Path({str(SEED)!r}).read_text('utf-8'), has_header=True)))"
    )
    answers = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(answers) == 1


def test_background_takes_the_place_of_news(tmp_path: Path) -> None:
    texts = ["Sawah kering di desa.", "Sawah digenangi air.", "Sawah panen lagi. Traktor rusak."]
    table = count_words(map(Document, texts))
    assert table["sawah"].document_frequency == 3
    assert table["traktor"].document_frequency == 1
    path = f"{tmp_path}/words.tsv"
    with open(path, "w", encoding="utf-8") as file:  # noqa: PTH123
        file.write(write_words(table))
    assert read_words(path) == table
    document = Document("Sawah dan traktor. Traktor di sawah. Sawah punya traktor.")
    assert keywords(document, background=table) != keywords(document)


def test_background_of_any_size() -> None:
    table = {"sawah": Usage(10**11, 100), "traktor": Usage(1, 999)}
    assert keywords(Document("Sawah dan Traktor. Traktor di sawah. Sawah punya Traktor."), background=table)


@pytest.mark.parametrize("line", ["", "kata", "kata\tdua\t1", "kata\t1", "\t1\t1"])
def test_bad_background_names_the_line(tmp_path: Path, line: str) -> None:
    path = f"{tmp_path}/words.tsv"
    with open(path, "w", encoding="utf-8") as file:  # noqa: PTH123
        file.write(f"sawah\t3\t0\n{line}\n")
    with pytest.raises(UsageError, match="line 2"):
        read_words(path)


def test_count_writes_what_background_reads(tmp_path: Path) -> None:
    table = tmp_path / "words.tsv"
    assert newskit("keywords", "--count", "-o", str(table), SEED).returncode == 0
    assert "rusia\t1\t100" in table.read_text("utf-8").splitlines()
    stop = tmp_path / "stop.txt"
    stop.write_text("rusia\n", "utf-8")
    answer = newskit("keywords", "--background", str(table), "--stopwords", str(stop), SEED)
    assert answer.returncode == 0
    assert answer.stdout
    assert b"Rusia" not in answer.stdout
    assert newskit("keywords", "--background", str(stop), SEED).returncode == 2
    assert newskit("keywords", "--count", str(tmp_path / "missing")).returncode == 3
