"""Fuzz every analysis for some minutes, and keep what fails as a case.

``make fuzz MINUTES=5`` tries texts of hypothesis, or of atheris where it is there, which looks for texts
that reach new code. A text that fails is written to ``tests/fuzz/cases/``, where the tests try it again.
"""

import hashlib
import random
import sys
import time

from fuzzing import ANYTHING, CASES, ROWS, analyses, check
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st


def attempt(command: str, text: str) -> None:
    """Check one analysis on a text, and keep the text if it fails."""
    try:
        check(ANALYSES[command], text)
    except Exception as error:
        data = text.encode("utf-8", "surrogatepass")
        name = f"{command}-{hashlib.sha256(data).hexdigest()[:12]}"
        (CASES / name).write_bytes(data)
        print(f"{CASES / name}: {type(error).__name__}: {error}")
        raise


def by_hypothesis(minutes: float) -> None:
    """Rounds of examples, each from a seed of its own, until the time is over."""
    end, count = time.monotonic() + minutes * 60, 0
    while time.monotonic() < end:
        number = random.randrange(2**32)

        @seed(number)
        @settings(max_examples=500, deadline=None, database=None, phases=[Phase.generate, Phase.shrink],
                  suppress_health_check=list(HealthCheck))  # fmt: skip
        @given(st.sampled_from(TURNS), ANYTHING | ROWS)
        def trial(command: str, text: str) -> None:
            attempt(command, text)

        try:
            trial()
        except Exception:
            print(f"seed {number} failed; going on")
        count += 500
    print(f"{count:,} texts")


def by_atheris(minutes: float) -> None:
    """Texts that reach code that no text has reached; ends at the first failure."""
    import atheris

    def trial(data: bytes) -> None:
        provider = atheris.FuzzedDataProvider(data)
        attempt(provider.PickValueInList(TURNS), provider.ConsumeUnicode(4096))

    atheris.instrument_all()
    atheris.Setup([sys.argv[0], f"-max_total_time={int(minutes * 60)}"], trial)
    atheris.Fuzz()


ANALYSES = analyses()
TURNS = [name for name in ANALYSES for _ in range(1 if name == "corpus" else 20)]  # a file takes its time

if __name__ == "__main__":
    before = len(list(CASES.iterdir()))
    minutes = float(sys.argv[1]) if len(sys.argv) > 1 else 5.0
    try:
        import atheris  # noqa: F401
    except ImportError:
        by_hypothesis(minutes)
    else:
        by_atheris(minutes)
    sys.exit(len(list(CASES.iterdir())) > before)
