from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import parse_string

from paperatlas.bibliography import parse_library
from paperatlas.bibliography.latex.decode import decode_plain
from paperatlas.bibliography.model.fields import VERBATIM
from paperatlas.bibliography.model.verbatim import unescape
from paperatlas.formats.person import OTHERS, of_name
from paperatlas.formats.plain_text import tidy
from paperatlas.formats.records.entry_text import citation_key, entry_text, free_citation_keys
from paperatlas.formats.records.record import Author, Record
from tests.bibliography.formatter.formatted import format_source


def record(title: str = "A Loom", *authors: Author, **fields: str) -> Record:
    return Record("inproceedings", {"title": title, "date": "2021", **fields}, authors or (Author("Lovelace", "Ada"),))


def test_an_entry_stands_in_the_order_and_layout_of_the_library() -> None:
    text = entry_text(
        record(
            "DETR & the DPM-Solver: End-to-End 3D",
            Author("van der Maaten", "Laurens"),
            Author("Davis", "Sammy", "Jr."),
            Author("OpenAI"),
            OTHERS,
            eprinttype="arxiv",
            eprint="2101.00001",
            pages="12–19",
            booktitle="Conference_A #1",
            code="https://example.org/a_{b} c",
            keywords="transformer/operators",
        ),
        "maaten2021detr",
    )
    assert text == (
        "@inproceedings{maaten2021detr,\n"
        "  author       = {van der Maaten, Laurens and Davis, Jr., Sammy and {OpenAI} and others},\n"
        "  title        = {{DETR} \\& the {DPM-Solver}: End-to-End {3D}},\n"
        "  booktitle    = {Conference\\_A \\#1},\n"
        "  pages        = {12--19},\n"
        "  date         = {2021},\n"
        "  eprint       = {2101.00001},\n"
        "  eprinttype   = {arxiv},\n"
        "  code         = {https://example.org/a_%7Bb%7D%20c},\n"
        "  keywords     = {transformer/operators},\n"
        "}\n"
    )


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("End-to-End Object Detection", "End-to-End Object Detection"),
        ("DiffWave: A Model", "{DiffWave}: A Model"),
        ("A ConvNet's Clothing", "A {ConvNet's} Clothing"),
        ("The U-Net, V-JEPA 2 and GPT-4", "The {U-Net}, {V-JEPA} 2 and {GPT-4}"),
        ("“GANs” (VAEs)", "“{GANs}” ({VAEs})"),
        ("For the 2020s", "For the 2020s"),
        ("vIsion/mRNA", "{vIsion/mRNA}"),
        ("I think", "I think"),
        ("注意力 is 你", "注意力 is 你"),
    ],
)
def test_capitals_that_are_a_word_s_own_are_protected(title: str, written: str) -> None:
    assert f"  title        = {{{written}}},\n" in entry_text(record(title), "k")


@pytest.mark.parametrize(
    ("found", "key"),
    [
        (record("Swin Transformer", Author("Liu", "Ze")), "liu2021swin"),
        (record("The U-Net of Looms", Author("van der Maaten", "L.")), "vandermaaten2021unet"),
        (record("On 3D Looms", Author("Ørsted", "Åse")), "orsted20213d"),
        (record("DPM-Solver: A", Author("Müller-Łukasz", "J.")), "mullerlukasz2021dpm"),
        (record("织机", Author("张", "三")), "entry2021"),
        (record("Looms", Author("ATLAS Collaboration")), "atlascollaboration2021looms"),
        (Record("misc", {"title": "The"}, ()), "the"),
    ],
)
def test_a_key_is_name_year_and_word(found: Record, key: str) -> None:
    assert citation_key(found) == key


def test_a_key_that_is_taken_gets_a_letter() -> None:
    one = record("Swin", Author("Liu", "Ze"))
    assert free_citation_keys(["LIU2021Swin"]).take(citation_key(one)) == "liu2021swina"
    assert free_citation_keys(["liu2021swin", "liu2021swina", "liu2021swinb"]).take(citation_key(one)) == "liu2021swinc"
    assert (
        free_citation_keys(["liu2021swin", *(f"liu2021swin{chr(97 + n)}" for n in range(26))]).take(citation_key(one))
        == "liu2021swinaa"
    )


