from __future__ import annotations

from pathlib import Path

import pytest

from paperatlas.bibliography.formatter.style import style_problems
from tests.bibliography.formatter.formatted import format_source

REPOSITORY = Path(__file__).resolve().parents[3]


def formatted(text: str) -> str:
    """`text` in the one style; it must be readable, and not change when formatted again."""
    result, problems = format_source(text.encode(), "a.bib")
    assert result is not None, [str(problem) for problem in problems]
    assert problems == []
    assert format_source(result, "a.bib") == (result, [])
    return result.decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            '@ARTICLE { ada ,Year=1843,TITLE = "Notes" , author={Lovelace}}',
            '@article{ada,\n  author       = {Lovelace},\n  title        = "Notes",\n  year         = 1843,\n}\n',
        ),
        (
            "@online(a, url = {u(1)}, Note = {b})",
            "@online(a,\n  url          = {u(1)},\n  note         = {b},\n)\n",
        ),
        ("@misc{a}", "@misc{a,\n}\n"),
        ("@misc{a b,x={1}}", "@misc{a b,\n  x            = {1},\n}\n"),
        ("@misc{a,annotation_zh={注}}", "@misc{a,\n  annotation_zh = {注},\n}\n"),
        ("", ""),
        (" \n\t\n", ""),
    ],
)
def test_an_entry(before: str, after: str) -> None:
    assert formatted(before) == after


@pytest.mark.parametrize(
    "value",
    [
        "{A {B} C}",
        "{ A\n\n      B  \n}",
        '"A {"}B{"} C"',
        "2020",
        "jan",
        'jan # "~" #{5}',
        'acl\n    #  " 5, @book{b, title = {x}}"',
        "{}",
        "{100\\% of it % this is no comment\n}",
        "{@article{b, @article{c}}}",
    ],
)
def test_a_value_is_kept(value: str) -> None:
    assert formatted(f"@misc{{a,title={value}\n}}") == f"@misc{{a,\n  title        = {value},\n}}\n"


def test_a_field_that_is_there_twice_is_kept_twice() -> None:
    text = formatted("@misc{a,title={2},Author={x},title={1},TITLE={3}}")
    assert [line[-3] for line in text.splitlines()[1:-1]] == ["x", "2", "1", "3"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("@misc{a,}@misc{b,}", "@misc{a,\n}\n\n@misc{b,\n}\n"),
        ("\n\n@misc{a,\n}\n\n\n\n@misc{b,\n}\n\n", "@misc{a,\n}\n\n@misc{b,\n}\n"),
        ("% on a\n@misc{a,\n}\n% on b\n@misc{b,\n}", "% on a\n@misc{a,\n}\n\n% on b\n@misc{b,\n}\n"),
        ("% all\n\n\n@misc{a,\n}\n\n\n% end", "% all\n\n@misc{a,\n}\n\n% end\n"),
        ("@misc{a,\n} % on a\n@misc{b,\n}", "@misc{a,\n} % on a\n\n@misc{b,\n}\n"),
        ("  Two\n\n\n  paragraphs \n\n@misc{a,\n}", "  Two\n\n\n  paragraphs \n\n@misc{a,\n}\n"),
        (
            '@STRING( a="A" )  % one\n@string{b = {B}, c = a}\n@misc{a,\n}',
            '@STRING( a="A" )  % one\n@string{b = {B}, c = a}\n\n@misc{a,\n}\n',
        ),
        (
            '@misc{a,\n}\n@Comment{jabref-meta:\n  @misc{b}  }\n\n\n@preamble{ {x} # "y" }',
            '@misc{a,\n}\n\n@Comment{jabref-meta:\n  @misc{b}  }\n\n@preamble{ {x} # "y" }\n',
        ),
        ("@comment this line\n% @misc{b, title = {x}}\n", "@comment this line\n% @misc{b, title = {x}}\n"),
        ("misc{a,\n  title = {without its @},\n}\n", "misc{a,\n  title = {without its @},\n}\n"),
    ],
)
def test_what_stands_between_entries(before: str, after: str) -> None:
    assert formatted(before) == after


