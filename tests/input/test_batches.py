"""Streams in parts: whole lines, whatever their blocks, and nothing lost."""

import bz2
import gzip
import io
import json
import lzma
import os
import threading
from contextlib import suppress
from pathlib import Path
from typing import cast

import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from newskit.errors import NewskitError, Problem
from newskit.input.batches import Part, parts, recognised, skip, table_rows
from newskit.input.columns import Row
from newskit.input.compression import read_whole, unpack
from newskit.input.settings import InputSettings
from newskit.input.sources import sources
from newskit.input.streams import line_runs

quickly = settings(deadline=None, derandomize=True)
PACKERS = [bytes, gzip.compress, bz2.compress, lzma.compress, zstandard.compress]
packed = pytest.mark.parametrize("pack", PACKERS, ids=["plain", "gzip", "bz2", "xz", "zstd"])


class Drip(io.RawIOBase):
    """A stream that gives a byte at a time."""

    def __init__(self, data: bytes) -> None:
        self._data = io.BytesIO(data)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        return self._data.readinto(memoryview(buffer)[:1])


def plain(stream: io.IOBase) -> bytes:
    return read_whole(unpack(stream)[0], InputSettings())  # type: ignore[arg-type]


@packed
@quickly
@given(data=st.text(max_size=300).map(str.encode))
def test_packed_bytes_come_back(pack: object, data: bytes) -> None:
    assert callable(pack)
    assert unpack(io.BytesIO(pack(data)))[1] == (pack is not bytes)
    assert plain(io.BytesIO(pack(data))) == data
    assert plain(io.BufferedReader(cast(io.RawIOBase, Drip(pack(data))))) == data


@packed
def test_packed_bytes_that_are_cut_are_an_error(pack: object) -> None:
    assert callable(pack)
    whole = pack(b"Harga beras naik di Solo. " * 9)
    if pack is bytes:
        return
    for kept in range(6, len(whole)):
        with pytest.raises(NewskitError, match="broken or truncated"):
            plain(io.BytesIO(whole[:kept]))


@quickly
@given(st.binary())
def test_any_bytes_are_read_or_an_error(data: bytes) -> None:
    for magic in (b"", b"\x1f\x8b", b"\x1f\x8b\x08", b"BZh9", b"\xfd7zXZ\0", b"\x28\xb5\x2f\xfd"):
        with suppress(NewskitError):
            plain(io.BytesIO(magic + data))


DRIPPED = {
    "csv": "judul,isi\n1,Jum’at\n2,é\n",
    "json": '[{"isi": "é"}, {"isi": "Jum’at"}]',
    "feed": "<rss><channel><item><title>Jum’at</title></item><item><title>é</title></item></channel></rss>",
}


@pytest.mark.parametrize(
    ("form", "encoding"),
    [(form, encoding) for form in DRIPPED for encoding in ("utf-8", "utf-16")]
    + [("csv", "cp1252"), ("json", "cp1252")],  # XML says what it is written in
)
def test_rows_that_come_a_byte_at_a_time(form: str, encoding: str) -> None:
    data = DRIPPED[form].encode(encoding)
    streams = io.BytesIO(data), io.BufferedReader(cast(io.RawIOBase, Drip(data)))
    whole, dripped = (list(table_rows(form, stream, "a", InputSettings())) for stream in streams)
    assert dripped == whole
    assert sum(isinstance(item, Row) for item in whole) == 2


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (b"<!-- disimpan -->\n<html><body><p>Beras naik.</p></body></html>", "html"),
        (b"<?xml version='1.0'?>\n<!-- kabar -->\n<rss><channel></channel></rss>", "feed"),
        ('\n{"isi": "Beras naik."}\n'.encode("utf-16"), "jsonl"),
        (b'\n\n[\n{"isi": "Beras naik."}]', "json"),
        (b'{\n"isi": "Beras naik."}', "json"),
        (b'{"judul": "Beras",\n"isi": "Beras naik."}', "json"),
        (b"\nisi;tanggal\nBeras naik.;2020-08-05\n", "csv"),
        (b"Beras naik.\n", "auto"),
    ],
)
def test_the_form_of_what_comes_a_byte_at_a_time(data: bytes, form: str) -> None:
    found, stream = recognised(io.BufferedReader(cast(io.RawIOBase, Drip(data))), "a", InputSettings())
    assert (found, stream.read()) == (form, data)


