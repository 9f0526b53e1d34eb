"""A release is compared with the last: what fell by more than its noise is told."""

from typing import Any

import pytest

from benchmarks import results
from scripts.release_check import compared, fallen


def figures(section: str, **values: Any) -> dict[str, Any]:
    return {section: {"figures": values}}


@pytest.mark.parametrize(
    ("section", "before", "after", "fell"),
    [
        ("accuracy", 99.0, 98.8, False),
        ("accuracy", 99.0, 98.6, True),
        ("accuracy", 99.0, None, True),
        ("unseen", 82.5, 81.6, False),
        ("unseen", 82.5, 81.4, True),
        ("speed", {"ratio": 4.0, "unit": "articles/s"}, {"ratio": 3.6, "unit": "articles/s"}, False),
        ("speed", {"ratio": 4.0, "unit": "articles/s"}, {"ratio": 3.0, "unit": "articles/s"}, True),
        ("speed", {"ratio": 6.0, "unit": "ms"}, {"ratio": 5.0, "unit": "ms"}, False),
        ("speed", {"ratio": 6.0, "unit": "ms"}, {"ratio": 7.0, "unit": "ms"}, True),
    ],
)
def test_what_fell_is_told(section: str, before: Any, after: Any, fell: bool) -> None:
    found = fallen(figures(section, x=before), figures(section, **({} if after is None else {"x": after})))
    assert [*found] == ["x"] * fell


def test_a_fall_that_the_results_explain_is_told_with_its_reason(capsys: pytest.CaptureFixture[str]) -> None:
    problems = compared()
    reasons = results.read().get("changed", {})
    told = capsys.readouterr().out
    assert all(f": {reason}" in told for reason in reasons.values()), "a reason for what did not fall"
    assert not [line for line in problems if line.split()[1] in reasons]
