"""Speed beside the peers, in one run and as ratios: ``make bench``.

No timed text has been seen before in the process: the texts are dealt out to the contests, each comes once,
and both sides take turns on parts of the same texts. Words recur from text to text, as they do in use, so
that a memo of words may be warm; where one may, the line says so. On the command line the start is included
on both sides.
"""

import subprocess
import sys
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
    texts: Sequence[T], own: Callable[[T], Any], theirs: Callable[[T], Any] | None = None
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


WARM_UP = "Gunung Merapi di Sleman kembali meletus, Minggu (23/8). Warga di lereng Merapi mengungsi."


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
    results.write("speed", FIGURES)


if __name__ == "__main__":
    main()
