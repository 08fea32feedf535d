"""Builds that are killed, builds beside each other, and caches that cannot be believed: the site is always the same."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from paperatlas.hosts.mkdocs.last_build import folder_of
from paperatlas.storage.locked_file import lock, unlock
from tests.conftest import write_files
from tests.hosts.mkdocs.test_direct_pages import contents

PAPERS = 30
LIBRARY = "".join(
    f"@online{{k{number}, title = {{Flow number {number}}}, author = {{Ho, J. and Xu, K.}}, year = {{202{number % 3}}},\n"
    f"  abstract = {{What is so of flows and {number}.}}, keywords = {{flows}}, uses = {{k{number // 2}}}, doi = {{10.1/{number}}}}}\n"
    for number in range(1, PAPERS)
)
FILES = {
    "bib/a.bib": LIBRARY,
    "docs/index.md": "# Home\n",
    "docs/directions/flows.md": "# Flows\n\nSee [@k2].\n",
    "mkdocs.yml": "site_name: T\nsite_url: https://example.org/\ntheme: {name: material, font: false}\n"
    "plugins: [search, {paperatlas: {search: pagefind, processes: 2}}]\n",
}
pytestmark = pytest.mark.skipif(os.name == "nt", reason="it kills as POSIX does")


def start(folder: Path, site: str = "site") -> subprocess.Popen[bytes]:
    """Start a build in a folder, of which another process makes half of the pages."""
    return subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", site],
        cwd=folder,
        env=os.environ | {"SOURCE_DATE_EPOCH": "0", "PYTHONHASHSEED": "0", "NO_MKDOCS_2_WARNING": "1"},
        stderr=subprocess.DEVNULL,
    )


def build(folder: Path, site: str = "site") -> dict[str, bytes]:
    """Build in a folder; the files of the site."""
    assert start(folder, site).wait(timeout=120) == 0
    return contents(folder / site)


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes], float]:
    """A folder with its cache, the site that was built there from nothing, and how long that took."""
    folder = tmp_path_factory.mktemp("clean")
    write_files(folder, FILES)
    build(folder)  # what is compiled stays
    shutil.rmtree(folder / ".cache")
    begin = time.monotonic()
    site = build(folder)
    return folder, site, time.monotonic() - begin


SOAK_KILLS = int(os.environ.get("SOAK_KILLS", "0"))
"""At how many moments, spread over a build, `make soak` kills; without it, three stand for all."""

_MOMENTS = [(number + 0.5) / SOAK_KILLS for number in range(SOAK_KILLS)]
KILLS: list[tuple[bool, tuple[float, ...]]] = [(moment > 0.5, (moment * 2 % 1,)) for moment in _MOMENTS] or [
    (False, (0.5, 0.9)),
    (True, (0.75,)),
]
"""Whether there was a build before, and the shares of a build's time after which builds are killed, one by one."""


@pytest.mark.parametrize(("built", "shares"), KILLS)
def test_a_build_after_a_killed_one_is_right(
    *, built: bool, shares: tuple[float, ...], clean: tuple[Path, dict[str, bytes], float], tmp_path: Path
) -> None:
    _, site, seconds = clean
    write_files(tmp_path, FILES)
    if built:
        build(tmp_path)
        write_files(tmp_path, {"bib/a.bib": LIBRARY.replace("Flow number 8", "Flow number eight")})
        begin = time.monotonic()
        build(tmp_path)
        seconds = time.monotonic() - begin
        write_files(tmp_path, FILES)
    for share in shares:
        killed = start(tmp_path)
        time.sleep(seconds * share)
        killed.kill()
        killed.wait()
    assert build(tmp_path) == site
    if built:
        write_files(tmp_path, {"bib/a.bib": LIBRARY.replace("Flow number 7", "Flow number seven")})
        changed = build(tmp_path)
        assert b"Flow number seven" in changed["papers/k7/index.html"]
        shutil.rmtree(tmp_path / ".cache")
        assert build(tmp_path) == changed


def test_builds_at_the_same_time_with_one_cache_are_right(
    clean: tuple[Path, dict[str, bytes], float], tmp_path: Path
) -> None:
    write_files(tmp_path, FILES)
    both = [start(tmp_path, "one"), start(tmp_path, "two")]
    assert [process.wait(timeout=120) for process in both] == [0, 0]
    assert contents(tmp_path / "one") == contents(tmp_path / "two") == clean[1]
    assert build(tmp_path, "three") == clean[1]


def test_builds_into_one_folder_wait_for_each_other(
    clean: tuple[Path, dict[str, bytes], float], tmp_path: Path
) -> None:
    _, site, seconds = clean
    write_files(tmp_path, FILES)
    first = lock(folder_of(tmp_path / "site", tmp_path / ".cache" / "paperatlas") / "lock", lambda: None)
    assert first is not None
    builds = [start(tmp_path), start(tmp_path)]
    time.sleep(3 * seconds)
    assert [process.poll() for process in builds] == [None, None]
    assert not (tmp_path / "site").exists()
    unlock(first)
    assert [process.wait(timeout=120) for process in builds] == [0, 0]
    assert contents(tmp_path / "site") == site


def test_a_cache_that_cannot_be_believed_is_none(clean: tuple[Path, dict[str, bytes], float], tmp_path: Path) -> None:
    folder, site, _ = clean
    write_files(tmp_path, FILES)
    shutil.copytree(folder / ".cache", tmp_path / ".cache")
    files = sorted(path for path in (tmp_path / ".cache").rglob("*") if path.is_file())
    assert any(path.parent.name == "search" for path in files)
    for number, path in enumerate(files):
        data = path.read_bytes()
        forged = (
            data[: len(data) // 2],
            data.replace(b"PaperAtlas cache 1", b"PaperAtlas cache 0"),
            data[:-1] + bytes(byte ^ 1 for byte in data[-1:]),
            b"",
        )
        path.write_bytes(forged[number % len(forged)])
    assert build(tmp_path) == site
