"""What every command owes its user, through the real binary: CONTRACT.md sections 1 and 2."""

import csv
import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from run import COMMANDS, SEED, errors, newskit, records

KEYS = {
    "parse": [
        *("date", "published", "title", "image", "outlet", "place"),
        *("lede", "paragraphs", "signature", "url", "warnings", "published_by", "inserts"),
    ],
    "sentences": ["sentences"],
    "tokenize": ["tokens"],
    "stem": ["tokens"],
    "keywords": ["keywords"],
    "summary": ["sentences"],
    "dates": ["dates"],
    "names": ["names"],
    "quotes": ["quotes"],
}
SCHEMA = {"parse": "article", "tokenize": "tokens", "stem": "stems"}
ITEM = {
    "sentences": ["text", "start", "end"],
    "tokenize": ["text", "start", "end", "kind"],
    "stem": ["text", "start", "end", "stem"],
    "keywords": ["keyword", "score", "count"],
    "summary": ["text", "start", "end", "score"],
    "dates": ["text", "start", "end", "type", "value"],
    "names": ["name", "type", "count", "mentions"],
    "quotes": ["text", "start", "end", "kind", "cue", "speaker", "name"],
}
TWO = b"""date 2020-08 Harga Beras Naik.jpg

SOLO - Harga beras naik di Solo. Pedagang mengeluh.

Warga menunggu bantuan pemerintah.

date 2020-09-02 Banjir Surut

Banjir di Demak surut. Warga pulang.
"""

every_command = pytest.mark.parametrize("command", COMMANDS)


@every_command
def test_help_ends_with_an_example(command: str) -> None:
    done = newskit(command, "--help", COLUMNS="200")
    assert done.returncode == 0
    assert re.search(rf"\nExample: .*newskit {command}.*\n$", done.stdout.decode())


def test_python_m_is_newskit() -> None:
    command = [sys.executable, "-m", "newskit", "stem"]
    ours, its = (
        subprocess.run([*command, option], input=b"Penyelidikan", capture_output=True, check=False)
        for option in ("--explain", "--no-such")
    )
    assert (ours.returncode, ours.stdout) == (0, newskit("stem", "--explain", stdin=b"Penyelidikan").stdout)
    assert (its.returncode, its.stderr) == (2, newskit("stem", "--no-such").stderr)


@every_command
def test_record_has_the_keys_of_the_contract(command: str) -> None:
    (record,) = records(command, SEED)
    assert list(record) == ["schema", "id", "source", "index", *KEYS[command]]
    assert record["schema"] == f"newskit.{SCHEMA.get(command, command)}/1"
    assert (record["id"], record["source"], record["index"]) == (SEED, SEED, 0)
    if command in ITEM:
        items = record[KEYS[command][0]]
        assert items
        assert all(list(item) == ITEM[command] for item in items)


@pytest.mark.parametrize("command", ["sentences", "tokenize", "stem", "summary"])
def test_offsets_are_those_of_the_file(command: str, tmp_path: Path) -> None:
    file = tmp_path / "two.txt"
    file.write_bytes("\ufeff".encode() + TWO)
    found = [item for record in records(command, str(file)) for item in record[KEYS[command][0]]]
    assert len(found) > 2
    text = TWO.decode()
    assert all(text[item["start"] : item["end"]] == item["text"] for item in found)


def test_parse_spans_are_those_of_the_file(tmp_path: Path) -> None:
    file = tmp_path / "two.txt"
    file.write_bytes(TWO)
    first, second = records("parse", "--spans", str(file))
    assert (first["title"], second["title"]) == ("Harga Beras Naik", "Banjir Surut")
    assert (first["id"], second["id"]) == (f"{file}#0", f"{file}#1")
    for record in (first, second):
        for name, span in record["spans"].items():
            pieces = [span] if isinstance(span, dict) else span or []
            values = record[name] if isinstance(record[name], list) else [record[name]]
            assert [TWO.decode()[p["start"] : p["end"]] for p in pieces] == [v for v in values if v]


