"""What several commands take is the same for each of them."""

from __future__ import annotations

import argparse

import pytest

from paperatlas.cli.arguments import (
    CommandParser,
    add_mailto,
    add_paths,
    add_report_format,
    add_selection,
    selection_of,
)
from paperatlas.diagnostics.selection import UnknownCodeError


def parser_of_a_command() -> CommandParser:
    parser = CommandParser(prog="paperatlas").add_subparsers().add_parser("command", epilog="one\n  two\n")
    add_paths(parser, "all there is")
    add_report_format(parser)
    add_selection(parser)
    add_mailto(parser, "servers")
    return parser


def test_the_help_of_a_command_keeps_the_lines_of_its_examples() -> None:
    written = parser_of_a_command().format_help()
    assert written.endswith("one\n  two\n")
    assert "(default: all there is)" in " ".join(written.split())


@pytest.mark.parametrize(
    ("arguments", "values"),
    [
        ([], {"paths": [], "format": "text", "select": [], "ignore": [], "mailto": "ada@example.org"}),
        (["a.bib", "b"], {"paths": ["a.bib", "b"]}),
        (["--format", "sarif"], {"format": "sarif"}),
        (
            ["--select", "SYN", "--select", "DUP", "--ignore", "DUP001"],
            {"select": ["SYN", "DUP"], "ignore": ["DUP001"]},
        ),
        (["--mailto", "eve@example.org"], {"mailto": "eve@example.org"}),
    ],
)
def test_arguments(monkeypatch: pytest.MonkeyPatch, arguments: list[str], values: dict[str, object]) -> None:
    monkeypatch.setenv("PAPERATLAS_MAILTO", "ada@example.org")
    assert values.items() <= vars(parser_of_a_command().parse_args(arguments)).items()


@pytest.mark.parametrize(
    ("select", "ignore", "wanted"),
    [([], [], "SYN001 DUP001"), (["SYN"], [], "SYN001"), ([], ["SYN"], "DUP001"), (["SYN"], ["SYN001"], "")],
)
def test_a_selection_of_problems(select: list[str], ignore: list[str], wanted: str) -> None:
    selection = selection_of(argparse.Namespace(select=select, ignore=ignore))
    assert [code for code in ("SYN001", "DUP001") if selection.wants(code)] == wanted.split()


def test_a_code_that_no_rule_has_is_refused() -> None:
    with pytest.raises(UnknownCodeError, match="no rule has the code 'SIN'"):
        selection_of(argparse.Namespace(select=["SIN"], ignore=[]))
