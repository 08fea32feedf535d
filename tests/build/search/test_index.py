"""The search index: made by Pagefind, kept in the cache, put into the site."""

from __future__ import annotations

import gzip
import json
import shutil
from base64 import b64encode
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from paperatlas.build.search import index as index_module
from paperatlas.build.search.index import INDEX, FormerIndex, write_search_index
from paperatlas.build.search.pagefind import Pagefind, find_pagefind
from paperatlas.build.search.records import SearchRecord
from paperatlas.build.search.service import Service
from paperatlas.storage.files import WriteError, write_output
from tests.conftest import write_files

RECORDS = (
    SearchRecord("papers/nice/", "en", "NICE & easy", "Dinh 2015", "<p>Invertible networks</p>"),
    SearchRecord("en/%E6%B5%81/", "en", "Flows", "", '<h2 id="a">Part</h2><p>Text</p><p data-search-exclude>not</p>'),
    SearchRecord("", "zh_CN", "首页", "", "<p>神经网络与注意力</p>"),
    SearchRecord("years/", "zh_CN", "年份"),
)
OTHER = {"kind": "5", "names": ""}
"""What is known of a page that is about nothing."""


@pytest.fixture(scope="module")
def pagefind() -> Pagefind:
    found = find_pagefind()
    assert found is not None
    return found


