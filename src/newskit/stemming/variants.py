"""Words that no known root explains as they are written, and the root that they have after all.

A compound within a confix, a Dutch verb in -ir (``mengakomodir``), a loan with Indonesian affixes
(``dibully``), a form of everyday speech (``nungguin``), a spelling that leaves a letter out
(``penyebrangan``), a clitic on a word that dictionaries lack (``coronanya``).
"""

import re
from collections.abc import Callable, Iterable, Set

from newskit.lexicon import usage
from newskit.lexicon.usage import EVENLY, MOSTLY, UNSEEN
from newskit.stemming.morphology import ENDINGS, LENGTHS, MORPHEMES, Analysis, analyses, compound
from newskit.stemming.roots import Roots

UNKNOWN = 4  # letters of an unknown word that -nya may stand on: not Sonya, Kenya
LOAN = 4  # letters of a loan: not up, not ber of member
LOAN_HEADS = {
    "di": ("di",),
    "me": ("me", "mem", "men", "meng", "menge"),
    "pe": ("pe", "pem", "pen", "peng", "penge"),
    "te": ("ter",),
    "be": ("ber",),
}
LOAN_SUFFIXES = ("", "kan", "nya", "kannya", "an")
TAILS = frozenset({"an", "in", "ya"})  # of -an, -kan, -in, -nya
NOUNS = ("asi", "ansi", "ensi", "isi")  # koordinasi, toleransi beside koordinir, tolerir
NASAL = re.compile("n[gyaiueo]|m[aiueo]")
CLUSTER = re.compile("(?<=[bcdgkpst])(?=[rl])")
LOSES_E = 7  # letters of a root that may be written without its e: seberang, not pelan
RESPELT = re.compile("[bcdgkpst][rl](?=..)|\\A(?:[mp]eny|dime)")
AFFIXED = re.compile("(?:di|[bkmpst]e|.*(?:an|i|nya)\\Z)")
USUAL = 10  # articles that have a spelling which is no slip: kretek

Best = Callable[[str, Roots], Analysis]  # the likeliest analysis of a word


class Where(frozenset[str]):
    """The set of all words that pass a test."""

    test: Callable[[str], bool]

    def __contains__(self, word: object) -> bool:
        return self.test(str(word))


def where(test: Callable[[str], bool]) -> Set[str]:
    words = Where()
    words.test = test
    return words


def otherwise(word: str, roots: Roots, capital: bool, best: Best) -> Analysis | None:
    """The analysis of a lower-case word that has none with a known root; None where it stays as it is.

    >>> roots = Roots({"koordinasi"}, {"koordinasi"})
    >>> otherwise("dikoordinir", roots, False, lambda word, roots: Analysis(word))
    Analysis(root='koordinir', prefixes=('di',), suffixes=())
    """
    head, end, words = word[:2], word[-3:], usage.words()
    affixed = head in LENGTHS or end[1:] in TAILS
    if not (affixed or word[0] in "mn" or word in words):
        return None  # half of all new words: names, foreign words
    known = word in words
    if not capital and (found := compound(word, roots.listed)):
        return found
    if capital or (known and words[word].capitalization_rate >= EVENLY):
        return Analysis(word[:-3], (), ("nya",)) if end == "nya" and word[:-3] in words else None
    return (
        (_dutch(word, roots.listed) if "ir" in word or "isasi" in word else None)
        or (_loan(word, roots) if head in LOAN_HEADS else None)
        or (_spoken(word, roots, best) if end[1:] == "in" or word[0] in "mn" else None)
        or (_respelt(word, roots, best) if (affixed or known) and RESPELT.search(word) else None)
        or (_clitic(word, roots, best) if end == "nya" else None)
    )


def _most_used(found: Iterable[Analysis]) -> Analysis | None:
    """The analysis with the fewest prefixes, of those the one whose root news uses most."""
    use = usage.words().get
    return max(found, key=lambda a: (-len(a.prefixes), use(a.root, UNSEEN).document_frequency), default=None)


