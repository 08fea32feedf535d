"""What is said of the code of an entry."""

from __future__ import annotations

from datetime import date

import pytest

from paperatlas.bibliography import parse_library
from paperatlas.upkeep.updates.file_text import file_text
from paperatlas.upkeep.updates.repositories import (
    code_repository,
    code_verifications,
    repository_problems,
)
from paperatlas.upkeep.updates.stored import FoundRepository

TODAY = date(2026, 11, 28)
OLD, NEW = "https://github.com/ada/old", "https://github.com/Ada/new"
MIT = FoundRepository(TODAY, True, OLD, licence="MIT")
ENTRY = (
    "@misc{{a,\n  title        = {{Flows}},\n  code         = {{{code}}},{more}\n  langid       = {{english}},\n}}\n"
)
GPL = "\n  codelicense  = {GPL-3.0-or-later},"


def found(code: str, answer: FoundRepository, more: str = "") -> list[str]:
    """Each problem: code, place, message and the text of its edit."""
    data = ENTRY.format(code=code, more=more).encode()
    library, _ = parse_library(data, "a.bib")
    entry = library.entries[0]
    answers = {code_repository(entry): answer}
    problems = repository_problems(entry, answers, file_text(data))
    return [
        f"{each.code} {each.span} {each.message} {each.edit.text if each.edit else ''}".strip() for each in problems
    ]


@pytest.mark.parametrize(
    ("code", "more", "answer", "expected"),
    [
        (OLD, "", FoundRepository(TODAY), ["LNK001 a.bib:3:19 GitHub has no public repository ada/old."]),
        ("https://gitlab.com/ada/old", "", FoundRepository(TODAY), ["LNK001 a.bib:3:19 GitLab has no public repository ada/old."]),
        (OLD, "", FoundRepository(TODAY, True, OLD), []),
        (OLD, "", FoundRepository(TODAY, True, "https://github.com/Ada/OLD"), []),
        (OLD, "", FoundRepository(TODAY, True, OLD, archived=True), ["LNK009 a.bib:3:19 The repository ada/old is archived: it is read-only and not maintained."]),
        (OLD, "", FoundRepository(TODAY, True, NEW), [f"LNK003 a.bib:3:19 {OLD} has moved permanently to {NEW}. {NEW}"]),
        (f"{OLD}.git", "", FoundRepository(TODAY, True, NEW), [f"LNK003 a.bib:3:19 {OLD}.git has moved permanently to {NEW}. {NEW}"]),
        (f"{OLD}/tree/main/x", "", FoundRepository(TODAY, True, NEW), [f"LNK003 a.bib:3:19 {OLD}/tree/main/x has moved permanently to {NEW}/tree/main/x. {NEW}/tree/main/x"]),
        ("https://gitlab.com/ada/old", "", FoundRepository(TODAY, True, "https://gitlab.com/b/c"), ["LNK003 a.bib:3:19 https://gitlab.com/ada/old has moved permanently to https://gitlab.com/b/c."]),
        (OLD, "", MIT, ["UPD001 a.bib:3:19 GitHub recognises the licence MIT in the repository of 'a', which names none.   codelicense  = {MIT},"]),
        (f"{OLD}.git", "", MIT, ["UPD001 a.bib:3:19 GitHub recognises the licence MIT in the repository of 'a', which names none.   codelicense  = {MIT},"]),
        (f"{OLD}/tree/main/x", "", MIT, ["UPD001 a.bib:3:19 GitHub recognises the licence MIT in the repository of 'a', which names none."]),
        (OLD, GPL, MIT, ["UPD002 a.bib:4:3 'a' names the licence GPL-3.0-or-later for its code, but GitHub recognises MIT."]),
        (OLD, GPL, FoundRepository(TODAY, True, OLD, licence="GPL-3.0"), []),
        ("https://example.org/ada/old", "", MIT, []),
    ],
)  # fmt: skip
def test_what_is_said_of_code(code: str, more: str, answer: FoundRepository, expected: list[str]) -> None:
    assert found(code, answer, more) == expected


@pytest.mark.parametrize(
    ("answer", "what"),
    [
        (FoundRepository(TODAY), "code: state=gone"),
        (
            FoundRepository(TODAY, True, OLD, archived=True, licence="MIT", language="C"),
            "code: language=C; state=archived",
        ),
        (FoundRepository(TODAY, True, OLD, framework="JAX"), "code: framework=JAX"),
    ],
)
def test_what_was_looked_up(answer: FoundRepository, what: str) -> None:
    library, _ = parse_library(ENTRY.format(code=OLD, more="").encode(), "a.bib")
    (row,) = code_verifications(library.entries, {"github.com/ada/old": answer})
    assert (row.key, row.what, row.when, row.source) == ("a", what, TODAY, "GitHub")
