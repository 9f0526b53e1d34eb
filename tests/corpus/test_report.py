"""The report page: what it says, that nothing in it runs or is loaded, and that it works in a browser."""

import base64
import datetime
import hashlib
import itertools
import json
import re
import sqlite3
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

import browser
from news import articles, written
from newskit.corpus.listing import chart_length
from newskit.corpus.wording import Wording
from newskit.lexicon.lists import data
from run import errors, newskit

HOSTILE = (
    "<script>window.hacked = 1</script>",
    "</script><script>window.hacked = 2</script><!--",
    '"><img src="https://example.com/x.png" onerror="window.hacked = 3">',
    "' onmouseover='window.hacked = 4",
    "Harga \u202ekian\u202c naik",
    "${policy} $$ {{ }} \\u003c &lt;b&gt; \u2028 \u2029",
)


def rows() -> list[dict[str, Any]]:
    """Articles over two years, with a copy, links, and titles that want to be more than text."""
    made = articles(300)
    for number, row in enumerate(made):
        row["outlet"] = ("kabar.com", "bola.kabar.com", "Warta Kita")[number % 3]
        slug = row["title"].lower().replace(" ", "-")
        row["url"] = f"https://kabar.com/berita/{number}/{slug}?a=1&b=2"
        row["text"] = f"Bupati Dadang Supriatna datang. {row['text']}"
        if row["date"].startswith("2023-04") and number % 7 < 4:
            row["text"] += " Gempa mengguncang kota itu semalam."
    made.append({**made[7], "id": "salinan", "date": "2023-12-30"})
    for number, title in enumerate(HOSTILE):
        made.append({"id": f"x{number}", "title": title, "text": f"Isi {number}.", "date": "2023-12-31"})
    made[-1] |= {"url": "javascript:alert(1)", "outlet": HOSTILE[0], "date": "entah"}
    return made


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a corpus file and its pages in both languages, and those of a corpus without names."""
    folder = tmp_path_factory.mktemp("report")
    source = written(folder / "rows.jsonl", rows())
    newskit("index", "-q", str(folder / "news.db"), source)
    newskit("index", "-q", "--with", "none", str(folder / "bare.db"), source)
    quote = "“Harga beras naik karena kemarau, dan pemerintah daerah akan membuka pasar murah,”"
    with sqlite3.connect(folder / "news.db") as connection:  # a statement, whoever finds it in the texts
        connection.execute("DELETE FROM quotes")
        connection.execute(
            "INSERT INTO quotes (article, start, end, text, kind, name) VALUES (1, 0, 82, ?, 'direct', ?)",
            (quote, "Dadang Supriatna"),
        )
    connection.close()
    for name, *more in (("news",), ("news", "--lang", "en"), ("bare",)):
        page = folder / f"{name}{'-en' if more else ''}.html"
        done = newskit("report", str(folder / f"{name}.db"), "-o", str(page), "-q", *more)
        assert done.returncode == 0, done.stderr
    return folder


class Elements(HTMLParser):
    """The tags of a page with their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


# --- the page as text ----------------------------------------------------------------------


def test_the_page_says_what_the_corpus_holds(folder: Path) -> None:
    page = (folder / "news.html").read_text("utf-8")
    assert '<html lang="id">' in page
    assert "307 artikel" in page and "Januari 2022" in page and "1 tanpa tanggal" in page
    assert "kabar.com" in page and "bola.kabar.com" not in page
    assert re.search(r">gempa</a></h4><p>\d+ artikel, biasanya", page, re.I)
    assert "Dadang Supriatna</a>" in page and "pasar murah”" in page
    assert "Kabar ke-7 dari Solo</bdi></h3>" in page or "Kabar ke-7 dari Medan</bdi></h3>" in page


def test_the_page_speaks_english(folder: Path) -> None:
    page = (folder / "news-en.html").read_text("utf-8")
    assert '<html lang="en">' in page and "307 articles" in page and "January 2022" in page
    assert "artikel" not in re.sub(r"Kabar|newskit", "", page)


def test_what_was_not_looked_for_is_told(folder: Path) -> None:
    page = (folder / "bare.html").read_text("utf-8")
    assert "newskit index --with names" in page and "newskit index --with names,quotes" in page
    assert "<blockquote" not in page