@every_command
def test_empty_input_gives_one_empty_record(command: str) -> None:
    for text in (b"", b" \n\n\t"):
        (record,) = records(command, stdin=text)
        assert record["id"] == "-"
        assert not any(record[key] for key in KEYS[command] if key != "warnings")


@every_command
def test_dash_is_stdin(command: str) -> None:
    seed = Path(SEED).read_bytes()
    assert newskit(command, "-", stdin=seed).stdout == newskit(command, stdin=seed).stdout != b""


@every_command
def test_one_bad_input_costs_one_line(command: str, tmp_path: Path) -> None:
    image = tmp_path / "image.txt"
    image.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(64)))
    done = newskit(command, SEED, "missing.txt", str(image), "--format", "jsonl")
    assert done.returncode == 1
    assert done.stdout.count(b"\n") == 1
    assert [line.split(": ")[1:3] for line in errors(done)] == [
        ["missing.txt", "no such file"],
        [str(image), "is binary, not text; --encoding names the encoding if it is text after all"],
    ]


@every_command
def test_nothing_read_is_code_3(command: str) -> None:
    for form in ("jsonl", "csv", "table"):
        done = newskit(command, "missing.txt", "--format", form)
        assert (done.returncode, done.stdout, len(errors(done))) == (3, b"", 1)


@every_command
def test_usage_errors_are_code_2(command: str) -> None:
    folder = str(Path(SEED).parent)
    for arguments in ([folder], ["--nonsense", SEED], ["-j", "0", SEED], ["--encoding", "klingon", SEED]):
        done = newskit(command, *arguments)
        assert (done.returncode, done.stdout) == (2, b""), arguments
    assert errors(newskit(command, folder)) == [
        f"newskit: {folder}: is a directory; -r reads the files in it"
    ]


@every_command
@pytest.mark.parametrize("form", ["text", "jsonl", "csv", "tsv", "md", "table"])
def test_formats(command: str, form: str) -> None:
    done = newskit(command, SEED, "--format", form)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.endswith(b"\n") or command == "stem"
    assert b"\x1b" not in done.stdout
    if form == "csv":
        rows = list(csv.reader(io.StringIO(done.stdout.decode())))
        assert rows[0][:3] == ["id", "source", "index"]
        assert {len(row) for row in rows} == {len(rows[0])}
    if form == "tsv":
        assert len({line.count("\t") for line in done.stdout.decode().split("\n")[:-1]}) == 1


def test_parse_shows_the_fields_first_and_the_text_shortened() -> None:
    article = Path(SEED).read_text("utf-8") + "\n\nParagraf kedua.\n\nParagraf ketiga.\n"
    short, full = (
        newskit("parse", "--format", "table", *options, stdin=article.encode()).stdout.decode()
        for options in ([], ["--full"])
    )
    assert short.index("outlet") < short.index("lede") < short.index("paragraphs")
    assert "… (+2)" in short
    assert "--full shows the whole text" in short
    assert len(short.splitlines()) < 30 < len(full.splitlines())
    assert "Paragraf ketiga." in full
    assert "--full" not in full


@every_command
def test_jobs_change_nothing(command: str, tmp_path: Path) -> None:
    for number in range(12):
        tmp_path.joinpath(f"{number:02}.txt").write_bytes(TWO)
    tmp_path.joinpath("05.txt").write_bytes(b"\0" * 999)
    rows = tmp_path / "rows.jsonl"
    rows.write_text(
        "".join(json.dumps({"id": n, "text": f"Warga {n} pulang Senin. Ia lega."}) + "\n" for n in range(40))
    )
    form = ["--format", "jsonl"] if command == "quotes" else []  # nobody is quoted
    one, two = (newskit(command, "-r", str(tmp_path), "-j", jobs, *form) for jobs in "12")
    assert one.stdout.count(b"\n") > 20
    assert (one.returncode, one.stdout, one.stderr) == (two.returncode, two.stdout, two.stderr)


