from __future__ import annotations

import pytest

from paperatlas.diagnostics.problem import Problem
from paperatlas.notes import Assessment, DirectionNote, read_direction, read_document
from paperatlas.notes.direction import stray_note


def read(front_matter: str) -> tuple[DirectionNote, list[Problem]]:
    text = f"---\n{front_matter}\n---\n\n## Since 2021\n\n## 2021 年之后\n"
    document, problems = read_document(text, "docs/directions/a.md", "directions/a.md")
    note, found = read_direction(document)
    return note, problems + found


def test_everything_a_note_can_say() -> None:
    note, problems = read(
        "title: Flows\nsummary: One line\nstatus: rising\norder: 2\n"
        "groups:\n  - slug: models\n    title: Models\n    summary: All of them\n  - slug: theory\n"
        "related: [diffusion]"
    )
    assert problems == []
    assert (note.slug, note.title, note.summary, note.status, note.order) == (
        "a",
        "Flows",
        "One line",
        "rising",
        2,
    )
    assert [(group.slug, group.title, group.summary) for group in note.groups] == [
        ("models", "Models", "All of them"),
        ("theory", "theory", ""),
    ]
    assert [slug for slug, _ in note.related] == ["diffusion"]


@pytest.mark.parametrize(
    ("front_matter", "field"),
    [
        ("groups: [{slug: a}]", "groups"),
        ("groups: [a, {slug: b}]", "groups"),
        ("groups: [slugs, {title: a}]\nstatus: rising", "status"),
        ("groups: [slug]\nstatus: new", ""),
        ("groups: {slug: a}", ""),
    ],
)
def test_a_page_that_seems_to_be_meant_as_a_direction(front_matter: str, field: str) -> None:
    document, _ = read_document(f"---\n{front_matter}\n---\n", "docs/a.md", "a.md")
    problem = stray_note(document, "directions")
    assert (dict(problem.arguments)["field"] if problem else "") == field


NOW = "title: x\nstatus: hot\nnow: "
THEN = "title: x\nthen: "
ASSESSMENTS = [
    ("title: x\nstatus: hot", None, None),
    ("title: x\nnow:\nthen:", None, None),
    (NOW + "{as_of: 2026-11}", Assessment("hot", "2026-11", "", "", ""), None),
    (
        NOW + "{as_of: 2026-11, by: Ann, reason: It sells., see: since-2021}",
        Assessment("hot", "2026-11", "Ann", "It sells.", "since-2021"),
        None,
    ),
    (NOW + "{as_of: 2026-11, see: '#2021-年之后'}", Assessment("hot", "2026-11", "", "", "2021-年之后"), None),
    (THEN + "{status: early, as_of: 2021-06}", None, Assessment("early", "2021-06", "", "", "")),
]


@pytest.mark.parametrize(("front_matter", "now", "then"), ASSESSMENTS)
def test_how_far_it_has_come_and_had_come(front_matter: str, now: Assessment | None, then: Assessment | None) -> None:
    note, problems = read(front_matter)
    assert (note.now, note.then, problems) == (now, then, [])