def test_every_word_is_there_in_both_languages() -> None:
    table = [line.split("\t") for line in data("corpus/report.tsv").splitlines()]
    assert all(len(row) == 3 and row[1].count("{}") == row[2].count("{}") for row in table)
    assert len({row[0] for row in table}) == len(table)
    source = Path(browser.__file__).parents[1] / "src/newskit/corpus"
    keys = {row[0] for row in table}
    template = data("corpus/report.html")
    used = set(re.findall(r"\$\{say_(\w+)\}|data\.words\.(\w+)", template))
    assert {one or other for one, other in used} <= keys
    for module in ("sections.py", "report.py", "wording.py"):
        text = (source / module).read_text("utf-8")
        assert set(re.findall(r'\b(?:say|words)\("(\w+)"', text)) - {"span"} <= keys
    assert [Wording("en").short(key) for key in ("time", "table")] == ["Over time", "Articles"]


def test_no_text_of_an_article_becomes_more_than_text(folder: Path) -> None:
    page = (folder / "news.html").read_text("utf-8")
    elements = Elements(page).found
    assert [tag for tag, _ in elements if tag == "script"] == ["script"] * 2
    assert not [
        tag for tag, _ in elements if tag in ("img", "iframe", "link", "object", "base", "form-action")
    ]
    loading = [
        given for _, given in elements for name in given if name in ("src", "srcset", "action", "style")
    ]
    assert not loading
    assert not [name for _, given in elements for name in given if name.startswith("on")]
    assert "javascript:" not in page and "\u202e" not in page and "\u2028" not in page
    table = json.loads(re.search(r'id="data">(.*?)</script>', page, re.S)[1])  # type: ignore[index]
    assert HOSTILE[0] in table["titles"] and HOSTILE[1] in table["titles"]


def test_the_policy_lets_its_own_style_and_script_alone(folder: Path) -> None:
    page = (folder / "news.html").read_text("utf-8")
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)[1]  # type: ignore[index]
    assert policy.startswith("default-src 'none'; ") and "unsafe" not in policy and "http" not in policy
    for tag in ("style", "script"):
        inside = re.search(f"<{tag}>(.*?)</{tag}>", page, re.S)[1]  # type: ignore[index]
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_colours_can_be_read() -> None:
    def light(colour: str) -> float:
        parts = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    for palette in re.findall(r":root \{([^}]*)\}", data("corpus/report.html"))[:2]:
        colours = {name: light(value) for name, value in re.findall(r"--(\w+): #([0-9a-f]{6})", palette)}
        for name, least in (("ink", 7), ("soft", 4.5), ("accent", 4.5), ("bar", 3)):
            dark, bright = sorted((colours[name], colours["paper"]))
            assert (bright + 0.05) / (dark + 0.05) >= least, name


def test_links_between_figures_and_articles_all_lead_somewhere(folder: Path) -> None:
    page = (folder / "news.html").read_text("utf-8")
    table = json.loads(re.search(r'id="data">(.*?)</script>', page, re.S)[1])  # type: ignore[index]
    elements = Elements(page).found
    ids = [given["id"] for _, given in elements if "id" in given]
    assert len(ids) == len(set(ids))
    for tag, given in elements:
        target = given.get("href") or ""
        if tag == "a" and target.startswith("#t="):
            assert set(target[3:].split("+")) <= set(table["sets"])
        elif tag == "a":
            assert target[1:] in ids
    columns = [table[name] for name in ("titles", "days", "sites", "places", "links", "ids")]
    assert {len(column) for column in columns} == {307}
    assert all(sum(steps) < 307 for _, _, steps in table["sets"].values())


def test_a_table_of_fewer_articles_says_so(folder: Path) -> None:
    page = folder / "short.html"
    newskit("report", str(folder / "news.db"), "-o", str(page), "-q", "--articles", "10")
    text = page.read_text("utf-8")
    assert "10 artikel terbaru dari 307" in text
    table = json.loads(re.search(r'id="data">(.*?)</script>', text, re.S)[1])  # type: ignore[index]
    assert len(table["titles"]) == 10 and any(missing for _, missing, _ in table["sets"].values())


def test_a_page_takes_less_than_two_hundred_bytes_an_article(tmp_path: Path) -> None:
    made = articles(1500)
    for number, row in enumerate(made):
        row["title"] = f"{row['title']}: warga menunggu bantuan sampai ke desa yang jauh"
        row["outlet"] = f"media{number % 40}.com"
        row["url"] = (
            f"https://www.media{number % 40}.com/berita/2023/06/{number}/warga-menunggu-bantuan-di-desa"
        )
    newskit("index", "-q", "--with", "names", str(tmp_path / "n.db"), written(tmp_path / "n.jsonl", made))
    newskit("report", str(tmp_path / "n.db"), "-q", "-o", str(tmp_path / "n.html"))
    assert (tmp_path / "n.html").stat().st_size < 1500 * 200


