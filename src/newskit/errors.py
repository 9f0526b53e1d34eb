"""What can go wrong, in words written for the user."""


class NewskitError(Exception):
    """An input or a setting that cannot be used; its text names the culprit and the remedy."""


class StoppedError(NewskitError):
    """The run cannot go on now; what is done stays for ``--resume``."""


class UsageError(NewskitError):
    """The call itself is wrong: an option, a combination of options, a file that an option names."""


class MissingExtraError(UsageError):
    """An optional library is not installed."""

    def __init__(self, library: str, extra: str) -> None:
        super().__init__(f"{library} is not installed: pip install 'newskit[{extra}]'")
