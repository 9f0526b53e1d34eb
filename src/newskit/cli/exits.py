"""How a run ends: exit codes, signals, the one error boundary."""

import contextlib
import os
import signal
import sys
import threading
from collections.abc import Callable
from typing import Any

from newskit.cli.messages import described, print_error, silence
from newskit.cli.options import Options
from newskit.errors import NewskitError, UnreadableError, UsageError
from newskit.input.sources import STDIN


def guarded(options: Options, work: Callable[[], int]) -> None:
    """Do some work and exit with its code, or that of what went wrong; the one error boundary."""
    try:
        code = work()
    except KeyboardInterrupt as error:
        code = 143 if isinstance(error, Terminated) else 130
        if options.output and not options.quiet and STDIN not in (options.paths or [STDIN]):
            print_error(f"stopped; the same command with --resume goes on with {options.output}")
    except Failed as error:
        code = error.code
    except BrokenPipeError:
        silence(sys.stdout)
        code = 0
    except Exception as error:
        if options.debug:
            raise
        print_error(described(error))
        if isinstance(error, OSError):
            silence(sys.stdout)
        code = 2 if isinstance(error, UsageError) else 3 if isinstance(error, UnreadableError) else 1
    _leave(code)


def _leave(code: int) -> None:
    """Exit; at once where threads are left, which wait on a silent stream or on workers that are gone."""
    if threading.active_count() == 1:
        raise SystemExit(code)
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, AttributeError, ValueError):
            stream.flush()
    os._exit(code)


class Failed(NewskitError):  # noqa: N818 - no error of its own: what failed has been told
    """A run ends without its output, with the exit code that it holds."""

    def __init__(self, code: int) -> None:
        self.code = code


class Terminated(KeyboardInterrupt):
    """SIGTERM, to be handled as Ctrl-C is."""


def interrupt(number: int, frame: Any) -> None:
    for other in (signal.SIGINT, signal.SIGTERM):
        signal.signal(other, signal.SIG_IGN)  # a second one must not meet the clean-up
    raise Terminated if number == signal.SIGTERM else KeyboardInterrupt
