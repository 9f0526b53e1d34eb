"""Count stemming/data/news_roots.txt: words of news that serve as roots where dictionaries give none.

Words of ten articles or more, small inside a sentence, that cannot come from a listed root.
"""

from newskit.lexicon import lists, usage
from newskit.stemming import roots
from newskit.stemming.morphology import analyses, compound
from training import tables

if __name__ == "__main__":
    listed = roots.kateglo_roots() - lists.word_list("stemming/excluded_roots") | lists.word_list(
        "stemming/extra_roots"
    )
    found = sorted(
        word
        for word, (documents, capital) in usage.words().items()
        if documents >= 10 and capital < 50 and len(word) > 3 and word.isalpha() and word not in listed
        if not analyses(word, listed) and not compound(word, listed)
    )
    everything = frozenset(found)
    found = [word for word in found if not analyses(word, everything)]  # promonya, where promo is found too
    tables.write("stemming/news_roots.txt", "".join(f"{word}\n" for word in found))