@pytest.mark.parametrize(
    ("front_matter", "code", "line", "column", "words"),
    [
        ("summary: x", "NOT005", 1, 1, "no title"),
        ("title: x\nstatus: booming", "NOT006", 3, 9, "'booming' is not a valid status"),
        ("title: x\nstatus: risin", "NOT006", 3, 9, "'rising'"),
        ("title: x\norder: second", "NOT003", 3, 8, "'order' should be a number"),
        ("title: x\norder: true", "NOT003", 3, 8, "'order' should be a number"),
        ("title: x\nbackground: maybe", "NOT003", 3, 13, "'background' should be true or false"),
        ("title: x\nbackground: 1", "NOT003", 3, 13, "'background' should be true or false"),
        ("title: x\nsummary: [a]", "NOT003", 3, 10, "'summary' should be text"),
        ("title: x\ngroups: models", "NOT003", 3, 9, "'groups' should be a list"),
        ("title: x\ngroups:\n- models", "NOT003", 4, 3, "a group"),
        ("title: x\ngroups:\n- title: y", "NOT007", 4, 3, "no slug"),
        ("title: x\ngroups:\n- slug: A B", "NOT007", 4, 3, "'A B' is not a valid slug"),
        ("title: x\ngroups:\n- slug: a\n- slug: a", "NOT007", 5, 3, "line 4"),
        ("title: x\ngroups:\n- slug: a\n  titel: b", "NOT004", 5, 10, "'titel'"),
        ("title: x\nalias: [y]", "NOT004", 3, 8, "'alias' seems to be a mistyped 'aliases'"),
        ("title: x\ngroups:\n- slug: a\n  columns: [code, price]", "NOT004", 5, 19, "'price' is not a column"),
        ("title: x\ngroups:\n- slug: a\n  columns: [[code]]", "NOT004", 5, 13, "is not a column"),
        ("title: x\ngroups:\n- slug: a\n  columns: code", "NOT003", 5, 12, "list"),
        (NOW + "2026-11", "NOT003", 4, 6, "'now' should be `name: value` lines"),
        (NOW + "{reason: y}", "NOT003", 4, 6, "'as_of' should be a month, but is missing"),
        (NOW + "{as_of: 2026}", "NOT003", 4, 14, "'as_of' should be a month, but is '2026'"),
        (NOW + "{as_of: 2026-13}", "NOT003", 4, 14, "'2026-13'"),
        (NOW + "{as_of: 2026-11-27}", "NOT003", 4, 14, "'2026-11-27'"),
        (NOW + "{as_of: 2026-11, reason: [y]}", "NOT003", 4, 31, "'reason' should be text"),
        (NOW + "{as_of: 2026-11, see: Since 2021}", "NOT003", 4, 28, "anchor of a heading in the note"),
        (NOW + "{as_of: 2026-11, raeson: y}", "NOT004", 4, 31, "'raeson' is not a field of `now`"),
        (NOW + "{as_of: 2026-11, status: hot}", "NOT004", 4, 31, "'status' is not a field of `now`"),
        ("title: x\nnow: {as_of: 2026-11}", "NOT006", 3, 6, "'now' explains a status, but there is none"),
        (THEN + "{as_of: 2021-06}", "NOT006", 3, 7, "'then' explains a status"),
        (THEN + "{status: old, as_of: 2021-06}", "NOT006", 3, 16, "'old' is not a valid status"),
        (THEN + "[early]", "NOT003", 3, 7, "'then' should be `name: value` lines"),
        ("title: x\nrelated: [1]", "NOT003", 3, 11, "'related' should be text"),
    ],
)
def test_problems(front_matter: str, code: str, line: int, column: int, words: str) -> None:
    _, problems = read(front_matter)
    (problem,) = [found for found in problems if found.code == code]
    assert (problem.file, problem.line, problem.column) == ("docs/directions/a.md", line, column)
    assert words in str(problem)


def test_a_near_miss_is_suggested() -> None:
    _, (problem,) = read("title: x\ngroups:\n- slug: a\n  sumary: b")
    assert problem.hint == "Did you mean 'summary'?"


def test_a_citation_in_its_heading_is_not_part_of_the_name_of_a_direction() -> None:
    document, _ = read_document("# Flows [see @a, p. 3]\n", "docs/directions/flows.md", "directions/flows.md")
    note, problems = read_direction(document)
    assert (note.title, problems) == ("Flows", [])


HEADINGS = "# Flows\n\n## Since 2021\n\n### 现状：2026 年\n\n## As [@a] says {#opinion}\n\nSet\n---\n\n## C++ and *C*\n"
SEEN = [
    ("since-2021", HEADINGS, None),
    ("'#since-2021'", HEADINGS, None),
    ("现状2026-年", HEADINGS, None),
    ("_2", HEADINGS, None),
    ("opinion", HEADINGS, None),
    ("as-ho-2020-says", HEADINGS, None),
    ("set", HEADINGS, None),
    ("c-and-c", HEADINGS, None),
    ("since-2021_1", HEADINGS, None),
    ("since-2012", HEADINGS, ("since-2012", "since-2021")),
    ("现况", HEADINGS, ("现况", "")),
    ("since-2021", "```\n## Since 2021\n```\n", ("since-2021", "")),
    ("since-2012", HEADINGS + '--8<-- "more.md"\n', None),
]


@pytest.mark.parametrize("name", ["now", "then"])
@pytest.mark.parametrize(("see", "body", "told"), SEEN)
def test_what_is_to_be_seen_is_a_heading_of_the_note(
    name: str, see: str, body: str, told: tuple[str, str] | None
) -> None:
    matter = f"title: x\nstatus: hot\n{name}:\n  status: hot\n  as_of: 2026-11\n  see: {see}\n".replace(
        "now:\n  status: hot\n", "now:\n"
    )
    document, _ = read_document(f"---\n{matter}---\n\n{body}", "docs/directions/a.md", "directions/a.md")
    found = [problem for problem in read_direction(document)[1] if problem.code == "NOT019"]
    assert [(dict(each.arguments)["see"], dict(each.arguments)["near"]) for each in found] == ([told] if told else [])
