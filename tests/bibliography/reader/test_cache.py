"""What was read is kept, used only where it is true, and never trusted."""

from __future__ import annotations

import json
import zlib
from pathlib import Path

import pytest

from paperatlas.bibliography import Library, read_library
from paperatlas.bibliography.reader import library as reading
from paperatlas.bibliography.reader import read_file
from paperatlas.diagnostics.problem import Problem

TEXT = r"""@string{j = {Journal}}
@article{a,
  author = {M{\"u}ller, J{\"o}rg and {Open AI} and 王小明 and others},
  title = {A \emph{{BERT} \textbf{x}} $x^2$ \url{https://example.org} \fancy{y}},
  journal = j # k,
  year = 2020, month = mar,
  url = {https//example.org},
  extends = {b,
    c},
}
@inproceedings{b, crossref = {c}, xdata = {d}}
@proceedings{c, title = {C {\o}}}
"""


def told(library: Library) -> list[object]:
    """Everything a library says."""
    return [
        library.files,
        *(
            (
                entry.key,
                entry.type,
                entry.place,
                entry.end_line,
                dict(entry.fields),
                [(name, entry.text(name), entry.names(name), entry.list(name)) for name in entry.fields],
                entry.date,
                entry.doi,
                entry.arxiv,
            )
            for entry in library.entries
        ),
    ]


class Site:
    """Two .bib files and a cache, and how often a file was really read."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.paths = [root / "a.bib", root / "b.bib"]
        self.paths[0].write_text(TEXT, encoding="utf-8")
        self.paths[1].write_text("@string{k = {K}}\n@misc{z, note = {Z}}\n", encoding="utf-8")
        self.root = root
        self.cache = root / "cache"
        self.reads = 0
        read = read_file.read

        def counted(*arguments: object) -> object:
            self.reads += 1
            return read(*arguments)  # type: ignore[arg-type]

        monkeypatch.setattr(reading, "read", counted)

    def read(self) -> tuple[list[object], tuple[Problem, ...]]:
        """Read with the cache; what comes out is always what comes out without it."""
        library, problems = read_library(self.paths, self.root, self.cache)
        said = told(library)
        before = self.reads
        fresh, fresh_problems = read_library(self.paths, self.root)
        self.reads = before
        assert said == told(fresh)
        assert problems == fresh_problems
        return said, problems

    def reads_now(self) -> int:
        """How many files are really read now."""
        self.reads = 0
        self.read()
        return self.reads


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    return Site(tmp_path, monkeypatch)


def test_unchanged_files_are_not_read_again(site: Site) -> None:
    assert site.reads_now() == 2
    assert site.reads_now() == 0
    _, problems = site.read()
    assert {problem.code for problem in problems} == {"MAC003", "TEX001", "IDN003", "XRF001"}


def test_changed_file_is_read_again(site: Site) -> None:
    site.read()
    site.paths[1].write_text("@string{k = {K}}\n@misc{z, note = {Y}}\n", encoding="utf-8")
    assert site.reads_now() == 1
    assert site.reads_now() == 0


def test_macro_of_another_file_matters(site: Site) -> None:
    site.read()
    site.paths[1].write_text("@string{k = {L}}\n@misc{z, note = {Z}}\n", encoding="utf-8")
    assert site.reads_now() == 2


def test_order_of_files_matters(site: Site) -> None:
    site.read()
    site.paths.reverse()
    assert site.reads_now() == 2


def test_deleted_cache(site: Site) -> None:
    site.read()
    for path in site.cache.iterdir():
        path.unlink()
    site.cache.rmdir()
    assert site.reads_now() == 2


def test_shared_cache(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site.read()
    (tmp_path / "elsewhere").mkdir()
    other = Site(tmp_path / "elsewhere", monkeypatch)
    other.cache = site.cache
    assert other.reads_now() == 0


def test_cache_that_cannot_be_written(site: Site) -> None:
    site.cache.write_text("a file where the folder should be", encoding="utf-8")
    assert site.reads_now() == 2


@pytest.mark.parametrize("length", [0, 1, 50, 300, -1, -100])
def test_interrupted_writing(site: Site, length: int) -> None:
    site.read()
    for path in site.cache.iterdir():
        path.write_bytes(path.read_bytes()[:length])
    assert site.reads_now() == 2


@pytest.mark.parametrize("place", [0.05, 0.3, 0.6, 0.9])
def test_damaged_bytes(site: Site, place: float) -> None:
    site.read()
    for path in site.cache.iterdir():
        data = bytearray(path.read_bytes())
        data[int(len(data) * place)] ^= 1
        path.write_bytes(data)
    site.read()


def forged(path: Path, head: object, body: bytes) -> None:
    """Replace a cache file's contents by others with a right checksum."""
    sizes = json.loads(path.read_bytes().partition(b"\n")[0])
    rest = json.dumps(head).encode()
    sizes |= {"head": len(rest), "body": len(body), "checksum": zlib.crc32(rest + body)}
    path.write_bytes(json.dumps(sizes).encode() + b"\n" + rest + body)


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ([], b""),
        ({}, b""),
        ({"environment": "", "starts": "x"}, b""),
        (None, b"[]"),
        ("same", b""),
        ("same", b"\xff"),
        ("same", b"["),
        ("same", b"7"),
        ("same", b'[["name", "title"]]'),
        ("same", b'[["title","title",1,2,3,4,5,[{"mark":"script"}]]]'),
        ("same", b'[["title","title",1,2,3,4,5,null]]'),
        ("same", b'[["title","title","x",2,3,4,5,[{"mark":"script","nodes":[],"target":""}]]]'),
        ("same", b'[["author","author","x",2,3,4,5,{"names":[[1,2,3,4,5]],"others":0}]]'),
        ("same", b"[" * 100_000),
    ],
)
def test_forged_cache_cannot_make_reading_fail(site: Site, head: object, body: bytes) -> None:
    site.read()
    for path in site.cache.iterdir():
        whole = path.read_bytes().partition(b"\n")
        size = json.loads(whole[0])["head"]
        kept = json.loads(whole[2][:size])
        if head == "same":
            count = len(kept["heads"])
            kept["lengths"] = [len(body)] * count
            forged(path, kept, body * count)
        else:
            forged(path, head, body)
    library, _ = read_library(site.paths, site.root, site.cache)
    told(library)


def test_no_leftovers(site: Site) -> None:
    site.read()
    site.read()
    assert sorted(path.suffix for path in site.cache.iterdir()) == [".json", ".json"]


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("heads", [[1, 0, 1, 1, 1]]),
        ("heads", [["a", 7, 1, 1, 1]]),
        ("heads", [["a", 0, "x", 1, 1]]),
        ("links", [[99, "crossref", "a", 1, 1]]),
        ("links", [[0, "crossref", None, 1, 1]]),
        ("definitions", [["j", 1, [["m"]], 1, 1]]),
        ("definitions", [[1, 1, [], 1, 1]]),
        ("definitions", [["j", "x", [], 1, 1]]),
        ("problems", [["TEX001", "warning", "x", 1, "message", "hint"]]),
        ("problems", [[None, "warning", 1, 1, "message", "hint"]]),
        ("lengths", [-5]),
    ],
)
def test_forged_head_is_not_used(site: Site, part: str, value: object) -> None:
    site.read()
    for path in site.cache.iterdir():
        line, _, rest = path.read_bytes().partition(b"\n")
        size = json.loads(line)["head"]
        forged(path, json.loads(rest[:size]) | {part: value}, rest[size:])
    assert site.reads_now() == 2
