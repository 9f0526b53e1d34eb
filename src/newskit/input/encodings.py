"""Bytes to text: byte order marks, UTF-8, cp1252 by a warned guess; or why not."""

import codecs

from newskit.errors import NewskitError

BOMS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: "utf-32",  # before UTF-16, whose mark it begins with
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
OFFICE = {
    b"%PDF-": "a PDF; pdftotext makes text of it",
    b"PK\x03\x04": "a zip or office file; unpack it first",
    b"\xd0\xcf\x11\xe0": "an old office file; save it as .xlsx, .csv or text",
}
CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x1b"))


# --- encodings ---------------------------------------------------------------------------


def decode(data: bytes, encoding: str | None = None) -> tuple[str, str | None]:
    """Text of bytes and a warning if it was a guess: ``encoding``, else byte order mark, UTF-8, cp1252.

    Raises NewskitError for bytes that are no text or not of the encoding.

    >>> decode("Jum’at".encode("cp1252"))
    ('Jum’at', 'not UTF-8 (byte 3); read as cp1252')
    """
    if encoding:
        return decode_strictly(data, encoding), None
    for mark, name in BOMS.items():
        if data.startswith(mark):
            return decode_strictly(data, name), None
    if problem := binary(data):
        raise NewskitError(problem)
    try:
        return data.decode(), None
    except UnicodeDecodeError as error:
        return data.decode("cp1252", "newskit.control"), f"not UTF-8 (byte {error.start}); read as cp1252"


def decode_strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode("utf-8-sig" if encoding == "utf-8" else encoding)
    except UnicodeDecodeError as error:
        raise NewskitError(f"not {encoding} at byte {error.start}; --encoding names another") from None


def _as_control(error: UnicodeError) -> tuple[str, int]:
    # the five bytes that cp1252 leaves open, read as browsers do
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("latin-1"), error.end


codecs.register_error("newskit.control", _as_control)


def _as_cp1252(error: UnicodeError) -> tuple[str, int]:
    # bytes of a stream that are no UTF-8, when what came before has been read as such
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("cp1252", "newskit.control"), error.end


codecs.register_error("newskit.cp1252", _as_cp1252)


def binary(data: bytes) -> str | None:
    """Why bytes are no text: a known file type, or control characters in one byte of twenty."""
    for magic, remedy in OFFICE.items():
        if data.startswith(magic):
            return f"is binary, {remedy}"
    head = data[:8192]
    controls = len(head) - len(head.translate(None, CONTROLS))
    if controls > max(1, len(head) // 20):
        return "is binary, not text; --encoding names the encoding if it is text after all"
    return None
