"""Records of other formats are read and written in time that grows with their length."""

from __future__ import annotations

import pytest

from paperatlas.formats.awesome.reader import read_list
from paperatlas.formats.bibtex.writer import bibtex, readable
from paperatlas.formats.detect import Format, ImportOptions, read_as
from paperatlas.formats.endnote.xml import read_endnote_xml
from paperatlas.formats.markup import Markup
from paperatlas.formats.person import in_one_text, parts
from tests.formats.conftest import ReadEntries
from tests.growth import is_linear


@pytest.mark.parametrize("piece", ["\\{", "\\}", "{", "}", "\\", "$\\{"])
def test_braces_of_a_value(piece: str) -> None:
    assert is_linear(lambda size: readable(piece * size + "}"), 2000)


@pytest.mark.parametrize("piece", ["<a ", "<", "<i>", "</", "<!-- ", "&lt;"])
def test_tags_of_a_title(piece: str) -> None:
    assert is_linear(lambda size: Markup.text_of("<i>a</i>" + piece * size, str), 2000)


def test_elements_in_elements() -> None:
    def read(size: int) -> None:
        title = "<style>" * size + "T" + "</style>" * size
        readout = read_endnote_xml(f"<xml><record><titles><title>{title}</title></titles></record></xml>", "a.xml")
        assert [one.record.fields["title"] for one in readout.found] == ["T"]

    assert is_linear(read, 2000)


@pytest.mark.parametrize("piece", [" ", "\n", "A and ", "A, ", "\\ "])
def test_names_with_much_between_them(piece: str, entries_of: ReadEntries) -> None:
    assert is_linear(lambda size: [*bibtex(entries_of(f"@misc{{a, author = {{A{piece * size}B}}}}"))], 2000)


ITEMS = ["- {} [pdf](https://arxiv.org/abs/2001.00001)\n", "- [{}](https://arxiv.org/abs/2001.00001)\n"]
ROWS = "| Title | Paper |\n|--|--|\n| {} | [pdf](https://arxiv.org/abs/2001.00001) |\n"


@pytest.mark.parametrize("piece", [" ", "a", "A1", "(", "[", "\u201ca\u201d ", "A. ", "A, B and ", "2020, "])
@pytest.mark.parametrize("form", [*ITEMS, ROWS], ids=["item", "link", "row"])
def test_the_text_of_a_paper_in_a_list(form: str, piece: str) -> None:
    assert is_linear(lambda size: read_list(form.format(f"A Title of Looms {piece * size}"), "a.md"), 1500)


def test_a_list_item_of_many_paragraphs() -> None:
    item = "- A Title of Looms [pdf](https://arxiv.org/abs/2001.00001)\n"
    assert is_linear(lambda size: read_list(item + "\n  More of it.\n" * size, "a.md"), 200)


@pytest.mark.parametrize("piece", ["1", "a1", "1-", "a ", "de ", "(a", "; "])
def test_a_name(piece: str) -> None:
    assert is_linear(lambda size: (parts("Lind", f"A{piece * size}"), in_one_text(f"Lind, A{piece * size}")), 3000)


VALUES: list[tuple[Format, str, str]] = [
    ("ris", "TY  - JOUR\nTI  - T\nN1  - {}\nER  - \n", "a"),
    ("ris", "TY  - JOUR\nTI  - T\nN1  - {}\nER  - \n", "a@"),
    ("ris", "{}", "(\n"),
    ("nbib", "PMID- 1\nTI  - T\nPG  - {}\n\n", "a"),
    ("nbib", "PMID- 1\nTI  - T\nPG  - {}\n\n", "1"),
    ("enw", "{}", " \n"),
    ("bibtex", "{}", "@a{b,\n"),
]


@pytest.mark.parametrize(("kind", "form", "piece"), VALUES)
def test_a_value_or_a_file_of_one_thing(kind: Format, form: str, piece: str) -> None:
    assert is_linear(lambda size: read_as(kind, form.format(piece * size).encode(), "a", ImportOptions()), 3000)
