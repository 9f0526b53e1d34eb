"""What can go wrong, in words written for the user."""

from typing import NamedTuple

TOO_LARGE = "takes more memory than there is; --max-bytes refuses such inputs"


class NewskitError(Exception):
    """An input or a setting that cannot be used; its text names the culprit and the remedy."""


class StoppedError(NewskitError):
    """The run cannot go on now; what is done stays for ``--resume``."""


class UsageError(NewskitError):
    """The call itself is wrong: an option, a combination of options, a file that an option names."""


class UnreadableError(NewskitError):
    """The one file that is asked is none, of another kind or damaged, so that nothing can be answered."""


class MissingExtraError(UsageError):
    """An optional library is not installed."""

    def __init__(self, library: str, extra: str) -> None:
        super().__init__(
            f"{library} is not installed: pip install 'newskit[{extra}]', "
            f"in a checkout pip install -e '.[{extra}]'"
        )


class Problem(NamedTuple):
    """An input or row that could not be used, or, where not ``failed``, was read by a guess.

    What ``once`` names is told once in a run, however many rows have it.
    """

    source: str
    stage: str
    message: str
    failed: bool = True
    once: str = ""


def unexpected(error: BaseException) -> str:
    """What to say of an error that nobody foresaw."""
    return f"unexpected error, {type(error).__name__}: {error} (--debug shows where; please report it)"


def reason(error: BaseException) -> str:
    """What went wrong, in the words of the error, without its number and file name."""
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror[0].lower() + error.strerror[1:]
    return str(error) or type(error).__name__
