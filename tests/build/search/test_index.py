"""The search index: made by Pagefind, kept in the cache, put into the site."""

from __future__ import annotations

import gzip
import json
import os
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from paperatlas.build.search.index import INDEX, write_search_index
from paperatlas.build.search.pagefind import Pagefind, find_pagefind
from paperatlas.build.search.records import SearchRecord

RECORDS = (
    SearchRecord("papers/nice/", "en", "NICE & easy", "Dinh 2015", "<p>Invertible networks</p>"),
    SearchRecord("en/%E6%B5%81/", "en", "Flows", "", '<h2 id="a">Part</h2><p>Text</p><p data-search-exclude>not</p>'),
    SearchRecord("", "zh_CN", "首页", "", "<p>神经网络与注意力</p>"),
    SearchRecord("years/", "zh_CN", "年份"),
)


@pytest.fixture(scope="module")
def pagefind() -> Pagefind:
    found = find_pagefind()
    assert found is not None
    return found


def write(pagefind: Pagefind, folder: Path, records: tuple[SearchRecord, ...] = RECORDS, **options: Any) -> Path:
    assert write_search_index(pagefind, records, folder / "site", folder / "cache", **options) == []
    return folder / "site" / INDEX


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def fragments(index: Path) -> dict[str, dict[str, Any]]:
    """Every page that is found, by its address."""
    texts = (gzip.decompress(path.read_bytes()) for path in (index / "fragment").iterdir())
    pages = [json.loads(text.removeprefix(b"pagefind_dcd")) for text in texts]
    return {page["url"]: page for page in pages}


def test_the_program_knows_chinese_words(pagefind: Pagefind) -> None:
    assert pagefind.extended
    assert pagefind.version().startswith("pagefind 1.")


def test_every_page_is_in_the_index_of_its_language(pagefind: Pagefind, tmp_path: Path) -> None:
    index = write(pagefind, tmp_path)
    entry = json.loads((index / "pagefind-entry.json").read_text())
    assert {language: found["page_count"] for language, found in entry["languages"].items()} == {"en": 2, "zh-cn": 2}
    pages = fragments(index)
    assert pages.keys() == {"/papers/nice/", "/en/流/", "/", "/years/"}
    assert pages["/papers/nice/"]["meta"] == {"title": "NICE & easy", "byline": "Dinh 2015"}
    assert "not" not in pages["/en/流/"]["content"]
    assert [anchor["id"] for anchor in pages["/en/流/"]["anchors"]] == ["a"]


def test_only_what_a_browser_loads_is_written(pagefind: Pagefind, tmp_path: Path) -> None:
    index = write(pagefind, tmp_path)
    suffixes = {path.suffix for path in index.iterdir() if path.is_file()}
    assert suffixes == {".js", ".json", ".pf_meta", ".pagefind"}
    assert [path.name for path in index.glob("*.js")] == ["pagefind.js"]


def test_the_same_pages_make_the_same_index_in_any_order(pagefind: Pagefind, tmp_path: Path) -> None:
    first = write(pagefind, tmp_path / "a")
    assert files(first) == files(write(pagefind, tmp_path / "b", RECORDS[::-1]))


def test_an_index_is_made_once_and_again_when_a_page_changes(
    pagefind: Pagefind, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Path] = []
    make = Pagefind.make_index

    def count(self: Pagefind, records: Iterable[SearchRecord], folder: Path) -> None:
        made.append(folder)
        make(self, records, folder)

    monkeypatch.setattr(Pagefind, "make_index", count)
    before = files(write(pagefind, tmp_path))
    assert files(write(pagefind, tmp_path)) == before
    assert len(made) == 1
    changed = (*RECORDS[1:], SearchRecord("papers/nice/", "en", "NICE", "", "<p>Something else</p>"))
    assert files(write(pagefind, tmp_path, changed)) != before
    assert len(made) == 2
    assert len(list((tmp_path / "cache").iterdir())) == 1


def test_what_is_there_is_left_and_what_is_lost_comes_back(pagefind: Pagefind, tmp_path: Path) -> None:
    index = write(pagefind, tmp_path)
    before = files(index)
    stamps = {path: path.stat().st_mtime_ns for path in index.rglob("*")}
    write(pagefind, tmp_path)
    assert {path: path.stat().st_mtime_ns for path in index.rglob("*")} == stamps
    (index / "pagefind-entry.json").unlink()
    write(pagefind, tmp_path)
    assert files(index) == before


