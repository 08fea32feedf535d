"""Machines that fail in the middle of a build: a sentence says so, and the next build is right."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from mkdocs import utils
from mkdocs.exceptions import Abort

from paperatlas.hosts.mkdocs import reading
from tests.hosts.conftest import BuildSite
from tests.hosts.mkdocs.test_direct_pages import FILES, LIBRARY, contents

pytestmark = pytest.mark.usefixtures("only_templates_run")

CHANGED = FILES | {"bib/a.bib": LIBRARY.replace("<i>so</i> 3", "<i>so</i> three")}


@pytest.fixture(autouse=True)
def _one_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")


def failing_after(count: int, function: Callable[..., Any], number: int) -> Callable[..., Any]:
    """Return a function that fails as a full or locked disk does from its call number `count` on."""
    calls = iter(range(10_000))

    def call(*arguments: Any) -> Any:
        if next(calls) >= count:
            raise OSError(number, os.strerror(number), str(arguments[-1])[-20:])
        return function(*arguments)

    return call


@pytest.mark.parametrize(
    ("where", "name", "count", "number"),
    [
        (os, "write", 0, errno.EROFS),
        (os, "write", 9, errno.ENOSPC),
        (utils, "write_file", 0, errno.EACCES),
        (utils, "write_file", 1, errno.ENOSPC),
    ],
)
def test_a_disk_that_takes_no_more_is_told_and_the_next_build_is_right(
    where: Any, name: str, count: int, number: int, build_site: BuildSite, tmp_path: Path
) -> None:
    root = build_site(CHANGED, theme={"name": "mkdocs"}).root
    clean = contents(root)
    build_site(FILES)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(where, name, failing_after(count, getattr(where, name), number))
        advice = r" Make room on the disk, and build again\." if number == errno.ENOSPC else ""
        with pytest.raises(Abort, match=rf"{os.strerror(number).lower()}\.{advice} The site is incomplete") as stopped:
            build_site(CHANGED)
        assert "Errno" not in str(stopped.value)
    assert contents(build_site(CHANGED).root) == clean
    assert (tmp_path / "bib/a.bib").read_text(encoding="utf-8") == CHANGED["bib/a.bib"]


def test_a_page_that_vanishes_while_it_is_built_is_named(
    build_site: BuildSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = tmp_path / "docs/directions/flows.md"
    listed = reading.sources_of

    def list_and_lose(*arguments: Any) -> Any:
        found = listed(*arguments)
        note.unlink(missing_ok=True)
        return found

    with monkeypatch.context() as patch:
        patch.setattr(reading, "sources_of", list_and_lose)
        with pytest.raises(
            Abort, match=r"flows\.md' cannot be used: no such file or directory\. The site is incomplete"
        ):
            build_site(FILES)
    built = build_site({"bib/a.bib": LIBRARY})
    assert "papers/k1/" in built.addresses()
    assert "directions/flows/" not in built.addresses()


@pytest.mark.parametrize("years", [-30, 0])
def test_a_clock_that_jumps_hides_no_change(years: int, build_site: BuildSite, tmp_path: Path) -> None:
    clean = contents(build_site(CHANGED).root)
    shutil.rmtree(tmp_path / ".cache")
    build_site(FILES)
    path = tmp_path / "bib/a.bib"
    saved = path.stat().st_mtime_ns
    path.write_text(CHANGED["bib/a.bib"].replace("three", "3    "), encoding="utf-8")
    os.utime(path, ns=(saved, saved + years * 31_556_952 * 10**9))
    build_site({})
    path.write_text(CHANGED["bib/a.bib"], encoding="utf-8")
    os.utime(path, ns=(saved, saved + years * 31_556_952 * 10**9))
    assert contents(build_site({}).root) == clean


def test_the_cache_of_another_site_is_none(build_site: BuildSite, tmp_path: Path) -> None:
    clean = contents(build_site(FILES).root)
    shutil.rmtree(tmp_path / ".cache")
    other = {"bib/a.bib": LIBRARY.replace("Flow", "Tree").replace("so", "no"), "docs/directions/flows.md": "# Trees\n"}
    build_site(other, site_name="Other")
    (tmp_path / "site").rename(tmp_path / "gone")
    assert contents(build_site(FILES).root) == clean
