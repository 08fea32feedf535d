"""What entries state of each other."""

from __future__ import annotations

import pytest

from tests.atlas.test_assemble import entry
from tests.conftest import ReadFiles


def test_relations_carry_their_evidence(read_files: ReadFiles) -> None:
    project = read_files(
        {
            "bib/a.bib": entry("ddpm")
            + entry(
                "fast",
                accelerates="ddpm",
                uses="ddpm",
                evidence="[accelerates ddpm] Fewer steps. [ddpm] Its weights.",
                evidence_zh="[ddpm] 沿用其权重。",
            )
        }
    )
    assert project.problems == ()
    assert [
        (relation.source, relation.type.name, relation.target, dict(relation.evidence))
        for relation in project.atlas.relations
    ] == [
        ("fast", "accelerates", "ddpm", {"en": "Fewer steps.", "zh": "沿用其权重。"}),
        ("fast", "uses", "ddpm", {"en": "Its weights.", "zh": "沿用其权重。"}),
    ]
    assert [relation.source for relation in project.atlas.relations_to["ddpm"]] == ["fast", "fast"]
    assert len(project.atlas.relations_from["fast"]) == 2


PROBLEMS = [
    ("REL001", entry("ddpm") + entry("a", extends="dppm"), 10, "Did you mean 'ddpm'?"),
    ("REL001", entry("long-key", shorttitle="Glow") + entry("a", extends="glow"), 11, "Did you mean 'long-key'?"),
    ("REL001", entry("long-key", title="Of Flows") + entry("a", extends="of flows"), 10, "Did you mean 'long-key'?"),
    (
        "REL001",
        entry("long-key", eprint="2001.00001", eprinttype="arxiv") + entry("a", extends="arXiv:2001.00001v2"),
        12,
        "Did you mean 'long-key'?",
    ),
    ("REL001", entry("long-key", doi="10.1000/X") + entry("a", extends="10.1000/x"), 11, "Did you mean 'long-key'?"),
    ("REL001", entry("a", extends="b c") + entry("b") + entry("c"), 5, "Put commas between keys: `b, c`."),
    ("REL001", entry("a", extends="b; c") + entry("b"), 5, "Put commas between keys: `b, c`."),
    ("REL002", entry("a", extends="a"), 5, "relation to itself"),
    ("REL003", entry("b") + entry("a", extends="b, b"), 10, "already listed"),
    ("REL004", entry("b") + entry("a", extends="b", evidence="[bb] why"), 11, "does not state"),
]


@pytest.mark.parametrize(("code", "bib", "line", "words"), PROBLEMS)
def test_what_cannot_be_a_relation(read_files: ReadFiles, code: str, bib: str, line: int, words: str) -> None:
    project = read_files({"bib/a.bib": bib})
    found = [problem for problem in project.problems if problem.code == code]
    assert [problem.line for problem in found] == [line]
    assert words in str(found[0])


@pytest.mark.parametrize(
    ("fields", "stated"),
    [
        ({"related": "ddpm"}, [("related", "ddpm", {})]),
        (
            {"related": "ddpm", "relatedtype": "reviewof", "relatedstring": "a review"},
            [("reviewof", "ddpm", {"en": "a review"})],
        ),
        ({"related": "ddpm", "uses": "ddpm"}, [("uses", "ddpm", {})]),
        ({"related": "gone"}, []),
        (
            {"uses": "ddpm, 扩散", "evidence": "[扩散] Its idea. []"},
            [("uses", "ddpm", {}), ("uses", "扩散", {"en": "Its idea."})],
        ),
        ({"uses": "ddpm", "evidence": "no key at all"}, [("uses", "ddpm", {})]),
        ({"uses": ""}, []),
    ],
)
def test_what_an_entry_states(
    read_files: ReadFiles, fields: dict[str, str], stated: list[tuple[str, str, dict[str, str]]]
) -> None:
    atlas = read_files({"bib/a.bib": entry("ddpm") + entry("扩散") + entry("a", **fields)}).atlas
    assert [(each.type.name, each.target, dict(each.evidence)) for each in atlas.relations] == stated


@pytest.mark.parametrize(
    ("evidence", "words"),
    [("[applies b] why", "applies"), ("[c] why", "c"), ("[uses b] why. [uses b] again", "")],
)
def test_evidence_for_nothing_stated_is_told(read_files: ReadFiles, evidence: str, words: str) -> None:
    problems = read_files({"bib/a.bib": entry("b") + entry("a", uses="b", evidence=evidence)}).problems
    found = [problem for problem in problems if problem.code == "REL004"]
    assert len(found) == bool(words)
    assert all(words in problem.message for problem in found)


@pytest.mark.parametrize(
    ("evidence", "near"), [("[applies ddpm] why", ""), ("[dppm] why", "ddpm"), ("[applies dppm] why", "ddpm")]
)
def test_what_is_written_already_is_not_suggested(read_files: ReadFiles, evidence: str, near: str) -> None:
    problems = read_files({"bib/a.bib": entry("ddpm") + entry("a", uses="ddpm", evidence=evidence)}).problems
    (problem,) = (problem for problem in problems if problem.code == "REL004")
    assert ("Did you mean" in problem.hint, near in problem.hint) == (bool(near), True)


@pytest.mark.parametrize(
    ("field", "hint"),
    [
        ("[@ddpm]", "Write the key alone, `ddpm`: `@` and brackets belong into notes."),
        ("@ddpm", "Write the key alone, `ddpm`: `@` and brackets belong into notes."),
        ("【ddpm】", "Write the key alone, `ddpm`: `@` and brackets belong into notes."),
        ("DDPM", "Did you mean 'ddpm'?"),
        ("ddpm、other", "Put commas between keys: `ddpm, other`."),
        ("Title of ddpm", "Did you mean 'ddpm'?"),
        ("gone", "Add the paper to the library, or remove the key."),
    ],
)
def test_evidence_of_a_relation_that_cannot_be_read_is_not_told_as_well(
    read_files: ReadFiles, field: str, hint: str
) -> None:
    library = entry("ddpm", title="Title of ddpm") + entry("other")
    evidence = "[gone] why" if field == "gone" else "[ddpm] why"
    problems = read_files({"bib/a.bib": library + entry("a", uses=field, evidence=evidence)}).problems
    assert [(each.code, each.hint) for each in problems] == [("REL001", hint)]


@pytest.mark.parametrize(
    ("evidence", "hint"),
    [
        ("【ddpm】 why", "Write `[` and `]` around the key: '【' is another character."),
        ("［ddpm］ why", "Write `[` and `]` around the key: '［' is another character."),
        ("ddpm: why", "Write the key in brackets before each reason: `[KEY] It keeps …`."),
    ],
)
def test_how_evidence_without_a_key_is_mended(read_files: ReadFiles, evidence: str, hint: str) -> None:
    problems = read_files({"bib/a.bib": entry("ddpm") + entry("a", uses="ddpm", evidence=evidence)}).problems
    assert [(each.code, each.hint) for each in problems] == [("REL007", hint)]
