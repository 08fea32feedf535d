"""Two builds of the same files are the same byte for byte, wherever, whenever and by whomever they are made."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import write_files
from tests.hosts.mkdocs.test_direct_pages import contents

LIBRARY = "".join(
    f"@article{{k{number}, title = {{Flow {name}}}, author = {{{name}, J. and Xu, K. and others}}, year = {{20{18 + number % 4}}},\n"
    f"  abstract = {{What flows do to {name} and {number}.}}, keywords = {{flows/{'ab'[number % 2]}, nets}}, journal = {{J{number % 2}}},\n"
    f"  uses = {{k{number // 2}}}, doi = {{10.1000/{number}}}, url = {{https://example.org/{number}}}}}\n"
    for number, name in enumerate(("Ho", "Édouard", "张", "Öz", "Istanbul", "istanbul", "Ahn"), 1)
)
FILES = {
    "bib/a.bib": LIBRARY,
    "bib/z.bib": "@misc{z1, title = {Last}, extends = {k1, k3}, keywords = {nets}}\n@misc{k0, title = {First}}\n",
    "docs/index.md": "# Home\n\n[@k1; @k2]\n",
    "docs/directions/flows.md": "---\ntitle: Flows\ngroups: [{slug: a}, {slug: b}]\nrelated: [nets]\n---\n# Flows\n\n@k2 [@k3]\n",
    "docs/directions/nets.md": "# Nets\n\n[@z1]\n",
    "docs/notes/b.md": "# B\n",
    "docs/notes/a.md": "# A\n",
    "mkdocs.yml": "site_name: T\nsite_url: https://example.org/\ntheme: {name: mkdocs}\n"
    "plugins: [search, {paperatlas: {index_threshold: 1}}]\n",
}
OTHER_ORDER = """
import os

_listdir, _scandir = os.listdir, os.scandir


class Scan:
    def __init__(self, path="."):
        with _scandir(path) as found:
            self.entries = reversed(sorted(found, key=lambda entry: entry.name))

    def __iter__(self):
        return self.entries

    def __next__(self):
        return next(self.entries)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def close(self):
        pass


os.listdir = lambda path=".": sorted(_listdir(path), reverse=True)
os.scandir = Scan
"""
"""What lists every folder backwards; Python runs it as `sitecustomize`."""


COUNT_COPIES = """
import os

os.register_at_fork(after_in_parent=lambda: open("copies", "a").write("."))
"""


def build(root: Path, *, time: str = "0", **environment: str) -> dict[str, bytes]:
    """The files of the site, as a process with this environment builds it."""
    settings = {"SOURCE_DATE_EPOCH": time, "NO_MKDOCS_2_WARNING": "1"} | environment
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    done = subprocess.run(command, cwd=root, env=os.environ | settings, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return contents(root / "site")


@pytest.mark.skipif(os.name == "nt", reason="it names zones as POSIX does")
def test_a_site_is_the_same_whatever_is_around_it(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "another place é"
    write_files(first, FILES)
    site = build(first, PYTHONHASHSEED="1", TZ="Pacific/Kiritimati", LC_ALL="C.UTF-8")
    write_files(second, dict(reversed(FILES.items())))
    write_files(tmp_path / "order", {"sitecustomize.py": OTHER_ORDER})
    around = {"PYTHONHASHSEED": "4242", "TZ": "America/Adak", "LC_ALL": "C", "PYTHONUTF8": "1", "LANGUAGE": "tr"}
    other = build(second, PYTHONPATH=str(tmp_path / "order"), **around)
    assert [path for path in site.keys() | other.keys() if site.get(path) != other.get(path)] == []
    # The date of the build is that of the variable, in UTC, whatever was built before.
    later = build(second, time="1000000000", TZ="Pacific/Kiritimati")
    assert b"<lastmod>1970-01-01</lastmod>" in site["sitemap.xml"]
    assert b"<lastmod>2001-09-09</lastmod>" in later["sitemap.xml"]
    assert {path for path in later if later[path] != site.get(path)} <= {"index.html", "sitemap.xml", "sitemap.xml.gz"}


@pytest.mark.skipif(os.name == "nt", reason="there is one process")
def test_a_site_is_the_same_in_several_processes(tmp_path: Path) -> None:
    def saved(root: Path) -> None:
        """Change an abstract, and with it what is related."""
        write_files(root, {"bib/a.bib": LIBRARY.replace("What flows do to Öz", "What nets undo in Öz")})

    write_files(tmp_path / "order", {"sitecustomize.py": COUNT_COPIES})
    first, second = tmp_path / "one", tmp_path / "three"
    for root, processes in ((first, 1), (second, 3)):
        configuration = FILES["mkdocs.yml"].replace("index_threshold: 1", f"index_threshold: 1, processes: {processes}")
        write_files(root, {**FILES, "mkdocs.yml": configuration})
    once, copied = (build(root, PYTHONPATH=str(tmp_path / "order")) for root in (first, second))
    assert [path for path in once.keys() | copied.keys() if once.get(path) != copied.get(path)] == []
    # Two for what is related, two for pages.
    assert (second / "copies").read_text() == "...."
    assert not (first / "copies").exists()
    for root in (first, second):
        saved(root)
    once, again = build(first), build(second)
    assert [path for path in once.keys() | again.keys() if once.get(path) != again.get(path)] == []
    assert [path for path in again if again[path] != copied[path]]
