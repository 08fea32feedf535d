"""Two builds of a site are told apart: by file, by what changed in many files alike, by problem."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from site_differences import (
    EXCERPT,
    FolderDifferences,
    compare_folders,
    excerpt,
    file_changes,
    group_changes,
    problem_changes,
)

PAGE = "<html>\n<body>\n<p>Bells</p>\n<footer>one</footer>\n</body>\n</html>\n"


def compare(folder: Path, base: Mapping[str, bytes], head: Mapping[str, bytes]) -> FolderDifferences:
    for side, files in (("base", base), ("head", head)):
        (folder / side).mkdir()
        for name, content in files.items():
            path = folder / side / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    return compare_folders(folder / "base", folder / "head")


def test_equal_folders(tmp_path: Path) -> None:
    files = {"index.html": b"<p>", "assets/a.png": b"\x89\x00"}
    found = compare(tmp_path, files, files)
    assert not found
    assert found.compared == 2


def test_files_of_one_side_and_files_that_differ(tmp_path: Path) -> None:
    base = {"same.html": b"x", "old/index.html": b"", "changed.txt": b"one\ntwo\n"}
    head = {"same.html": b"x", "new.html": b"", "changed.txt": b"one\n2\n"}
    found = compare(tmp_path, base, head)
    assert found
    assert (found.compared, found.only_base, found.only_head) == (2, ("old/index.html",), ("new.html",))
    assert found.differing == ("changed.txt",)
    assert [(change.place, change.removed, change.added) for change in found.changes] == [
        ("changed.txt:2", "two\n", "2\n")
    ]


@pytest.mark.parametrize(
    ("name", "old", "new", "changes"),
    [
        ("a.txt", b"a\nb\nc\n", b"a\nc\n", [("a.txt:2", "b\n", "")]),
        ("a.txt", b"a\nb\nc\n", b"a\nb\nB\nc\n", [("a.txt:3", "", "B\n")]),
        ("a.txt", b"", b"new", [("a.txt:1", "", "new")]),
        ("a.txt", b"a\n1\nb\n2\n", b"a\n3\nb\n4\n", [("a.txt:2", "1\n", "3\n"), ("a.txt:4", "2\n", "4\n")]),
        ("a.html", b"<p>\n<b>x</b><i>y</i>", b"<p>\n<b>x</b><i>z</i>", [("a.html:2", "<i>y", "<i>z")]),
        ("a.json", b'{"a":1,"b":[2]}', b'{"a":1,"b":[3]}', [("a.json:4", "  2\n", "  3\n")]),
        ("a.json", b'{"a": 1', b'{"a": 2', [("a.json:1", '{"a": 1', '{"a": 2')]),
        ("a.json", b'{"a":1}', b'{"a": 1}', [("a.json:1", '{"a":1}', '{"a": 1}')]),
        ("a.txt", b"a\r\n", b"a\n", [("a.txt:1", "a\r\n", "a\n")]),
        ("a.png", b"\x89PNG", b"\x89PNG!", [("a.png", "4 bytes", "5 bytes")]),
        ("a.gz", gzip.compress(b"a"), gzip.compress(b"b"), [("a.gz:1", "a", "b")]),
        (
            "a.gz",
            gzip.compress(b"a", mtime=0),
            gzip.compress(b"a", mtime=9),
            [("a.gz", "", "the same text, compressed otherwise")],
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",  # compressed bytes are no names for tests
)
def test_the_changes_of_a_file(name: str, old: bytes, new: bytes, changes: list[tuple[str, str, str]]) -> None:
    assert [(change.place, change.removed, change.added) for change in file_changes(name, old, new)] == changes


def test_the_same_change_in_many_pages_is_one_group(tmp_path: Path) -> None:
    pages = {f"{number}/index.html": PAGE.replace("Bells", f"Bell {number}") for number in range(400)}
    head = {name: page.replace("one", "two") for name, page in pages.items()}
    head["7/index.html"] = head["7/index.html"].replace("Bell 7", "Gong 7")
    found = compare(
        tmp_path,
        {name: page.encode() for name, page in pages.items()},
        {name: page.encode() for name, page in head.items()},
    )
    groups = group_changes(found.changes)
    assert [(group.count, len(group.firsts)) for group in groups] == [(400, 400), (1, 1)]
    assert (groups[0].firsts[0].removed, groups[0].firsts[0].added) == ("<footer>one", "<footer>two")
    assert groups[1].firsts[0].place == "7/index.html:3"


def test_a_group_counts_its_places_and_names_the_first_of_each_file() -> None:
    changes = [
        change
        for name, old, new in (("a.txt", "1\nx\n1", "2\nx\n2"), ("b.txt", "y\n1", "y\n2"), ("c.txt", "0", "3"))
        for change in file_changes(name, old.encode(), new.encode())
    ]
    changes = [change for change in changes if change.removed.strip() == "1"]
    found = [(group.count, [change.place for change in group.firsts]) for group in group_changes(changes)]
    assert found == [(3, ["a.txt:1", "b.txt:2"])]


@pytest.mark.parametrize(
    ("first", "second", "alike"),
    [
        (('<a href="../x">A', '<a href="../y">A'), ('<a href="../../x">B', '<a href="../../y">B'), True),
        (("<b>one of A", "<b>two of A"), ("<b>one of B", "<b>two of B"), True),
        (("<b>10", "<b>20"), ("<b>10", "<b>30"), False),
        (("<b>one", "<b>two"), ("<i>one", "<i>two"), False),
        (("", "<link href='../a.css'>"), ("", "<link href='../../a.css'>"), True),
    ],
)
def test_which_changes_are_of_one_kind(first: tuple[str, str], second: tuple[str, str], *, alike: bool) -> None:
    changes = [change for old, new in (first, second) for change in file_changes("a.html", old.encode(), new.encode())]
    assert len(group_changes(changes)) == (1 if alike else 2)


def test_equal_lines_among_changed_ones_are_no_change() -> None:
    # With so many of them `</p>` is no landmark; only what is around it changed.
    old, new = (("<p>{}{}</p>" * 300).format(*(word for n in range(300) for word in (kind, n))) for kind in "ab")
    assert {change.added[:4] for change in file_changes("a.html", old.encode(), new.encode())} == {"<p>b"}


@pytest.mark.parametrize(
    ("text", "other", "shown"),
    [
        ("<p>short</p>\n", "<p>long</p>", "<p>short</p>"),
        ("x" * 500 + "A", "x" * 500 + "B", "…" + "x" * (EXCERPT // 3) + "A"),
        ("A" + "x" * 500, "B", "A" + "x" * (EXCERPT - 1) + "…"),
        ("<p>\n  a  b", "<p>\n  c", "<p> a b"),
        ("<p>\n  a", "<p> a", "<p>⏎  a"),
    ],
)
def test_an_excerpt_shows_where_the_difference_begins(text: str, other: str, shown: str) -> None:
    assert excerpt(text, other) == shown


def problem(**values: Any) -> dict[str, Any]:
    return {"code": "KEY001", "file": "a.bib", "line": 3, "column": 1, "message": "Twice.", "hint": "Once."} | values


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        ([problem()], [problem()], []),
        ([problem()], [], [("KEY001 a.bib:3", "Twice.", "")]),
        ([], [problem(line=4)], [("KEY001 a.bib:4", "", "Twice.")]),
        (
            [problem()],
            [problem(message="Two.", hint="Only once.")],
            [
                ("KEY001 a.bib:3", "message: Twice.", "message: Two."),
                ("KEY001 a.bib:3", "hint: Once.", "hint: Only once."),
            ],
        ),
        (
            [problem(), problem(line=4)],
            [problem(line=4), problem()],
            [("order", "", "the same problems in another order")],
        ),
    ],
)
def test_the_changes_of_problems(
    before: list[dict[str, Any]], after: list[dict[str, Any]], changes: list[tuple[str, str, str]]
) -> None:
    found = problem_changes(before, after)
    assert [(change.place, change.removed, change.added) for change in found] == changes


def test_a_value_that_every_problem_has_anew_is_one_group() -> None:
    before = [problem(line=line) for line in range(9)]
    groups = group_changes(problem_changes(before, [one | {"end": one["line"]} for one in before]))
    assert [(group.firsts[0].added, group.count) for group in groups] == [("has `end`", 9)]
