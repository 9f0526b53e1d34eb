"""Count src/newskit/data/news_roots.txt: words of news that serve as roots where dictionaries give none.

Words of ten articles or more, small inside a sentence, that cannot come from a listed root.
"""

from newskit import lexicon
from newskit.morphology import analyses, compound

if __name__ == "__main__":
    listed = lexicon.roots() - lexicon.word_list("derived") | lexicon.word_list("roots")
    found = sorted(
        word
        for word, (documents, capital) in lexicon.words().items()
        if documents >= 10 and capital < 50 and len(word) > 3 and word.isalpha() and word not in listed
        if not analyses(word, listed) and not compound(word, listed)
    )
    everything = frozenset(found)
    found = [word for word in found if not analyses(word, everything)]  # promonya, where promo is found too
    head = "# Words of news that serve as roots where dictionaries give none: tests/measure/news_roots.py\n"
    (lexicon.DATA / "news_roots.txt").write_text(head + "".join(f"{word}\n" for word in found), "utf-8")