def test_an_empty_corpus_is_a_page(tmp_path: Path) -> None:
    newskit("index", "-q", str(tmp_path / "n.db"), written(tmp_path / "n.jsonl", [{"id": "tanpa teks"}]))
    done = newskit("report", str(tmp_path / "n.db"))
    assert done.returncode == 0 and "Belum ada artikel" in done.stdout.decode()


def test_what_cannot_be_done_is_one_line(folder: Path, tmp_path: Path) -> None:
    db = str(folder / "news.db")
    assert newskit("report", db, "-o", db).returncode == 2
    (tmp_path / "a.txt").write_text("Bukan korpus.", "utf-8")
    done = newskit("report", str(tmp_path / "a.txt"), "-o", str(tmp_path / "a.html"))
    assert done.returncode == 3 and len(errors(done)) == 1 and not (tmp_path / "a.html").exists()


# --- periods, statements -------------------------------------------------------------------


def dated(first: str, last: str, count: int) -> list[dict[str, Any]]:
    """So many articles at even distances between two days."""
    start, end = map(datetime.date.fromisoformat, (first, last))
    made = articles(count)
    for number, row in enumerate(made):
        row["date"] = (start + (end - start) * number / (count - 1)).isoformat()
        row["outlet"] = ("kabar.com", "Warta Kita")[number % 2]
    return made


def page_of(folder: Path, name: str, made: list[dict[str, Any]], *options: str) -> Path:
    """The page of these articles and those that the corpus file has."""
    db, page = str(folder / f"{name}.db"), folder / f"{name}.html"
    newskit("index", "-q", "--with", "none", db, written(folder / f"{name}.jsonl", made))
    done = newskit("report", db, "-q", "-o", str(page), *options)
    assert done.returncode == 0, done.stderr
    return page


@pytest.mark.parametrize(
    ("period", "indonesian", "english"),
    [
        ("2023-W32", "pada pekan 7–13 Agustus 2023", "in the week of 7–13 August 2023"),
        ("2023-W31", "pada pekan 31 Juli–6 Agustus 2023", "in the week of 31 July–6 August 2023"),
        (
            "2022-W52",
            "pada pekan 26 Desember 2022–1 Januari 2023",
            "in the week of 26 December 2022–1 January 2023",
        ),
        ("2023-08-03", "pada 3 Agustus 2023", "on 3 August 2023"),
        ("2023-08", "pada Agustus 2023", "in August 2023"),
        ("2023", "pada tahun 2023", "in 2023"),
        ("9999-W52", "pada pekan 27–31 Desember 9999", "in the week of 27–31 December 9999"),
    ],
)
def test_a_period_is_told_by_its_days(period: str, indonesian: str, english: str) -> None:
    assert [Wording(language).during(period) for language in ("id", "en")] == [indonesian, english]


def test_a_week_is_no_day(tmp_path: Path) -> None:
    made = dated("2023-02-06", "2023-11-30", 120)
    made += [{**row, "id": f"{row['id']}b"} for row in made if "2023-07-31" <= row["date"] <= "2023-08-06"]
    page = page_of(tmp_path, "weeks", made).read_text("utf-8")
    assert "Terbanyak pada pekan 31 Juli–6 Agustus 2023: " in page
    assert '<th scope="col">Pekan</th>' in page and "<title>pekan 6–12 Februari 2023: " in page
    assert '">6–12 Februari 2023</a></th>' in page


def test_few_articles_are_counted_by_month(tmp_path: Path) -> None:
    page = page_of(tmp_path, "few", dated("2023-01-02", "2023-12-20", 24)).read_text("utf-8")
    assert "<title>Agustus 2023: 2 artikel" in page and '<th scope="col">Bulan</th>' in page
    assert "pekan 7" not in page
    assert "<title>pekan " in page_of(tmp_path, "few", [], "--by", "week").read_text("utf-8")


@pytest.mark.parametrize(
    ("first", "last", "count", "length"),
    [
        ("2023-08-01", "2023-08-31", 60, "day"),
        ("2023-08-01", "2023-08-10", 5, "day"),
        ("2023-08-01", "2023-09-30", 30, "week"),
        ("2023-01-01", "2023-12-31", 200, "week"),
        ("2023-01-01", "2023-12-31", 50, "month"),
        ("2021-01-01", "2023-12-31", 30, "month"),
        ("2013-01-01", "2022-12-31", 60, "year"),
        ("2003-01-01", "2022-12-31", 900, "year"),
    ],
)
def test_the_length_of_a_period_is_chosen(first: str, last: str, count: int, length: str) -> None:
    assert chart_length([row["date"] for row in dated(first, last, count)]) == length


