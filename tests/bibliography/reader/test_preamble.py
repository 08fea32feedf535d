r"""Commands that a file's `@preamble` defines, as BibTeX writes them before the bibliography.

The forms are those of LaTeX2e (`\newcommand`, `\providecommand`) and plain TeX (`\def`); MathSciNet's and biblatex users'
files begin with them.
"""

from __future__ import annotations

import pytest

from paperatlas.bibliography.reader.preamble import commands_of, expanded
from tests.bibliography.conftest import Read


@pytest.mark.parametrize(
    ("preamble", "value", "text"),
    [
        (r'"\newcommand{\jmlr}{J. Mach. Learn. Res.}"', r"\jmlr", "J. Mach. Learn. Res."),
        (r"{\newcommand\jmlr{JMLR}}", r"\jmlr{} and {\jmlr}, not \ljmlr{x}", "JMLR and JMLR, not x"),
        (r'"\providecommand*{\cprime}{$^\prime$} " # "\def\polhk#1{\k{#1}}"', r"Zar\polhk{e}ba", "Zaręba"),
        (r'"\providecommand{\own}[1]{\emph{#1}}"', r"An \own{a {B}} b", "An a B b"),
        (r'"\newcommand{\own}[1]{} \newcommand{\other}{\own{x}y}"', r"\own{a}b \other", "b y"),
        (r'"\providecommand{\url}[1]{\texttt{(#1)}}"', r"\url{https://example.org}", "https://example.org"),
        (r'"\newcommand{\aap}{Astron. Astrophys.}"', r"\aap", "Astron. Astrophys."),
    ],
)
def test_a_files_own_commands(read: Read, preamble: str, value: str, text: str) -> None:
    library, problems = read(f"@preamble{{{preamble}}}\n@misc{{a, title = {{{value}}}}}\n")
    assert library.entries[0].plain("title") == text
    assert {problem.code for problem in problems} <= {"TEX001"}
    assert len(problems) == value.count("ljmlr")


@pytest.mark.parametrize(
    "preamble",
    ["", r"\newcommand{\a}[2]{#1#2}", r"\newcommand{\loop}{\loop x}", r"\newcommand{\own}", r"\def\emph#1{#1}"],
)
def test_what_defines_no_text_is_left(preamble: str) -> None:
    assert commands_of(preamble) == {}


def test_commands_that_double_each_other_end() -> None:
    commands = commands_of(r"\def\one{\two\two}\def\two{\one\one}")
    assert len(expanded(r"\one", commands)) < 10_000


def test_commands_of_one_file_are_not_those_of_another(read: Read) -> None:
    library, problems = read(r'@preamble{"\newcommand{\jj}{J}"} @misc{a, title={\jj}}', r"@misc{b, title={\jj}}")
    assert [entry.plain("title") for entry in library.entries] == ["J", r"\jj"]
    assert [problem.file for problem in problems] == ["b.bib"]