def test_comments_move_with_their_field() -> None:
    before = "@misc{a, % the entry\n  % year = {2019},\n  year = {2020} % or later\n  , title={T},\n  %last }\n}"
    assert formatted(before) == (
        "@misc{a, % the entry\n  title        = {T},\n  % year = {2019},\n  year         = {2020}, % or later\n"
        "  %last }\n}\n"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("% ä\r\n@misc{a,x={1\r\n2}}\r\n", "% ä\r\n@misc{a,\r\n  x            = {1\r\n2},\r\n}\r\n"),
        ("@misc{a,\rx={1\r2}}\r", "@misc{a,\r  x            = {1\r2},\r}\r"),
        ("@misc{a,x={1\r\n2}\n}\n", "@misc{a,\n  x            = {1\r\n2},\n}\n"),
        (
            "@misc{a,y={1\r2},\r\n\r\nx={3\n4}\n}",
            "@misc{a,\r\n  y            = {1\r2},\r\n  x            = {3\n4},\r\n}\r\n",
        ),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_line_ends_and_encoding_are_kept(before: str, after: str, encoding: str) -> None:
    assert format_source(before.encode(encoding), "a.bib") == (after.encode(encoding), [])


ONE, TWO = "@misc{one,\n  x            = {1},\n}\n", "@misc{two,\n  x            = {2},\n}\n"


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        (f"{ONE}\n{TWO}", []),
        # the place that is named, the variant, what is replaced and by what
        (f"{ONE}\n@Misc{{two,x={{2}}}}\n", [("5:1", "", "\n\n@Misc{two,x={2}}", f"\n\n{TWO[:-1]}")]),
        (f"{ONE}{TWO}", [("4:1", "gap", f"\n{TWO[:-1]}", f"\n\n{TWO[:-1]}")]),
        (f"\r\n{ONE[:-1]}", [("2:1", "gap", f"\n{ONE[:-1]}", ONE[:-1]), ("4:2", "end", "", "\n")]),
        (f"text {ONE}", [("1:6", "gap", ONE[:-1], f"\n{ONE[:-1]}")]),
        (" \n\t\n", [("1:1", "end", " \n\t\n", "")]),
    ],
)
def test_each_block_that_changes_has_an_edit_of_its_own(text: str, changes: list[tuple[str, str, str, str]]) -> None:
    found, refused = style_problems(text.encode(), "a.bib")
    assert refused == []
    assert [
        (str(each.span).removeprefix("a.bib:"), each.variant, each.edit.was, each.edit.text)
        for each in found
        if each.edit
    ] == changes
    assert {each.code for each in found} <= {"FMT002"}


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("@misc{a,\n  x = {1}\n  y = {2},\n}", "SYN003", 3, 3),
        ("@misc{a,\n  x = {1,\n  y = {2},\n}", "SYN004", 2, 7),
        ("@misc{a,\n  x = {1},\n", "SYN004", 1, 1),
        ("@misc{a,\n  x = {1}},\n  y = {2},\n}", "SYN005", 2, 10),
        ('@misc{a,\n  x = "1,\n  y = {2},\n}', "SYN006", 2, 7),
        ("@misc{\n  x = {1},\n}", "SYN007", 1, 1),
        ("@{a,\n  x = {1},\n}", "SYN009", 1, 1),
        ("@misc{a,\n  x {1},\n}", "SYN011", 2, 3),
        ("@misc{a,\n  x = ,\n}", "SYN012", 2, 7),
        ("@misc{a,\n  x = one two,\n}", "SYN013", 2, 7),
        ("@misc{a,\n}\n@string{b {B}}\n", "SYN011", 3, 9),
        ("@misc{a,\n}\n@string{}\n", "MAC005", 3, 1),
        ("@comment{ {\n@misc{a,\n}", "SYN004", 1, 1),
        ('@preamble("x"\n', "SYN004", 1, 1),
        ("@misc{a,\n  x = {1} % one\n  y = {2},\n}", "FMT001", 2, 10),
        ("@misc{a,\n  x = {1 \\} 2},\n}", "FMT001", 2, 7),
        ('@misc{a,\n  x = "G\\"odel, K",\n}', "SYN006", 2, 10),
        ("@misc(a,\n  x = {1},\n}\n", "FMT001", 2, 10),
        ("@misc{a,\n}\n% b\n  y = {2},\n}", "FMT001", 4, 1),
        ("@misc{a,\n}\nand }\n", "FMT001", 3, 5),
        ("@misc{a,\n}\n@article b,\n  x = {1},\n}", "SYN015", 3, 9),
        ("@misc{a,\n}\n@song b,\n", "FMT001", 3, 1),
    ],
)
def test_what_cannot_be_read_whole_is_refused(text: str, code: str, line: int, column: int) -> None:
    result, problems = format_source(text.encode(), "bib/a.bib")
    assert result is None
    problem = problems[0]
    assert (problem.code, problem.file, problem.line, problem.column) == (code, "bib/a.bib", line, column)
    assert problem.message
    assert problem.hint


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"@misc{a, x = {caf\xe9}}", "ENC001"),
        (b"\xff\xfe@\x00m", "ENC001"),
        ("@misc{a, x = {1}}".encode("utf-16-le"), "ENC001"),
        (b"@misc{a, x = {\x00}}", "ENC002"),
    ],
)
def test_a_file_in_no_certain_encoding_is_refused(data: bytes, code: str) -> None:
    result, problems = format_source(data, "a.bib")
    assert (result, [problem.code for problem in problems]) == (None, [code])


@pytest.mark.parametrize("path", sorted((REPOSITORY / "bib").glob("*.bib")), ids=lambda path: path.stem)
def test_the_atlas_library_is_kept_in_the_style(path: Path) -> None:
    data = path.read_bytes()
    assert format_source(data, path.name) == (data, [])
