from __future__ import annotations

import pytest

from paperatlas.notes.front_matter import read_front_matter


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
        ("\n---\ntitle: A\n---\n", {}, "\n---\ntitle: A\n---\n"),
    ],
)
def test_values(text: str, values: dict[str, str], body: str) -> None:
    matter, problems = read_front_matter(text, "docs/a.md")
    assert (matter.values, text[matter.body_start :], problems) == (values, body, [])


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        ((), 1, 1),
        (("title",), 2, 8),
        (("groups",), 4, 1),
        (("groups", 0), 4, 3),
        (("groups", 0, "slug"), 4, 9),
        (("groups", 0, "title"), 4, 3),
        (("order",), 1, 1),
    ],
)
def test_places(path: tuple[str | int, ...], line: int, column: int) -> None:
    matter, _ = read_front_matter("---\ntitle: A\ngroups:\n- slug: b\n---\n", "docs/a.md")
    span = matter.span(*path)
    assert (span.file, span.line, span.column) == ("docs/a.md", line, column)


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("---\ntitle: a: b\n---\n", 2, 9, "mapping values are not allowed"),
        ("---\n- a\n---\n", 1, 1, "not a mapping"),
        ("---\ntitle: [a\n---\n", 3, 1, "expected"),
    ],
)
def test_bad_front_matter(text: str, line: int, column: int, words: str) -> None:
    matter, (problem,) = read_front_matter(text + "# A [@k]\n", "docs/a.md")
    assert (problem.code, problem.file, problem.line, problem.column) == ("NOT002", "docs/a.md", line, column)
    assert words in problem.message
    assert (matter.values, matter.body_start) == ({}, len(text))
