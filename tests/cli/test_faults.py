# ruff: noqa: E501 - one line is one fault
"""What happens to real files, pipes and machines: every line of FAULTS is a shell line through the real binary.

To add a fault, add a line: what it is, what is typed, the files that are there, what must come out. COMMAND
stands for each of the commands in turn. The lines run in bash, in a folder of their own, as a user whom file
permissions bind. Standard error must hold exactly the lines that ``err`` describes, one pattern for each.
"""

import bz2
import csv
import gzip
import io
import json
import lzma
import os
import pty
import re
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import openpyxl
import pytest
import zstandard

from run import BINARY, COMMANDS, newskit


class Fault(NamedTuple):
    """A fault: the shell line, the files beside it, and the output, errors and exit code that are owed."""

    name: str
    line: str
    files: Mapping[str, bytes | str]
    out: str | Callable[[str], object]
    err: tuple[str, ...] = ()
    code: int = 0


def rows(out: str) -> list[dict[str, Any]]:
    """The records of JSONL."""
    return [json.loads(line) for line in out.split("\n")[:-1]]


def ids(*expected: str) -> Callable[[str], object]:
    """Whether the output is JSONL of those documents, in that order."""
    return lambda out: [row["id"] for row in rows(out)] == list(expected)


def count(expected: int) -> Callable[[str], object]:
    """Whether the output has so many lines."""
    return lambda out: out.count("\n") == expected


def has(*pieces: str) -> Callable[[str], object]:
    """Whether the output has all those pieces."""
    return lambda out: all(piece in out for piece in pieces)


def cells(form: str, out: str) -> list[list[str]]:
    """The cells of csv, tsv and md."""
    if form == "csv":
        return list(csv.reader(io.StringIO(out, newline="")))
    return [re.split(r"\t" if form == "tsv" else r"(?<!\\)\|", line) for line in out.split("\n")[:-1]]


def jsonl(*texts: object) -> str:
    """Rows with those texts."""
    return "".join(json.dumps({"text": text}) + "\n" for text in texts)


TEXT = "Harga beras naik di Solo. Warga mengeluh.\n"
WORDS = "Harga\nberas\nnaik\ndi\nSolo\n.\nWarga\nmengeluh\n.\n"
GZ = gzip.compress(TEXT.encode())
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 4
BOMB = gzip.compress(bytes(4_000_000) * 75, 9)  # 300 MB
HOSTILE = "[/x] [bold] :smile: \x1b]52;c;aGFsbw==\x07 \x1b[2J \x9b31m \u202eterbalik"
ARTICLE = f" date 2020-08 {HOSTILE}.jpg\n\nSOLO - {TEXT}"
SOME_ROWS = jsonl(*["Beras naik."] * 499)
IS_BINARY = "a: is binary, not text; --encoding names the encoding if it is text after all"
TOO_LARGE = ".*larger than 1,000,000 bytes.*"
CUT = "broken or truncated compression .*"
TABLE = "judul,tanggal,isi\n" + "".join(
    f"Beras {n},{n}/8/2020,Harga beras naik di Solo {n}.\n" for n in (1, 13)
)
ARRAY = json.dumps([{"judul": f"Beras {n}", "isi": f"Harga beras naik di Solo {n}."} for n in (1, 13)])
PAGE = f"<html><title>Beras</title><body><article><p>{TEXT * 9}</p></article></body></html>"
FEED = f"<rss><channel><title>Kabar</title><item><title>Beras</title><description>{TEXT}</description></item></channel></rss>"
KINDS = {"a.csv": TABLE, "b.json": ARRAY, "c.html": PAGE, "d.xml": FEED}


def workbook(rows: Sequence[Sequence[object]], **parts: bytes) -> bytes:
    """An .xlsx of those rows; ``parts`` take the place of pieces of its sheet: old=new, of equal meaning in XML."""
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    made = io.BytesIO()
    book.save(made)
    if not parts:
        return made.getvalue()
    changed = io.BytesIO()
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            for before, after in parts.items() if name.endswith("sheet1.xml") else ():
                data = data.replace(before.encode(), after)
            new.writestr(name, data)
    return changed.getvalue()


CORPUS = "".join(
    json.dumps({"id": f"k{n}", "title": f"Beras {n}", "date": f"2023-0{n}-05", "text": f"SOLO - {TEXT}"})
    + "\n"
    for n in (1, 2, 3)
)
BOOK = workbook([["judul", "isi"], ["Beras", TEXT], ["Hujan", "Hujan turun."]])
FORMATS = "for f in jsonl csv tsv md table text; do newskit COMMAND --format $f a || exit; done"

