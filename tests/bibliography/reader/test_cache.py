"""What was read is kept, used only where it is true, and never trusted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from paperatlas.bibliography import Library, read_library
from paperatlas.bibliography.model.stored import Head, StoredLink
from paperatlas.bibliography.reader import library as reading
from paperatlas.bibliography.reader import read_file
from paperatlas.bibliography.reader.cache import _READINGS, ReadingCache, StoredProblem, _Reading
from paperatlas.diagnostics.problem import Problem, Span
from paperatlas.storage.cache import to_msgpack

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
                entry.span,
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
        read = read_file.read_source

        def counted(*arguments: object) -> object:
            self.reads += 1
            return read(*arguments)  # type: ignore[arg-type]

        monkeypatch.setattr(reading, "read_source", counted)

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


@pytest.mark.parametrize("length", [0, 1, 50, 100, -1, -100])
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
    assert site.reads_now() == 2


def forge(site: Site, change: Callable[[_Reading], _Reading]) -> None:
    """Put something else into the cache of each file, under the right digest and checksum."""
    for path in site.paths:
        cache, key = ReadingCache(site.cache)._path(path.name), (path.name.encode(), path.read_bytes())
        kept = _READINGS.load(cache, *key)
        assert kept is not None
        _READINGS.save(cache, change(kept), *key)


@pytest.mark.parametrize(
    "change",
    [
        lambda kept: kept._replace(ends=[]),
        lambda kept: kept._replace(starts="x"),
        lambda kept: kept._replace(heads=[*kept.heads, Head("x", "misc", 1, 1, 1)]),
        lambda kept: kept._replace(heads=[head._replace(line="x") for head in kept.heads]),
        lambda kept: kept._replace(links=[StoredLink(99, "crossref", "a", 1, 1)]),
        lambda kept: kept._replace(links=[StoredLink(-1, "crossref", "a", 1, 1)]),
        lambda kept: kept._replace(definitions=[("j", (0, 1), [["m"]], None)]),
        lambda kept: kept._replace(problems=[("TEX001", "a.bib")]),
        lambda kept: kept._replace(problems=[StoredProblem("XXX999", Span("a.bib"), "", (), (), None)]),
        lambda kept: kept._replace(problems=[StoredProblem("MAC003", Span("a.bib"), "", (), (), None)]),
        lambda _: (),
    ],
)
def test_a_forged_reading_is_not_used(site: Site, change: Callable[[_Reading], _Reading]) -> None:
    site.read()
    forge(site, change)
    assert site.reads_now() == 2


@pytest.mark.parametrize(
    "fields",
    [
        b"",
        b"\xff",
        b"\xc1",
        b"\x91" * 100_000,
        to_msgpack([["title"]]),
        to_msgpack([["title", "title", "x", "2", 3, 4, 5, None]]),
        to_msgpack([["title", "title", "x", 2, 3, 4, 5, [{"mark": "script", "nodes": [], "target": ""}]]]),
        to_msgpack([["author", "author", "x", 2, 3, 4, 5, {"names": [{"given": 1}], "others": False}]]),
    ],
)
def test_forged_fields_are_none(site: Site, fields: bytes) -> None:
    site.read()
    forge(site, lambda kept: kept._replace(ends=[len(fields)] * len(kept.heads), fields=memoryview(fields)))
    library, _ = read_library(site.paths, site.root, site.cache)
    assert [dict(entry.own_fields) for entry in library.entries] == [{}] * 4


def test_no_leftovers(site: Site) -> None:
    site.read()
    site.read()
    assert sorted(path.suffix for path in site.cache.iterdir()) == [".cache", ".cache"]
