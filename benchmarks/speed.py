"""Speed beside the peers, in one run and as ratios: ``make bench``.

Each contest is run three times in turns, and the best time of each side counts.
"""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.corpus import articles, body, rows
from benchmarks.forms import regular
from newskit.analyses.keywords.extract import keywords
from newskit.analyses.summary.extract import summary
from newskit.article.parse import parse
from newskit.document import Document
from newskit.lexicon import usage
from newskit.stemming import roots
from newskit.stemming.stemmer import stem, stem_text, stems
from newskit.text.sentences import sentences
from newskit.text.tokens import tokens

BINARY = Path(sys.executable).with_name("newskit")


def best(*runs: Callable[[], Any], times: int = 3) -> list[float]:
    """The best time of each run, in seconds."""
    found = [float("inf")] * len(runs)
    for _ in range(times):
        for number, run in enumerate(runs):
            started = time.perf_counter()
            run()
            found[number] = min(found[number], time.perf_counter() - started)
    return found


def say(what: str, figure: str, ratio: float | None = None, peer: str = "", target: str = "") -> None:
    """A line of the table."""
    beside = f"{ratio:8.1f} x {peer}" if ratio else ""
    print(f"{what:34} {figure:>22} {beside:34} {target}", flush=True)


def start_up() -> None:
    def shell(*command: Any, text: str = "") -> Callable[[], Any]:
        return lambda: subprocess.run(command, input=text, text=True, capture_output=True, check=True)

    bare, version, stemming = best(
        shell(sys.executable, "-c", ""),
        shell(BINARY, "--version"),
        shell(BINARY, "stem", text="teks\n"),
        times=15,
    )
    say("start: newskit --version", f"{version * 1000:.0f} ms", version / bare, "bare Python", "at most 9")
    say(
        "start: echo teks | newskit stem",
        f"{stemming * 1000:.0f} ms",
        stemming / bare,
        "bare Python",
        "at most 15",
    )


PYSASTRAWI = """
import sys
from Sastrawi.Stemmer.StemmerFactory import StemmerFactory
stemmer = StemmerFactory().create_stemmer(){without_cache}
sys.stdout.write(stemmer.stem(sys.stdin.read()))
"""


def new_words(texts: list[str]) -> None:
    """Words that no cache has met: those of articles, and forms of which news has none."""
    from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

    sastrawi = StemmerFactory().create_stemmer().delegatedStemmer  # without its cache
    stem("memperkata")  # loads the tables
    met = sorted({t.text.lower() for text in texts for t in tokens(text) if t.text.isalpha()})
    made = [form for form, _ in regular(sorted(roots.kateglo_roots()), 8000, 1) if form not in usage.words()]
    for what, words in (("stem: new words of articles", met), ("stem: new words, generated", made)):
        own, theirs = best(
            lambda w=words: [stem(one) for one in w],
            lambda w=words: [sastrawi.stem(one) for one in w],
            times=1,
        )
        say(what, f"{len(words) / own:,.0f} words/s", theirs / own, "PySastrawi", "at least 20")


def stemming(texts: list[str]) -> None:
    from Stemmer import Stemmer

    new_words(texts)
    snowball = Stemmer("indonesian")
    more = [row["text"] for name in ("summary", "keywords") for row in rows(name)]
    for some in filter(None, (texts, more)):
        many = "\n\n".join(some).encode()
        size = len(many) / 1e6

        def shell(*command: str, text: bytes = many) -> Callable[[], Any]:
            return lambda: subprocess.run(command, input=text, capture_output=True, check=True)

        own, cached, theirs = best(
            shell(str(BINARY), "stem"),
            *(
                shell(sys.executable, "-c", PYSASTRAWI.format(without_cache=without))
                for without in ("", ".delegatedStemmer")
            ),
            times=2 if size < 2 else 1,
        )
        rate = f"{size:.1f} MB at {size / own:.1f} MB/s"
        say("stem: command line", rate, theirs / own, "PySastrawi", "at least 15")
        say("", "start included", cached / own, "PySastrawi, caching")
    size = sum(len(text.encode()) for text in texts) / 1e6
    own, snow = best(
        lambda: [stem_text(text) for text in texts],
        lambda: [" ".join(snowball.stemWords(text.lower().split())) for text in texts],
    )
    say("stem: in one process", f"{size / own:.1f} MB/s", snow / own, "PyStemmer (C)", "goal: 1")
    (own,) = best(lambda: [stems(text) for text in texts])
    say("stem: records", f"{size / own:.1f} MB/s")


def splitting(texts: list[str]) -> None:
    import sentencex

    size = sum(len(text.encode()) for text in texts) / 1e6
    own, theirs = best(
        lambda: [sentences(text) for text in texts],
        lambda: [list(sentencex.segment("id", text)) for text in texts],
    )
    say("sentences", f"{size / own:.1f} MB/s", theirs / own, "sentencex", "at least 10 MB/s")
    (own,) = best(lambda: [tokens(text) for text in texts])
    say("tokens", f"{size / own:.1f} MB/s")


def parsing(texts: list[str]) -> None:
    documents = [Document(text, has_header=True) for text in texts]
    (own,) = best(lambda: [parse(document) for document in documents])
    size = sum(len(text.encode()) for text in texts) / own / 3000
    say("parse", f"{len(texts) / own:,.0f} articles/s", target=f"{size:,.0f} of 3 kB; at least 5,000")


def ranking(texts: list[str]) -> None:
    from sumy.nlp.tokenizers import Tokenizer
    from sumy.parsers.plaintext import PlaintextParser
    from sumy.summarizers.text_rank import TextRankSummarizer
    from yake import KeywordExtractor

    class Plain(Tokenizer):  # sumy has no Indonesian; its own splitters want downloaded data
        def __init__(self) -> None:
            pass

        def to_sentences(self, text: str) -> list[str]:
            return [s.text for s in sentences(text)]

        def to_words(self, text: str) -> list[str]:
            return text.split()

    documents = [Document(text[:2000]) for text in texts[:100]]
    for document in documents[:2]:
        keywords(document)
        summary(document)
    yake, rank, plain = KeywordExtractor(lan="id", n=2, top=10), TextRankSummarizer(), Plain()
    own, theirs = best(
        lambda: [keywords(document) for document in documents],
        lambda: [yake.extract_keywords(document.text) for document in documents],
    )
    say("keywords", f"{len(documents) / own:,.0f} documents/s", theirs / own, "YAKE", "at least 30")
    own, theirs = best(
        lambda: [summary(document) for document in documents],
        lambda: [rank(PlaintextParser.from_string(d.text, plain).document, 3) for d in documents],
    )
    say("summary", f"{len(documents) / own:,.0f} documents/s", theirs / own, "sumy TextRank", "at least 3")


if __name__ == "__main__":
    texts, source = articles()
    print(f"newskit beside its peers on {len(texts)} {source}\n")
    bodies = [body(text) for text in texts]
    start_up()
    parsing(texts)
    splitting(bodies)
    stemming(bodies)
    ranking(bodies)