# fmt: off
FAULTS = [
    # --- bytes that are no UTF-8
    Fault("empty file", "newskit COMMAND --format jsonl a", {"a": ""}, ids("a")),
    Fault("blanks only", "newskit COMMAND --format jsonl a", {"a": " \n\t\r\n"}, ids("a")),
    Fault("a byte of cp1252", "newskit tokenize a", {"a": b"caf\xe9"}, "café\n", (r"a: warning: not UTF-8 \(byte 3\); read as cp1252",)),
    Fault("a byte of cp1252, quietly", "newskit sentences -q --format jsonl a", {"a": b"caf\xe9"}, ids("a")),
    Fault("bytes that cp1252 leaves open", "newskit stem -q a", {"a": b"caf\xe9 \x81\x8d\x8f\x90\x9d"}, "café \x81\x8d\x8f\x90\x9d"),
    Fault("encoding named, byte wrong", "newskit tokenize --encoding utf-8 a", {"a": b"caf\xe9"}, "", ("a: not utf-8 at byte 3; --encoding names another",), 3),
    Fault("encoding named, byte right", "newskit tokenize --encoding latin-1 a", {"a": b"caf\xe9"}, "café\n"),
    Fault("encoding unknown", "newskit tokenize --encoding klingon a", {"a": TEXT}, "", ("klingon: no such encoding; .*",), 2),
    Fault("encoding that is none of text", "newskit tokenize --encoding base64 a", {"a": TEXT}, "", ("base64: no such encoding; .*",), 2),
    Fault("byte order mark of UTF-8", "newskit tokenize a", {"a": "\ufeff" + TEXT}, WORDS),
    Fault("UTF-16, little end first", "newskit tokenize a", {"a": b"\xff\xfe" + TEXT.encode("utf-16-le")}, WORDS),
    Fault("UTF-16, big end first", "newskit tokenize a", {"a": b"\xfe\xff" + TEXT.encode("utf-16-be")}, WORDS),
    Fault("UTF-32", "newskit tokenize a", {"a": TEXT.encode("utf-32")}, WORDS),
    Fault("UTF-16 through a pipe", "newskit tokenize < a", {"a": TEXT.encode("utf-16")}, WORDS),
    Fault("UTF-16, half a character short", "newskit tokenize a b", {"a": TEXT.encode("utf-16")[:-1], "b": TEXT}, WORDS, (r"a: not utf-16 at byte \d+; .*",), 1),
    Fault("lines of UTF-16", "newskit sentences --input lines --no-source a", {"a": "Satu.\nDua.\n".encode("utf-16")}, "Satu.\nDua.\n"),
    Fault("lines of UTF-16 through a pipe", "newskit sentences --input lines --no-source < a", {"a": "Satu.\nDua.\n".encode("utf-16")}, "Satu.\nDua.\n"),
    Fault("broken lines of UTF-16", "newskit sentences --input lines --no-source < a", {"a": "Satu.\nDua.\n".encode("utf-16") + b"\n"}, "Satu.\nDua.\n", ("-: not utf-16.*",), 1),
    Fault("rows of UTF-16", "newskit sentences --no-source a", {"a": jsonl("Satu.", "Dua.").encode("utf-16")}, "Satu.\nDua.\n"),
    Fault("rows of UTF-16 through a pipe", "newskit sentences --no-source < a", {"a": jsonl("Satu.", "Dua.").encode("utf-16")}, "Satu.\nDua.\n"),
    Fault("lines in an encoding that is named", "newskit sentences --input lines --no-source --encoding utf-16-le < a", {"a": "Satu.\nDua.\n".encode("utf-16-le")}, "Satu.\nDua.\n"),
    Fault("lines in an encoding that is wrong", "newskit sentences --input lines --no-source --encoding ascii < a", {"a": b"Satu.\ncaf\xe9\nTiga.\n"}, "Satu.\nTiga.\n", ("-: line 2: not ascii at byte 3; .*",), 1),
    Fault("one broken line among good ones", "newskit sentences --input lines --no-source a", {"a": b"Satu.\ncaf\xe9.\nTiga.\n"}, "Satu.\ncafé.\nTiga.\n", ("a: .*cp1252",)),
    Fault("one broken line through a pipe", "newskit sentences --input lines --no-source < a", {"a": b"Satu.\ncaf\xe9.\nTiga.\n"}, "Satu.\ncafé.\nTiga.\n", ("-: warning: line 2: .*cp1252",)),
    Fault("mojibake stays", "newskit stem a", {"a": "â€œBerasâ€"}, lambda out: out.casefold() == "â€œberasâ€"),
    Fault("a byte at a time", "LC_ALL=C; while IFS= read -r -n 1 c; do printf %s \"$c\"; sleep 0.01; done < a | newskit tokenize", {"a": "“é😀”"}, "“\né\n😀\n”\n"),
    # --- control characters and Unicode
    Fault("a picture", "newskit sentences a b --format jsonl", {"a": PNG, "b": TEXT}, ids("b"), (IS_BINARY,), 1),
    Fault("a picture that is said to be text", "newskit tokenize --encoding latin-1 a", {"a": PNG}, has("PNG")),
    Fault("a PDF", "newskit tokenize a", {"a": b"%PDF-1.7\n"}, "", ("a: is binary, a PDF; .*",), 3),
    Fault("a zip", "newskit tokenize a", {"a": b"PK\x03\x04 word/document.xml"}, "", ("a: is binary, a zip .*",), 3),
    Fault("one NUL in text", "newskit stem a", {"a": "Harga\0beras naik.\n"}, "harga\0beras naik.\n"),
    Fault("nothing but NUL", "newskit sentences a", {"a": bytes(1000)}, "", (IS_BINARY,), 3),
    Fault("line ends of DOS", "newskit tokenize a", {"a": TEXT.replace(" ", "\r\n")}, WORDS),
    Fault("line ends of old Macs", "newskit tokenize a", {"a": TEXT.replace(" ", "\r")}, WORDS),
    Fault("an article with the line ends of old Macs", "newskit parse a", {"a": f"date 2020-08 Beras\n\nSOLO - {TEXT}".replace("\n", "\r")}, lambda out: [(r["title"], r["place"]) for r in rows(out)] == [("Beras", "SOLO")]),
    Fault("characters that some take for line ends", "newskit COMMAND --format jsonl a", {"a": "Satu.\u2028Dua.\u2029Tiga.\x85Empat."}, lambda out: len(out.splitlines()) == 1),
    Fault("and in text, tsv, md", "for f in text tsv md; do newskit sentences a --format $f; done", {"a": "Satu\u2028dua\x85tiga\x0bempat lima."}, count(15)),
    Fault("half a surrogate pair beside the text", "newskit parse a", {"a": r'{"text": "Naik.", "id": "\ud800x", "title": "\ud800y"}'}, lambda out: rows(out)[0]["id"] == "\ufffdx" and rows(out)[0]["title"] == "\ufffdy", ("a: warning: line 1: half a surrogate pair; replaced by .*",)),
    Fault("an array in cp1252", "newskit tokenize a", {"a": b'[{"text": "Jum\x92at"}]'}, has("Jum"), ("a: warning: not UTF-8 .*",)),
    Fault("a dated article in a row with a date", "newskit parse a | jq -r .lede", {"a": '{"date": "2020-08", "text": " date 2020-08 Beras.jpg\\n\\nHarga naik."}'}, "Harga naik.\n"),
    Fault("an array of objects", "newskit tokenize a", {"a": '[\n{"text": "Naik."}]'}, has("Naik")),
    Fault("dated articles as rows", "newskit parse a | jq -r '[.date, .title, .lede, .signature] | @csv'", {"a": jsonl(" date 2020-08 Beras.jpg\n\nHarga naik.[ab/cd]")}, '"2020-08","Beras","Harga naik.","ab/cd"\n'),
    Fault("half a surrogate pair", "newskit COMMAND --format jsonl a", {"a": r'{"text": "Harga \ud800 naik."}'}, lambda out: "\\ud800" not in out and rows(out), ("a: warning: line 1: half a surrogate pair; replaced by .*",)),
    Fault("half a pair in id, title, date", FORMATS.replace("COMMAND", "sentences"), {"a": r'{"text": "Naik.", "id": "\ud800", "title": "\udfff", "date": "\udc80"}'}, lambda out: out, ("a: warning: line 1: half a surrogate pair; .*",) * 6),
    Fault("a pair in two escapes", "newskit tokenize a", {"a": r'{"text": "\ud83d\ude00"}'}, "😀\n"),
    Fault("zero-width space, soft hyphen", "newskit stem a", {"a": "mem\u200bbangun mem\u00adbangun"}, "bangun bangun"),
    Fault("full-width letters", "newskit stem a", {"a": "ｍｅｍｂａｎｇｕｎ"}, lambda out: out.strip()),
    Fault("accents apart", "newskit stem a b", {"a": "caf\u00e9-caf\u00e9\n", "b": "cafe\u0301-cafe\u0301\n"}, "café\n" * 2),
    Fault("offsets beyond emoji", "newskit tokenize --format csv a", {"a": "😀😀 beras"}, "id,source,index,text,start,end,kind\na,a,0,😀,0,1,symbol\na,a,0,😀,1,2,symbol\na,a,0,beras,3,8,word\n"),
    # --- size
    Fault("100,000 hyphens", "timeout 5 newskit COMMAND --format jsonl a", {"a": "-" * 100_000}, count(1)),
    Fault("a word of 1 MB", "timeout 9 newskit COMMAND --format jsonl a", {"a": "a" * 1_000_000}, count(1)),
    Fault("a line of 10 MB", "ulimit -v 1000000; newskit stem --input lines a | wc -c", {"a": "beras " * 1_700_000}, "10200001\n"),
    Fault("a document larger than memory", "ulimit -v 250000; newskit tokenize --format jsonl -q b a", {"a": "beras " * 4_000_000, "b": TEXT}, ids("b"), ("a: .*memory.*",), 1),
    Fault("a cell longer than csv readers like", "newskit sentences --format csv a", {"a": "a" * 200_000}, lambda out: len(out) > 200_000),
    Fault("a bomb", "ulimit -v 500000; newskit sentences --format jsonl a b --max-bytes 1000000", {"a": BOMB, "b": TEXT}, ids("b"), (TOO_LARGE,), 1),
    Fault("a bomb of lines", "ulimit -v 500000; newskit tokenize --input lines --max-bytes 1000000 < a", {"a": BOMB}, "", (TOO_LARGE,), 3),
    Fault("a bomb without --max-bytes", "ulimit -v 900000; newskit tokenize a b", {"a": BOMB, "b": TEXT}, WORDS, (r"a: larger than 134,217,728 bytes; --max-bytes .*",), 1),
    Fault("a file without end", "ulimit -v 500000; newskit sentences --max-bytes 1000000 /dev/zero", {}, "", (TOO_LARGE,), 3),
    Fault("a line without end", "ulimit -v 500000; newskit tokenize --input lines --max-bytes 1000000 /dev/zero", {}, "", (TOO_LARGE,), 3),
    Fault("blanks without end", "ulimit -v 500000; yes '' | newskit tokenize --max-bytes 1000000", {}, "", (TOO_LARGE,), 3),
    Fault("a row beyond the limit", "newskit tokenize --max-bytes 20 --input jsonl < a", {"a": jsonl(TEXT)}, "", ("-: .*larger than 20 bytes.*",), 3),
    # --- compression
    Fault("gzip, bzip2, xz, zstandard, whatever the name", "newskit tokenize -r d", {"d/a": GZ, "d/b.gz": bz2.compress(TEXT.encode()), "d/c.txt": lzma.compress(TEXT.encode()), "d/d.jpg": zstandard.compress(TEXT.encode())}, "\n".join([WORDS] * 4)),
    Fault("compression through a pipe", "newskit tokenize < a", {"a": GZ}, WORDS),
    Fault("two parts, as cat makes them", "newskit tokenize a", {"a": GZ + GZ}, WORDS * 2),
    Fault("text that is named .gz", "newskit tokenize a.gz", {"a.gz": TEXT}, WORDS),
    Fault("cut off", "newskit sentences --format jsonl a b", {"a": GZ[:-9], "b": TEXT}, ids("b"), (f"a: {CUT}",), 1),
    Fault("damaged", "newskit tokenize a b", {"a": GZ[:20] + b"\xff\xff\xff" + GZ[23:], "b": TEXT}, WORDS, (f"a: {CUT}",), 1),
    Fault("only the first bytes", "newskit tokenize a b c d", {"a": GZ[:2], "b": b"BZh", "c": b"\xfd7zXZ\0", "d": b"\x28\xb5\x2f\xfd"}, "", (f"a: {CUT}", f"b: {CUT}", f"c: {CUT}", f"d: {CUT}"), 3),
    Fault("each kind cut off", "newskit tokenize b c d", {"b": bz2.compress(TEXT.encode())[:-4], "c": lzma.compress(TEXT.encode())[:-4], "d": zstandard.compress(TEXT.encode())[:-4]}, "", (f"b: {CUT}", f"c: {CUT}", f"d: {CUT}"), 3),
    Fault("rubbish behind", "newskit tokenize a b", {"a": GZ + b"rubbish", "b": TEXT}, WORDS, (f"a: {CUT}",), 1),
    Fault("rows that are cut off", "newskit sentences --no-source --input jsonl < a", {"a": gzip.compress(jsonl(*[{}] * 99, *["Satu."] * 50_000).encode(), 1)[:-30]}, lambda out: out.count("Satu.") > 20_000, (*["-: line .*"] * 99, f"-: {CUT}"), 1),
    # --- rows
    Fault("row 500 of 1,000 is broken", "newskit sentences --format jsonl < a", {"a": SOME_ROWS + '{"text": "Be\n' + SOME_ROWS}, count(998), (r"-: line 500: not JSON .*",), 1),
    Fault("no text, no string, no object", "newskit sentences --format jsonl --input jsonl a", {"a": '{"nomor": 1}\n{"text": {}}\n[1]\n"a"\nnull\n{"text": "Naik."}\n{"text": null}\n'}, ids("a#5"), ("a: line 1: no column with the text; there are: nomor .*", "a: line 2: field 'text' is no text", "a: line 3: not a JSON object", "a: line 4: not a JSON object", "a: line 5: not a JSON object", "a: line 7: field 'text' is empty .*"), 1),
    Fault("odd id, title, date", "newskit sentences --format jsonl a", {"a": '{"text": "", "id": [1]}\n{"text": "", "title": 1}\n{"text": "", "date": {}}\n{"text": "", "id": 0}\n'}, ids("1", "a#1", "a#2", "0")),
    Fault("100,000 brackets deep", "newskit COMMAND --format jsonl --input jsonl a", {"a": "[" * 100_000 + "\n" + '{"text": ' * 100_000 + "\n" + jsonl("Naik.")}, ids("a#2"), ("a: line 1: JSON nested too deeply", "a: line 2: JSON nested too deeply"), 1),
    Fault("a number of 10,000 digits", "newskit sentences --format jsonl --input jsonl a", {"a": '{"text": "Naik.", "n": ' + "9" * 10_000 + "}\n" + jsonl("Naik.")}, ids("a#1"), ("a: line 1: .*",), 1),
    Fault("NaN, a key twice, no last newline", "newskit sentences --no-source a", {"a": '{"text": "a", "text": "b", "n": NaN}\n{"text": "c"}'}, "b\nc\n"),
    Fault("rows with line ends of DOS and blank lines", "newskit sentences --format jsonl a", {"a": jsonl("Satu.", "Dua.").replace("\n", "\r\n\r\n")}, ids("a#0", "a#2")),
    Fault("rows with a byte order mark", "newskit sentences --no-source < a", {"a": "\ufeff" + jsonl("Satu.", "Dua.")}, "Satu.\nDua.\n"),
    Fault("only broken rows", "newskit sentences --input jsonl a", {"a": "{\n"}, "", ("a: line 1: not JSON .*",), 3),
    Fault("a field that is a list", "newskit parse --text-field lede a", {"a": '{"lede": [{}]}'}, "", ("a: line 1: field 'lede' is no text",), 3),
    Fault("a broken record of parse", "newskit sentences a", {"a": '{"schema": "newskit.article/1", "lede": "a", "paragraphs": 7}\n{"schema": "newskit.article/1", "lede": null, "paragraphs": [[{}]]}\n{"schema": "newskit.article/1", "lede": {}, "paragraphs": "ab"}'}, "", ("a: line 1: field 'paragraphs' .*", "a: line 2: field 'paragraphs' .*", "a: line 3: field 'lede' .*"), 3),
    # --- tables, JSON, pages, feeds, workbooks
    Fault("one of each kind, and two processes give the same", "for j in 1 2; do newskit COMMAND --format jsonl -r d -j $j > o$j 2> e$j; echo $?; done; cmp o1 o2; cmp e1 e2; wc -l < o1", {**{f"d/{name}": data for name, data in KINDS.items()}, "d/e.xlsx": BOOK, "d/f.csv": PNG, "d/g.json": ARRAY[:-9], "d/h.csv": "a,b\n1,2\n", "d/i.csv": b"isi\ncaf\xe9\n"}, "1\n1\n10\n"),
    Fault("tables for a spreadsheet, two processes", "for f in 'csv --keep' 'md --keep' 'parquet --shards' 'csv --excel'; do for j in 1 2; do newskit parse -q -j $j --with keywords,names,quotes --format $f -r d -o o$j || exit; done; diff -r o1 o2; rm -rf o?; done", {f"d/{name}": data for name, data in KINDS.items()}, ""),
    Fault("each kind through a pipe", "for f in *; do newskit parse < $f; done | jq -r .id", {**KINDS, "e.xlsx": BOOK}, count(8)),
    Fault("each kind packed, whatever the name", "newskit parse -r d | jq -r .index", {**{f"d/{name}.x": gzip.compress(data.encode()) for name, data in KINDS.items()}, "d/e": zstandard.compress(BOOK), "d/f.csv.gz": lzma.compress(TABLE.encode())}, "0\n1\n0\n1\n0\n0\n0\n1\n0\n1\n"),
    Fault("each kind cut off within its packing", "newskit parse -r d", {**{f"d/{name}": gzip.compress(data.encode())[:-9] for name, data in KINDS.items()}, "d/e": zstandard.compress(BOOK)[:-4], "d/z": TEXT}, ids("d/z"), tuple(f"d/{name}: {CUT}" for name in (*KINDS, "e")), 1),
    Fault("wide letters through a pipe", "for f in *; do newskit parse < $f; done", {name + code: data.encode(code) for name, data in KINDS.items() for code in ("utf-16", "utf-32") if name + code != "d.xmlutf-32"}, count(11)),
    Fault("a mark in the middle, line ends of DOS", "newskit parse -r d | jq -r .lede | grep -c $'Ha\\ufeffrga'", {f"d/{name}": data.replace("Harga", "Ha\ufeffrga").replace("\n", "\r\n") for name, data in KINDS.items()}, "5\n"),
    Fault("each kind that is empty", "for f in csv json html feed xlsx; do newskit parse --input $f a; echo $?; done", {"a": ""}, "3\n0\n3\n3\n3\n", ("a: holds no table: it is empty", "a: a page without text", "a: not XML .*", "a: not a sound workbook .*")),
    Fault("a picture by every name", "newskit parse -r d", {f"d/a.{name}": PNG for name in ("csv", "html", "json", "tsv", "xlsx", "xml")}, "", (r"d/a\..*: is binary, .*",) * 6, 3),
    Fault("a last value that is long", "newskit stem a b | wc -c", {"a": json.dumps([{"isi": "a"}, {"isi": "Beras naik. " * 60_000}]), "b": json.dumps({"isi": "Beras naik. " * 60_000}, indent=1)}, "1440004\n"),
    Fault("an array that breaks off", "newskit parse a b c d", {"a": '[{"isi": "Naik."}, {"isi": ', "b": '[{"isi": "Naik."}', "c": '[{"isi": "Naik."}, x, {"isi": "b"}]', "d": '[{"isi": "Naik."}] x'}, ids("a", "b", "c", "d"), (r"a: object 2: not JSON .*", "b: object 2: not JSON .the array has no end.*", "c: object 2: not JSON .*", "d: object 2: not JSON .*"), 1),
    Fault("100,000 brackets in an array", "newskit parse a b", {"a": '[{"isi": "Naik."}, ' + "[" * 100_000 + "]" * 100_000 + "]", "b": ARRAY}, ids("a", "b#0", "b#1"), ("a: object 2: JSON nested too deeply.*",), 1),
    Fault("900 lists in a cell", "newskit parse a b && newskit parse -j 2 --keep --format csv a > o", {"a": '[{"isi": "Naik.", "judul": ' + "[" * 900 + '"x"' + "]" * 900 + ', "id": ' + '{"name": ' * 900 + "1" + "}" * 900 + "}]", "b": TEXT}, ids("a", "b")),
    Fault("a page of 20,000 elements in one another", "timeout 9 newskit parse -q a", {"a": "<html><body>" + "<div>" * 20_000 + TEXT}, has("Harga beras")),
    Fault("markup that is none", "newskit parse -q a b c", {"a": "<html><![" + "<![" * 9 + TEXT, "b": "<html><link rel=canonical href='http://['><title>Beras | x</title><p>Naik.</p>", "c": "<html><meta charset=hex><p>Jum\x92at</p>".encode("latin-1")}, ids("a", "b", "c")),
    Fault("a bomb of entities", "timeout 9 newskit parse a b c", {"a": '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>', "b": '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss>&a;</rss>', "c": FEED}, ids("c"), ("a: declares entities.*", "b: declares entities.*"), 1),
    Fault("feeds that are none", "newskit parse a b c d e", {"a": "<rss><channel><title>Kabar</title></channel></rss>", "b": "<?xml version='1.0'?><urlset/>", "c": "<?xml version='1.0' encoding='klingon'?><rss/>", "d": "<rss>" + "<a>" * 9999, "e": FEED}, ids("e"), ("b: is XML, but neither .*", "c: not XML .unknown encoding: klingon.", "d: elements within .*"), 1),
    Fault("zips that are no workbook", "newskit parse a b c d", {"a": workbook([["isi"], ["Naik."]])[:-99], "b": b"PK\x03\x04" + bytes(99), "c": workbook([["isi"], ["Naik."]], isi=b"isi<"), "d": BOOK}, ids("d#0", "d#1"), ("a: is binary, a zip.*", "b: is binary, a zip.*", "c: not a sound workbook .*"), 1),
    Fault("a row that no sheet has", "timeout 30 newskit parse a b", {"a": workbook([["isi"], ["Naik."]], **{'r="2"': b'r="99999999999"'}), "b": TEXT}, ids("b"), ("a: not a sound workbook .a row beyond 1,048,576.",), 1),
    Fault("a workbook without rows, without text, without that sheet", "newskit parse a b; newskit parse --sheet Lain a", {"a": workbook([]), "b": workbook([["a"], ["\x09b"]])}, "", ("b: row 2: no column with the text; .*", "a: no sheet 'Lain'; there are: Sheet"), 3),
    Fault("20,000 columns", "timeout 9 newskit parse a.csv", {"a.csv": "a," * 20_000 + "isi\n" + "1," * 20_000 + "Naik.\n"}, ids("a.csv")),
    Fault("columns of one name", "newskit parse --keep a.csv | jq -c .extra", {"a.csv": "isi,n (4),n,n\nNaik.,1,2,3\n"}, '{"n (4)": "1", "n": "2", "n (4) (4)": "3"}\n'.replace(": ", ":").replace(", ", ",")),
    Fault("columns that a terminal could obey", "newskit parse a.csv", {"a.csv": "\x1b[2J,\x9b\n1,2\n"}, "", (r"a\.csv: line 2: no column with the text; there are: \\x1b\[2J, \\x9b .*",), 3),
    Fault("a quote that stays open", "newskit parse a.csv", {"a.csv": 'isi,n\n"Naik.,1\nTurun.,2\n'}, has("Naik.,1", "Turun.,2"), (r"a\.csv: warning: line 2: a quote opens here and is not closed",)),
    Fault("rows that are ragged", "newskit parse --keep a.csv | jq -r '.lede, .extra.n'", {"a.csv": "isi,n\nNaik.\nTurun.,1,2\n\n,\n"}, "Naik.\n\nTurun.\n1,2\n", (r"a\.csv: warning: line 3: has 3 cells, .*",)),
    Fault("a table of one line, of one column", "newskit parse --input csv a b", {"a": TEXT, "b": "isi\nNaik.\n"}, ids("b"), ("a: holds no rows, .*",), 1),
    Fault("a cell of 3 MB, a reader that has enough", "newskit stem a.csv | head -c 6; exit ${PIPESTATUS[0]}", {"a.csv": "isi\n" + "beras " * 500_000 + "\nNaik.\n"}, "beras "),
    Fault("a limit for each kind", "for f in *; do newskit parse --max-bytes 99 $f; newskit parse --max-bytes 99 < $f; done", {**KINDS, "e.xlsx": BOOK}, "", (".*larger than 99 bytes.*",) * 8 + ("e.xlsx: .*", "-: .*"), 3),
    Fault("libraries that are not there", "PYTHONPATH=gone newskit parse -r d", {**{f"gone/{name}.py": "raise ModuleNotFoundError" for name in ("trafilatura", "openpyxl", "zstandard")}, "d/a.html": PAGE, "d/b.html": PAGE, "d/c.xlsx": BOOK, "d/e": zstandard.compress(b"Naik."), "d/f.csv": "isi,n\nNaik.,1\n"}, ids("d/f.csv"), (r"d/a\.html: trafilatura is not installed: .*html.*", r"d/c\.xlsx: openpyxl is not installed: .*xlsx.*", "d/e: zstandard is not installed: .*zst.*"), 1),
    Fault("libraries that the output needs", "for o in o.parquet o.csv.zst; do PYTHONPATH=gone newskit parse a -o $o; done; ls -A", {"gone/pyarrow.py": "raise ModuleNotFoundError", "gone/zstandard.py": "raise ModuleNotFoundError", "a": TEXT}, "a\ngone\n", ("pyarrow is not installed: .*", "zstandard is not installed: .*")),
    Fault("packed output", "for e in gz zst; do newskit parse -q a.csv -o o.csv.$e || exit; newskit parse --format csv a.csv > o; $(test $e = gz && echo zcat || echo cat) o.csv.$e > p; done; newskit parse -q a.csv -o o.csv.gz; zcat o.csv.gz | cmp - o", {"a.csv": TABLE}, ""),
    Fault("lists of files", "newskit parse --files-from l | jq -r .id; printf 'b\\0a' | newskit parse -0 --files-from - | jq -r .id; newskit parse --files-from m; newskit parse --files-from no", {"l": "a\n\nmissing\x1b[2J\na\n", "m": "\n", "a": TEXT, "b": TEXT}, "a\nb\na\n", (r"missing\\x1b\[2J: no such file", "m: names no files", "no: cannot be read .no such file.*"), 2),
    Fault("options that do not fit", "newskit parse a --columns x; newskit parse a --columns warna=x; newskit parse a -0; newskit parse a --encoding undefined", {"a": TEXT}, "", ("--columns x: write .*", "--columns warna=x: write .*", "-0 says .*", "undefined: no such encoding; .*"), 2),
    Fault("days that are none", "newskit dates --format jsonl --reference 0001-01-01 a; newskit dates --format jsonl --reference 9999-12-31 a", {"a": "Kemarin, pekan lalu, besok, 3 tahun lagi, Senin (31/2), 99 Maret 0000, 1500 H."}, count(2)),
    Fault("a column misspelt", "newskit parse a.csv", {"a.csv": "judul,tangal,isi\nBeras,5/8/2020,Harga beras naik.\n"}, lambda out: rows(out)[0]["title"] == "Beras", (r"a.csv: warning: column 'tangal' is not read; did you mean 'tanggal'\? \(--columns date=tangal names it\)",)),
    Fault("a column named that is not there", "newskit parse --columns title=judull a.csv", {"a.csv": TABLE}, count(2), ("a.csv: warning: no column 'judull'; there are: judul, tanggal, isi",)),
    Fault("a table without rows", "newskit keywords a.csv", {"a.csv": "judul,isi\n"}, "", ("a.csv: warning: holds no rows",)),
    Fault("a workbook as output", "newskit parse -o b.xlsx a.csv 2>&1 | head -1", {"a.csv": TABLE}, "newskit: b.xlsx: newskit writes no workbook; -o b.csv --excel is what Excel opens\n"),
    # --- corpus files
    Fault("what anybody types is searched", "newskit index -q c.db a; for q in '\"' AND 'NEAR(' '*' \"'; DROP TABLE articles; --\"; do newskit search -q c.db -- \"$q\" || exit; done; newskit search c.db -- beras -naik; newskit search c.db beras | wc -l", {"a": CORPUS}, lambda out: out.endswith("\n3\n"), ("nothing found",)),
    Fault("nothing is found", "newskit index -q c.db a; newskit search c.db baras; newskit search c.db xyzzy", {"a": CORPUS}, "", ("nothing found; did you mean beras", "nothing found")),
    Fault("no such day", "newskit index -q c.db a; newskit search c.db beras --since 2023-13-01 2>&1 | grep -c 'is no date'", {"a": CORPUS}, "1\n"),
    Fault("a corpus file that is missing", "for c in 'search c.db beras' 'trends c.db' 'report c.db -o r.html'; do newskit $c; echo $?; done; ls", {}, "3\n3\n3\n", ("c.db: no such file; newskit index makes a corpus file",) * 3),
    Fault("a corpus file of another kind", "for c in 'search a beras' 'trends a' 'report a -o r.html'; do newskit $c; echo $?; done; ls", {"a": CORPUS}, "3\n3\n3\na\n", ("a: is no corpus file; newskit index makes one",) * 3),
    Fault("a corpus file that is cut off", "newskit index -q b.db a; head -c 5000 b.db > c.db; for c in 'search c.db beras' 'trends c.db' 'index c.db a' 'keywords c.db'; do newskit $c; echo $?; done", {"a": CORPUS}, "3\n" * 4, (r"c\.db: is damaged .*",) * 4),
    Fault("an index in place of a text", "newskit index a a; newskit index d a; cmp a b", {"a": CORPUS, "b": CORPUS, "d/x": ""}, "", ("a: is a file of another kind; name another for the corpus", "d: cannot be written .*")),
    Fault("an index without its folder", "newskit index tiada/c.db a", {"a": CORPUS}, "", ("tiada/c.db: cannot be written .*",), 2),
    Fault("an index of one good file and others", "newskit index c.db a tiada p; echo $?; newskit search c.db beras | wc -l", {"a": CORPUS, "p": PNG}, "1\n3\n", ("tiada: no such file", "p: is binary.*", "3 added, 2 failed .*")),
    Fault("an index of nothing", "newskit index -q c.db < a; newskit search -q c.db beras; newskit trends -q c.db; newskit report -q c.db -o r.html && ls", {"a": ""}, "a\nc.db\nr.html\n"),
    Fault("a corpus file that may not be written", "newskit index -q c.db a; chmod 400 c.db; newskit index c.db a b; echo $?; newskit search c.db beras | wc -l", {"a": CORPUS, "b": TEXT}, lambda out: out.split()[-1] == "3" and out.split()[0] != "0", (".*c.db: .*",)),
    Fault("no room for what is found", "newskit index -q c.db a; for c in 'search c.db beras' 'trends c.db --terms beras' 'report c.db' 'duplicates a'; do newskit $c > /dev/full; echo $?; done", {"a": CORPUS}, "1\n" * 4, ("output: no space left on device",) * 4),
    Fault("hits to a pipe that closes", "newskit index -q c.db a; for c in 'search c.db beras' 'trends c.db --terms beras' 'duplicates -q a'; do newskit $c --format jsonl | head -c 20; done", {"a": CORPUS}, lambda out: out.count('{"schema": "newskit') == 3),
    Fault("a report in place of another file", "newskit index -q c.db a; newskit report -q c.db -o c.db; echo $?; newskit search c.db beras | wc -l", {"a": CORPUS}, "2\n3\n", ("c.db: .*",)),
    Fault("duplicates of one good file and others", "newskit duplicates --threshold 0.5 a tiada; newskit duplicates --unique -q a | wc -l", {"a": CORPUS}, "k1\tk2\tk3\n1\n", ("tiada: no such file",)),
    Fault("hostile titles", "newskit index -q c.db a; newskit search --format table c.db beras; newskit trends --terms '[/x]' c.db --format table; newskit report -q c.db -o r.html; grep -c '<script>alert' r.html", {"a": json.dumps({"title": f"<script>alert(1)</script> {HOSTILE}", "date": "2023-05-05", "text": TEXT})}, lambda out: "\x1b" not in out and out.endswith("\n0\n"), code=1),
    # --- what a terminal or spreadsheet could obey
    Fault("markup and emoji codes", FORMATS.replace("COMMAND", "parse"), {"a": ARTICLE}, lambda out: "😄" not in out and out),
    Fault("markup on a table", "newskit sentences --format table a", {"a": "Kata [/x] [bold] :smile: tetap."}, has("Kata [/x] [bold] :smile: tetap.")),
    Fault("tsv cells", "newskit parse --format tsv a", {"a": jsonl("Satu\tdua.\\\n\nTiga \\n empat.")}, lambda out: [len(row) for row in cells("tsv", out)] == [15, 15]),
    Fault("md cells", "newskit parse --format md a", {"a": jsonl("Satu | dua \\| tiga.\n\nEmpat\r\rlima.\n\nEnam\u2028tujuh.")}, lambda out: out.count("\n") == 3 and len({len(row) for row in cells("md", out)}) == 1),
    Fault("csv cells", "newskit sentences --format csv a", {"a": jsonl('Ia, "beras"\n\nnaik\rlagi')}, lambda out: {len(row) for row in cells("csv", out)} == {6}),
    Fault("formulas", "newskit sentences --format csv --csv-safe --input lines a", {"a": "=1+1\n+1\n-1\n@a\nBeras\n"}, lambda out: [row[3] for row in cells("csv", out)[1:]] == ["'=1+1", "'+1", "'-1", "'@a", "Beras"]),
    Fault("formulas in names", "newskit sentences --format tsv --csv-safe -- =a.txt", {"=a.txt": "Naik."}, "id\tsource\tindex\ttext\tstart\tend\n'=a.txt\t'=a.txt\t0\tNaik.\t0\t5\n"),
    Fault("formulas behind blanks", "newskit parse --format csv --csv-safe a", {"a": '{"text": "Naik.", "title": "\\t=a", "id": "\\r=b", "date": "\\n=c"}'}, lambda out: [cells("csv", out)[1][i] for i in (0, 3, 5)] == ["'\r=b", "'\n=c", "'\t=a"]),
    Fault("plain csv stays exact", "newskit parse --format csv a", {"a": '{"text": "=1", "title": "\\t=a \\r\\n\\u0000\\"", "id": "-1"}'}, lambda out: [cells("csv", out)[1][i] for i in (0, 5)] == ["-1", '\t=a \r\n\0"']),
    Fault("an id with newline and tab", "newskit sentences --input jsonl a b", {"a": r'{"id": "x\ny\tz", "text": "Satu."}', "b": jsonl("Dua.")}, "x y z\tSatu.\nb\tDua.\n"),
    # --- names and paths
    Fault("a name with ESC", "newskit sentences $'\\e[2J\\x9b.txt'", {}, "", (r"\\x1b\[2J.*\.txt: no such file",), 3),
    Fault("a name with a newline", "newskit tokenize $'a\\nnewskit: b: fine'", {}, "", ("a newskit: b: fine: no such file",), 3),
    Fault("a name with markup", "newskit sentences --format table -- '[bold]:smile:'", {"[bold]:smile:": TEXT}, has("[bold]:smile:")),
    Fault("a name that is no UTF-8", "printf Naik. > $'\\xff.txt'; for f in jsonl csv tsv md table text; do newskit sentences --format $f $'\\xff.txt' b || exit; done", {"b": "Turun."}, lambda out: out.count("\\udcff.txt") >= 6),
    Fault("such a name that is missing", "newskit tokenize $'\\xff.txt'", {}, "", (r"\\udcff\.txt: no such file",), 3),
    Fault("such a name in a directory", "printf Naik. > d/$'\\xff.txt'; newskit sentences --format jsonl -r d", {"d/b": "Turun."}, ids("d/b", "d/\udcff.txt")),
    Fault("such a name, -o", "newskit tokenize a -q -o $'\\xff' && cat $'\\xff'", {"a": "Naik"}, "Naik\n"),
    Fault("a name with a leading dash", "newskit tokenize -- -n.txt", {"-n.txt": TEXT}, WORDS),
    Fault("a name of 300 letters", f"newskit tokenize {'a' * 300} b", {"b": TEXT}, WORDS, ("a{300}: file name too long",), 1),
    Fault("an empty name", "newskit tokenize '' b", {"b": TEXT}, "", ("the name of an input is empty",), 2),
    Fault("one missing among others", "newskit sentences a missing b --format jsonl", {"a": TEXT, "b": TEXT}, ids("a", "b"), ("missing: no such file",), 1),
    Fault("only a missing one", "newskit sentences missing", {}, "", ("missing: no such file",), 3),
    Fault("the first fails, --fail-fast", "newskit tokenize missing a --fail-fast", {"a": TEXT}, "", ("missing: no such file",), 3),
    Fault("the second fails, --fail-fast", "newskit tokenize a missing b --fail-fast", {"a": TEXT, "b": TEXT}, WORDS, ("missing: no such file",), 1),
    Fault("a directory without -r", "newskit sentences d", {"d/a": TEXT}, "", ("d: is a directory; -r reads the files in it",), 2),
    Fault("an empty directory", "mkdir d; newskit tokenize -r d", {}, "", ("d: holds no files",), 3),
    Fault("a file within a file", "newskit tokenize a/b", {"a": TEXT}, "", ("a/b: not a directory",), 3),
    Fault("a mode that forbids", "chmod 000 a; newskit sentences --format jsonl a b", {"a": TEXT, "b": TEXT}, ids("b"), ("a: permission denied",), 1),
    Fault("a directory that forbids", "chmod 000 d/c; newskit sentences --format jsonl -r d; c=$?; chmod 700 d/c; exit $c", {"d/a": TEXT, "d/c/b": TEXT}, ids("d/a"), ("d/c: permission denied",), 1),
    Fault("a link to its own directory", "ln -s . d/loop; newskit sentences --format jsonl -r d", {"d/a": TEXT, "d/b": TEXT}, ids("d/a", "d/b")),
    Fault("a link to itself", "ln -s d d; newskit sentences --format jsonl d a", {"a": TEXT}, ids("a"), ("d: too many levels of symbolic links",), 1),
    Fault("a link through itself in a directory", "ln -s x d/x; newskit sentences --format jsonl -r d", {"d/a": TEXT}, ids("d/a"), ("d/x: too many levels of symbolic links",), 1),
    Fault("broken links among files", "for i in {1..5}; do ln -s missing d/$i.broken; done; for i in {1..30}; do cp d/a d/a$i; done; newskit sentences --format jsonl -r d", {"d/a": TEXT}, count(31), tuple(f"d/{i}.broken: no such file" for i in range(1, 6)), 1),
    Fault("a pipe and a link to it in a directory", "mkfifo d/p; ln -s p d/l; timeout 9 newskit sentences --format jsonl -r d", {"d/a": TEXT}, ids("d/a")),
    Fault("the same file three times", "newskit sentences --format jsonl b a ./b b", {"a": TEXT, "b": TEXT}, ids("b", "a")),
    Fault("stdin twice", "newskit tokenize - - < a", {"a": TEXT}, WORDS),
    Fault("a file and its directory", "newskit sentences --format jsonl d/b -r d", {"d/a": TEXT, "d/b": TEXT}, ids("d/b", "d/a")),
    Fault("process substitution", "newskit sentences --no-source <(cat a) <(cat a)", {"a": "Naik."}, "Naik.\nNaik.\n"),
    Fault("a named pipe", "mkfifo p; cat a > p & newskit tokenize p", {"a": TEXT}, WORDS),
    Fault("a device that is empty", "newskit tokenize /dev/null", {}, ""),
    # --- output
    Fault("a full device", "newskit COMMAND --format jsonl a > /dev/full", {"a": TEXT * 9}, "", ("output: no space left on device",), 1),
    Fault("a full device, two processes", "newskit sentences -j 2 --input lines a > /dev/full", {"a": TEXT * 9999}, "", ("output: no space left on device",), 1),
    Fault("a full disk under -o", "printf old > o; ulimit -f 1; newskit tokenize a -o o -q; c=$?; cat o; ls -A; exit $c", {"a": TEXT * 999}, "olda\no\n", ("output: file too large",), 1),
    Fault("-o /dev/full", "newskit tokenize -q a -o /dev/full", {"a": TEXT}, "", ("output: no space left on device",), 1),
    Fault("-o in no directory", "newskit tokenize a -o no/o", {"a": TEXT}, "", (".*no/o: cannot be written .no such file.*",), 2),
    Fault("-o in a directory that forbids", "chmod 555 d; newskit tokenize a -o d/o", {"a": TEXT, "d/x": ""}, "", (".*d/o: cannot be written .permission denied.*",), 2),
    Fault("-o is a directory", "newskit tokenize a -o d", {"a": TEXT, "d/x": ""}, "", ("d: cannot be written .is a directory.*",), 2),
    Fault("-o is an input", "newskit tokenize a -o ./a; c=$?; cat a; exit $c", {"a": TEXT}, TEXT, ("./a: is an input, too; .*",), 2),
    Fault("-o is an input through a link", "ln -s a l; newskit tokenize a -o l; c=$?; cat a; exit $c", {"a": TEXT}, TEXT, ("l: is an input, too; .*",), 2),
    Fault("--errors-file is an input", "newskit tokenize a --errors-file a; c=$?; cat a; exit $c", {"a": TEXT}, TEXT, ("a: is an input, too; .*",), 2),
    Fault("--errors-file is the output", "newskit tokenize a -o o --errors-file ./o", {"a": TEXT}, "", ("./o: is the output, too; .*",), 2),
    Fault("-o in the directory that is read", "newskit sentences -q -r d -o d/o; newskit sentences -q -r d -o d/o; cat d/o", {"d/a": "Naik."}, "Naik.\n", ("d/o: is an input, too; .*",)),
    Fault("-o is a list of words", "printf naik > w; newskit stem a --protect w -o w; c=$?; cat w; exit $c", {"a": TEXT}, "naik", ("w: is an input, too; .*",), 2),
    Fault("output redirected into the directory", "newskit sentences --no-source -r d > d/o; cat d/o", {"d/a": "Naik.", "d/z": "Turun."}, "Naik.\nTurun.\n", ("d/o: left out, since this run writes to it",)),
    Fault("and quietly", "newskit sentences -q --no-source -r d > d/o", {"d/a": "Naik."}, ""),
    Fault("output added to standard input", "newskit sentences --input lines < a >> a; c=$?; cat a; exit $c", {"a": TEXT}, TEXT, ("-: is the output, too; .*",), 2),
    Fault("shards in the folder that is read", "newskit sentences -q --no-source --shards -r d -o d/o; cat d/o/part*", {"d/a": "Naik.", "d/o/x": "Turun."}, "Naik.\n"),
    Fault("a count of no files", "mkdir d; newskit keywords --count -r d", {}, "", ("d: holds no files",), 3),
    Fault("output added to an input", "newskit sentences a >> a; c=$?; cat a; exit $c", {"a": TEXT}, TEXT, ("a: is the output, too; .*",), 2),
    Fault("a failed run leaves the old output", "printf old > o; newskit tokenize missing -o o -q; c=$?; cat o; ls -A; exit $c", {}, "oldo\n", ("missing: no such file",), 3),
    Fault("a link as output stays a link", "ln -s real o; newskit tokenize a -q -o o; readlink o; cat real", {"a": "Naik"}, "real\nNaik\n"),
    Fault("the mode of the output stays", "touch o; chmod 600 o; newskit tokenize a -q -o o; stat -c %a o", {"a": "Naik"}, "600\n"),
    Fault("errors as rows", "newskit sentences -q a missing z --errors-file e --format jsonl > o; cat e", {"a": '{"text": "Naik."}\n{"text": {}}\n', "z": PNG}, lambda out: [(r["source"], r["stage"], r["message"][:7]) for r in rows(out)] == [("a", "read", "line 2:"), ("missing", "read", "no such"), ("z", "read", "is bina")]),
    Fault("errors of a name that is no UTF-8", "newskit sentences $'\\xff' a -q --errors-file e > o; cat e", {"a": "Naik."}, lambda out: rows(out)[0]["source"] == "\udcff"),
    Fault("a reader that has enough", "newskit COMMAND --input lines a --format jsonl | head -n 1; exit ${PIPESTATUS[0]}", {"a": "Beras naik.\n" * 9999}, count(1)),
    Fault("and two processes", "newskit sentences -j 2 --input lines a | head -n 1; exit ${PIPESTATUS[0]}", {"a": "Beras naik.\n" * 9999}, count(1)),
    Fault("a reader that is gone", "(sleep 0.2; newskit tokenize a) | true; exit ${PIPESTATUS[0]}", {"a": TEXT}, ""),
    Fault("standard output closed", "newskit sentences a >&-", {"a": TEXT}, "", ("standard output is closed",), 1),
    Fault("standard error closed", "newskit sentences a missing --format jsonl 2>&-", {"a": TEXT}, ids("a"), (), 1),
    Fault("standard input closed", "newskit sentences <&-", {}, "", ("no input: .*",), 2),
    Fault("standard input closed and named", "newskit tokenize - a <&-", {"a": TEXT}, WORDS, ("-: standard input is closed",), 1),
    Fault("all three closed", "newskit tokenize a <&- >&- 2>&-", {"a": TEXT}, "", (), 1),
    Fault("standard error full", "newskit tokenize a missing 2> /dev/full", {"a": TEXT}, WORDS, (), 1),
    Fault("standard input can only be written", "newskit tokenize 0> b", {"a": TEXT}, "", ("-: .*",), 3),
    # --- the machine around it
    Fault("a locale of ASCII", "LC_ALL=C PYTHONUTF8=0 PYTHONCOERCECLOCALE=0 newskit COMMAND é --format jsonl", {"é": "café"}, count(1)),
    Fault("letters in a locale of ASCII", "export LC_ALL=C PYTHONUTF8=0 PYTHONCOERCECLOCALE=0; for c in parse sentences tokenize stem quotes; do newskit $c é --format jsonl; done", {"é": '"Harga café naik," kata dia.'}, lambda out: [line.count("café") > 0 for line in out.splitlines()] == [True] * 5),
    Fault("errors in a locale of ASCII", "LC_ALL=C PYTHONUTF8=0 PYTHONCOERCECLOCALE=0 newskit tokenize a ü", {"a": "café"}, "café\n", (".*no such file",), 1),
    Fault("PYTHONIOENCODING", "PYTHONIOENCODING=ascii newskit tokenize < a", {"a": "café"}, "café\n"),
    Fault("time zones", "for z in UTC Asia/Jakarta America/Los_Angeles; do TZ=$z newskit COMMAND a --format jsonl; done | uniq -c", {"a": ARTICLE}, lambda out: out.split()[0] == "3"),
    Fault("hash seeds", "for s in 0 1 2 3; do PYTHONHASHSEED=$s newskit COMMAND a --format jsonl; done | uniq -c", {"a": ARTICLE + TEXT * 20}, lambda out: out.split()[0] == "4"),
    Fault("an impossible date", "newskit parse a", {"a": " date 2020-02 Banjir\n\nSOLO - Banjir surut, Senin (31/2)."}, lambda out: rows(out)[0]["published"] is None and "31/2" in str(rows(out)[0]["warnings"])),
    Fault("a wrong weekday", "newskit parse a", {"a": " date 2020-08 Banjir\n\nSOLO - Banjir surut, Senin (23/8)."}, lambda out: rows(out)[0]["published"] is None and "23/8" in str(rows(out)[0]["warnings"])),
    Fault("no network", "unshare -rn newskit COMMAND --format jsonl a", {"a": TEXT}, ids("a")),
    Fault("no home and no path", "env -i HOME=/nonexistent $(command -v newskit) tokenize a", {"a": TEXT}, WORDS),
    Fault("a directory that is gone", "mkdir d; cd d; rmdir ../d; newskit tokenize < ../a || newskit tokenize - < $HERE/a", {"a": TEXT}, WORDS),
    Fault("modules and settings in the way", "newskit tokenize a", {"a": TEXT, "typer.py": "boom", "json.py": "boom", "newskit.toml": "boom", "newskit.py": "boom"}, WORDS),
    Fault("20 columns", "COLUMNS=20 newskit sentences a", {"a": "Harga beras naik lagi di pasar Solo kemarin."}, "Harga beras naik lagi di pasar Solo kemarin.\n"),
    Fault("colour that is forced", "FORCE_COLOR=1 CLICOLOR_FORCE=1 TERM=xterm-256color newskit COMMAND --format table a", {"a": TEXT}, lambda out: "\x1b" not in out and out),
]
# fmt: on


