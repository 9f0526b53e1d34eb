"""JSON other than lines of it to rows: an array of objects, or objects over several lines, as a stream."""

import codecs
import json
import re
from collections.abc import Iterator
from itertools import chain
from typing import IO, Any

from newskit.errors import NewskitError, Problem
from newskit.input.columns import Row, columns, named_columns
from newskit.input.settings import InputSettings
from newskit.input.streams import blocks, is_ascii_compatible

BETWEEN = re.compile(r"[\ufeff\s,]*")
NEAR_END = 16  # letters before the end where what is wrong may be what is not there yet


def rows(stream: IO[bytes], source: str, reading: InputSettings) -> Iterator[Row | Problem]:
    """The objects of an array or stream, as they are read, and a Problem where they end early."""
    number = 0
    odd: list[str] = []
    try:
        for value in _values(stream, reading, odd):
            yield from (Problem(source, "read", odd.pop(), failed=False) for _ in odd[:])
            for cells in _unwrapped(value, reading):
                yield Row(number, f"object {number + 1}", cells)
                number += 1
    except RecursionError:
        yield _broken_off(source, number, "JSON nested too deeply")
    except json.JSONDecodeError as error:
        yield _broken_off(source, number, f"not JSON ({error.msg.lower()})")
    except ValueError as error:  # a number of more digits than Python reads
        yield _broken_off(source, number, str(error))


def _broken_off(source: str, number: int, why: str) -> Problem:
    return Problem(source, "read", f"object {number + 1}: {why}; what follows is not read")


def _unwrapped(value: Any, reading: InputSettings) -> list[Any]:
    """The rows of an object that is only a cover around one list of them, else the object itself."""
    if isinstance(value, dict) and "text" not in columns(tuple(value), named_columns(reading)):
        lists = [inner for inner in value.values() if isinstance(inner, list) and inner]
        if len(lists) == 1 and all(isinstance(row, dict) for row in lists[0]):
            return lists[0]
    return [value]


def _values(stream: IO[bytes], reading: InputSettings, odd: list[str]) -> Iterator[Any]:
    """The values of arrays, or those that stand one after the other, each as soon as it is there whole."""
    decode = json.JSONDecoder().raw_decode
    pieces = _texts(stream, reading, odd)
    text, position, needed, in_array, ended = "", 0, 1, False, False
    while True:
        position = _after_blanks(text, position)
        mark = text[position : position + 1]
        if mark == ("]" if in_array else "["):
            in_array = not in_array
            position += 1
        elif mark and (ended or len(text) - position >= needed):
            try:
                value, position = decode(text, position)
            except json.JSONDecodeError as error:
                if ended or _is_broken(error, text):
                    raise
                needed = 2 * (len(text) - position)  # else a long value is tried too often
                continue
            needed = 1
            yield value
        elif not ended:
            more = _at_least(pieces, needed - len(text) + position, reading)
            ended = not more
            text, position = text[position:] + more, 0
        else:
            break
    if in_array:
        raise json.JSONDecodeError("the array has no end", text, len(text))


def _after_blanks(text: str, position: int) -> int:
    found = BETWEEN.match(text, position)
    return found.end() if found else position


def _at_least(pieces: Iterator[str], length: int, reading: InputSettings) -> str:
    """The next pieces of a text, this long together unless it ends. Raises NewskitError beyond the limit."""
    found: list[str] = []
    size = 0
    for piece in pieces:
        found.append(piece)
        size += len(piece)
        if size > reading.limit:
            raise NewskitError(
                f"an object larger than {reading.limit:,} bytes; --max-bytes sets another limit"
            )
        if size >= length and size:
            break
    return "".join(found)


def _is_broken(error: json.JSONDecodeError, text: str) -> bool:
    return not error.msg.startswith("Unterminated string") and error.pos < len(text) - NEAR_END


def _texts(stream: IO[bytes], reading: InputSettings, odd: list[str]) -> Iterator[str]:
    """The text of a stream as it comes; from the first byte that is not UTF-8 on such are read as cp1252."""
    total = 0
    named = reading.encoding if reading.encoding and is_ascii_compatible(reading.encoding) else None
    decoder = codecs.getincrementaldecoder(named or "utf-8")()
    for block in chain(blocks(stream, reading.encoding), [b""]):
        if reading.max_bytes and total + len(block) > reading.max_bytes:
            raise NewskitError(f"larger than {reading.max_bytes:,} bytes, the limit that --max-bytes sets")
        state = decoder.getstate()
        try:
            yield decoder.decode(block, not block)
        except UnicodeDecodeError as error:
            place = total - len(state[0]) + error.start  # bytes of the block before may be undecoded yet
            if named:
                raise NewskitError(f"not {named} at byte {place}; --encoding names another") from None
            odd.append(f"not UTF-8 (byte {place}); read as cp1252")
            decoder = codecs.getincrementaldecoder("utf-8")("newskit.cp1252")
            decoder.setstate(state)
            yield decoder.decode(block, not block)
        total += len(block)
