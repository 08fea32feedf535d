"""Small libraries and notes, made up, as projects on disk."""

from __future__ import annotations

import fcntl
import gc
import os
import shutil
import socket
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from paperatlas import pages
from paperatlas.atlas import Atlas
from paperatlas.build.compiled_templates import keep_compiled
from paperatlas.build.docs_folder import PageFile
from paperatlas.build.options import Options
from paperatlas.build.project import Project, read_project
from paperatlas.build.templates import shipped_templates, template_loader
from paperatlas.pages import Site
from paperatlas.texts.definition import Messages

# The same examples in every run, so that a change is judged by what it changed; `make fuzz` looks for new ones,
# and for more than half of the hundred that Hypothesis tries by itself: all tests have to run in minutes.
settings.register_profile("repeatable", derandomize=True, deadline=None, max_examples=50)
# No deadline here either: how long an example takes says how busy the machine is.
settings.register_profile("fuzz", deadline=None)
settings.load_profile("fuzz" if "FUZZ_EXAMPLES" in os.environ else "repeatable")

# As Python does by itself: templates stay compiled from one build to the next, or each of hundreds compiles a theme's.
sys.dont_write_bytecode = False

REPOSITORY = Path(__file__).resolve().parents[1]


@pytest.fixture
def only_templates_run() -> Iterator[None]:
    """Take away what others run when Python collects garbage: an exception that comes up there is lost."""
    callbacks = gc.callbacks[:]
    gc.callbacks.clear()
    yield
    gc.callbacks[:] = callbacks


SLOW = (
    "whole_site",
    "hosts",
    "tools",
    "pages/map",
    "build/search/test_index",
    "build/test_authors_abstracts.py",
    "build/pandoc",
    "pages/citations/test_pandoc.py",
    "formats/bibtex/test_biber.py",
    "formats/bibtex/test_plain_bst.py",
    "test_reference.py",
    "test_strict_build.py",
    "test_valid_html.py",
)
"""Parts of the paths of tests that build whole sites, serve them, or start programs other than Python.

`make test-fast` leaves them out; and every test for which Hypothesis makes up examples, which marks those itself; and
what takes over half a second by itself, such as a library of hundreds of papers, and has the mark `slow` where it is.
"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the slow tests by where they are, so that no file can forget to."""
    for item in items:
        if any(part in item.path.relative_to(REPOSITORY / "tests").as_posix() for part in SLOW):
            item.add_marker(pytest.mark.slow)


ReadFiles = Callable[..., Project]


@pytest.fixture
def no_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """No host has an address, and no name server is asked for one."""

    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)


@pytest.fixture
def read_files(tmp_path: Path) -> ReadFiles:
    """Write files (path: text) below an empty folder and read them as a project, with options by their names.

    The library is `bib/`, the notes `docs/directions/`; every `docs/**/*.md` is a page.
    """

    def read(files: Mapping[str, str], **options: Any) -> Project:
        write_files(tmp_path, files)
        return read_folder(tmp_path, **options)

    return read


def read_folder(root: Path, before: Project | None = None, **options: Any) -> Project:
    """Read the library `bib/` and the pages `docs/**/*.md` below `root`."""
    docs = root / "docs"
    paths = sorted(docs.glob("**/*.md"))
    pages = [PageFile(path.relative_to(docs).as_posix(), path.relative_to(root).as_posix(), path) for path in paths]
    return read_project(root, Options(**options), {"en": pages}, before=before)


def make_site(atlas: Atlas, messages: Messages, **options: Any) -> Site:
    """Return the site of an atlas with the templates that come with PaperAtlas, compiled once as in a build."""
    site = pages.make_site(atlas, messages, template_loader(), **options)
    keep_compiled(site.environment, [shipped_templates()])
    return site


def write_files(root: Path, files: Mapping[str, str]) -> None:
    """Write `files` (path: text) below `root`."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def built_once(folders: pytest.TempPathFactory, name: str, build: Callable[[Path], None]) -> Path:
    """Return the folder that `build` fills, once in a run of tests: its other processes wait, and use the same."""
    own = folders.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    folder, done = shared / name, shared / f"{name}.built"
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            build(folder)
            done.touch()
    return folder
