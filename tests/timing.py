"""Whether work takes time in proportion to its text, on a machine that does other work as well."""

import gc
import time
from collections.abc import Callable

PATIENCE = 8  # measurements before a machine that is busy is no excuse


def grows_linearly(work: Callable[[str], object], unit: str, size: int, end: str = "") -> bool:
    """Whether four times the text takes at most eight times the time (quadratic: 16), or nearly none."""
    short, long = (unit * (times * size // len(unit)) + end for times in (1, 4))
    once = more = float("inf")  # the least of each, which the machine's other work has added least to
    gc.disable()  # what other tests left behind is no matter of this one
    try:
        for _attempt in range(PATIENCE):
            once, more = min(once, _seconds(work, short)), min(more, _seconds(work, long))
            if more <= 8 * once + 0.01:
                return True
    finally:
        gc.enable()
    return False


def _seconds(work: Callable[[str], object], text: str) -> float:
    begun = time.process_time()
    work(text)
    return time.process_time() - begun
