"""The words, numbers and dates of a report page, in Indonesian or English."""

import datetime
from collections.abc import Sequence
from functools import cache

from newskit.corpus.listing import length_of, period_start
from newskit.lexicon.lists import data
from newskit.output.terminal import safe

MONTHS_LABELLED = 100  # days that columns span, from which on their months are told and not their days
YEARS_LABELLED = 3 * 366


class Wording:
    """The words of one language; ``words("span", a, b)`` fills what is called ``span``.

    >>> words = Wording("id")
    >>> words.number(12345), words.number(2.5), words.day("2023-06-30"), words.period("2023-06")
    ('12.345', '2,5', '30 Juni 2023', 'Juni 2023')
    >>> words.period("2023-W31"), Wording("en").during("2023-W32")
    ('pekan 31 Juli–6 Agustus 2023', 'in the week of 7–13 August 2023')
    >>> words.articles(1200), Wording("en").articles(1)
    ('1.200 artikel', '1 article')
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self._words = _table()[language]

    def __call__(self, key: str, *values: str) -> str:
        return self._words[key].format(*values) if values else self._words[key]

    def short(self, key: str) -> str:
        """The name of a section, the short one where it has one."""
        return self._words.get(f"{key}_short", self._words[key])

    def number(self, value: float) -> str:
        """A number with its thousands apart, and one decimal where it is no whole one."""
        text = f"{value:,}" if isinstance(value, int) else f"{value:,.1f}"
        return text.translate(str.maketrans(",.", ".,")) if self.language == "id" else text

    def percent(self, share: float) -> str:
        """A share of one, as a percentage."""
        return f"{self.number(round(100 * share))}%"

    def count(self, key: str, value: int) -> str:
        """So many things: ``outlet`` and ``outlets`` are the words for one and for several."""
        return self(key if value == 1 else f"{key}s", self.number(value))

    def articles(self, value: int) -> str:
        """So many articles."""
        return self.count("article", value)

    def day(self, day: str) -> str:
        """A day, or a month or year, as people write it."""
        year, month, number = (*day.split("-"), "", "")[:3]
        name = self("months").split()[int(month) - 1] if month else ""
        return " ".join(filter(None, (number.lstrip("0"), name, year)))

    def days(self, period: str) -> str:
        """The days of a period: its name, of a week the first and the last one."""
        start = period_start(period)
        if length_of(period) != "week" or not start:
            return self.day(period)
        end = start + min(datetime.timedelta(6), datetime.date.max - start)
        first, last = (self.day(day.isoformat()).split() for day in (start, end))
        told = 3 if start.year != end.year else 2 if start.month != end.month else 1
        return f"{' '.join(first[:told])}–{' '.join(last)}"

    def period(self, period: str) -> str:
        """A period by its days, a week so called."""
        return self("week", self.days(period)) if length_of(period) == "week" else self.days(period)

    def during(self, period: str) -> str:
        """When something was: in a period, on a day."""
        return self(f"during_{length_of(period)}", self.days(period))

    def labels(self, periods: Sequence[str]) -> list[str]:
        """What stands below the columns of periods: the year, month or day, as short as tells them apart.

        >>> Wording("id").labels(["2023-W31", "2023-W40"]), Wording("id").labels(["2023-07", "2023-08"])
        (['31 Jul', '2 Okt'], ['Jul 2023', 'Agu 2023'])
        """
        starts = list(filter(None, map(period_start, periods)))
        months = self("short_months").split()
        span = (starts[-1] - starts[0]).days if starts else 0
        length = length_of(periods[0]) if periods else "year"
        if length == "year" or span > YEARS_LABELLED:
            return [str(start.year) for start in starts]
        if length == "month" or span > MONTHS_LABELLED:
            return [f"{months[start.month - 1]} {start.year}" for start in starts]
        return [f"{start.day} {months[start.month - 1]}" for start in starts]

    def safe(self, text: str) -> str:
        """A text of an article in one line, in which nothing turns the direction of what stands around it."""
        return safe(" ".join(text.split()))


@cache
def _table() -> dict[str, dict[str, str]]:
    rows = [line.split("\t") for line in data("corpus/report.tsv").splitlines()]
    return {"id": {row[0]: row[1] for row in rows}, "en": {row[0]: row[2] for row in rows}}
