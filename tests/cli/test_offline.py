"""`paperatlas offline`."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.atlas.test_assemble import entry
from tests.cli.conftest import Run

SITE = {
    "mkdocs.yml": "site_name: Test\ntheme:\n  name: mkdocs\nplugins:\n  - paperatlas\n",
    "bib/a.bib": entry("a"),
    "docs/index.md": "# Home\n",
}


def test_a_folder_and_a_file(run: Run, tmp_path: Path) -> None:
    ran = run(SITE, "offline", "my-atlas")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("my-atlas/ and my-atlas.zip (")
    before = (tmp_path / "my-atlas.zip").read_bytes()
    with ZipFile(tmp_path / "my-atlas.zip") as archive:
        assert {"my-atlas/index.html", "my-atlas/papers/a.html", "my-atlas/search/en.js"} <= set(archive.namelist())
    # Another time, the folder is there: it is built anew, and comes out the same.
    (tmp_path / "my-atlas/index.html").write_text("stale")
    (tmp_path / "my-atlas/.git").mkdir()
    assert run({}, "offline", "my-atlas/").code == 0
    assert (tmp_path / "my-atlas.zip").read_bytes() == before


def test_a_file_that_somebody_added_is_not_deleted(run: Run, tmp_path: Path) -> None:
    assert run(SITE, "offline").code == 0
    (tmp_path / "offline/papers/remarks.txt").write_text("mine")
    ran = run({}, "offline")
    assert (ran.code, (tmp_path / "offline/papers/remarks.txt").read_text()) == (2, "mine")
    assert "'papers/remarks.txt' in 'offline' was not built, and would be deleted" in ran.err


REFUSED = [
    ({"mine/thesis.tex": "x"}, ["mine"], 2, "'mine' is not empty"),
    # A site that was published, or a theme's folder, has the same script.
    ({"mine/thesis.tex": "x", "mine/assets/search-script.js": "x"}, ["mine"], 2, "'mine' is not empty"),
    ({"docs/index.md": "# Home\n\n[x](nowhere.md)\n"}, ["--strict"], 1, "could not be built"),
    ({"mkdocs.yml": SITE["mkdocs.yml"] + "nav: 1\n"}, [], 1, "could not be built"),
]


@pytest.mark.parametrize(("files", "arguments", "code", "message"), REFUSED)
def test_nothing_is_written(
    run: Run, tmp_path: Path, files: dict[str, str], arguments: list[str], code: int, message: str
) -> None:
    ran = run(SITE | files, "offline", *arguments)
    assert ran.code == code
    assert message in ran.err
    assert not list(tmp_path.glob("*.zip"))
    assert all((tmp_path / name).is_file() for name in files)
