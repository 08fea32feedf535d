"""Signs that TeX takes for its own: escaped once, and read again as what they were."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database.input.bibtex import Parser

from paperatlas.bibliography import parse_library
from paperatlas.bibliography.latex.decode import decode_plain
from paperatlas.formats.bibtex.raw_signs import escape_signs
from paperatlas.formats.bibtex.writer import bibtex, readable

VALUES = [
    # what stands in the file, what is written; TeX's own ten signs are those of the TeXbook, chapter 7
    ("50% of Maps #1", r"50\% of Maps \#1"),
    ("Phys & Maps", r"Phys \& Maps"),
    (r"Phys \& Maps", r"Phys \& Maps"),
    (r"Phys \& Maps & 5%", r"Phys \& Maps \& 5\%"),
    ("snake_case", r"snake\_case"),
    (r"a\\& b", r"a\\\& b"),
    ("C# {and} {F#}", r"C\# {and} {F\#}"),
    # formulas
    ("$x_t$ & a_b", r"$x_t$ \& a\_b"),
    (r"\(x_t\) a_b", r"\(x_t\) a\_b"),
    (r"\ensuremath{x_t} a_b", r"\ensuremath{x_t} a\_b"),
    ("$$x_t$$ 5%", r"$$x_t$$ 5\%"),
    ("US$ 5", r"US\$ 5"),
    ("$x_1$ for $5_", r"$x_1$ for \$5\_"),
    # arguments that are no text
    (r"\url{https://example.org/a_b%20c} d_e", r"\url{https://example.org/a_b%20c} d\_e"),
    (r"\href{https://example.org/a_b}{c_d}", r"\href{https://example.org/a_b}{c\_d}"),
    (r"\cite{a_b} & c", r"\cite{a_b} \& c"),
    # nothing that stands for a letter or a space
    (r"caf\'{e}~x^y", r"caf\'{e}~x^y"),
    ("", ""),
]


@pytest.mark.parametrize(("value", "written"), VALUES)
def test_escaped_once(value: str, written: str) -> None:
    assert escape_signs(value) == written
    assert escape_signs(written) == written
    assert decode_plain(written) == decode_plain(value)


FIELDS = [
    ("title = {A & B}", r"title        = {A \& B}"),
    ("author = {AT&T}", r"author       = {AT\&T}"),
    ("journal = {Phys & Maps}", r"journaltitle = {Phys \& Maps}"),
    ("url = {https://example.org/a_b?c=d%20&e#f}", "url          = {https://example.org/a_b?c=d%20&e#f}"),
    ("doi = {10.1000/a_b}", "doi          = {10.1000/a_b}"),
    ("eprint = {a_b}", "eprint       = {a_b}"),
    ("adsurl = {https://example.org/a&b}", "adsurl       = {https://example.org/a&b}"),
    ("keywords = {a_b}", "keywords     = {a_b}"),
    ("author+an = {1=a_b}", "author+an    = {1=a_b}"),
    # HTML, JATS and MathML as Crossref and Zotero write them are LaTeX; what is none of them stays
    (
        "title = {On <i>E. coli</i> &amp; H<sub>2</sub>O}",
        r"title        = {On \emph{E. coli} \& H\textsubscript{2}O}",
    ),
    ("title = {x $<$ y, a <b c}", "title        = {x $<$ y, a <b c}"),
    # signs of control
    ("title = {T\x01 of X\x7f}", "title        = {T of X}"),
    # a line that another reader would take for an entry or an end of the line
    ("note = {a\u2028@book{b}}", "note         = {a"),
]


@pytest.mark.parametrize(("field", "line"), FIELDS)
def test_fields(field: str, line: str) -> None:
    library, _ = parse_library(f"@misc{{a, {field}}}".encode(), "a.bib")
    written = "".join(bibtex(library.entries)).splitlines()[1]
    assert written.strip().removesuffix(",") == line


PIECES = st.lists(
    st.sampled_from(
        [*"&%#_$~^{}\\\n ", "a", "B", "中", "é", "\\&", "{\\%}", "$x_t$", "\\url{a_b}", "\\emph{", "@misc{x,", "}"]
    ),
    max_size=12,
).map("".join)


@given(title=PIECES, note=PIECES)
def test_what_is_written_reads_the_same(title: str, note: str) -> None:
    source = f"@misc{{a,\n title = {{{title}}},\n note = {{{note}}},\n author = {{Ho, J & K}}\n}}\n"
    library, _ = parse_library(source.encode(), "a.bib")
    text = "".join(bibtex(library.entries))
    again, _ = parse_library(text.encode(), "b.bib")
    assert [entry.key for entry in again.entries] == list(Parser().parse_string(text).entries)
    for entry, other in zip(library.entries, again.entries, strict=True):
        for name, value in (("title", title), ("note", note)):
            if readable(value) == value:
                assert other.plain(name) == entry.plain(name)
