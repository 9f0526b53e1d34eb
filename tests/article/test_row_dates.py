"""The shapes in which scrapers write a date."""

import pytest

from cases import cases
from newskit.article.row_dates import row_day


@pytest.mark.parametrize(("date", "day"), cases("article/row_dates"))
def test_shapes_of_dates(date: str, day: str) -> None:
    assert str(row_day(date)[0]) == day
