"""What a paper, a direction and a relation tell of themselves."""

from __future__ import annotations

from dataclasses import replace

import pytest

from paperatlas.atlas.model import Atlas, Direction, Group, Relation
from paperatlas.atlas.paper_model import Link
from paperatlas.atlas.relation_types import SIMILAR
from paperatlas.diagnostics.problem import Span
from tests.atlas.test_paper import fields
from tests.conftest import ReadFiles


@pytest.mark.parametrize(
    ("values", "language", "text", "found"),
    [
        ({"abstract": "E", "abstract_zh": "Z"}, "zh", "Z", "zh"),
        ({"abstract": "E", "abstract_zh": "Z"}, "en", "E", "en"),
        ({"abstract": "E"}, "zh", "E", "en"),
        ({"abstract_zh": "Z"}, "en", "Z", "zh"),
    ],
)
def test_texts_by_language(read_files: ReadFiles, values: dict[str, str], language: str, text: str, found: str) -> None:
    project = read_files({"bib/a.bib": f"@online{{k,\n  title = {{T}},\n{fields(**values)}}}\n"})
    localised = project.atlas.papers["k"].localised("abstract", language)
    assert localised
    assert (localised[0].text, localised[1]) == (text, found)


def test_a_paper_without_a_method_is_called_by_its_title(read_files: ReadFiles) -> None:
    project = read_files({"bib/a.bib": "@online{k, title = {The {GAN} paper}}\n@online{m, title={T}, shorttitle={M}}"})
    assert [paper.name for paper in project.atlas.papers.values()] == ["The GAN paper", "M"]


@pytest.mark.parametrize(
    ("evidence", "language", "line", "shown"),
    [
        ({"en": "E", "zh": "Z"}, "zh", "Z", "zh"),
        ({"zh": "Z"}, "en", "Z", "zh"),
        ({"en": "E", "zh": ""}, "zh", "E", "en"),
        ({}, "en", "", "en"),
    ],
)
def test_evidence_is_in_whichever_language_there_is(
    evidence: dict[str, str], language: str, line: str, shown: str
) -> None:
    relation = Relation("a", "b", SIMILAR, "stated", evidence, Span("a.bib", 1))
    assert (relation.evidence_in(language), relation.evidence_language(language)) == (line, shown)


@pytest.mark.parametrize("kind", ["code", "video", "unheard"])
def test_of_two_links_of_a_kind_the_first_counts(read_files: ReadFiles, kind: str) -> None:
    paper = read_files({"bib/a.bib": "@misc{k, title = {T}}"}).atlas.papers["k"]
    links = (Link("code", "https://a.example", official=False), Link("video", "v"), Link("code", "https://b.example"))
    found = replace(paper, links=links).link(kind)
    assert found == {"code": links[0], "video": links[1]}.get(kind)
    assert replace(paper, links=()).link(kind) is None


def test_a_paper_in_two_groups_is_once_in_the_direction() -> None:
    groups = (Group("x", "X", "", ("b", "a")), Group("y", "Y", "", ("a", "c")), Group("", "", "", ()))
    direction = Direction("流", "Flows", "", None, groups, (), "x.md", "docs/x.md")
    assert direction.papers == ("b", "a", "c")
    assert direction.address == "directions/流/"
    assert replace(direction, groups=()).papers == ()


def test_a_background_is_no_direction_to_count(read_files: ReadFiles) -> None:
    notes = {"flows": "", "shared": "background: true\n", "other": "background: false\n"}
    files = {f"docs/directions/{slug}.md": f"---\ntitle: T\n{line}---\n" for slug, line in notes.items()}
    atlas = read_files(files).atlas
    assert ([*atlas.directions], atlas.direction_count) == (["flows", "other", "shared"], 2)


def test_relations_and_mentions_are_found_from_both_ends(read_files: ReadFiles) -> None:
    library = (
        "@misc{a, title = {A}, extends = {b}, uses = {b}}\n@misc{b, title = {B}, uses = {c}}\n@misc{c, title = {C}}"
    )
    page = "# P\n\nFirst [@c]. Then [@c] and [the list](papers.md).\n"
    atlas = read_files({"bib/a.bib": library, "docs/p.md": page}).atlas
    assert {key: [each.target for each in found] for key, found in atlas.relations_from.items()} == {
        "a": ["b", "b"],
        "b": ["c"],
    }
    assert {key: [each.source for each in found] for key, found in atlas.relations_to.items()} == {
        "b": ["a", "a"],
        "c": ["b"],
    }
    assert {key: [mention.sentence for mention in found] for key, found in atlas.mentions.items()} == {
        "c": ["First.", "Then and the list."]
    }
    assert list(atlas.documents_by_source) == ["p.md"]
    assert Atlas({}, {}, (), (), ()).relations_from == {}


def test_where_a_paper_appeared_and_stands(read_files: ReadFiles) -> None:
    (paper, other) = read_files(
        {"bib/a.bib": "@article{j, title = {T}, journal = {J}}\n@misc{k:1, title = {T}}"}
    ).atlas.papers.values()
    assert str(paper.container) == "J"
    assert other.container is None
    assert (other.key, other.address) == ("k:1", f"papers/{other.slug}/")
    assert ":" not in other.slug
