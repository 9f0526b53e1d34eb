"""How inputs are read: format, encoding, limits."""

from dataclasses import dataclass

from newskit.errors import NewskitError

LARGE = 1 << 20  # bytes above which a file of lines is read in parts
DOCUMENT_LIMIT = 1 << 27  # bytes of one document where --max-bytes does not say otherwise
READ_ERRORS = (OSError, EOFError, NewskitError)


@dataclass(frozen=True, slots=True)
class InputSettings:
    """How inputs are read: the options of the command line, and the folder that paths are relative to.

    ``columns`` are pairs of what a column holds and its name, ``keep`` lets a row's other columns pass.
    ``debug`` lets errors that nobody foresaw through, with their traceback.
    """

    form: str = "auto"
    text_field: str = "text"
    encoding: str | None = None
    max_bytes: int | None = None
    folder: str = ""
    columns: tuple[tuple[str, str], ...] = ()
    sheet: str | None = None
    keep: bool = False
    debug: bool = False

    @property
    def limit(self) -> int:
        """The bytes that one document may have."""
        return self.max_bytes or DOCUMENT_LIMIT
