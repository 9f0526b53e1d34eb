"""Inputs at addresses are read as files are: file:// and a server on this machine's loopback."""

import gzip
import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from newskit.input import remote
from newskit.input.sources import sources
from run import SEED, errors, newskit, records

pytest.importorskip("aiohttp", reason="the extra remote is not installed")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        if "cut" not in self.path:
            return super().do_GET()
        self.send_response(200)
        self.send_header("Content-Length", "999")
        self.end_headers()
        self.wfile.write(b"Harga beras")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(tmp_path))) as web:
        threading.Thread(target=web.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{web.server_port}"
        web.shutdown()


def rows(file: Path, count: int) -> Path:
    filling = "Ia lega karena bantuan pemerintah daerah akhirnya sampai juga di desa mereka. " * 4
    texts = (json.dumps({"text": f"Warga {number} pulang. {filling}"}) + "\n" for number in range(count))
    file.write_text("".join(texts))
    return file


def same(record: dict[str, object], address: str) -> dict[str, object]:
    return record | {"source": address, "id": address}


def test_file_and_http_give_what_a_path_gives(server: str, tmp_path: Path) -> None:
    text = Path(SEED).read_bytes()
    tmp_path.joinpath("a.txt").write_bytes(text)
    tmp_path.joinpath("a.txt.gz").write_bytes(gzip.compress(text))
    tmp_path.joinpath("many.txt").write_bytes(b"\n\n".join([text] * 400))  # large: more than a megabyte
    (plain,) = records("parse", SEED)
    for address in (f"file://{tmp_path}/a.txt", f"file://{tmp_path}/a.txt.gz", f"{server}/a.txt.gz"):
        assert records("parse", address) == [same(plain, address)]
    assert len(records("parse", f"{server}/many.txt")) == 400


def test_lines_are_read_in_parts(server: str, tmp_path: Path) -> None:
    file = rows(tmp_path / "rows.jsonl", 4_000)
    alone = newskit("sentences", str(file)).stdout
    for address in (f"file://{file}", f"{server}/rows.jsonl"):
        done = newskit("sentences", address, "-j", "2")
        assert (done.returncode, done.stdout) == (0, alone.replace(bytes(file), address.encode()))


def test_folders_and_archives_are_read_in_order(server: str, tmp_path: Path) -> None:
    folder = tmp_path / "berita"
    for name in ("b.txt", "a.txt", ".hidden", "c/d.txt", ".c/e.txt"):
        folder.joinpath(name).parent.mkdir(parents=True, exist_ok=True)
        folder.joinpath(name).write_text("Beras naik.")
    found = records("sentences", "-r", f"file://{folder}")
    assert [record["source"] for record in found] == [
        f"file://{folder}/{name}" for name in ("a.txt", "b.txt", "c/d.txt")
    ]
    archive = f"{tmp_path}/berita.zip"
    subprocess.run([sys.executable, "-m", "zipfile", "-c", archive, str(folder / "a.txt")], check=True)
    found = records("sentences", "-r", f"zip://::file://{archive}")
    assert [record["source"] for record in found] == [f"zip://a.txt::file://{archive}"]


def test_what_cannot_be_read_costs_a_line(server: str, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # a port on which nobody listens
        closed = f"http://127.0.0.1:{taken.getsockname()[1]}/a.txt"
        lost = [f"file://{tmp_path}/no", f"{server}/no", f"{server}/cut", closed, f"file://{tmp_path}"]
        done = newskit("sentences", *lost, SEED, "--format", "jsonl")
    assert (done.returncode, done.stdout.count(b"\n")) == (1, 1)
    reasons = [line.removeprefix(f"newskit: {name}: ") for name, line in zip(lost, errors(done), strict=True)]
    assert reasons[:2] == ["no such file"] * 2
    assert "not completed" in reasons[2]
    assert "onnect" in reasons[3]
    assert reasons[4] == "is a directory"
    assert newskit("sentences", lost[0]).returncode == 3
    too_large = newskit("sentences", f"file://{SEED}", "--max-bytes", "9")
    assert errors(too_large)[0].endswith("larger than 9 bytes; --max-bytes sets another limit")


def test_the_files_of_a_folder_are_wanted_alone_where_they_are_asked_for(tmp_path: Path) -> None:
    tmp_path.joinpath("a.txt").write_text("Harga beras naik.")
    folder = f"file://{tmp_path}"
    assert sources([folder]) == [folder]
    assert sources([folder], recursive=True) == [f"{folder}/a.txt"]


@pytest.mark.parametrize("address", ["nonsense://arsip/a.txt", "s3://arsip/a.txt"])
def test_unknown_schemes_are_usage_errors(address: str) -> None:
    done = newskit("sentences", address)
    assert (done.returncode, done.stdout, len(errors(done))) == (2, b"", 1)
    assert errors(done)[0].startswith(f"newskit: {address}: ")


def test_missing_extra_is_told_in_a_line() -> None:
    hidden = "import sys; sys.modules['fsspec'] = None; from newskit.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", hidden, "stem", f"file://{SEED}"], capture_output=True)
    message = "newskit: fsspec is not installed: pip install 'newskit[remote]', "
    message += "in a checkout pip install -e '.[remote]'"
    assert (done.returncode, errors(done)) == (2, [message])


def test_state_of_an_address_changes_with_the_file(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    states = set()
    for text, changed in (("Beras", 1), ("Beras", 2), ("Beras naik", 2)):
        file.write_text(text)
        os.utime(file, (changed, changed))
        states.add(remote.state(f"file://{file}"))
    assert len(states) == 3


def test_nothing_of_it_is_imported_without_need() -> None:
    code = "import sys; from newskit.cli import main; sys.argv[1:] = ['stem']; main()"
    libraries = "{'distributed', 'dask', 'fsspec', 'aiohttp', 'asyncio'}"
    hook = f"import atexit, sys; atexit.register(lambda: print(*{libraries} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", f"{hook}; {code}"], input=b"menari\n", capture_output=True)
    assert (done.stdout, done.stderr) == (b"tari\n\n", b"")
