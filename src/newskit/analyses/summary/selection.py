"""Which sentences make the summary: the likeliest, each thing once, within the length asked for."""

import re
from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush
from itertools import islice

USUAL_WORDS = 60  # the editors of IndoSum wrote 59 on average, whatever the article's length
ENOUGH_WORDS = 45  # beyond these a weak sentence adds nothing
WEAK = 0.3
LARGEST_SHARE = 0.6  # of the words of a short article
LEANING = re.compile(
    r"(?:ia|dia|beliau|mereka|keduanya|ini|itu|(?:menurut|kata|ujar|tutur|ucap)nya"
    r"|namun|tetapi|tapi|padahal|sedangkan|bahkan|akibatnya|sebaliknya|selain (?:itu|dia|ia)"
    r"|(?:meski|walau|kendati|dengan)(?:pun)? (?:begitu|demikian)"
    r"|(?:oleh )?karenanya|salah satunya|(?:beberapa )?di antaranya"
    r"|(?:hal|karena|sebab|untuk) (?:itu|ini|tersebut))\b",
    re.I,
)
LEANING_COST = 0.15  # where the sentence before is not chosen
FRAGMENT_COST = 0.2  # of up to four words
REPEATED_COST = 4.0  # beyond every other cost
SAME = 0.7  # share of the words of the shorter of two sentences


def choose(
    texts: Sequence[str], scores: Sequence[float], sentences: int | None = None, words: int | None = None
) -> list[int]:
    """The places of the sentences chosen, best first; ``sentences`` and ``words`` as in ``summary``."""
    usual = min(USUAL_WORDS, LARGEST_SHARE * sum(text.count(" ") + 1 for text in texts))
    costs = [FRAGMENT_COST * (text.count(" ") < 4) - score for text, score in zip(texts, scores, strict=True)]
    heap = [(cost, place) for place, cost in enumerate(costs)]
    heapify(heap)
    chosen: dict[int, frozenset[str]] = {}
    delayed: set[int] = set()
    total = 0
    while heap and not (sentences is not None and len(chosen) >= sentences):
        cost, place = heappop(heap)
        text = texts[place]
        length = len(text.split())
        weak = total > ENOUGH_WORDS and scores[place] < WEAK
        if sentences is None and words is None and chosen and (weak or total + length / 2 > usual):
            break
        if place in chosen or (words is not None and chosen and total + length > words):
            continue
        if place not in delayed and place - 1 not in chosen and LEANING.match(text):
            delayed.add(place)
            heappush(heap, (cost + LEANING_COST, place))
            continue
        kinds = frozenset(text.lower().split())
        if cost < REPEATED_COST / 2 and _repeats(kinds, chosen.values()):
            if sentences is not None:
                heappush(heap, (cost + REPEATED_COST, place))
            continue
        chosen[place] = kinds
        total += length
        if place + 1 in delayed and place + 1 not in chosen:
            heappush(heap, (costs[place + 1], place + 1))
    return list(chosen)


def _repeats(kinds: frozenset[str], chosen: Iterable[frozenset[str]]) -> bool:
    """Tell whether one of the best sentences has said the same; more are not asked, to stay linear."""
    return any(len(kinds & other) > SAME * min(len(kinds), len(other)) for other in islice(chosen, 20))
