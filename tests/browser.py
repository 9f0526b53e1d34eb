"""A real browser for tests: Debian's Chromium, driven over a pipe by the protocol of its developer tools."""

import contextlib
import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
OPTIONS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--remote-debugging-pipe"),
)
PATIENCE = 60  # seconds


class Tab:
    """A tab: it runs scripts, and takes down what the page complains of and what it asks for."""

    def __init__(self, commands: IO[bytes], answers: IO[bytes]) -> None:
        self._commands, self._answers, self._count = commands, answers, 0
        self._session: dict[str, str] = {}
        self.complaints: list[str] = []
        self.requests: list[str] = []
        target = self._call("Target.createTarget", url="about:blank")["targetId"]
        attached = self._call("Target.attachToTarget", targetId=target, flatten=True)
        self._session = {"sessionId": attached["sessionId"]}
        for domain in ("Page", "Runtime", "Log", "Network"):
            self._call(f"{domain}.enable")

    def open(self, path: Path, *, fragment: str = "", width: int = 1400, dark: bool = False) -> None:
        """Show a file in a window of this width, when it is loaded."""
        self._call(
            "Emulation.setDeviceMetricsOverride", width=width, height=1000, deviceScaleFactor=1, mobile=False
        )
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self._call("Emulation.setEmulatedMedia", features=[scheme])
        self._call("Page.navigate", url="about:blank")
        self._call("Page.navigate", url=path.as_uri() + fragment)
        end = time.monotonic() + PATIENCE
        while not self.run("document.readyState === 'complete' && location.protocol === 'file:'"):
            assert time.monotonic() < end, "the page does not load"
            time.sleep(0.05)

    def run(self, script: str) -> Any:
        """The value of a script in the page."""
        done = self._call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in done, done
        return done["result"].get("value")

    def press(self, key: str) -> None:
        """Press a key: ``Tab``, ``Enter``."""
        code = {"Tab": 9, "Enter": 13}[key]
        text = {"text": "\r"} if key == "Enter" else {}
        for kind in ("keyDown", "keyUp"):
            self._call("Input.dispatchKeyEvent", type=kind, key=key, windowsVirtualKeyCode=code, **text)

    def _call(self, method: str, **parameters: Any) -> dict[str, Any]:
        self._count += 1
        command = {"id": self._count, "method": method, "params": parameters, **self._session}
        self._commands.write(json.dumps(command).encode() + b"\0")
        self._commands.flush()
        while (answer := self._answer()).get("id") != self._count:
            self._take_down(answer.get("method", ""), answer.get("params", {}))
        assert "error" not in answer, answer
        result: dict[str, Any] = answer["result"]
        return result

    def _answer(self) -> dict[str, Any]:
        text = bytearray()
        while (byte := self._answers.read(1)) != b"\0":
            assert byte, "the browser has gone"
            text += byte
        answer: dict[str, Any] = json.loads(text)
        return answer

    def _take_down(self, event: str, details: dict[str, Any]) -> None:
        if event in ("Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded"):
            self.complaints.append(json.dumps(details)[:500])
        if event == "Network.requestWillBeSent":
            self.requests.append(details["request"]["url"])


@contextlib.contextmanager
def tab() -> Iterator[Tab]:
    """A tab of a browser that is started for it."""
    assert CHROMIUM
    (their_input, commands), (answers, their_output) = os.pipe(), os.pipe()

    def as_expected() -> None:  # it reads at descriptor 3 and answers at 4
        their = os.dup(their_input), os.dup(their_output)
        os.dup2(their[0], 3)
        os.dup2(their[1], 4)

    with TemporaryDirectory(ignore_cleanup_errors=True) as home, open(os.devnull, "wb") as nowhere:  # noqa: PTH123
        browser = subprocess.Popen(
            [CHROMIUM, *OPTIONS, f"--user-data-dir={home}", "about:blank"],
            preexec_fn=as_expected,
            pass_fds=(3, 4),
            stdout=nowhere,
            stderr=nowhere,
        )
        os.close(their_input)
        os.close(their_output)
        try:
            with open(commands, "wb") as sink, open(answers, "rb") as source:  # noqa: PTH123
                yield Tab(sink, source)
        finally:
            browser.kill()
            browser.wait()
