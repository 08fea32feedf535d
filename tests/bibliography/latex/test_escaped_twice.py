"""LaTeX that a program escaped: what Zotero wrote of names and titles in libraries of astronomers."""

from __future__ import annotations

import pytest

from paperatlas.bibliography import parse_library
from paperatlas.bibliography.latex.decode import decode_plain
from paperatlas.bibliography.latex.escaped_twice import escaped_once

READ = [
    # as written, as meant in LaTeX, as shown
    (r"Gazta{\textbackslash}{\textasciitilde}naga", r"Gazta{\~n}aga", "Gaztañaga"),
    (r"Fern{\textbackslash}'andez", r"Fern{\'a}ndez", "Fernández"),
    (r"R{\textbackslash}`afols", r"R{\`a}fols", "Ràfols"),
    (r"Gr\textbackslash " + '"unbaum', r"Gr{\"u}nbaum", "Grünbaum"),
    (r"Uro{\textbackslash}v{\textbraceleft}s{\textbraceright}", r"Uro{\v{s}}", "Uroš"),
    (r"Uro\textbackslash{}v\{s\}", r"Uro{\v{s}}", "Uroš"),
    (
        r"Kara{\textbackslash}c{\textbraceleft}c{\textbraceright}ayl{\textbraceleft}{\textbackslash}i{\textbraceright}",
        r"Kara{\c{c}}ayl{\i}",
        "Karaçaylı",
    ),
    (r"Garc{\textbackslash}'{\textbraceleft}{\textbackslash}i{\textbraceright}a", r"Garc{\'{\i}}a", "García"),
    (r"d{\textbackslash}textquotesingle {Alch{\'e}}", r"d{\textquotesingle}{Alch{\'e}}", "d'Alché"),
    (r"at \$\textbackslash sim\$70 Mpc", r"at $\sim$70 Mpc", "at ∼70 Mpc"),
    (r"\$\textbackslash{{Lambda}}\${{CDM}}", r"$\Lambda${{CDM}}", None),
    (r"at \$z \textbackslash gtrsim 10\$ galaxies", r"at $z \gtrsim 10$ galaxies", None),
    # a command of its own, and Mendeley's backslash
    (r"{\textbackslash}emph{\{}Mus{\}} y", r"\emph{Mus} y", "Mus y"),
    (r"On $\backslash$textit\{in vivo\} data", r"On \textit{in vivo} data", "On in vivo data"),
    (r"On {\$}$\backslash$alpha{\$}-helices", r"On $\alpha$-helices", None),
    (r"M$\backslash$" + '"uller', r"M{\"u}ller", "Müller"),
    (r"Ly\$\textbackslash alpha\_\{1\}\$", r"Ly$\alpha_{1}$", None),
]
MEANT = [
    r"The \textbackslash{} Sign",
    r"C:\textbackslash Users",
    r"Between \$5 and \$10",
    r"\$5, a \textbackslash, \$10",
    r"Escaping with {\textbackslash}n and {\textbackslash}t",
    r"a\textbackslash b",
    r"G{\"o}del $\backslash${\&} Bach",
]


@pytest.mark.parametrize(("written", "meant", "shown"), READ)
def test_what_was_latex_is_read(written: str, meant: str, shown: str | None) -> None:
    assert escaped_once(written) == meant
    if shown is not None:
        assert decode_plain(written) == shown


@pytest.mark.parametrize("written", MEANT)
def test_a_backslash_that_is_meant_stays(written: str) -> None:
    assert escaped_once(written) == written


def test_it_is_told_with_what_mends_it() -> None:
    author = r"Gazta{\textbackslash}{\textasciitilde}naga, Enrique and Tarl{\textbackslash}'e, G."
    library, problems = parse_library(f"@misc{{a, title = {{T}}, author = {{{author}}}}}".encode(), "a.bib")
    (entry,) = library.entries
    assert [name.display for name in entry.names("author").names] == ["Enrique Gaztañaga", "G. Tarlé"]
    (problem,) = problems
    assert (problem.code, problem.edit and problem.edit.text) == (
        "TEX009",
        r"Gazta{\~n}aga, Enrique and Tarl{\'e}, G.",
    )


def test_what_stands_on_two_lines_is_told_without() -> None:
    author = "Gazta{\\textbackslash}{\\textasciitilde}naga, Enrique\n  and Tarl{\\textbackslash}'e, G."
    library, (problem,) = parse_library(f"@misc{{a, title = {{T}}, author = {{{author}}}}}".encode(), "a.bib")
    assert [name.display for name in library.entries[0].names("author").names] == ["Enrique Gaztañaga", "G. Tarlé"]
    assert (problem.code, problem.edit) == ("TEX009", None)