def _dutch(word: str, listed: Set[str]) -> Analysis | None:
    """Verbs in -ir and nouns in -isasi of which dictionaries have the noun, or the adjective."""

    def formed(root: str) -> bool:
        if root.endswith("isir") and (root[:-4] in listed or f"{root[:-4]}ikasi" in listed):
            return True
        if root.endswith("isasi"):
            return root[:-5] in listed
        return root.endswith("ir") and len(root) > 5 and any(root[:-2] + noun in listed for noun in NOUNS)

    return _most_used(analyses(word, where(formed)))


def _loan(word: str, roots: Roots) -> Analysis | None:
    """A verb from a word that news uses small and that comes from no other; no letter of it is swallowed."""
    if word in roots.known:
        return None
    words, found = usage.words(), []
    for prefix in LOAN_HEADS[word[:2]]:
        rest = word[len(prefix) :] if word.startswith(prefix) else ""
        for suffix in LOAN_SUFFIXES:
            root = rest.removesuffix(suffix) if rest.endswith(suffix) else ""
            if len(root) < LOAN or root not in words or words[root].capitalization_rate >= MOSTLY:
                continue
            if root in roots.known or not analyses(root, roots.known):
                found.append(Analysis(root, (prefix,), ENDINGS[suffix]))
    return _most_used(found)


def _spoken(word: str, roots: Roots, best: Best) -> Analysis | None:
    """Everyday -in for -kan and -i, ng- and ny- for meng- and meny-: dibilangin, ngajak.

    Only where news has the formal verb, or the passive of its root: kafein stays, for nothing is dikafekan.
    """
    base, nasal, words = word.removesuffix("in"), NASAL.match(word), usage.words()
    if len(base) < 3 or (
        base == word and not (nasal and (word[1] in "gy" or word in words or f"me{word}" in words))
    ):
        return None
    heads = [f"menc{base[2:]}", f"me{base}"] if word[:2] == "ny" else [f"me{base}" if nasal else base]
    for form in (head + suffix for head in heads for suffix in (("kan", "i") if base != word else ("",))):
        found = best(form, roots) if form not in roots.listed and analyses(form, roots.listed) else None
        if (
            found
            and [*map(MORPHEMES.get, found.prefixes[1:])] in ([], ["ke"])
            and _is_said(form, found.root, base)
        ):
            return found._replace(suffixes=("in",) if base != word else ())
    return None


def _is_said(form: str, root: str, base: str) -> bool:
    """Whether news has a form, the passive of its root, or, of ngomongin, ngomong."""
    words = usage.words()
    if form in words or form.startswith("menc"):
        return form in words
    passive = any(f"di{root}{suffix}" in words for suffix in ("", "kan", "i"))
    return passive or (base in words and base != root and base.endswith(root))


def _respelt(word: str, roots: Roots, best: Best) -> Analysis | None:
    """With an e where two consonants have lost it, with c for a swallowed one, without the di- of dimengerti:
    ketrampilan is from terampil, menyicil from cicil."""
    if usage.words().get(word, UNSEEN).document_frequency >= USUAL:
        return None
    for cut in CLUSTER.finditer(word):
        form = f"{word[: cut.start()]}e{word[cut.start() :]}"
        if form in roots.listed or (AFFIXED.match(form) and analyses(form, roots.listed)):
            found = best(form, roots)
            if found.root in roots.listed and len(found.root) >= LOSES_E:
                return found
    if word[2:4] == "ny":
        return _most_used(analyses(f"{word[:2]}nc{word[4:]}", roots.listed))
    if (
        word.startswith("dime")
        and word[2:] in usage.words()
        and (found := best(word[2:], roots)).root in roots.listed
    ):
        return found._replace(prefixes=("di", *found.prefixes))
    return None


def _clitic(word: str, roots: Roots, best: Best) -> Analysis | None:
    """-nya on a word of news, or an unknown one; permainanya has one n too few, lainnnya one too many."""
    root = word[:-3]
    if root not in usage.words():
        for form in (f"{root}n", root.removesuffix("n")):
            if form != root and (form in roots.listed or analyses(form, roots.listed)):
                found = best(form, roots)
                return found._replace(suffixes=("nya", *found.suffixes))
    return Analysis(root, (), ("nya",)) if root in usage.words() or len(root) >= UNKNOWN else None