def runs() -> Iterator[tuple[str, Fault]]:
    """The shell lines of all faults: one for each command where a line says COMMAND."""
    for fault in FAULTS:
        for command in COMMANDS if "COMMAND" in fault.line else [""]:
            yield fault.line.replace("COMMAND", command), fault


# root may read and write everything, so that no mode would forbid it anything
BOUND = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []


def shell(line: str, folder: Path, seconds: float = 60) -> subprocess.CompletedProcess[bytes]:
    """Run a line of bash in a folder, with newskit on the path and nothing on standard input."""
    path = f"{Path(BINARY).parent}:{os.environ['PATH']}"
    settings = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "NO_COLOR"))
    }
    settings |= {"PATH": path, "HERE": str(folder), "LC_ALL": "C.UTF-8"}
    command = [*BOUND, "bash", "-c", line]
    return subprocess.run(
        command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, timeout=seconds, env=settings
    )


@pytest.mark.parametrize(
    ("line", "fault"), [pytest.param(*run, id=f"{run[1].name}: {run[0]}"[:80]) for run in runs()]
)
def test_fault(line: str, fault: Fault, tmp_path: Path) -> None:
    for name, content in fault.files.items():
        tmp_path.joinpath(name).parent.mkdir(exist_ok=True)
        tmp_path.joinpath(name).write_bytes(content.encode() if isinstance(content, str) else content)
    done = shell(line, tmp_path)
    errors = done.stderr.decode("utf-8", "surrogateescape").splitlines()
    assert len(errors) == len(fault.err) and all(
        re.fullmatch(f"newskit: {pattern}", error) for pattern, error in zip(fault.err, errors, strict=True)
    ), errors[:10]
    assert done.returncode == fault.code
    out = done.stdout.decode()
    if callable(fault.out):
        assert fault.out(out), out[:1000]
    else:
        assert out == fault.out