def test_while_a_site_is_served_an_older_index_will_do(pagefind: Pagefind, tmp_path: Path) -> None:
    before = files(write(pagefind, tmp_path, any_age=True))
    assert files(write(pagefind, tmp_path, RECORDS[1:], any_age=True)) == before
    assert files(write(pagefind, tmp_path, RECORDS[1:])) != before


def test_without_a_cache(pagefind: Pagefind, tmp_path: Path) -> None:
    assert write_search_index(pagefind, RECORDS, tmp_path, None) == []
    assert [path.name for path in tmp_path.iterdir()] == [INDEX]


def test_files_are_copied_where_they_cannot_be_linked(
    pagefind: Pagefind, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(18, "Invalid cross-device link")

    monkeypatch.setattr(os, "link", refuse)
    assert len(fragments(write(pagefind, tmp_path))) == 4


def test_an_interrupted_index_is_none(pagefind: Pagefind, tmp_path: Path) -> None:
    before = files(write(pagefind, tmp_path))
    [made] = (tmp_path / "cache").iterdir()
    (made / "pagefind-entry.json").unlink()
    (tmp_path / "site" / INDEX / "pagefind-entry.json").unlink()
    assert files(write(pagefind, tmp_path)) == before


def test_a_configuration_of_pagefind_s_own_changes_nothing(
    pagefind: Pagefind, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pagefind.yml").write_text("force_language: fr\n", encoding="utf-8")
    monkeypatch.setenv("PAGEFIND_FORCE_LANGUAGE", "fr")
    entry = json.loads((write(pagefind, tmp_path) / "pagefind-entry.json").read_text())
    assert set(entry["languages"]) == {"en", "zh-cn"}


FAILURES = [
    ("#!/bin/sh\ncase $1 in --version) echo 1;; *) echo broken >&2; exit 3;; esac\n", "ended with code 3: broken"),
    ("#!/bin/sh\nexit 1\n", "ended with code 1: it said nothing"),
    ("no program", "cannot be run"),
]


@pytest.mark.parametrize(("script", "words"), FAILURES)
def test_a_failure_is_a_problem(tmp_path: Path, script: str, words: str) -> None:
    program = tmp_path / "pagefind"
    program.write_text(script, encoding="utf-8")
    program.chmod(0o755)
    [problem] = write_search_index(Pagefind(program), RECORDS, tmp_path / "site", tmp_path / "cache")
    assert problem.code == "SEA003"
    assert words in problem.message


def test_a_cache_that_cannot_be_written_spares_nothing(pagefind: Pagefind, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file", encoding="utf-8")
    assert len(fragments(write(pagefind, tmp_path))) == 4


def test_a_site_that_cannot_be_written_is_a_problem(pagefind: Pagefind, tmp_path: Path) -> None:
    (tmp_path / "site").write_text("a file", encoding="utf-8")
    [problem] = write_search_index(pagefind, RECORDS, tmp_path / "site", None)
    assert problem.code == "SEA003"
    assert "site" in problem.message


@pytest.mark.parametrize("entry", ["", "{", "{}"])
def test_an_index_that_found_no_room_is_told_and_the_cache_does_without(
    entry: str, pagefind: Pagefind, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = Pagefind._run

    def without_room(self: Pagefind, *arguments: str, cwd: str | None = None) -> str:
        """What Pagefind leaves on a full disk, without a word of it."""
        done = run(self, *arguments, cwd=cwd)
        if "--output-path" in arguments:
            folder = Path(arguments[arguments.index("--output-path") + 1])
            if full in folder.as_posix():
                (folder / "pagefind-entry.json").write_text(entry)
                next((folder / "fragment").iterdir()).write_bytes(b"")
        return done

    monkeypatch.setattr(Pagefind, "_run", without_room)
    full = "/cache/"
    assert fragments(write(pagefind, tmp_path)).keys() >= {"/", "/years/"}
    assert list((tmp_path / "cache").iterdir()) == []
    full = "/site/"
    (problem,) = write_search_index(pagefind, RECORDS, tmp_path / "other" / "site", None)
    assert problem.code == "SEA003"
    assert "its index is incomplete; the disk may be full" in problem.message


@pytest.mark.parametrize("lost", [True, False])
def test_an_index_in_the_cache_that_is_not_whole_is_made_again(
    *, lost: bool, pagefind: Pagefind, tmp_path: Path
) -> None:
    before = files(write(pagefind, tmp_path))
    fragment = next((tmp_path / "cache").glob("*/fragment/*"))
    if lost:
        fragment.unlink()
    else:
        fragment.write_bytes(fragment.read_bytes()[:20])
    shutil.rmtree(tmp_path / "site")
    assert files(write(pagefind, tmp_path)) == before
