"""Day expressions of Indonesian news, resolved against the header and the calendar."""

import datetime
import re


def is_calendar_date(value: str) -> bool:
    """Whether ``2020``, ``2020-08`` or ``2020-08-23`` exists."""
    try:
        datetime.date(*([int(part) for part in re.split("[-/]", value)] + [1, 1])[:3])
    except ValueError:
        return False
    return True


def published(text: str, start: int, header: str | None) -> tuple[str | None, str | None]:
    return None, None