def write(pagefind: Pagefind, folder: Path, records: tuple[SearchRecord, ...] = RECORDS) -> Path:
    former = FormerIndex(folder / "site" / INDEX, folder / "written.cache")
    assert write_search_index(pagefind, records, folder / "site", folder / "cache", former) == []
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
    assert pages["/papers/nice/"]["meta"] == {"title": "NICE & easy", "byline": "Dinh 2015", **OTHER}
    assert pages["/"]["meta"] == {"title": "首页", "byline": "", **OTHER}
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


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses of the pages that Pagefind is given; the samples of languages, which have no body, are none."""
    given: list[str] = []
    make = Service.make_index

    def note(self: Service, pages: Iterable[tuple[str, str]], left_out: str) -> dict[str, bytes]:
        listed = list(pages)
        given.extend(address for address, _ in listed if address not in ("/en", "/zh-cn"))
        return make(self, listed, left_out)

    monkeypatch.setattr(Service, "make_index", note)
    return given


def test_only_the_shard_of_a_changed_page_is_made_again(pagefind: Pagefind, tmp_path: Path, made: list[str]) -> None:
    before = files(write(pagefind, tmp_path))
    assert set(made) == {"/papers/nice/", "/en/流/", "/", "/years/"}
    made.clear()
    assert files(write(pagefind, tmp_path)) == before
    assert made == []
    changed = (RECORDS[0], RECORDS[1], SearchRecord("", "zh_CN", "首页", "", "<p>别的</p>"), RECORDS[3])
    after = files(write(pagefind, tmp_path, changed))
    assert made == ["/"]
    assert after != before
    assert after == files(write(pagefind, tmp_path / "cold", changed))


def test_what_is_there_is_left_and_what_is_lost_or_damaged_comes_back(pagefind: Pagefind, tmp_path: Path) -> None:
    index = write(pagefind, tmp_path)
    before = files(index)
    stamps = {path: path.stat().st_mtime_ns for path in index.rglob("*") if path.is_file()}
    write(pagefind, tmp_path)
    assert {path: path.stat().st_mtime_ns for path in index.rglob("*") if path.is_file()} == stamps
    (index / "pagefind-entry.json").unlink()
    (index / "pagefind.js").write_text("forged", encoding="utf-8")
    (index / "fragment" / "old.pf_fragment").write_text("stale", encoding="utf-8")
    write(pagefind, tmp_path)
    assert files(index) == before


def test_the_index_of_a_site_that_was_put_aside_is_moved_back(pagefind: Pagefind, tmp_path: Path) -> None:
    index = write(pagefind, tmp_path)
    before = files(index)
    stamps = {path.name: path.stat().st_mtime_ns for path in index.rglob("*") if path.is_file()}
    index.rename(tmp_path / "aside")
    former = FormerIndex(tmp_path / "aside", tmp_path / "written.cache")
    assert write_search_index(pagefind, RECORDS, tmp_path / "site", tmp_path / "cache", former) == []
    assert files(index) == before
    assert {path.name: path.stat().st_mtime_ns for path in index.rglob("*") if path.is_file()} == stamps


def test_a_page_that_is_gone_leaves_nothing_behind(pagefind: Pagefind, tmp_path: Path) -> None:
    write(pagefind, tmp_path)
    write_files(tmp_path, {"cache/of-an-earlier-version/sizes.json": "{}"})
    assert files(write(pagefind, tmp_path, RECORDS[1:])) == files(write(pagefind, tmp_path / "cold", RECORDS[1:]))
    assert len(list((tmp_path / "cache").iterdir())) == 3


def test_a_search_that_has_no_pages_of_a_language_any_more(pagefind: Pagefind, tmp_path: Path) -> None:
    write(pagefind, tmp_path)
    entry = json.loads((write(pagefind, tmp_path, RECORDS[:1]) / "pagefind-entry.json").read_text())
    assert entry["languages"].keys() == {"en"}


def test_without_a_cache(pagefind: Pagefind, tmp_path: Path) -> None:
    assert write_search_index(pagefind, RECORDS, tmp_path, None) == []
    assert [path.name for path in tmp_path.iterdir()] == [INDEX]


def test_a_configuration_of_pagefind_s_own_changes_nothing(
    pagefind: Pagefind, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pagefind.yml").write_text("force_language: fr\n", encoding="utf-8")
    monkeypatch.setenv("PAGEFIND_FORCE_LANGUAGE", "fr")
    entry = json.loads((write(pagefind, tmp_path) / "pagefind-entry.json").read_text())
    assert set(entry["languages"]) == {"en", "zh-cn"}


ANSWER = "#!/bin/sh\ncase $1 in --version) echo 1;; *) printf '{},'; cat;; esac\n"
FAILURES = [
    ("#!/bin/sh\ncase $1 in --version) echo 1;; *) echo broken >&2; exit 3;; esac\n", "ended with code 3: broken"),
    ("#!/bin/sh\nexit 1\n", "ended with code 1: it said nothing"),
    ("no program", "cannot be run"),
    (ANSWER.format("bm90aGluZw=="), "gave an answer that cannot be read"),
    (ANSWER.format(b64encode(b'{"payload":{"type":"Error","message":"no such index"}}').decode()), "no such index"),
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


def test_an_index_that_finds_no_room_is_told_and_not_left_in_half(
    pagefind: Pagefind, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: str, data: bytes) -> None:
        if path.endswith(".pf_index"):
            raise WriteError(f"cannot write '{path}': no space left on device")
        write_output(path, data)

    monkeypatch.setattr(index_module, "write_output", full)
    [problem] = write_search_index(pagefind, RECORDS, tmp_path / "site", tmp_path / "cache")
    assert problem.code == "SEA003"
    assert "no space left on device" in problem.message
    assert not (tmp_path / "site" / INDEX).exists()


def damage(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-20])


def exchange(path: Path) -> None:
    """Put the shard of another part in its place, which is whole."""
    [other] = path.parent.glob("zh-cn-texts-*")
    shutil.copyfile(other, path)


@pytest.mark.parametrize("change", [Path.unlink, damage, exchange])
def test_a_shard_in_the_cache_that_is_not_what_it_was_is_made_again(
    change: Callable[[Path], None], pagefind: Pagefind, tmp_path: Path
) -> None:
    before = files(write(pagefind, tmp_path))
    [shard] = (tmp_path / "cache").glob("en-texts-*")
    change(shard)
    shutil.rmtree(tmp_path / "site")
    assert files(write(pagefind, tmp_path)) == before


def test_a_shard_of_another_version_is_made_again(
    pagefind: Pagefind, tmp_path: Path, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(pagefind, tmp_path)
    made.clear()
    monkeypatch.setattr(Pagefind, "version", lambda _: "pagefind 1.5.999")
    write(pagefind, tmp_path)
    assert len(made) == 4


@pytest.mark.parametrize(
    ("version", "more"),
    [("pagefind 1.9.0", ""), ("pagefind 1.5.2", '<p data-pagefind-filter="kind">Filtered</p>')],
)
def test_an_index_of_another_format_is_made_whole(
    version: str, more: str, pagefind: Pagefind, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Pagefind, "version", lambda _: version)
    records = (*RECORDS, SearchRecord("more/", "en", "More", "", f"<p>More</p>{more}"))
    index = write(pagefind, tmp_path, records)
    assert fragments(index).keys() == {"/papers/nice/", "/en/流/", "/", "/years/", "/more/"}
    assert files(index) == files(write(pagefind, tmp_path / "again", records[::-1]))
    assert bool(list(index.glob("filter/*"))) == bool(more)


def test_a_link_stands_next_to_the_bracket_before_it(pagefind: Pagefind, tmp_path: Path) -> None:
    body = '<p>Drawn (<a class="c" id="cite-1" href="x">Graph10</a>) well.</p><h2 class="h" id="part">Part</h2>'
    [page] = fragments(write(pagefind, tmp_path, (SearchRecord("a/", "en", "A", "", body),))).values()
    assert "Drawn (Graph10) well." in page["content"]
    assert [anchor["id"] for anchor in page["anchors"]] == ["part"]
