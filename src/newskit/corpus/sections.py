"""The sections of a report page as HTML: figures as charts and tables, each leading to its articles."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple

from newskit.corpus import charts
from newskit.corpus.listing import length_of
from newskit.corpus.named import Named, Speaker, Statement
from newskit.corpus.overview import TYPES, Cluster, Overview, Rise
from newskit.corpus.wording import Wording

LARGEST = 8  # sites with a chart of their own; the others share one
TERMS = 6  # that rose, of a period
PERIODS = 6  # of terms that rose, at once; the earlier ones are folded away
TITLES = 3  # below a term
ATTRIBUTED = re.compile(r",\s*([”\"’']?)$")  # the comma before kata is no part of what is said


class Page(NamedTuple):
    """What a page shows, its words, and the sets of articles that its figures lead to: what they are called,
    and their numbers.
    """

    overview: Overview
    words: Wording
    sets: dict[str, tuple[str, Sequence[int]]]

    def link(self, key: str, told: str, numbers: Sequence[int], text: str | None = None) -> str:
        """A link to a set of articles, which the page has from now on."""
        self.sets[key] = (told, numbers)
        return f'<a href="#t={key}">{escape(told if text is None else text)}</a>'

    def number(self, value: float) -> str:
        """A number as text."""
        return escape(self.words.number(value))


def sections(page: Page) -> dict[str, str]:
    """The sections of a page, by the ids that links name."""
    found = page.overview
    return {
        "time": _section(page, "time", _time(page) if found.periods else ""),
        "risen": _section(page, "risen", _risen(page) if found.risen else ""),
        "names": _section(page, "names", _names(page)),
        "quotes": _section(page, "quotes", _quotes(page) if found.speakers else ""),
        "clusters": _section(page, "clusters", _clusters(page) if found.clusters else ""),
    }


def _section(page: Page, key: str, inside: str) -> str:
    """A section with its title and what it shows; where there is nothing, the section says so."""
    say = page.words
    title = f'<h2 id="{key}-title">{escape(say(key))}</h2>'
    told = f"<p>{escape(say(f'{key}_dek'))}</p>" if inside else ""
    inside = inside or f'<p class="none">{escape(say(f"{key}_none"))}</p>'
    return (
        f'<section id="{key}" aria-labelledby="{key}-title">'
        f"<header>{title}{told}</header><div>{inside}</div></section>\n"
    )


def _table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]], kind: str = "") -> str:
    """A table of cells that are HTML; the first of a row is its heading."""
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in heads)
    body = "".join(
        f'<tr><th scope="row">{cells[0]}</th>{"".join(f"<td>{cell}</td>" for cell in cells[1:])}</tr>'
        for cells in rows
    )
    return (
        f'<table class="{kind}"><caption>{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _folded(summary: str, inside: str) -> str:
    """Something that opens; it scrolls sideways where it is too wide, by keyboard, too."""
    name = escape(summary)
    return (
        f"<details><summary>{name}</summary>"
        f'<div class="wide" role="group" tabindex="0" aria-label="{name}">{inside}</div></details>'
    )


# --- over time ---------------------------------------------------------------------------


def _time(page: Page) -> str:
    """All articles by period, the same for the largest outlets, and the numbers of both."""
    say, periods = page.words, page.overview.periods
    counts = [len(numbers) for numbers in periods.values()]
    peak = _peak(counts)
    names = list(map(say.period, periods))
    for place, (name, numbers) in enumerate(zip(names, periods.values(), strict=True)):
        page.sets[f"time-{place}"] = (name, numbers)
    links = [
        (f"#t=time-{place}", f"{name}: {say.articles(count)}")
        for place, (name, count) in enumerate(zip(names, counts, strict=True))
    ]
    most = max(counts)
    told = ""
    if peak is not None:
        told = escape(say("time_peak", say.during([*periods][peak]), say.articles(most)))
        told = f"<figcaption>{told}</figcaption>"
    return (
        f'<figure><div class="plot">{charts.columns(counts, marked=peak, links=links)}'
        f"{charts.line(charts.scale(most), most, say.number)}</div>{charts.axis(say.labels([*periods]))}"
        f"{told}</figure>{_sites(page)}"
    )


def _peak(counts: Sequence[int]) -> int | None:
    """The place of the highest of several counts, where it is one alone and more than one article.

    >>> _peak([1, 3, 2]), _peak([3, 3, 1]), _peak([0, 1, 0]), _peak([7])
    (1, None, None, None)
    """
    most = max(counts, default=0)
    return counts.index(most) if most > 1 and len(counts) > 1 and counts.count(most) == 1 else None


def _site_groups(page: Page) -> list[tuple[str, str, Sequence[int]]]:
    """The largest outlets and the others together: their keys, names and articles."""
    sites = [(page.words.safe(site), numbers) for site, numbers in page.overview.sites.items()]
    rest = [number for _, numbers in sites[LARGEST:] for number in numbers]
    groups = [*sites[:LARGEST], *([(page.words("others"), rest)] if rest else [])]
    return [(f"site-{place}", name, numbers) for place, (name, numbers) in enumerate(groups)]


def _sites(page: Page) -> str:
    say, periods = page.words, page.overview.periods
    groups = _site_groups(page)
    counts = {key: _counts(page, numbers) for key, _, numbers in groups}
    charted = "".join(_site(page, *group, counts[group[0]]) for group in groups)
    note = f'<p class="note">{escape(say("time_scale"))}</p>' if groups else ""
    rows = (
        [
            f'<a href="#t=time-{place}">{escape(say.days(period))}</a>',
            page.number(len(numbers)),
            *(_cell(page, counts[key][place], f"time-{place}+{key}") for key, _, _ in groups),
        ]
        for place, (period, numbers) in enumerate(periods.items())
        if numbers
    )
    heads = [_period_head(page), say("total"), *(name for _, name, _ in groups)]
    return f'<ul class="sites">{charted}</ul>{note}' + _folded(
        say("numbers"), _table(say("time"), heads, rows, "figures")
    )


def _period_head(page: Page) -> str:
    return page.words(f"period_{length_of(next(iter(page.overview.periods)))}")


def _site(page: Page, key: str, name: str, numbers: Sequence[int], counts: Sequence[int]) -> str:
    """The chart of an outlet, with its articles in all and in the period with most."""
    say, place = page.words, _peak(counts)
    told = say.articles(len(numbers))
    if place is not None:
        when = say.during([*page.overview.periods][place])
        is_all = counts[place] == len(numbers)
        peak = say("site_all", when) if is_all else say("site_peak", say.number(counts[place]), when)
        told += f", {peak}"
    return (
        f"<li><h3>{page.link(key, name, numbers)}</h3><p>{escape(told)}</p>"
        f"{charts.columns(counts, marked=place, kind='columns small')}</li>"
    )


def _counts(page: Page, numbers: Sequence[int]) -> list[int]:
    wanted = set(numbers)
    return [len(wanted.intersection(of_period)) for of_period in page.overview.periods.values()]


def _cell(page: Page, count: int, key: str) -> str:
    return f'<a href="#t={key}">{page.number(count)}</a>' if count else "0"


# --- what rose ---------------------------------------------------------------------------


def _risen(page: Page) -> str:
    """The terms that rose, by the period in which they did, the latest first."""
    by_period: dict[str, list[tuple[int, Rise]]] = defaultdict(list)
    for place, rise in enumerate(page.overview.risen):
        term, period = page.words.safe(rise.course.term), rise.course.peak.period
        by_period[period].append((place, rise))
        page.sets[f"rise-{place}"] = (f"{term}, {page.words.period(period)}", rise.articles)
    latest = sorted(by_period, reverse=True)
    shown = "".join(_rises(page, period, by_period[period][:TERMS]) for period in latest[:PERIODS])
    earlier = "".join(_rises(page, period, by_period[period][:TERMS]) for period in latest[PERIODS:])
    if earlier:
        first, last = page.words.period(latest[-1]), page.words.period(latest[PERIODS])
        span = first if first == last else page.words("span", first, last)
        summary = escape(page.words("risen_earlier", span))
        shown += f"<details><summary>{summary}</summary>{earlier}</details>"
    return shown + _risen_table(page)


def _rises(page: Page, period: str, rises: Sequence[tuple[int, Rise]]) -> str:
    cards = "".join(_rise(page, place, rise) for place, rise in rises)
    name = page.words.period(period)
    return f'<h3 class="period">{escape(name[:1].upper() + name[1:])}</h3><ul class="rises">{cards}</ul>'


def _rise(page: Page, place: int, rise: Rise) -> str:
    say, peak = page.words, rise.course.peak
    term = say.safe(rise.course.term)
    values = [point.share for point in rise.course.points]
    marked = rise.course.points.index(peak)
    titles = "".join(f"<li>{_headline(page, number)}</li>" for number in rise.articles[:TITLES])
    count = escape(say("risen_count", say.number(peak.count), _usual(page, peak.expected)))
    return (
        f'<li><h4><a href="#t=rise-{place}">{escape(term)}</a></h4><p>{count}</p>'
        f"{charts.columns(values, marked=marked, kind='columns spark')}<ul>{titles}</ul></li>"
    )


def _usual(page: Page, expected: float) -> str:
    return page.words.number(round(expected) if expected >= 10 else round(expected, 1))


def _risen_table(page: Page) -> str:
    say = page.words
    rows = []
    for place, rise in enumerate(page.overview.risen):
        peak = rise.course.peak
        rows.append(
            [
                f'<a href="#t=rise-{place}">{escape(say.safe(rise.course.term))}</a>',
                escape(say.days(peak.period)),
                page.number(peak.count),
                escape(say.percent(peak.share)),
                escape(_usual(page, peak.expected)),
                page.number(round(peak.score, 1)),
            ]
        )
    heads = [say("term"), _period_head(page), *map(say, ("count", "of_all", "expected", "score"))]
    note = f'<p class="note">{escape(say("score_dek"))}</p>'
    return _folded(say("numbers"), _table(say("risen_table"), heads, rows, "figures second-is-text") + note)


def _headline(page: Page, number: int) -> str:
    """The title of an article, with its outlet and day."""
    say, article = page.words, page.overview.articles[number]
    title = escape(say.safe(article.title or "") or say("untitled"))
    return f"<bdi>{title}</bdi> {_where(page, number)}"


def _where(page: Page, number: int) -> str:
    """The outlet and day of an article."""
    say, article = page.words, page.overview.articles[number]
    where = filter(None, (say.safe(article.site or ""), say.day(article.day or "")))
    return f"<small>{escape(' · '.join(where))}</small>"


# --- names and quotes ----------------------------------------------------------------------


def _names(page: Page) -> str:
    tables = "".join(_of_type(page, kind) for kind in TYPES)
    return f'<div class="names">{tables}</div>' if tables else ""


def _of_type(page: Page, kind: str) -> str:
    """The most named of a type, with bars."""
    names: Sequence[Named] = page.overview.names[kind]
    say = page.words
    most = max((len(named.articles) for named in names), default=1)
    rows = (
        [
            page.link(f"{kind}-{place}", say.safe(named.name), named.articles)
            + charts.bar(len(named.articles) / most),
            page.number(len(named.articles)),
            page.number(named.mentions),
        ]
        for place, named in enumerate(names)
    )
    return (
        _table(say(kind), [say("name"), say("count"), say("mentions")], rows, "figures bars") if names else ""
    )


def _quotes(page: Page) -> str:
    made = "".join(_speaker(page, place, speaker) for place, speaker in enumerate(page.overview.speakers))
    return f'<ul class="speakers">{made}</ul>'


def _speaker(page: Page, place: int, speaker: Speaker) -> str:
    say = page.words
    link = page.link(f"speaker-{place}", say.safe(speaker.name), speaker.articles)
    count = say("statements", say.number(speaker.statements), say.articles(len(speaker.articles)))
    said = "".join(
        _statement(page, statement, f"said-{place}-{number}") for number, statement in enumerate(speaker.said)
    )
    return f"<li><h3>{link}</h3><p>{escape(count)}</p>{said}</li>"


def _statement(page: Page, statement: Statement, key: str) -> str:
    """What someone said, once, with the articles that have it."""
    said = ATTRIBUTED.sub(r"\1", page.words.safe(statement.text))
    text = f"<p><bdi>{escape(_shortened(said))}</bdi></p>"
    sources = _sources(page, statement.articles)
    if (more := len(statement.articles) - TITLES) > 0:
        others = page.words("others_too", page.words.number(more))
        sources += f"<div>{page.link(key, _shortened(said, 80), statement.articles, others)}</div>"
    return f'<blockquote class="{escape(statement.kind)}">{text}<footer>{sources}</footer></blockquote>'


def _sources(page: Page, numbers: Sequence[int]) -> str:
    """The first articles of some with their outlets and days, one title once."""
    by_title: dict[str, list[int]] = defaultdict(list)
    for number in numbers[:TITLES]:
        by_title[page.overview.articles[number].title or ""].append(number)
    return "".join(
        f"<div>{_headline(page, first)}{''.join(_where(page, number) for number in others)}</div>"
        for first, *others in by_title.values()
    )


def _shortened(text: str, most: int = 320) -> str:
    """A text that ends in an ellipsis at a word where it is too long.

    >>> _shortened("harga beras naik", 12)
    'harga beras …'
    """
    return text if len(text) <= most else f"{text[:most].rpartition(' ')[0] or text[:most]} …"


# --- near-duplicates -----------------------------------------------------------------------


def _clusters(page: Page) -> str:
    made = "".join(_cluster(page, place, cluster) for place, cluster in enumerate(page.overview.clusters))
    return f'<ol class="clusters">{made}</ol><p class="note">{escape(page.words("likeness_dek"))}</p>'


def _cluster(page: Page, place: int, cluster: Cluster) -> str:
    """The oldest article's title, how many tell the same, and all of them with their likeness."""
    say = page.words
    articles = [page.overview.articles[number] for number in cluster.articles]
    title = say.safe(articles[0].title or "") or say("untitled")
    link = page.link(f"cluster-{place}", title, cluster.articles, say.articles(len(articles)))
    days = sorted({article.day for article in articles if article.day})
    span = say("span", say.day(days[0]), say.day(days[-1])) if len(days) > 1 else "".join(map(say.day, days))
    outlets = say.count("outlet", len({article.site for article in articles if article.site}))
    rows = (
        [
            f"<bdi>{escape(say.safe(a.title or '') or say('untitled'))}</bdi>",
            escape(say.day(a.day) if a.day else ""),
            escape(say.safe(a.site or "")),
            escape(say.percent(likeness)),
        ]
        for a, likeness in zip(articles, cluster.likeness, strict=True)
    )
    heads = [say("headline"), say("date"), say("media"), say("likeness")]
    told = escape(" · ".join(filter(None, (outlets, span))))
    table = _folded(say("members"), _table(title, heads, rows, "figures listing"))
    return f"<li><h3><bdi>{escape(title)}</bdi></h3><p>{link} · {told}</p>{table}</li>"
