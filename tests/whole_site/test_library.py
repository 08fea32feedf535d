"""The atlas' own library: texts in both languages, relations, sources."""

from __future__ import annotations

import csv
import re

import pytest

from paperatlas.atlas import Paper
from paperatlas.build.options import Options
from paperatlas.build.project import read_project
from paperatlas.notes import read_body
from tests.conftest import REPOSITORY
from tests.whole_site.conftest import BuiltSite

ATLAS = read_project(REPOSITORY, Options(), {"": ()}).atlas
PAPERS = [pytest.param(paper, id=key) for key, paper in ATLAS.papers.items()]
DIRECTIONS = sorted(path.stem for path in (REPOSITORY / "docs" / "directions").glob("*.md") if ".en" not in path.name)


@pytest.mark.parametrize("paper", PAPERS)
def test_abstracts_in_both_languages(paper: Paper) -> None:
    english, chinese = (paper.entry.text(name) for name in ("abstract", "abstract_zh"))
    assert english
    assert chinese
    assert 80 <= len(english.text.split()) <= 150
    assert 120 <= len(chinese.text) <= 300
    assert len(re.findall(r"[\u4e00-\u9fff]", chinese.text)) >= 100
    assert not re.search(r"[\u4e00-\u9fff]", english.text)


def test_every_method_says_in_one_line_what_it_changes() -> None:
    for key, paper in ATLAS.papers.items():
        english, chinese = (paper.entry.plain(name) for name in ("change", "change_zh"))
        assert 20 <= len(english) <= 90, key
        assert 8 <= len(chinese) <= 40, key
        assert re.fullmatch(r"[A-Z][\w-]+s [^\u4e00-\u9fff]*[^.。]", english), key
        assert re.search(r"[\u4e00-\u9fff]", chinese), key
        assert not chinese.endswith(("。", ".")), key


@pytest.mark.parametrize("paper", PAPERS)
def test_a_paper_is_related_to_another_and_every_relation_has_its_evidence(paper: Paper) -> None:
    assert paper.key in ATLAS.relations_from or paper.key in ATLAS.relations_to
    for relation in ATLAS.relations_from.get(paper.key, ()):
        assert set(relation.evidence) == {"en", "zh"}, relation.target


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_what_came_after_the_article(direction: str) -> None:
    later = [
        paper
        for paper in ATLAS.papers.values()
        if f"{direction}/since-2021" in [item.value for item in paper.entry.list("keywords")]
    ]
    assert len(later) >= 8
    assert all(paper.year and 2021 <= paper.year <= 2026 for paper in later)


def test_sources_are_recorded() -> None:
    with (REPOSITORY / "bib" / "SOURCES.tsv").open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file, delimiter="\t")
    assert header == ["key", "confirms", "address"]
    assert rows == sorted(rows)
    assert all(len(row) == 3 and row[1] and re.fullmatch(r"https?://\S+", row[2]) for row in rows)
    assert {row[0] for row in rows} == set(ATLAS.papers)


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_a_note_cites_the_same_papers_in_both_languages(direction: str) -> None:
    cited = []
    for suffix in (".md", ".en.md"):
        text = (REPOSITORY / "docs" / "directions" / f"{direction}{suffix}").read_text(encoding="utf-8")
        cited.append({citation.key for cluster in read_body(text).clusters for citation in cluster.citations})
    assert cited[0] == cited[1]


def test_both_languages_have_the_same_pages(atlas_site: BuiltSite) -> None:
    english = {address.removeprefix("en/") for address in atlas_site.files if address.startswith("en/")}
    assert english == {address for address in atlas_site.files if not address.startswith("en/")} - {"404.html"}
