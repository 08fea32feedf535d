"""`make build`, as a person and both workflows call it: whatever is wrong fails it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY, write_files

SITE = """\
site_name: Small
nav: [index.md]
plugins: [paperatlas]
"""
# The atlas' own settings of what MkDocs warns of.
VALIDATION = "".join(
    (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8").partition("\nvalidation:\n")[1:],
)
ENTRY = "@misc{kingma, title = {Glow}, author = {Kingma, Diederik P.}, year = 2018}\n"

BROKEN = [
    ({"bib/broken.bib": "@misc{dinh, title = {NICE},\n@misc{next,\n"}, "bib/broken.bib"),
    ({"docs/index.md": "# Home\n\nAs [@nobody] shows.\n"}, "nobody"),
    ({"docs/index.md": "# Home\n\n[dead](nowhere.md)\n"}, "nowhere.md"),
    ({"docs/index.md": "# Home\n\n[dead](#nowhere)\n"}, "#nowhere"),
    ({"docs/lost.md": "# In no navigation\n"}, "lost.md"),
]


def make_build(folder: Path, files: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run the `build` task of the Makefile in `folder`, with what runs the tests instead of setting anything up."""
    write_files(folder, {"mkdocs.yml": SITE + VALIDATION, "docs/index.md": "# Home\n", "bib/one.bib": ENTRY} | files)
    made = ["-o", ".venv/.site", f"BIN={Path(sys.executable).parent}"]
    command = ["make", "--no-print-directory", "-f", str(REPOSITORY / "Makefile"), *made, "build"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_a_build_without_problems_says_where_the_site_is(tmp_path: Path) -> None:
    done = make_build(tmp_path, {})
    assert (done.returncode, done.stdout, done.stderr) == (0, "The atlas is in site/\n", "")
    assert (tmp_path / "site" / "papers" / "kingma" / "index.html").is_file()


@pytest.mark.parametrize(("files", "named"), BROKEN)
def test_a_problem_fails_the_build_and_is_named(tmp_path: Path, files: dict[str, str], named: str) -> None:
    done = make_build(tmp_path, files)
    assert done.returncode != 0
    assert named in done.stderr
    assert "in strict mode!" in done.stderr
    assert "INFO" not in done.stderr
    assert "is in site/" not in done.stdout
