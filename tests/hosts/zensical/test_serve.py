"""Serving with Zensical: what is saved is shown, in both languages, by one server."""

from __future__ import annotations

import errno
import gc
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen
from weakref import ref

import pytest

from paperatlas.hosts.zensical.serve import _Served, spare_from_collection
from tests.hosts.host_sites import SITE, copy_of

PATIENT = 60
"""Seconds that a machine which does much else may take."""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_of(SITE, tmp_path_factory.mktemp("served") / "site")


@pytest.fixture(scope="module")
def address(root: Path) -> Iterator[str]:
    """Where the site is served while the tests run."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "paperatlas", "zensical", "serve", "--addr", place]
    with (root / "log").open("w") as log:
        process = subprocess.Popen(
            command, cwd=root, stdout=log, stderr=log, env={**os.environ, "PYTHONUNBUFFERED": "1"}
        )
        yield f"http://{place}/atlas/"
        process.terminate()
        process.wait(10)


def shown(address: str) -> str:
    with suppress(URLError, ConnectionError), urlopen(address) as answer:
        text: str = answer.read().decode()
        return text
    return ""


def told(root: Path) -> str:
    return (root / "log").read_text()


def eventually(holds: Callable[[], bool]) -> bool:
    end = time.monotonic() + PATIENT
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(0.2)
    return False


def test_one_server_shows_both_languages(address: str) -> None:
    for page in ("", "en/", "papers/cold/", "en/papers/cold/", "en/papers/"):
        assert eventually(lambda page=page: "pa-" in shown(address + page)), page  # type: ignore[misc]


EDITS = [
    ("docs/directions/dough.en.md", "\nA new sentence.\n", "en/directions/dough/", "A new sentence."),
    ("docs/directions/dough.md", "\n新的一句。\n", "directions/dough/", "新的一句。"),
    (
        "bib/dough.bib",
        "\n@misc{fresh, title = {Fresh}, author = {A. Baker}, year = {2020}}\n",
        "papers/fresh/",
        "Fresh",
    ),
    ("bib/dough.bib", "\n", "en/papers/fresh/", "Fresh"),
    ("mkdocs.yml", "\ncopyright: nobody's\n", "en/", "nobody's"),
]


@pytest.mark.parametrize(("file", "more", "page", "text"), EDITS)
def test_what_is_saved_is_shown(file: str, more: str, page: str, text: str, root: Path, address: str) -> None:
    with (root / file).open("a", encoding="utf-8") as opened:
        opened.write(more)
    assert eventually(lambda: text in shown(address + page)), (root / "log").read_text()


def test_a_broken_configuration_is_told_and_what_was_shown_stays(root: Path, address: str) -> None:
    before = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(before + "\n\tx: [", encoding="utf-8")
    assert eventually(lambda: "The configuration is not valid YAML" in told(root))
    assert "pa-" in shown(f"{address}papers/fresh/")
    for folder in ("", "en/"):
        notice = f"{address}{folder}assets/served-notice.txt"
        assert eventually(lambda notice=notice: "The configuration is not valid YAML" in shown(notice))  # type: ignore[misc]
    (root / "mkdocs.yml").write_text(before, encoding="utf-8")
    assert eventually(lambda: urlopen(notice).read() == b"")


def test_a_server_that_was_ended_is_told_and_started_again_after_a_save(root: Path, address: str) -> None:
    [server, *_] = subprocess.run(
        ["pgrep", "--full", "--", f"-m zensical serve .* {address.split('/')[2]}$"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    os.kill(int(server), signal.SIGKILL)
    assert eventually(lambda: "Zensical was ended by signal 9; save a file to start it again" in told(root))
    with (root / "docs/directions/dough.md").open("a", encoding="utf-8") as opened:
        opened.write("\nSaved.\n")
    assert eventually(lambda: "Saved." in shown(f"{address}directions/dough/"))


def test_a_file_that_vanishes_while_it_is_staged_is_told_and_serving_goes_on() -> None:
    told: list[str] = []

    class Files:
        def saved(self) -> None:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), "docs/a.png")

    class Staged:
        def write_failure(self, reasons: list[str]) -> None:
            told.append(f"on pages: {reasons}")

    served = _Served.__new__(_Served)
    served._files, served._tell, served._staged = Files(), told.append, Staged()  # type: ignore[assignment]
    served.look()
    reason = "cannot read 'docs/a.png': no such file or directory"
    assert told == [reason, f"on pages: {[reason]}"]


def test_what_is_there_is_not_collected_again_and_garbage_is() -> None:
    class Circle:
        """What only the collector frees."""

        def __init__(self) -> None:
            self.itself = self

    try:
        spare_from_collection()
        garbage = ref(Circle())
        assert gc.get_freeze_count()
        gc.freeze()
        assert garbage() is not None
        spare_from_collection()
        assert garbage() is None
    finally:
        gc.unfreeze()
