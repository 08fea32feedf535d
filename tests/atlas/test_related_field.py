from __future__ import annotations

import pytest

from paperatlas.atlas.related_field import RELATED_TYPES
from tests.conftest import ReadFiles
from tests.similarity.papers import entry as bare_entry


def entry(key: str, **fields: str) -> str:
    """An entry that lacks nothing."""
    return bare_entry(key, author="Poe, Ann", date="2020", url=f"https://example.org/{key}", **fields)


STATED = [
    # fields, type, how it is read in English, evidence
    ({"related": "b"}, "related", "is related to", {}),
    ({"related": "b", "relatedtype": "translationof"}, "translationof", "is a translation of", {}),
    ({"related": "b", "relatedtype": "reprintas"}, "reprintas", "is reprinted as", {}),
    ({"related": "b", "relatedtype": "extends"}, "extends", "extends", {}),
    ({"related": "b", "relatedstring": "Errata in"}, "related", "is related to", {"en": "Errata in"}),
    ({"related": "b", "evidence": "[b] Why.", "relatedstring": "See"}, "related", "is related to", {"en": "Why."}),
]


@pytest.mark.parametrize(("fields", "name", "label", "evidence"), STATED)
def test_related_entries_are_stated_relations(
    read_files: ReadFiles, fields: dict[str, str], name: str, label: str, evidence: dict[str, str]
) -> None:
    project = read_files({"bib/a.bib": entry("b") + entry("a", **fields)})
    (relation,) = project.atlas.relations
    assert project.problems == ()
    assert (relation.source, relation.target, relation.origin) == ("a", "b", "stated")
    assert (relation.type.name, relation.type.label("en"), relation.evidence) == (name, label, evidence)
    assert name in [kind.name for kind in project.atlas.relation_types]


def test_an_unknown_type_is_reported_and_the_relation_kept(read_files: ReadFiles) -> None:
    project = read_files({"bib/a.bib": entry("b") + entry("a", related="b", relatedtype="translatedas")})
    assert [(problem.code, problem.line) for problem in project.problems] == [("REL005", 13)]
    assert "Did you mean 'translationas'?" in project.problems[0].hint
    assert [relation.type.name for relation in project.atlas.relations] == ["related"]


def test_a_relation_field_says_more_than_related(read_files: ReadFiles) -> None:
    project = read_files({"bib/a.bib": entry("b") + entry("c") + entry("a", extends="b", related="b, c")})
    assert project.problems == ()
    assert [(found.type.name, found.target) for found in project.atlas.relations] == [
        ("extends", "b"),
        ("related", "c"),
    ]


@pytest.mark.parametrize(
    ("related", "code"), [("nobody", "REF001"), ("a", "REL002"), ("b, b", "REL003")], ids=["unknown", "itself", "twice"]
)
def test_what_is_wrong_is_reported_once(read_files: ReadFiles, related: str, code: str) -> None:
    project = read_files({"bib/a.bib": entry("b") + entry("a", related=related)})
    assert [problem.code for problem in project.problems] == [code]


def test_every_type_is_read_in_both_directions_and_languages() -> None:
    for kind in RELATED_TYPES.values():
        labels = [kind.label("en"), kind.label("zh"), kind.inverse_label("en"), kind.inverse_label("zh")]
        assert all(labels)
        assert len(set(labels)) == 4