def test_a_peak_is_told_where_there_is_one(tmp_path: Path) -> None:
    made = dated("2023-08-01", "2023-08-10", 10)
    page = page_of(tmp_path, "even", made).read_text("utf-8")
    assert "erbanyak" not in page and "marked" not in page.partition("</style>")[2]
    made.append({**made[4], "id": "lagi"})
    page = page_of(tmp_path, "even", made).read_text("utf-8")
    assert "Terbanyak pada 5 Agustus 2023: 2 artikel." in page
    assert "<p>6 artikel, terbanyak 2 pada 5 Agustus 2023</p>" in page and "<p>5 artikel</p>" in page
    made += [{**made[7], "id": f"satu{number}", "outlet": "Mingguan"} for number in range(2)]
    page = page_of(tmp_path, "even", made).read_text("utf-8")
    assert "<p>2 artikel, semuanya pada 8 Agustus 2023</p>" in page


def test_a_statement_stands_once_with_all_who_printed_it(tmp_path: Path) -> None:
    made = dated("2023-08-01", "2023-08-10", 7)
    said = "“Jembatan darurat akan dipasang pekan depan agar warga bisa bekerja seperti biasa,”"
    texts = [
        said,
        said.replace(" seperti biasa,", "."),
        "“Beras sudah dikirim ke posko sejak pagi untuk 300 warga desa itu,”",
        "“Beras sudah dikirim ke posko sejak pagi untuk 450 warga desa itu,”",
        *[said.upper()] * 3,
    ]
    page_of(tmp_path, "wire", made)
    with sqlite3.connect(tmp_path / "wire.db") as connection:
        connection.executemany(
            "INSERT INTO quotes (article, start, end, text, kind, name)"
            " VALUES (?, 0, 9, ?, 'direct', 'I Gede Dana')",
            enumerate(texts, 1),
        )
    connection.close()
    page = newskit("report", str(tmp_path / "wire.db")).stdout.decode()
    assert "<p>3 pernyataan dalam 7 artikel</p>" in page
    quotes = re.findall(r"<blockquote.*?</blockquote>", page)
    assert len(quotes) == 3 and page.count("Jembatan darurat") == 2  # and the name of the set
    footer = quotes[0].partition("<footer>")[2]
    assert re.findall(r"<small>(.*?)</small>", footer) == [
        "kabar.com · 1 Agustus 2023",
        "Warta Kita · 2 Agustus 2023",
        "kabar.com · 7 Agustus 2023",
    ]
    assert '<a href="#t=said-0-0">dan 2 lagi</a>' in footer
    assert "300 warga" in quotes[1] and "450 warga" in quotes[2]


# --- the page in a browser -------------------------------------------------------------------


@pytest.fixture(scope="module")
def tab() -> Iterator[browser.Tab]:
    if not browser.CHROMIUM:
        pytest.skip("no Chromium is here: apt-get install chromium")
    with browser.tab() as opened:
        yield opened


STATUS = "document.getElementById('status').textContent"
FIRST = "document.querySelector('#rows bdi').textContent"
TITLES = "[...document.querySelectorAll('#rows bdi')].map(one => one.textContent)"


def typed(tab: browser.Tab, name: str, value: str) -> None:
    """Fill a field as a reader does."""
    field = f"document.getElementById({json.dumps(name)})"
    tab.run(
        f"{field}.value = {json.dumps(value)}; {field}.dispatchEvent(new Event('input', {{bubbles: true}}))"
    )


def test_the_page_opens_without_complaint_and_asks_for_nothing(tab: browser.Tab, folder: Path) -> None:
    for name in ("news", "news-en", "bare"):
        for width in (400, 1400):
            tab.open(folder / f"{name}.html", width=width, dark=name == "bare")
            assert tab.run("document.documentElement.scrollWidth") <= width
    assert tab.complaints == []
    assert {url for url in tab.requests if not url.startswith(("about:", "data:"))} == {
        (folder / f"{name}.html").as_uri() for name in ("news", "news-en", "bare")
    }


LABELS = """[...document.querySelectorAll('.axis text')].map(one => one.getBoundingClientRect())
    .filter(box => box.width).map(box => [box.left, box.right])"""