@pytest.mark.parametrize("command", ["sentences", "keywords", "summary"])
def test_lines_carry_their_source_as_grep_does(command: str, tmp_path: Path) -> None:
    def sources(*arguments: str) -> set[str]:
        return {
            line.rpartition("\t")[0] for line in newskit(command, *arguments).stdout.decode().splitlines()
        }

    file = tmp_path / "two.txt"
    file.write_bytes(TWO)
    assert sources(SEED) == {""}
    assert sources(str(file)) == {f"{file}#0", f"{file}#1"}
    assert sources(SEED, str(file)) == {SEED, f"{file}#0", f"{file}#1"}
    assert sources(SEED, str(file), "--no-source") == {""}


@pytest.mark.parametrize("command", ["sentences", "tokenize", "stem", "keywords", "summary"])
def test_records_of_parse_are_input(command: str) -> None:
    article = newskit("parse", SEED).stdout
    (record,) = records(command, stdin=article)
    (row,) = [json.loads(article)]
    assert record["id"] == SEED
    text = "\n\n".join([row["lede"], *row["paragraphs"]])
    items = record[KEYS[command][0]]
    assert items
    assert all(text[i["start"] : i["end"]] == i["text"] for i in items if "start" in i)


def test_rows_name_their_line_and_lose_no_other() -> None:
    rows = [json.dumps({"text": f"Baris {number} aman."}) for number in range(1000)]
    rows[499] = '{"text": "rusak'
    rows[500] = '{"nomor": 1}'
    rows[501] = '{"text": {}}'
    rows[502] = "[" * 100_000
    done = newskit("sentences", "--format", "jsonl", "--input", "jsonl", stdin="\n".join(rows).encode())
    assert done.returncode == 1
    assert done.stdout.count(b"\n") == 996
    assert [re.findall(r"line \d+: [^(;]*[\w']", line) for line in errors(done)] == [
        ["line 500: not JSON"],
        ["line 501: no column with the text"],
        ["line 502: field 'text' is no text"],
        ["line 503: JSON nested too deeply"],
    ]


def test_text_field_id_title_and_date_of_a_row() -> None:
    row = {"id": 7, "isi": "Beras naik.", "title": "Harga", "date": "2020-08"}
    (record,) = records("parse", "--text-field", "isi", stdin=json.dumps(row).encode())
    assert (record["id"], record["title"], record["date"], record["lede"]) == (
        "7",
        "Harga",
        "2020-08",
        "Beras naik.",
    )


def test_lines_are_documents() -> None:
    found = records("sentences", "--input", "lines", stdin=b"Satu. Dua.\n\nTiga.")
    assert [(r["id"], len(r["sentences"])) for r in found] == [("-#0", 2), ("-#1", 0), ("-#2", 1)]


def test_scores_stand_behind_a_tab() -> None:
    lines = newskit("keywords", "--scores", SEED).stdout.decode().splitlines()
    assert len(lines) > 1
    for line in lines:
        keyword, score = line.split("\t")
        assert keyword
        assert 0 <= float(score) <= 1


def test_stem_keeps_all_but_words() -> None:
    text = "  Mereka menyalahkan\t“kebijakan”…\r\n\r\n  (pemerintah)\u00a0!? \u0645\n"
    stemmed = newskit("stem", stdin=text.encode()).stdout.decode()
    assert stemmed == "  mereka salah\t“bijak”…\r\n\r\n  (perintah)\u00a0!? \u0645\n"


def test_stem_of_lines_and_files_is_lines_and_files(tmp_path: Path) -> None:
    assert newskit("stem", "--input", "lines", stdin=b"menari\n\nmakanan").stdout == b"tari\n\nmakan\n"
    for name in "ab":
        tmp_path.joinpath(name).write_text("menari\n\n")
    assert newskit("stem", "-r", str(tmp_path)).stdout == b"tari\n\ntari\n\n"
    tmp_path.joinpath("a").write_text("menari")
    assert newskit("stem", "-r", str(tmp_path)).stdout == b"tari\ntari\n\n"
    assert newskit("stem", str(tmp_path / "a")).stdout == b"tari"


def test_tokens_have_a_blank_line_between_documents() -> None:
    assert (
        newskit("tokenize", "--input", "lines", stdin=b"Saya makan\nLagi").stdout == b"Saya\nmakan\n\nLagi\n"
    )