LETTERS = st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cn", "Co"))
TEXTS = st.text(st.sampled_from("aB&%$#_{}~^\\-–'`\"@,.:;?! <>=é") | LETTERS, min_size=1, max_size=40)
NAMES = st.text(
    st.sampled_from("aBcDé-'. 张田") | st.characters(codec="utf-8", categories=("Lu", "Ll")), min_size=1, max_size=12
)
AUTHORS = st.builds(Author, NAMES, NAMES | st.just(""))
IDENTIFIERS = st.text(st.sampled_from("abcXYZ0123456789./:%-_#~?=&()"), min_size=1, max_size=20)
RECORDS = st.builds(
    lambda title, texts, identifiers, authors, editors: Record(
        "inproceedings", {"title": title, **texts, **identifiers}, tuple(authors), tuple(editors)
    ),
    TEXTS,
    st.dictionaries(st.sampled_from(["booktitle", "note", "series", "shorttitle", "publisher"]), TEXTS),
    st.dictionaries(st.sampled_from(["doi", "url", "eprint"]), IDENTIFIERS),
    st.lists(AUTHORS, max_size=4),
    st.lists(AUTHORS, max_size=2),
)


def _is_somebody(name: Author) -> bool:
    """Whether there is a letter in every part: a name of dots is none."""
    return all(any(map(str.isalpha, part)) for part in (name.family, name.given) if part)


@given(RECORDS)
def test_what_is_written_is_read_again_by_us(found: Record) -> None:
    text = entry_text(found, "key")
    assert format_source(text.encode(), "x.bib") == (text.encode(), [])
    library, problems = parse_library(text.encode(), "x.bib")
    assert not [problem for problem in problems if problem.severity == "error"]
    (entry,) = library.entries
    assert set(entry.own_fields) - {"author", "editor"} == {name for name, value in found.fields.items() if tidy(value)}
    for name, value in found.fields.items():
        if name in VERBATIM:
            assert (entry.verbatim(name) or "") == unescape(tidy(value))
        else:
            read = entry.text(name)
            assert (read.text if read else "") == tidy(value)


def _authors_as_read(names: tuple[Author, ...]) -> list[str]:
    parts = ((tidy(name.given), tidy(name.family)) for name in names)
    return [unicodedata.normalize("NFC", " ".join(part for part in pair if part)) for pair in parts if any(pair)]


@given(st.lists(AUTHORS.filter(_is_somebody), min_size=1, max_size=4))
def test_names_are_read_again_by_us(authors: list[Author]) -> None:
    text = entry_text(record("T", *authors), "key")
    (entry,) = parse_library(text.encode(), "x.bib")[0].entries
    found = [of_name(name) for name in entry.names("author").names]
    assert not entry.names("author").others or authors[-1] == OTHERS
    assert [" ".join(part for part in (name.given, name.family) if part) for name in found] == _authors_as_read(
        tuple(authors)
    )


@given(RECORDS)
def test_what_is_written_is_read_again_by_pybtex(found: Record) -> None:
    text = entry_text(found, "key")
    entry = parse_string(text, "bibtex").entries["key"]
    for name, value in found.fields.items():
        if tidy(value):
            raw = entry.fields[name]
            assert (unescape(raw) if name in VERBATIM else decode_plain(raw)) == (
                unescape(tidy(value)) if name in VERBATIM else tidy(value)
            )


@given(st.lists(AUTHORS.filter(_is_somebody), min_size=1, max_size=4))
def test_names_are_read_again_by_pybtex(authors: list[Author]) -> None:
    text = entry_text(record("T", *authors), "key")
    persons = parse_string(text, "bibtex").entries["key"].persons["author"]
    read = [
        decode_plain(" ".join([*one.first_names, *one.middle_names, *one.prelast_names, *one.last_names]))
        for one in persons
    ]
    assert [unicodedata.normalize("NFC", each) for each in read] == _authors_as_read(tuple(authors))


def test_nothing_is_written_outside_of_the_entry(tmp_path: Path) -> None:
    text = entry_text(record("T @book{evil, title = {x}}\n}\n@misc{more,"), "key")
    assert [entry.key for entry in parse_library(text.encode(), "x.bib")[0].entries] == ["key"]


def test_a_particle_that_is_dropped_is_written_so_that_it_is_read_again() -> None:
    authors = (Author("Humboldt", "Alexander", "", "von"), Author("van Gogh", "Vincent"), Author("King", "M.", "Jr."))
    text = entry_text(record("T", *authors), "key")
    assert (
        "{family=Humboldt, given=Alexander, prefix=von, useprefix=false and van Gogh, Vincent and King, Jr., M.}"
        in text
    )
    (entry,) = parse_library(text.encode(), "x.bib")[0].entries
    assert tuple(map(of_name, entry.names("author").names)) == authors


@pytest.mark.parametrize(
    ("names", "written"),
    [
        ((Author("张三"), Author("李四")), "张三 and 李四"),
        ((Author("欧阳修"),), "欧阳修"),
        ((Author("教育部"), Author("Roe", "Ann")), "{教育部} and Roe, Ann"),
    ],
)
def test_a_chinese_person_is_no_group(names: tuple[Author, ...], written: str) -> None:
    assert f"author       = {{{written}}}," in entry_text(record("A Loom", *names), "a")
