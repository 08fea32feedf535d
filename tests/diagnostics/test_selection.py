"""`--select` and `--ignore`, as a table."""

from __future__ import annotations

import pytest

from paperatlas.build.catalogue import ALL_RULES
from paperatlas.diagnostics.selection import Selection, UnknownCodeError, selection

WANTED = [
    ([], [], "SYN001", True),
    (["SYN"], [], "SYN001", True),
    (["SYN"], [], "NAM001", False),
    (["SYN,NAM003"], [], "NAM003", True),
    (["SYN,NAM003"], [], "NAM001", False),
    (["SYN", "NAM003"], [], "NAM003", True),
    (["SYN, NAM003"], [], "NAM003", True),
    (["syn"], [], "SYN001", True),
    (["S"], [], "SYN001", True),
    ([], ["SYN"], "SYN001", False),
    ([], ["SYN"], "NAM001", True),
    ([], ["SYN001"], "SYN002", True),
    (["SYN"], ["SYN001"], "SYN001", False),
    (["SYN001"], ["SYN"], "SYN001", True),
    (["SYN001"], ["SYN"], "SYN002", False),
    (["SYN001"], ["SYN001"], "SYN001", False),
    (["ALL"], [], "SYN001", True),
    (["NAM"], ["ALL"], "NAM001", True),
    (["NAM"], ["ALL"], "SYN001", False),
    ([], ["ALL"], "SYN001", False),
]

UNKNOWN = [
    ("SYX", "did you mean SYN"),
    ("SYN999", "did you mean SYN"),
    ("missing-comma", "did you mean SYN003"),
    ("E501", "no rule has the code 'E501'"),
    ("", "no rule has the code ''"),
]


@pytest.mark.parametrize(("select", "ignore", "code", "wanted"), WANTED)
def test_wanted(select: list[str], ignore: list[str], code: str, wanted: bool) -> None:
    assert selection(ALL_RULES, select, ignore).wants(code) is wanted


@pytest.mark.parametrize(("written", "message"), UNKNOWN)
@pytest.mark.parametrize("option", ["select", "ignore"])
def test_unknown_codes_are_refused(option: str, written: str, message: str) -> None:
    with pytest.raises(UnknownCodeError, match=message):
        selection(ALL_RULES, **{option: [written]})


def test_everything_is_selected_without_a_selection() -> None:
    assert all(Selection().wants(rule.code) for rule in ALL_RULES)
    assert Selection().of([]) == []
