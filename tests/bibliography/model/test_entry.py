"""What an entry answers about itself."""

from __future__ import annotations

import pytest

from paperatlas.bibliography import parse_library
from tests.bibliography.conftest import Read, ReadEntry


@pytest.mark.parametrize(
    ("fields", "arxiv"),
    [
        ("eprint = {2010.11929}, eprinttype = {arxiv}", "2010.11929"),
        ("eprint = {2010.11929}, eprinttype = {arXiv preprint}", "2010.11929"),
        ("arxivid = {2010.11929}", "2010.11929"),  # Mendeley's
        ("arxiv = {2010.11929v2}", "2010.11929"),
        # INSPIRE's and ADS's of before 2007, whose archive stands in primaryClass
        ("eprint = {9901001}, archiveprefix = {arXiv}, primaryclass = {hep-th}", "hep-th/9901001"),
        ("journal = {arXiv:2010.11929 [cs, stat]}", "2010.11929"),
        ("eprint = {2010.11929}, archivePrefix = {arXiv}, primaryClass = {cs.CV}", "2010.11929"),
        ("eprint = {2010.11929}", "2010.11929"),
        ("eprint = {arXiv:2010.11929v3}", "2010.11929"),
        ("eprint = {2010.11929}, eprinttype = {osf}", None),
        ("url = {https://arxiv.org/abs/2010.11929}", "2010.11929"),
        ("doi = {10.48550/arXiv.2010.11929}", "2010.11929"),
        ("journal = {CoRR}, volume = {abs/2010.11929}", "2010.11929"),
        ("journal = {arXiv preprint arXiv:2010.11929}", "2010.11929"),
        ("journal = {CoRR, abs/2010.11929}", "2010.11929"),
        ("journal = {ArXiv}, volume = {abs/2010.11929}", "2010.11929"),
        ("journal = {arXiv e-prints}, eid = {arXiv:2010.11929}, pages = {arXiv:2010.11929}", "2010.11929"),
        ("journal = {arXiv preprint 2010.11929}", "2010.11929"),
        ("journal = {CoRR}, volume = {cs.LG/0309136}", "cs/0309136"),
        ("journal = {arXiv}, number = {2010.11929}", "2010.11929"),
        ("number = {arXiv:2010.11929}", "2010.11929"),
        ("journal = {arXiv preprint arXiv:2010.119291}", None),
        ("journal = {Nature}, volume = {12}, pages = {2010.11929}", None),
    ],
)
def test_arxiv_of_an_entry(read_entry: ReadEntry, fields: str, arxiv: str | None) -> None:
    assert read_entry(f"@misc{{a, {fields}}}").arxiv == arxiv


def test_doi_of_an_entry(read: Read) -> None:
    library, _ = read(
        "@misc{a, doi = {https://doi.org/10.1000/a\\_b}}\n@misc{b, url = {https://doi.org/10.1000/b}}\n@misc{c, doi = {none}}"
        "\n@inproceedings{d, crossref = {e}}\n@proceedings{e, doi = {10.1000/e}}"
    )
    assert [entry.doi for entry in library.entries] == ["10.1000/a_b", "10.1000/b", None, None, "10.1000/e"]


def test_verbatim_fields_are_not_decoded(read_entry: ReadEntry) -> None:
    url = "https://example.org/~me/a_b--c?d=%20&e=``f''$"
    entry = read_entry(
        f"@misc{{a, url = {{{url}}}, file = {{a\\_b~c.pdf}}, code = {{https://example.org/a\\%20b\\&c\\#d}}}}"
    )
    assert entry.verbatim("url") == url
    assert entry.verbatim("file") == "a_b~c.pdf"
    assert entry.verbatim("code") == "https://example.org/a%20b&c#d"
    assert entry.verbatim("doi") is None


ENTRY = """@TechReport{key,
  Author = {Lovelace, Ada and {OpenAI} and others},
  TITLE = {A \\emph{b} {C}},
  institution = {},
  number = 7,
  keywords = {one, {Two},, \\'etude},
  pdf = { a\\_b.pdf },
  note = {{}},
}"""


def test_a_field_is_found_by_each_of_its_names(read_entry: ReadEntry) -> None:
    entry = read_entry(ENTRY)
    assert (entry.key, entry.type, entry.kind) == ("key", "techreport", "report")
    assert list(entry.fields) == list(entry.own_fields)
    assert list(entry.fields)[:3] == ["author", "title", "institution"]
    for name in ("pdf", "PDF"):
        field = entry.field(name)
        assert field is not None
        assert (field.name, field.written_name, field.raw, field.inherited_from) == ("pdf", "pdf", " a\\_b.pdf ", "")
    assert entry.field("journal") is None


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("title", "A b C"),
        ("number", "7"),
        ("author", "Lovelace, Ada and OpenAI and others"),
        ("pdf", "a_b.pdf"),
        ("institution", None),
        ("note", None),
        ("abstract", None),
        ("", None),
    ],
)
def test_a_field_is_a_text_or_none(read_entry: ReadEntry, name: str, text: str | None) -> None:
    found = read_entry(ENTRY).text(name)
    assert (found and found.text) == text


