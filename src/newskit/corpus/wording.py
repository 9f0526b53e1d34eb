"""The words, numbers and dates of a report page, in Indonesian or English."""

from functools import cache

from newskit.corpus.listing import period_start
from newskit.lexicon.lists import data
from newskit.output.terminal import safe


class Wording:
    """The words of one language; ``words("span", a, b)`` fills what is called ``span``.

    >>> words = Wording("id")
    >>> words.number(12345), words.number(2.5), words.day("2023-06-30"), words.period("2023-06")
    ('12.345', '2,5', '30 Juni 2023', 'Juni 2023')
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

    def period(self, period: str) -> str:
        """A period: its name, a week by its first day."""
        start = period_start(period)
        return self.day(start.isoformat() if "W" in period and start else period)

    def safe(self, text: str) -> str:
        """A text of an article in one line, in which nothing turns the direction of what stands around it."""
        return safe(" ".join(text.split()))


@cache
def _table() -> dict[str, dict[str, str]]:
    rows = [line.split("\t") for line in data("corpus/report.tsv").splitlines()]
    return {"id": {row[0]: row[1] for row in rows}, "en": {row[0]: row[2] for row in rows}}