# --- what a shell line cannot say: terminals, signals, runs that are killed and go on

MANY = "".join(f'{{"id": {n}, "text": "{TEXT.strip()} Nomor {n} dari pasar."}}\n' for n in range(20_000))


def start(*arguments: str, folder: Path, **options: Any) -> subprocess.Popen[bytes]:
    """Start newskit and return at once."""
    return subprocess.Popen([BINARY, *arguments], cwd=folder, **options)


def on_terminal(*arguments: str, folder: Path, stdin: bool = False, **settings: str) -> tuple[int, bytes]:
    """The exit code of a run and all that a terminal of 100 columns sees of it."""
    ours, theirs = pty.openpty()
    os.set_blocking(ours, True)
    run = start(
        *arguments,
        folder=folder,
        stdin=theirs if stdin else subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
        env={"TERM": "xterm-256color", "PATH": os.environ["PATH"], "COLUMNS": "100", **settings},
    )
    os.close(theirs)
    seen = b""
    try:
        while piece := os.read(ours, 65536):
            seen += piece
    except OSError:  # what Linux says at the end
        pass
    os.close(ours)
    return run.wait(60), seen


COLOUR = re.compile(rb"\x1b\[[0-9;]*m")


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("form", ["auto", "text"])
def test_terminal_obeys_no_text(command: str, form: str, tmp_path: Path) -> None:
    name = "[red]:smile:\x1b]0;x\x07.txt"
    tmp_path.joinpath(name).write_text(ARTICLE + HOSTILE)
    code, seen = on_terminal(command, name, "missing\x1b[2J", "--format", form, folder=tmp_path)
    assert code == 1
    seen = COLOUR.sub(b"", seen)
    assert b"\\x1b[2J: no such file" in seen
    assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\xaa-\xae]", seen)
    assert "😄".encode() not in seen


