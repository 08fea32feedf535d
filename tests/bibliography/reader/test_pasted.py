"""What a merge or a paste leaves between entries."""

from __future__ import annotations

import pytest

from paperatlas.bibliography.reader.pasted import pasted_problems
from tests.growth import is_linear

ENTRY = "@misc{a,\n  title = {A},\n}\n"
TEXTS = [
    (ENTRY, []),
    (f"<<<<<<< HEAD\n{ENTRY}=======\n{ENTRY}>>>>>>> mine\n", ["SYN020:1"]),
    (f"{ENTRY}<<<<<<< HEAD\n=======\n>>>>>>> mine\n<<<<<<< HEAD\n=======\n>>>>>>> mine\n", ["SYN020:4", "SYN020:7"]),
    (f"{ENTRY}=======\n{ENTRY}>>>>>>> mine\n", ["SYN020:8"]),
    (f"{ENTRY}A heading\n=======\n", []),
    (f"{ENTRY}  note = {{\n<<<<<<<< eight\n}},\n", []),
    ("misc{a,\n  title = {A},\n}\n", ["SYN021:1"]),
    (f"{ENTRY}  InProceedings {{a,\n", []),
    ("InProceedings {a,\n", ["SYN021:1"]),
    (f"{ENTRY}misc{{a}}, or misc{{a, b}}\n", []),
    (f"the misc{{a,\n{ENTRY}", []),
    ("@misc｛a,\n  title = {A},\n}\n", ["SYN021:1"]),
    (f"{ENTRY}＠misc{{b,\n  title = {{B}},\n}}\n", ["SYN021:4"]),
    ("\n% nothing yet\n", []),
    ("% none\n\n Lovelace, A. (1843). Notes.\n", ["SYN023:3"]),
    ("TY  - JOUR\nER  - \n", ["SYN023:1"]),
    ("<!DOCTYPE html>\n", ["SYN023:1"]),
    ('[\n  {"id": "a"}\n]\n', ["SYN023:1"]),
    ("This file was created with JabRef 2.10.\nEncoding: UTF8\n", []),
    ("@string{a = {A}}\n", []),
    (f"{ENTRY}@bo", ["SYN021:4"]),
    (f"{ENTRY}@\n\n", ["SYN021:4"]),
    (f"{ENTRY}write to me@example", []),
]


@pytest.mark.parametrize(("text", "found"), TEXTS)
def test_pasted(text: str, found: list[str]) -> None:
    problems = pasted_problems(text.encode(), "a.bib")
    assert [f"{problem.code}:{problem.line}" for problem in problems] == found


def test_the_missing_sign_is_put_in() -> None:
    (problem,) = pasted_problems(b"\nmisc{a,\n", "a.bib")
    assert problem.edit
    assert (problem.edit.span.line, problem.edit.span.column, problem.edit.text) == (2, 1, "@")


@pytest.mark.parametrize("line", ["<<<<<<< a", ">>>>>>> a", "misc{a,", "@misc｛a", " ", "%", "a @misc"])
def test_many_marks_take_time_in_proportion(line: str) -> None:
    assert is_linear(lambda size: list(pasted_problems(f"{line}\n".encode() * size, "a.bib")), 2000)