def test_members_of_a_list_stand_on_their_lines(read_entry: ReadEntry) -> None:
    items = read_entry("@misc{a,\n  keywords = {one,\n\n    two, three,\n  深}\n}").list("keywords")
    assert [str(item.span) for item in items] == ["a.bib:2:15", "a.bib:4:5", "a.bib:4:10", "a.bib:5:3"]


def test_a_member_of_a_list_on_two_lines_is_one_text(read_entry: ReadEntry) -> None:
    items = read_entry("@misc{a,\n  keywords = {data\n    clustering, {very\n  large}},\n}").list("keywords")
    assert [item.value for item in items] == ["data clustering", "very large"]


def test_a_control_character_at_the_edge_of_a_member_leaves_no_blank() -> None:
    library, _ = parse_library(b"@misc{a, extends = {\x01 b, c \x02}}", "a.bib")
    assert [item.value for item in library.entries[0].list("extends")] == ["b", "c"]


def test_a_text_keeps_its_source(read_entry: ReadEntry) -> None:
    title = read_entry(ENTRY).text("title")
    assert title is not None
    assert (title.html, title.bibtex) == ("A <em>b</em> C", "A \\emph{b} {C}")


def test_names_are_those_of_the_field_asked_for(read_entry: ReadEntry) -> None:
    entry = read_entry(ENTRY)
    authors = entry.names("author")
    assert [name.display for name in authors.names] == ["Ada Lovelace", "OpenAI"]
    assert authors.others
    assert not entry.names("editor")
    assert [name.display for name in entry.names("title").names] == ["A b C"]


def test_members_of_a_list_have_their_places(read_entry: ReadEntry) -> None:
    items = read_entry(ENTRY).list("keywords")
    assert [(item.value, str(item.span)) for item in items] == [
        ("one", "a.bib:6:15"),
        ("Two", "a.bib:6:20"),
        ("étude", "a.bib:6:28"),
    ]
    assert (items[0].span.end_column, items[1].span.end_column) == (18, 25)
    assert read_entry(ENTRY).list("institution") == read_entry(ENTRY).list("ids") == ()


@pytest.mark.parametrize(
    ("written", "value"),
    [(" a ", "a"), ("one\n   two", "one two"), ("a\\_b\n", "a_b"), ("a\u00a0b", "a\u00a0b"), (" ", None), ("", None)],
)
def test_a_verbatim_value_is_one_line(read_entry: ReadEntry, written: str, value: str | None) -> None:
    assert read_entry(f"@misc{{a, file = {{{written}}}}}").verbatim("file") == value


def test_fields_cannot_be_changed(read_entry: ReadEntry) -> None:
    entry = read_entry("@misc{a, note = {N}}")
    for fields in (entry.fields, entry.own_fields):
        with pytest.raises(TypeError):
            fields["note"] = None  # type: ignore[index]


def test_an_entry_of_many_fields_answers_like_one_of_few(read: Read) -> None:
    many = ", ".join(f"x{number} = {{{number}}}" for number in range(200))
    library, _ = read(
        f"@inproceedings{{a, journal = {{J}}, crossref = {{p}}, {many}}}\n@proceedings{{p, title = {{P}}}}"
    )
    entry = library.entries[0]
    assert [str(entry.text(name)) for name in ("x0", "x199", "journal", "booktitle")] == ["0", "199", "J", "P"]
    assert entry.field("x200") is None
    assert str(entry.span_of("booktitle")) == "a.bib:2:17"
    assert (len(entry.own_fields), len(entry.fields)) == (202, 203)


def test_an_entry_tells_where_it_stands(read_entry: ReadEntry) -> None:
    entry = read_entry(f"\n  {ENTRY}")
    assert repr(entry) == "<Entry key a.bib:2:3>"
    assert entry.end_line == 10
    assert (str(entry.span_of("TITLE")), str(entry.span_of("isbn"))) == ("a.bib:4:3", "a.bib:2:3")


@pytest.mark.parametrize(
    ("options", "label"),
    [
        ("useprefix = true", "van Gogh"),
        ("useprefix=false, skipbib", "Gogh"),
        ("skipbib, useprefix", "van Gogh"),
        ("skipbib", "van Gogh"),
    ],
)
def test_an_option_of_the_entry_is_one_of_its_names(read_entry: ReadEntry, options: str, label: str) -> None:
    entry = read_entry(f"@misc{{a, author = {{Vincent van Gogh}}, options = {{{options}}}}}")
    assert [name.label for name in entry.names("author").names] == [label]