def test_a_line_without_an_end_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newskit.input.settings.DOCUMENT_LIMIT", 500_000)
    lines = io.BytesIO((b"x" * 400_000 + b"\n") * 3)
    assert sum(map(len, line_runs(lines, InputSettings()))) == 1_200_003
    with pytest.raises(NewskitError, match="a line larger than 500,000 bytes"):
        list(line_runs(io.BytesIO(b"x" * 1_200_000), InputSettings()))


def test_broken_json_is_told_before_the_rest_is_read() -> None:
    stream = io.BytesIO(b'[{"isi": "Beras."}, gula' + b" " * 2_000_000 + b"]")
    row, problem = table_rows("json", stream, "a", InputSettings())
    assert isinstance(row, Row)
    assert isinstance(problem, Problem)
    assert stream.tell() < 1_000_000


@pytest.mark.parametrize("form", ["lines", "jsonl"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_parts_are_whole_lines_with_their_numbers(form: str, encoding: str, tmp_path: Path) -> None:
    lines = [f"é baris {number} " + "x" * (number % 5000) for number in range(3000)]
    file = tmp_path / "a"
    file.write_bytes("\n".join(lines).encode(encoding))
    found = [part for part in parts(str(file), InputSettings(form)) if isinstance(part, Part)]
    assert len(found) > 5
    assert b"".join(part.data or b"" for part in found).decode() == "\n".join(lines)
    assert sum(part.size for part in found) == file.stat().st_size
    first = 0
    for part in found:
        assert part.data is not None
        assert (part.first, part.has_several) == (first, True)
        first += part.data.count(b"\n")


def test_a_line_that_fills_a_part_is_followed_by_the_others(tmp_path: Path) -> None:
    lines = [letter * 300_000 for letter in "abcd"]
    file = tmp_path / "a"
    file.write_text("\n".join(lines))
    found = [part for part in parts(str(file), InputSettings("lines")) if isinstance(part, Part)]
    assert [(part.first, part.has_several) for part in found] == [(number, True) for number in range(4)]
    assert b"".join(part.data or b"" for part in found).decode() == "\n".join(lines)
    file.write_text(json.dumps([{"isi": line} for line in lines]))
    found = [part for part in parts(str(file), InputSettings("json")) if isinstance(part, Part)]
    assert [(part.first, part.has_several) for part in found] == [(number, True) for number in range(4)]
    file.write_text(lines[0])
    assert [
        part.has_several for part in parts(str(file), InputSettings("lines")) if isinstance(part, Part)
    ] == [False]


def test_a_pipe_that_has_a_name_is_read_whole(tmp_path: Path) -> None:
    pipe = tmp_path / "a"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(b"Harga beras naik.\n\nWarga resah.",))
    writer.start()
    (part,) = parts(str(pipe), InputSettings())
    writer.join()
    assert isinstance(part, Part)
    assert part.data == b"Harga beras naik.\n\nWarga resah."


def test_stream_that_cannot_be_read_is_a_problem_after_what_could(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_bytes(gzip.compress(b"Beras.\n" * 200_000)[:-9])
    *found, last = parts(str(file), InputSettings("lines"))
    assert found
    assert all(isinstance(part, Part) for part in found)
    assert isinstance(last, Problem)
    assert "truncated" in last.message


@quickly
@given(st.lists(st.lists(st.integers(), max_size=4)), st.integers(0, 20))
def test_skip_leaves_out_the_first(batches: list[list[int]], count: int) -> None:
    rest = [item for batch in skip(batches, count) for item in batch]
    assert rest == [item for batch in batches for item in batch][count:]


def test_files_of_a_folder_come_sorted_and_once(tmp_path: Path) -> None:
    for name in ("b", "a/z", "a/y", ".hidden", ".git/x", "c"):
        tmp_path.joinpath(name).parent.mkdir(exist_ok=True)
        tmp_path.joinpath(name).touch()
    names = sources([f"{tmp_path}/c", str(tmp_path), "-", "-"], recursive=True)
    assert [name.removeprefix(f"{tmp_path}/") for name in names] == ["c", "b", "a/y", "a/z", "-"]
