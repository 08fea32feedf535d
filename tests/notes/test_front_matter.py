from __future__ import annotations

from itertools import pairwise

import pytest

from paperatlas.notes.front_matter import read_front_matter

ALIASES = "".join(f"{name}: &{name} [{f'*{of}, ' * 9}]\n" for of, name in pairwise("abcdef"))
"""Some lines of lists, each of nine times the last one: half a million values."""

MERGED = "".join(f"{name}: &{name} {{<<: [*{of}, *{of}]}}\n" for of, name in pairwise("abcdefghijklmnopqrst"))
"""Some lines of mappings, each with twice the last one in it."""


@pytest.mark.parametrize(
    ("text", "values", "body"),
    [
        ("", {}, ""),
        ("# A\n", {}, "# A\n"),
        ("---\ntitle: A\n---\n# A\n", {"title": "A"}, "# A\n"),
        ("---\r\ntitle: A\r\n---\r\n# A\n", {"title": "A"}, "# A\n"),
        ("---\ntitle: A\n...\n# A\n", {"title": "A"}, "# A\n"),
        ("---\ntitle: A\n---", {"title": "A"}, ""),
        ("---\n---\n# A\n", {}, "# A\n"),
        ("---\n# a comment\n---\n# A\n", {}, "# A\n"),
        ("---\nnever closed\n", {}, "---\nnever closed\n"),
        ("\n---\nNo name\n---\n", {}, "\n---\nNo name\n---\n"),
    ],
)
def test_values(text: str, values: dict[str, str], body: str) -> None:
    matter, problems = read_front_matter(text, "docs/a.md")
    assert (matter.values, text[matter.body_start :], problems) == (values, body, [])


@pytest.mark.parametrize(
    ("path", "line", "column", "end"),
    [
        ((), 1, 1, (0, 0)),
        (("title",), 2, 8, (2, 9)),
        (("groups",), 4, 1, (0, 0)),
        (("groups", 0), 4, 3, (0, 0)),
        (("groups", 0, "slug"), 4, 9, (4, 10)),
        (("groups", 0, "title"), 4, 3, (0, 0)),
        (("order",), 1, 1, (0, 0)),
    ],
)
def test_places(path: tuple[str | int, ...], line: int, column: int, end: tuple[int, int]) -> None:
    matter, _ = read_front_matter("---\ntitle: A\ngroups:\n- slug: b\n---\n", "docs/a.md")
    span = matter.span(*path)
    assert (span.file, span.line, span.column) == ("docs/a.md", line, column)
    assert (span.end_line, span.end_column) == end


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("---\ntitle: a: b\n---\n", 2, 9, "a value contains `: `"),
        ("---\n- a\n---\n", 1, 1, "not a mapping"),
        ("---\ntitle: [a\n---\n", 2, 8, "this bracket has no counterpart"),
        ("---\n? [a, b]\n: c\n---\n", 2, 3, "unhashable key"),
        ("---\nlevel: &a [*a]\n---\n", 2, 8, "more than 40 levels"),
        ("---\nlevels: " + "[" * 3000 + "\n---\n", 1, 1, "more than 40 levels"),
        ("---\nlevels: " + "[" * 60 + "]" * 60 + "\n---\n", 2, 9, "more than 40 levels"),
        (f"---\na: &a [{'x, ' * 9}]\n{ALIASES}---\n", 1, 1, "more than 100000 values"),
        (f"---\na: &a {{x: 1}}\n{MERGED}---\n", 1, 1, "more than 100000 values"),
        ("---\ntitle: A\norder: " + "1" * 10_000 + "\n---\n", 3, 8, "Exceeds the limit"),
        ("---\nas_of: 2021-13-01\n---\n", 2, 8, "month must be in 1..12"),
        ('---\ntitle: "\\ud83d"\n---\n', 2, 8, "half of a character, U+D83D"),
        ('---\n"\\ud83d": A\n---\n', 2, 1, "half of a character, U+D83D"),
        ("---\ntitle: !!python/object/apply:os.getcwd []\n---\n", 2, 8, "could not determine a constructor"),
    ],
)
def test_bad_front_matter(text: str, line: int, column: int, words: str) -> None:
    matter, (problem,) = read_front_matter(text + "# A [@k]\n", "docs/a.md")
    assert (problem.code, problem.file, problem.line, problem.column) == ("NOT002", "docs/a.md", line, column)
    assert words in problem.message
    assert (matter.values, matter.body_start, matter.unusable) == ({}, len(text), True)