MENU = "[...document.querySelectorAll('nav a')].map(one => one.getBoundingClientRect().right)"


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("2023-08-03", "2023-09-20"),
        ("2023-02-06", "2023-11-30"),
        ("2021-09-01", "2023-09-30"),
        ("2015-11-01", "2023-10-31"),
        ("1998-01-01", "2023-12-31"),
    ],
)
def test_labels_do_not_touch_each_other(tab: browser.Tab, tmp_path: Path, first: str, last: str) -> None:
    page = page_of(tmp_path, "span", dated(first, last, 300))
    for width in (400, 700, 1400):
        tab.open(page, width=width)
        labels = tab.run(LABELS)
        assert len(labels) >= 3
        assert all(right + 4 < left for (_, right), (left, _) in itertools.pairwise(labels))
        assert labels[-1][1] <= width and max(tab.run(MENU)) <= width


def test_hostile_titles_are_shown_and_do_nothing(tab: browser.Tab, folder: Path) -> None:
    tab.open(folder / "news.html")
    assert tab.run("typeof window.hacked") == "undefined"
    shown = tab.run(TITLES)
    assert set(HOSTILE[:4]) <= set(shown) and r"Harga \u202ekian\u202c naik" in shown
    typed(tab, "words", "<script>")
    assert tab.run(STATUS) == "2 dari 307 artikel"
    typed(tab, "words", "policy")
    assert tab.run("document.querySelectorAll('#rows a').length") == 0


def test_the_table_is_filtered(tab: browser.Tab, folder: Path) -> None:
    tab.open(folder / "news.html")
    assert tab.run(STATUS) == "307 dari 307 artikel"
    typed(tab, "words", "solo KABAR")
    assert tab.run(STATUS) == "61 dari 307 artikel"
    assert tab.run("document.querySelectorAll('#rows tr').length") == 50
    tab.run("document.getElementById('more').click()")
    assert tab.run("document.querySelectorAll('#rows tr').length") == 61
    typed(tab, "words", "")
    typed(tab, "from", "2023-12-01")
    typed(tab, "until", "2023-12-30")
    found = sum(row["date"].startswith("2023-12") and row["date"] < "2023-12-31" for row in rows())
    assert tab.run(STATUS) == f"{found} dari 307 artikel"
    tab.run("document.getElementById('clear').click()")
    assert tab.run(STATUS) == "307 dari 307 artikel"
    site = tab.run("[...document.querySelectorAll('#site option')].find(o => o.text === 'Warta Kita').value")
    typed(tab, "site", site)
    assert tab.run(STATUS) == "100 dari 307 artikel"


def test_the_table_is_sorted_and_says_how(tab: browser.Tab, folder: Path) -> None:
    tab.open(folder / "news.html")
    typed(tab, "words", "kabar ke")
    head = "document.querySelector('[data-by=titles]')"
    tab.run(f"{head}.click()")
    assert tab.run(FIRST) == "Kabar ke-0 dari Bandung"
    assert tab.run(f"{head}.parentElement.ariaSort") == "ascending"
    tab.run(f"{head}.click()")
    assert tab.run(FIRST).startswith("Kabar ke-299 ")
    assert tab.run("[...document.querySelectorAll('th[aria-sort]')].length") == 1


def test_a_figure_leads_to_its_articles_and_back(tab: browser.Tab, folder: Path) -> None:
    tab.open(folder / "news.html")
    link = "[...document.querySelectorAll('h4 a')].find(a => /gempa/i.test(a.textContent))"
    count = int(tab.run(f"{link}.closest('li').querySelector('p').textContent").split()[0])
    tab.run(f"{link}.focus()")
    tab.press("Enter")
    told = f"new Promise(done => setTimeout(() => done({STATUS}), 300))"
    assert tab.run(told).endswith(f"April 2023: {count} dari 307 artikel")
    assert tab.run("document.activeElement.id") == "table-title"
    tab.run("history.back()")
    assert tab.run(told) == "307 dari 307 artikel"


def test_a_figure_can_be_sent_as_an_address(tab: browser.Tab, folder: Path) -> None:
    tab.open(folder / "news.html", fragment="#t=time-15+site-0")
    cell = tab.run("document.querySelector('a[href=\"#t=time-15+site-0\"]').textContent")
    assert tab.run(STATUS) == f"April 2023 · kabar.com: {cell} dari 307 artikel"
    assert tab.run("[...document.querySelectorAll('#rows a')].map(a => a.href)")[0] in {
        row.get("url") for row in rows()
    }


def test_the_keyboard_reaches_what_the_mouse_does(tab: browser.Tab, folder: Path) -> None:
    tab.open(folder / "news.html")
    tab.press("Tab")
    assert tab.run("document.activeElement.className") == "skip"
    unnamed = """[...document.querySelectorAll('a[href], button, input, select')].filter(one =>
        one.tabIndex < 0 && !one.closest('svg') || !(one.textContent.trim() || one.labels?.length)).length"""
    assert tab.run(unnamed) == 0
