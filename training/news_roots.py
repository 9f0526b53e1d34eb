"""Count stemming/data/news_roots.txt: words of news that serve as roots where dictionaries give none.

- Roots that forms with affixes show, each with the forms and how many articles hold them: ``hadang`` by
  menghadang and dihadang. A form that is one letter, or two letters that changed
  places, from one ten times as frequent is misspelt and shows nothing.
- Words of ten articles or more, small inside a sentence, that can come from no root.
"""

from collections import defaultdict
from collections.abc import Iterator
from string import ascii_lowercase

from newskit.lexicon import lists, usage
from newskit.lexicon.usage import EVENLY, MOSTLY
from newskit.stemming import roots
from newskit.stemming.morphology import MORPHEMES, analyses, compound
from newskit.stemming.ranking import best_analysis
from newskit.stemming.roots import Roots
from newskit.stemming.variants import where
from training import tables

ROOT, FORM = 3, 3  # articles that have a root by itself, or one of its forms
OFTEN = 10  # articles that have a root which no form shows


def documents(word: str) -> int:
    """In how many articles news writes a word small, as far as the table tells."""
    use = usage.words().get(word)
    return use.document_frequency if use and use.capitalization_rate < MOSTLY else 0


def misspelt(word: str) -> bool:
    cuts = range(len(word) + 1)
    near = [word[:i] + letter + word[i:] for i in cuts for letter in ascii_lowercase]
    near += [word[:i] + word[i + 1 : i + 2] + word[i] + word[i + 2 :] for i in cuts[:-2]]
    return any(other != word and documents(other) >= 10 * documents(word) for other in near)


def shown(words: set[str], listed: frozenset[str]) -> Iterator[tuple[str, set[str]]]:
    """The roots that words show by their forms, each word for one root, the best shown, and the words."""
    forms: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for word in sorted(words):
        for a in analyses(word, where(lambda r: len(r) > 3 and not set(r).isdisjoint("aiueo"))):
            if a.prefixes:
                forms[a.root][MORPHEMES[a.prefixes[0]]].add(word)
    left: dict[str, set[str]] = {}
    for root, by_prefix in forms.items():
        every = set().union(*by_prefix.values())
        alone = root in words and documents(root) >= ROOT
        verb = len(by_prefix) > 1 and len(every) > 1 and not by_prefix.keys().isdisjoint(("meN", "di"))
        spoken = root.endswith("in") and root[:-2] in listed
        if (alone or verb) and not spoken and max(map(documents, every)) >= FORM:
            left[root] = every | ({root} & words)
    while left:
        root = max(sorted(left), key=lambda r: (len(left[r]), r in words, sum(map(documents, left[r]))))
        if len(found := left.pop(root)) > 1:
            yield root, found
            left = {other: rest - found for other, rest in left.items()}


if __name__ == "__main__":
    listed = roots.kateglo_roots() - lists.word_list("stemming/excluded_roots") | lists.word_list(
        "stemming/extra_roots"
    )
    small = {w for w, use in usage.words().items() if w.isascii() and w.isalpha() and documents(w) >= ROOT}
    unknown = {
        w
        for w in small - listed
        if (root := best_analysis(w, Roots(listed, listed)).root) == w
        or not (root in listed or root.endswith(("ir", "isasi")) or compound(w, listed))
    }
    by_forms = dict(shown({w for w in unknown if not misspelt(w)}, listed))
    lines = {
        root: f"{root}  # "
        + ", ".join(f"{w} {documents(w)}" for w in sorted(words, key=lambda w: (-documents(w), w)))
        for root, words in by_forms.items()
    }
    known = Roots(listed, listed | by_forms.keys())
    found = {
        word
        for word in unknown - by_forms.keys()
        if documents(word) >= OFTEN and usage.words()[word].capitalization_rate < EVENLY and len(word) > 3
        if best_analysis(word, known).root == word and not compound(word, listed)
    }
    lines |= {word: word for word in found if not analyses(word, found)}  # promonya, where promo is found too
    tables.write("stemming/news_roots.txt", "".join(f"{lines[word]}\n" for word in sorted(lines)))
