"""A server is watched until it has done what was asked."""

from __future__ import annotations

import gzip
import sys
import urllib.request
from contextlib import ExitStack
from itertools import accumulate
from pathlib import Path

import pytest
from benchmarks.builds.live import ENTRY, NOTE, saves_of
from benchmarks.builds.processes import BenchError, session
from benchmarks.builds.server import free_port, is_steady, serving
from benchmarks.builds.sides import MKDOCS, OWN, ZENSICAL, Side, write_tree
from benchmarks.compressed_server import served

# Serves the file `page`; after it has shown what was saved, it goes on working for a while.
SERVER = """
import http.server, pathlib, sys, threading, time
def work():
    end = time.process_time() + 0.6
    while time.process_time() < end: pass
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        text = pathlib.Path("page").read_bytes()
        if text == b"saved": threading.Thread(target=work).start()
        self.send_response(200); self.end_headers(); self.wfile.write(text)
http.server.ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()
"""


def served_from(tmp_path: Path, program: str = SERVER) -> Side:
    write_tree(tmp_path, {"page": "first", "serve.py": program})
    return Side("A", tmp_path, (), 0, serve=(sys.executable, "serve.py", "{port}"))


def test_work_behind_a_served_page_is_counted(tmp_path: Path) -> None:
    with serving(served_from(tmp_path), "page", "first") as (server, started):
        assert started.served.wall > 0
        found = server.after(lambda: (tmp_path / "page").write_text("saved"), "page", "saved")
    assert found.served.cpu < 0.5 <= found.quiet.cpu
    assert found.quiet.wall > found.served.wall
    assert not list(session(server.pid))


@pytest.mark.parametrize(
    ("each", "steady"),
    [
        ([0.45] * 8, True),
        ([0.45] * 7, False),
        ([0.45, 0.5, 0.44, 0.52, 0.47, 0.45, 0.6, 0.49], True),
        ([1.5] * 8, False),  # a build
        ([1.5, *[0.45] * 7], False),
        ([0.45] * 4 + [0.9] + [0.45] * 3, False),
    ],
)
def test_a_server_that_watches_many_files_is_quiet(each: list[float], steady: bool) -> None:
    assert is_steady([0.0, *accumulate(each)]) is steady


def test_a_server_that_stops_is_an_error(tmp_path: Path) -> None:
    side = served_from(tmp_path, "raise SystemExit('no port for me')")
    with pytest.raises(BenchError, match="no port for me"), serving(side, "page", "first"):
        pass


def test_a_site_is_sent_compressed_and_counted(tmp_path: Path) -> None:
    write_tree(tmp_path, {"papers/index.html": "word " * 1000})
    with served(tmp_path) as server:
        with urllib.request.urlopen(f"{server.address}papers/") as answer:
            body = answer.read()
        assert gzip.decompress(body).decode() == "word " * 1000
        assert server.sent == len(body) < 200


def test_ports_are_free() -> None:
    assert 1024 < free_port() < 65536


@pytest.mark.parametrize(("name", "works"), [(OWN, [NOTE, ENTRY]), (MKDOCS, [NOTE]), (ZENSICAL, [ENTRY])])
def test_each_server_is_given_what_it_is_compared_by(tmp_path: Path, name: str, works: list[str]) -> None:
    files = {"docs/notes/note-0.md": "note", "docs/papers/paper7.md": "## Abstract { #abstract }\n\nText"}
    files |= {"bib/a.bib": "@misc{paper7,\n  abstract = {One. Two.},\n}\n"}
    write_tree(tmp_path, files)

    class Recorded:
        def after(self, save: object, address: str, word: str) -> list[str]:
            save()  # type: ignore[operator]
            changed = [path for path in files if (tmp_path / path).read_text() != files[path]]
            assert all((tmp_path / path).read_text().count(word) == 1 for path in changed)
            return [*changed, address]

    found = saves_of(Side(name, tmp_path, (), 0), 0, 20)
    assert list(found) == works
    with ExitStack() as undo:
        made = [measure(Recorded(), undo) for measure in found.values()]  # type: ignore[arg-type]
        paper = "bib/a.bib" if name == OWN else "docs/papers/paper7.md"
        expected = {NOTE: ["docs/notes/note-0.md", "notes/note-0/"], ENTRY: [paper, "papers/paper7/"]}
        assert made[0] == expected[works[0]]  # type: ignore[comparison-overlap]
        assert made[-1][-2:] == expected[works[-1]][-2:]  # type: ignore[index]
    assert {path: (tmp_path / path).read_text() for path in files} == files
