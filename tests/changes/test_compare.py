"""What became of papers, relations and problems between two versions of a site."""

from __future__ import annotations

import pytest

from paperatlas.changes.markdown_report import changes_markdown
from tests.changes.versions import BASE, GLOW, NICE, Between, told
from tests.citations.rows import citations

CASES = [
    # the library, papers, relations
    (BASE["bib/a.bib"], {}, {}),
    (GLOW.replace(", ", ",\n   ") + "\n\n" + NICE.replace("title", "TITLE"), {}, {}),
    (NICE + "\n" + GLOW, {}, {}),
    (GLOW, {"removed": ["nice"]}, {}),
    (GLOW + NICE + "@misc{new, title = {New}}", {"added": ["new"]}, {}),
    (GLOW.replace("2018", "2019") + NICE, {"changed": ["glow: date"]}, {}),
    (GLOW.replace("@misc", "@online") + NICE, {"changed": ["glow: entry type"]}, {}),
    (GLOW.replace("title", "code = {https://example.org/x}, title") + NICE, {"changed": ["glow: code"]}, {}),
    (GLOW.replace("{glow,", "{kingma2018,") + NICE, {"changed": ["kingma2018: citation key"]}, {}),
    (
        GLOW.replace("title", "extends = {nice}, title") + NICE,
        {"changed": ["glow: extends"]},
        {"added": ["glow extends nice"]},
    ),
]


@pytest.mark.parametrize(("library", "papers", "relations"), CASES)
def test_papers_and_relations(library: str, papers: object, relations: object, between: Between) -> None:
    changes = between(BASE, BASE | {"bib/a.bib": library})
    assert told(changes.papers) == papers
    assert told(changes.relations) == relations
    assert told(changes.directions) == told(changes.pages) == {}


REMARKS = [
    ("title = {New}", ("new",)),
    (
        "title = {New}, date = {2021}, booktitle = {Proceedings of Flows (PF)}, keywords = {flows}",
        ("new", "PF 2021", "flows"),
    ),
    ("title = {New}, code = {https://example.org/x}", ("new", "code")),
]


@pytest.mark.parametrize(("fields", "remarks"), REMARKS)
def test_what_is_told_of_a_new_paper(fields: str, remarks: tuple[str, ...], between: Between) -> None:
    library = f"{GLOW}\n{NICE}\n@inproceedings{{new, {fields}}}\n"
    (added,) = between(BASE, BASE | {"bib/a.bib": library}).papers.added
    assert (added.name, added.remarks) == ("New", remarks)


def test_evidence_and_renamed_ends(between: Between) -> None:
    old = GLOW.replace("title", "extends = {nice}, evidence = {[nice] One.}, title") + NICE
    changes = between(BASE | {"bib/a.bib": old}, BASE | {"bib/a.bib": old.replace("One", "Two")})
    assert told(changes.relations) == {"changed": ["glow extends nice: evidence (en)"]}
    renamed = (
        old.replace("{nice,", "{dinh,").replace("extends = {nice}", "extends = {dinh}").replace("[nice]", "[dinh]")
    )
    changes = between(BASE | {"bib/a.bib": old}, BASE | {"bib/a.bib": renamed})
    assert told(changes.relations) == {}
    assert told(changes.papers) == {"changed": ["glow: extends, evidence", "dinh: citation key"]}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ((), ("glow nice",), {"added": ["glow nice"]}),
        (("glow nice",), (), {"removed": ["glow nice"]}),
        (("glow nice",), ("glow nice",), {}),
        (("glow nice",), ("glow nice OpenAlex, Other",), {"changed": ["glow nice: source"]}),
    ],
)
def test_citations(before: tuple[str, ...], after: tuple[str, ...], expected: object, between: Between) -> None:
    old, new = (BASE | {"bib/citations.tsv": citations(*rows)} for rows in (before, after))
    changes = between(old, new)
    assert told(changes.citations) == expected
    assert ("| Citations |" in changes_markdown(changes)) is bool(expected)


def test_a_citation_of_a_paper_that_is_gone_is_removed(between: Between) -> None:
    old = BASE | {"bib/citations.tsv": citations("glow nice")}
    new = BASE | {"bib/a.bib": GLOW, "bib/citations.tsv": ""}
    assert told(between(old, new).citations) == {"removed": ["glow nice"]}
    assert told(between(new, old).citations) == {"added": ["glow nice"]}


def test_problems_are_the_same_wherever_they_stand(between: Between) -> None:
    wrong = "@misc{a, title = {A}, doi = {nonsense}, keywords = {flows}}\n"
    old = BASE | {"bib/a.bib": GLOW + "\n" + wrong}
    moved = BASE | {"bib/a.bib": "\n\n" + wrong + GLOW}
    assert not between(old, moved)
    worse = BASE | {"bib/a.bib": GLOW + "\n" + wrong + wrong.replace("{a,", "{b,")}
    changes = between(old, worse)
    assert "IDN001" in [problem.code for problem in changes.new_problems]
    other = BASE | {"bib/a.bib": GLOW + "\n" + wrong.replace("nonsense", "other nonsense")}
    assert [problem.code for problem in between(old, other).new_problems] == ["IDN001"]
    back = between(worse, old)
    assert back.fixed_problems == changes.new_problems
    assert back.new_problems == ()
    assert back.remaining == changes.remaining


RENAMED = [
    # an identifier or a title tells that a paper with another key is the same
    ("title = {Glow}, doi = {10.1000/a}", "title = {Glow, again}, doi = {10.1000/A}", True),
    ("title = {Glow}, eprint = {2001.00001}, eprinttype = {arxiv}", "title = {流}, eprint = {2001.00001v2}, eprinttype = {arxiv}", True),
    ("title = {Glow: Flows}", "title = {{GLOW} -- flows}", True),
    ("title = {流模型}", "title = {流模型}", True),
    ("title = {Glow}", "title = {Glow, again}", False),
    ("note = {no title}", "note = {no title}", False),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "same"), RENAMED)
def test_a_paper_with_another_key_may_be_the_same(old: str, new: str, same: bool, between: Between) -> None:
    changes = between(BASE | {"bib/a.bib": f"@misc{{a, {old}}}"}, BASE | {"bib/a.bib": f"@misc{{b, {new}}}"})
    assert bool(changes.papers.changed) is same
    assert bool(changes.papers.added) is bool(changes.papers.removed) is not same


def test_of_two_papers_with_one_title_one_is_the_renamed(between: Between) -> None:
    two = GLOW.replace("{glow,", "{x,") + GLOW.replace("{glow,", "{y,")
    changes = between(BASE | {"bib/a.bib": two}, BASE | {"bib/a.bib": GLOW})
    assert told(changes.papers) == {"changed": ["glow: citation key"], "removed": ["y"]}
