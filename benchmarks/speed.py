"""Speed beside the peers, in one run and as ratios: ``make bench``.

No timed text has been seen before in the process: the texts are dealt out to the contests, each comes once,
and both sides take turns on parts of the same texts. Words recur from text to text, as they do in use, so
that a memo of words may be warm; where one may, the line says so. On the command line the start is included
on both sides.
"""

import html
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from benchmarks import results
from benchmarks.corpus import rows, stories
from benchmarks.forms import regular
from newskit.lexicon import usage
from newskit.stemming.roots import kateglo_roots
from newskit.stemming.stemmer import stem, stem_text

T = TypeVar("T")
BINARY = Path(sys.executable).with_name("newskit")
PARTS = 8  # turns in a contest
FIGURES: dict[str, dict[str, Any]] = {}


def seconds(work: Callable[[], Any]) -> float:
    """How long some work takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def contest(
    texts: Sequence[T], own: Callable[[T], object], theirs: Callable[[T], Any] | None = None
) -> tuple[float, float]:
    """The seconds that each side takes for all the texts, part by part in turns, each text once."""
    spent = [0.0, 0.0]
    size = -(-len(texts) // PARTS)
    for start in range(0, len(texts), size):
        part = texts[start : start + size]
        for side, work in enumerate((own, theirs)):
            if work:
                spent[side] += seconds(partial(list, map(work, part)))
    return spent[0], spent[1]


def say(
    name: str,
    count: int,
    rate: float,
    unit: str,
    ratio: float | None = None,
    peer: str = "",
    memo: bool = False,
) -> None:
    """A line of the table, and a figure of the results."""
    beside = f"{ratio:8.1f} x {peer}" if ratio else ""
    note = "memo of words may be warm" if memo else ""
    print(f"{name:32} {count:7,} texts {rate:12,.1f} {unit:12} {beside:34} {note}", flush=True)
    FIGURES[name] = {"texts": count, "rate": round(rate, 1), "unit": unit, "memo": memo}
    if ratio:
        FIGURES[name] |= {"ratio": round(ratio, 2), "peer": peer}


def start_up() -> None:
    def shell(*command: Any, text: str = "") -> Callable[[], Any]:
        return lambda: subprocess.run(command, input=text, text=True, capture_output=True, check=True)

    runs = (
        shell(sys.executable, "-c", ""),
        shell(BINARY, "--version"),
        shell(BINARY, "stem", text="teks\n"),
    )
    bare, version, stemming = map(min, zip(*([seconds(run) for run in runs] for _ in range(15)), strict=True))
    say("start: --version", 1, version * 1000, "ms", version / bare, "bare Python")
    say("start: echo teks | stem", 1, stemming * 1000, "ms", stemming / bare, "bare Python")


PYSASTRAWI = """
import sys
from Sastrawi.Stemmer.StemmerFactory import StemmerFactory
stemmer = StemmerFactory().create_stemmer(){without_cache}
sys.stdout.write(stemmer.stem(sys.stdin.read()))
"""


def new_words(texts: list[str]) -> None:
    """Words that no memo has met: those of articles, and forms of which news has none."""
    from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

    from newskit.text.tokens import tokens

    sastrawi = StemmerFactory().create_stemmer().delegatedStemmer  # without its cache
    stem("memperkata")  # loads the tables
    met = sorted({t.text.lower() for text in texts for t in tokens(text) if t.text.isalpha()})
    made = [form for form, _ in regular(sorted(kateglo_roots()), 8000, 1) if form not in usage.words()]
    for name, words in (("stem: new words of articles", met), ("stem: new words, generated", made)):
        own, theirs = contest(words, stem, sastrawi.stem)
        say(name, len(words), len(words) / own, "words/s", theirs / own, "PySastrawi")


def stemming(texts: list[str], piped: list[str]) -> None:
    from Stemmer import Stemmer

    def shell(*command: str) -> Callable[[bytes], Any]:
        return lambda text: subprocess.run(command, input=text, capture_output=True, check=True)

    many = "\n\n".join(piped).encode()
    size = len(many) / 1e6
    for without in ("", ".delegatedStemmer"):
        peer = shell(sys.executable, "-c", PYSASTRAWI.format(without_cache=without))
        own, theirs = contest([many], shell(str(BINARY), "stem"), peer)
        name = "PySastrawi" + ("" if without else ", caching")
        say(f"stem: {size:.1f} MB by command, {name}", len(piped), size / own, "MB/s", theirs / own, name)
    snowball = Stemmer("indonesian")
    own, theirs = contest(texts, stem_text, lambda text: snowball.stemWords(text.lower().split()))
    size = sum(len(text.encode()) for text in texts) / 1e6
    say("stem: in one process", len(texts), size / own, "MB/s", theirs / own, "PyStemmer (C)", memo=True)


def splitting(texts: list[str]) -> None:
    import sentencex

    from newskit.text.sentences import sentences
    from newskit.text.tokens import tokens

    size = sum(len(text.encode()) for text in texts) / 1e6
    own, theirs = contest(texts, sentences, lambda text: list(sentencex.segment("id", text)))
    say("sentences", len(texts), size / own, "MB/s", theirs / own, "sentencex")
    say("tokens", len(texts), size / contest(texts, tokens)[0], "MB/s")


def parsing(texts: list[str]) -> None:
    from newskit.article.parse import parse

    own, _ = contest(texts, parse)
    say("parse", len(texts), len(texts) / own, "articles/s")


def plain_tokenizer() -> Any:
    """What sumy needs to split Indonesian, which it has not; its own splitters want downloaded data."""
    from sumy.nlp.tokenizers import Tokenizer

    from newskit.text.sentences import sentences

    class Plain(Tokenizer):  # type: ignore[misc]
        def __init__(self) -> None:
            pass

        def to_sentences(self, text: str) -> list[str]:
            return [s.text for s in sentences(text)]

        def to_words(self, text: str) -> list[str]:
            return text.split()

    return Plain()


def ranking(for_keywords: list[str], for_summary: list[str]) -> None:
    from sumy.parsers.plaintext import PlaintextParser
    from sumy.summarizers.text_rank import TextRankSummarizer
    from yake import KeywordExtractor

    from newskit.analyses.keywords.extract import keywords
    from newskit.analyses.summary.extract import summary

    keywords(WARM_UP), summary(WARM_UP)  # loads the tables
    yake, rank, plain = KeywordExtractor(lan="id", n=2, top=10), TextRankSummarizer(), plain_tokenizer()
    own, theirs = contest(for_keywords, keywords, yake.extract_keywords)
    count = len(for_keywords)
    say("keywords", count, count / own, "articles/s", theirs / own, "YAKE", memo=True)
    own, theirs = contest(
        for_summary,
        summary,
        lambda text: rank(PlaintextParser.from_string(text, plain).document, 3),
    )
    count = len(for_summary)
    say("summary", count, count / own, "articles/s", theirs / own, "sumy TextRank", memo=True)


def finding(for_names: list[str], for_quotes: list[str], for_dates: list[str]) -> None:
    from newskit.analyses.names.extract import names
    from newskit.analyses.quotes.extract import quotes
    from newskit.article.dates import dates

    names(WARM_UP), quotes(WARM_UP), dates(WARM_UP)  # loads the tables
    work: tuple[tuple[str, Callable[[str], Any], list[str]], ...] = (
        ("names", names, for_names),
        ("quotes, with who speaks", quotes, for_quotes),
        ("dates", dates, for_dates),
    )
    for name, analysis, texts in work:
        own, _ = contest(texts, analysis)
        say(name, len(texts), len(texts) / own, "articles/s", memo=True)


def reading(texts: list[str]) -> None:
    import trafilatura

    from newskit.input.html import page

    lines = ("".join(f"<p>{html.escape(line)}</p>" for line in text.split("\n")) for text in texts)
    pages = [PAGE.format(text).encode() for text in lines]
    own, theirs = contest(
        pages,
        lambda data: list(page(data, "halaman.html", None)),
        lambda data: trafilatura.extract(data, fast=True),
    )
    say("pages", len(pages), len(pages) / own, "pages/s", theirs / own, "trafilatura, fast")


def collecting(texts: list[str], fresh: list[str]) -> None:
    """A corpus file of all texts, made by a process of its own; searches in it; near-duplicates of some."""
    from datasketch import MinHash, MinHashLSH

    from newskit.corpus.database import opened
    from newskit.corpus.duplicates import pairs, shingles
    from newskit.corpus.search import search

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for title, some, analyses in (
            ("index, for search alone", texts, "none"),
            ("index, with names, quotes, keywords", texts[:1000], "keywords,names,quotes"),
        ):
            lines = (json.dumps({"id": f"{n}", "text": text}) for n, text in enumerate(some))
            (folder / "rows.jsonl").write_text("\n".join(lines), "utf-8")
            path = folder / f"{len(some)}.db"
            call = [BINARY, "index", "-q", "--with", analyses, path, folder / "rows.jsonl"]
            rate = len(some) / seconds(partial(subprocess.run, call, check=True))
            say(title, len(some), rate, "articles/s")
        with opened(str(folder / f"{len(texts)}.db")) as connection:
            asked = [" ".join(random.Random(n).sample(text.split(), 3)) for n, text in enumerate(texts[:300])]
            spent = sorted(seconds(partial(search, connection, words, limit=1)) for words in asked)
            say("search: 95 % of queries within", len(texts), 1000 * spent[len(spent) * 95 // 100], "ms")

    def theirs(some: list[str]) -> None:
        index = MinHashLSH(threshold=0.5, num_perm=128)
        for number, text in enumerate(some):
            words = text.lower().split()
            sketch = MinHash(num_perm=128)
            sketch.update_batch({" ".join(words[at : at + 3]).encode() for at in range(len(words) - 2)})
            index.query(sketch)
            index.insert(number, sketch)

    own, other = contest([fresh], lambda some: list(pairs(list(map(shingles, some)))), theirs)
    say("near-duplicates", len(fresh), len(fresh) / own, "articles/s", other / own, "datasketch")


PAGE = (
    "<!DOCTYPE html><html><head><title>Berita</title></head><body><nav><a href='/'>Beranda</a></nav>"
    "<article><h1>Berita</h1>{}</article><footer>Tentang kami</footer></body></html>"
)
WARM_UP = """Gunung Merapi di Sleman kembali meletus, Minggu (23/8). Warga di lereng Merapi mengungsi.

"Semua selamat," kata Bupati Sleman Kustini Sri Purnomo."""


def main() -> None:
    texts, source = stories()
    print(f"newskit beside its peers on {source}; each text comes once\n")
    deal: Iterator[str] = iter(texts)

    def some(count: int) -> list[str]:
        return list(islice(deal, count))

    start_up()
    parsing([row["text"] for row in rows("articles")] or some(200))
    splitting(some(400))
    new_words(some(400))
    stemming(some(400), some(400))
    ranking(some(300), some(600))
    finding(some(300), some(300), some(600))
    reading(some(300))
    collecting(texts, some(900))
    results.write("speed", FIGURES)


if __name__ == "__main__":
    main()