def test_colour_is_for_terminals_that_want_it(tmp_path: Path) -> None:
    tmp_path.joinpath("a").write_text(TEXT)
    assert b"\x1b[" in on_terminal("tokenize", "a", folder=tmp_path)[1]
    assert b"\x1b[" in on_terminal("tokenize", "a", folder=tmp_path, NO_COLOR="")[1]
    for name, value in (("NO_COLOR", "1"), ("TERM", "dumb")):
        code, seen = on_terminal("tokenize", "a", folder=tmp_path, **{name: value})  # type: ignore[arg-type]
        assert (code, b"\x1b" in seen, b"Harga" in seen) == (0, False, True)


@pytest.mark.parametrize("command", COMMANDS)
def test_terminal_without_a_path_is_told_the_usage(command: str, tmp_path: Path) -> None:
    code, seen = on_terminal(command, folder=tmp_path, stdin=True)
    assert (code, seen.count(b"\n")) == (2, 1)
    assert seen.startswith(b"newskit: no input: name a file")


def children(pid: int) -> list[int]:
    """The processes that a process has started, and theirs."""
    found = [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    return [*found, *(grandchild for child in found for grandchild in children(child))]


def are_gone(pids: list[int], seconds: float) -> bool:
    """Whether processes have ended, or end within so many seconds."""
    limit = time.monotonic() + seconds
    while any(map(is_alive, pids)) and time.monotonic() < limit:
        time.sleep(0.01)
    return not any(map(is_alive, pids))


def is_alive(pid: int) -> bool:
    """Whether a process is there and has not ended."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def await_output(file: Path) -> None:
    """Wait until a run has written something."""
    limit = time.monotonic() + 60
    while not (file.exists() and file.stat().st_size) and time.monotonic() < limit:
        time.sleep(0.005)
    assert file.stat().st_size


def await_progress(journal: Path) -> None:
    """Wait until a run has taken down, after its settings, that something is done."""
    limit = time.monotonic() + 60
    while not (journal.exists() and journal.read_bytes().count(b"\n") > 1) and time.monotonic() < limit:
        time.sleep(0.005)
    assert journal.read_bytes().count(b"\n") > 1


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_signal_ends_a_run_at_once_without_orphans(
    number: signal.Signals, code: int, jobs: str, tmp_path: Path
) -> None:
    tmp_path.joinpath("a").write_text(MANY * 3)
    with tmp_path.joinpath("out").open("wb") as out:
        run = start("sentences", "-j", jobs, "a", folder=tmp_path, stdout=out, stderr=subprocess.PIPE)
    await_output(tmp_path / "out")
    workers = children(run.pid)
    assert bool(workers) == (jobs == "2")
    run.send_signal(number)
    begun = time.monotonic()
    assert run.communicate(timeout=60)[1] == b""
    assert run.returncode == code
    assert are_gone(workers, begun + 2 - time.monotonic())
    assert time.monotonic() - begun < 2


def test_workers_of_a_killed_run_end_with_it(tmp_path: Path) -> None:
    tmp_path.joinpath("a").write_text(MANY * 3)
    with tmp_path.joinpath("out").open("wb") as out:
        run = start("sentences", "-j", "2", "a", folder=tmp_path, stdout=out)
    await_output(tmp_path / "out")
    workers = children(run.pid)
    run.kill()
    run.wait()
    assert workers
    assert are_gone(workers, 10)


def test_killed_worker_costs_nothing(tmp_path: Path) -> None:
    for number in range(300):
        tmp_path.joinpath(f"{number:03}").write_text(TEXT * 50)
    names = [f"{number:03}" for number in range(300)]
    whole = newskit_in(tmp_path, "sentences", *names)
    with tmp_path.joinpath("out").open("wb") as out:
        run = start("sentences", "-j", "2", *names, folder=tmp_path, stdout=out, stderr=subprocess.PIPE)
    await_output(tmp_path / "out")
    os.kill(children(run.pid)[0], signal.SIGKILL)
    errors = run.communicate(timeout=60)[1].decode().splitlines()
    assert (run.returncode, errors) == (0, [])
    assert tmp_path.joinpath("out").read_bytes() == whole


def test_document_that_kills_its_workers_is_reported_and_the_rest_done(tmp_path: Path) -> None:
    for name in "abcdefgh":
        tmp_path.joinpath(name).write_text(TEXT if name != "d" else "beras " * 2_000_000)
    line = "ulimit -t 1; newskit tokenize --format jsonl -j 2 a b c d e f g h"  # a second is enough for the others
    done = shell(line, tmp_path)
    assert done.stderr == b"newskit: d: its worker process died (out of memory?)\n"
    assert done.returncode == 1
    assert [row["id"] for row in rows(done.stdout.decode())] == list("abcefgh")


def newskit_in(folder: Path, *arguments: str) -> bytes:
    """The output of a run that succeeds in a folder."""
    done = subprocess.run([BINARY, *arguments], cwd=folder, capture_output=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_run_that_is_killed_again_and_again_ends_as_if_it_were_not(jobs: str, tmp_path: Path) -> None:
    tmp_path.joinpath("a").write_text(MANY + "broken\n" + MANY)
    tmp_path.joinpath("b").write_bytes(PNG)
    tmp_path.joinpath("c").write_text(TEXT)
    inputs = ["sentences", "--format", "csv", "-q", "a", "b", "missing", "c", "--input", "jsonl"]
    whole = subprocess.run(
        [BINARY, *inputs, "-o", "whole", "--errors-file", "whole-errors"], cwd=tmp_path, capture_output=True
    )
    chance, kills = Random(jobs), 0
    while True:
        command = [*inputs, "-j", jobs, "-o", "out", "--errors-file", "errors", "--resume"]
        run = start(*command, folder=tmp_path, stderr=subprocess.DEVNULL)
        try:
            run.wait(0.25 + chance.random())
            break
        except subprocess.TimeoutExpired:
            kills += 1
            run.send_signal(chance.choice([signal.SIGKILL, signal.SIGKILL, signal.SIGTERM, signal.SIGINT]))
            run.wait()
        if kills == 5:
            run = start(*command, folder=tmp_path, stderr=subprocess.DEVNULL)
            run.wait(120)
            break
    assert run.returncode == whole.returncode == 1
    assert tmp_path.joinpath("out").read_bytes() == tmp_path.joinpath("whole").read_bytes()
    assert tmp_path.joinpath("errors").read_bytes() == tmp_path.joinpath("whole-errors").read_bytes()
    assert not list(tmp_path.glob(".*"))


def test_tables_that_are_killed_end_as_if_they_were_not(tmp_path: Path) -> None:
    numbers = range(3000)
    table = "isi,n\n" + "".join(f"Harga beras naik di Solo {n}.,{n}\n" for n in numbers)
    tmp_path.joinpath("a.csv").write_text(table * 2)
    array = [{"isi": f"Hujan turun di Demak {n}.", "n": n} for n in numbers]
    tmp_path.joinpath("b.json").write_text(json.dumps(array)[:-1])
    tmp_path.joinpath("c.xlsx").write_bytes(workbook([["isi"], *([f"Warga resah {n}."] for n in range(500))]))
    inputs = ["parse", "-q", "--keep", "a.csv", "b.json", "missing", "c.xlsx"]
    whole = subprocess.run([BINARY, *inputs, "-o", "whole.csv", "--errors-file", "e1"], cwd=tmp_path)
    command = [*inputs, "-j", "2", "-o", "out.csv.gz", "--errors-file", "e2", "--resume"]
    for _kill in range(2):
        run = start(*command, folder=tmp_path)
        await_progress(tmp_path / ".out.csv.gz.journal")
        run.kill()
        run.wait()
    done = subprocess.run([BINARY, *command], cwd=tmp_path)
    assert (whole.returncode, done.returncode) == (1, 1)
    unpacked = gzip.decompress(tmp_path.joinpath("out.csv.gz").read_bytes())
    assert unpacked == tmp_path.joinpath("whole.csv").read_bytes()
    assert len(cells("csv", unpacked.decode())) == 1 + 6000 + 1 + 3000 + 500
    assert tmp_path.joinpath("e1").read_bytes() == tmp_path.joinpath("e2").read_bytes()
    assert not list(tmp_path.glob(".*"))


def interrupted(folder: Path, command: str = "sentences a") -> None:
    """Leave a run of a command with ``-o out`` stopped in the middle."""
    folder.joinpath("a").write_text(MANY)
    run = start(*command.split(), "-o", "out", folder=folder, stderr=subprocess.DEVNULL)
    await_progress(folder / ".out.journal")
    run.kill()
    run.wait()


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ("newskit keywords a -o out --resume", ".*command"),
        ("newskit sentences a -o out --no-source --resume", "no_source"),
        ("newskit sentences a -o out --format csv --resume", "format"),
    ],
)
def test_resume_of_another_run_is_refused(change: str, reason: str, tmp_path: Path) -> None:
    interrupted(tmp_path)
    before = tmp_path.joinpath(".out.partial").read_bytes()
    done = shell(change, tmp_path)
    assert done.returncode == 2
    assert re.fullmatch(
        rf"newskit: .*out: was begun with other {reason}.*; without --resume it starts anew\n",
        done.stderr.decode(),
    )
    assert tmp_path.joinpath(".out.partial").read_bytes() == before


@pytest.mark.parametrize("change", ["true", "echo Hujan turun. > aa", "echo Hujan turun. > z"])
def test_inputs_that_have_come_since_are_more_work(change: str, tmp_path: Path) -> None:
    tmp_path.joinpath("b").write_text("Warga resah.\n")
    interrupted(tmp_path, "sentences --no-source --input lines -r .")
    done = shell(f"{change}; newskit sentences --no-source --input lines -r . -q -o out --resume", tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    told = tmp_path.joinpath("out").read_text().splitlines()
    whole = newskit("sentences", "--no-source", "--input", "lines", str(tmp_path / "a")).stdout.decode()
    others = ["Warga resah."] + ["Hujan turun."] * (change != "true")
    assert sorted(told) == sorted([*whole.splitlines(), *others])


def test_resume_with_another_file_of_words_is_refused(tmp_path: Path) -> None:
    tmp_path.joinpath("words").write_text("makanan\n")
    interrupted(tmp_path, "stem --protect words a")
    done = shell("echo minuman >> words; newskit stem --protect words a -o out --resume", tmp_path)
    assert (done.returncode, done.stderr.count(b"was begun with other files of options;")) == (2, 1)


def test_resume_needs_a_file_and_inputs_that_can_be_read_again(tmp_path: Path) -> None:
    tmp_path.joinpath("a").write_text(TEXT)
    for line in ("newskit sentences a --resume", "newskit sentences -o out --resume < a"):
        done = shell(line, tmp_path)
        assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)


def test_second_run_to_the_same_output_is_refused(tmp_path: Path) -> None:
    tmp_path.joinpath("a").write_text(MANY)
    first = start("sentences", "a", "-o", "out", folder=tmp_path, stderr=subprocess.DEVNULL)
    await_progress(tmp_path / ".out.journal")
    for resume in ("", " --resume"):
        done = shell(f"newskit sentences a -o out{resume}", tmp_path)
        assert done.returncode == 2
        assert re.fullmatch(rb"newskit: .*out: another newskit is writing it\n", done.stderr)
    assert first.wait(60) == 0
    assert tmp_path.joinpath("out").read_bytes() == newskit_in(tmp_path, "sentences", "a")


def test_full_disk_leaves_the_old_output(tmp_path: Path) -> None:
    line = "mkdir d; mount -t tmpfs -o size=64k none d; printf old > d/out; newskit tokenize a -q -o d/out; c=$?; cat d/out; ls -A d; exit $c"
    tmp_path.joinpath("a").write_text(TEXT * 9999)
    done = subprocess.run(
        ["unshare", "-rm", "bash", "-c", line],
        cwd=tmp_path,
        env={**os.environ, "PATH": f"{Path(BINARY).parent}:{os.environ['PATH']}"},
        capture_output=True,
        timeout=60,
    )
    assert (done.returncode, done.stdout, done.stderr) == (
        1,
        b"oldout\n",
        b"newskit: output: no space left on device\n",
    )


def test_records_come_as_their_lines_do(tmp_path: Path) -> None:
    run = start("sentences", "--no-source", folder=tmp_path, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert run.stdin
    assert run.stdout
    with run:
        for number in range(3):
            run.stdin.write(jsonl(f"Nomor {number}.").encode())
            run.stdin.flush()
            assert run.stdout.readline() == f"Nomor {number}.\n".encode()
    assert run.returncode == 0


def test_file_that_vanishes_or_shrinks_costs_itself_alone(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "gate")
    for name in "bcd":
        tmp_path.joinpath(name).write_text(TEXT)
    run = start(
        "tokenize",
        "--format",
        "jsonl",
        "gate",
        "b",
        "c",
        "d",
        folder=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with tmp_path.joinpath("gate").open("w") as gate:  # opens when newskit reads it, before it has read b
        tmp_path.joinpath("b").unlink()
        tmp_path.joinpath("c").write_text("")
        gate.write(TEXT)
    out, errors = run.communicate(timeout=60)
    assert (run.returncode, errors) == (1, b"newskit: b: no such file\n")
    assert [(row["id"], len(row["tokens"])) for row in rows(out.decode())] == [
        ("gate", 9),
        ("c", 0),
        ("d", 9),
    ]


def test_memory_does_not_grow_with_the_rows(tmp_path: Path) -> None:
    def peak(count: int) -> int:
        row = json.dumps({"text": TEXT * 5})
        code = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdin=sys.stdin, stdout=-3, check=True); print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
        line = f"yes '{row}' | head -n {count} | '{sys.executable}' -c '{code}' newskit sentences"
        return int(shell(line, tmp_path).stdout)

    assert peak(16_000) < 1.1 * peak(4_000)
