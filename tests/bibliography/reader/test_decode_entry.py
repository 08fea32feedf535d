"""From an entry as written to an entry as stored: values, places, flaws."""

from __future__ import annotations

import pytest

from paperatlas.bibliography.model.complaints import SourceBlock
from paperatlas.bibliography.model.marked_text import Marked, Node
from paperatlas.bibliography.model.name import Name, NameList
from paperatlas.bibliography.model.stored import Head, StoredField
from paperatlas.bibliography.reader import decode_entry
from paperatlas.bibliography.reader.decode_entry import Context, build
from paperatlas.bibliography.reader.macros import Definition, Macros
from paperatlas.bibliography.reader.parent_links import parent_links_of
from paperatlas.bibliography.reader.recover import recover
from paperatlas.bibliography.reader.split import BRACED, split
from paperatlas.diagnostics.problem import Problem, Span
from tests.bibliography.conftest import Read


def test_places_are_exact(read: Read) -> None:
    library, _ = read(
        "\n\n  @book{a,\n    title = {One},\n  date =\n     2020 ,extends={b,\n   c,d , e}\n}\n\n@book{b}\n"
    )
    entry, other = library.entries
    assert str(entry.span) == "a.bib:3:3"
    assert entry.end_line == 8
    assert str(other.span) == "a.bib:10:1"
    assert other.end_line == 10
    assert [(str(field.span), str(field.value_span)) for field in entry.fields.values()] == [
        ("a.bib:4:5", "a.bib:4:14"),
        ("a.bib:5:3", "a.bib:6:6"),
        ("a.bib:6:12", "a.bib:6:21"),
    ]
    assert [(item.value, str(item.span)) for item in entry.list("extends")] == [
        ("b", "a.bib:6:21"),
        ("c", "a.bib:7:4"),
        ("d", "a.bib:7:6"),
        ("e", "a.bib:7:10"),
    ]
    assert str(entry.span_of("date")) == "a.bib:5:3"
    assert str(entry.span_of("doi")) == "a.bib:3:3"


def built(text: str, line: int = 1, *definitions: Definition) -> tuple[Head, dict[str, StoredField], list[Problem]]:
    """The entry a block holds that begins in a line of a.bib."""
    raw = split(text) or recover(text)[0]
    assert raw is not None
    context = Context(Macros(definitions), 0, [], set(), set())
    head, fields, _ = build(raw, SourceBlock("a.bib", text, line, 1), context)
    return head, fields, context.problems


@pytest.mark.parametrize(
    ("fields", "name", "value"),
    [
        ("title = {One}", "title", None),
        ("title = {{O}ne \\emph{two}}", "title", ("One ", Marked("em", ("two",)))),
        ("title = {One\n  two}", "title", ("One two",)),
        ("title = {}", "title", ()),
        ("url = {https://example.org/a\\_b}", "url", None),
        ("journal = {\\'E}", "journaltitle", ("É",)),
        ("EDITOR = {Ada Lovelace and others}", "editor", NameList((Name("Ada", "Lovelace"),), others=True)),
    ],
)
def test_a_value_is_decoded_by_the_kind_of_its_field(
    fields: str, name: str, value: tuple[Node, ...] | NameList | None
) -> None:
    _, found, problems = built(f"@misc{{a, {fields}}}")
    assert {name: field.value for name, field in found.items()} == {name: value}
    assert problems == []


@pytest.mark.parametrize(
    ("text", "key", "codes"),
    [
        ("@misc{,\n note={1}}", "misc-7", ["SYN007:7:1"]),
        ("@misc{a b,\n note={1}}", "a b", ["SYN008:7:7"]),
        ("@misc{王2020, note={1}}", "王2020", []),
    ],
)
def test_an_entry_has_a_key(text: str, key: str, codes: list[str]) -> None:
    head, _, problems = built(text, 7)
    assert head.key == key
    assert [f"{problem.code}:{problem.line}:{problem.column}" for problem in problems] == codes


@pytest.mark.parametrize(
    ("fields", "raw", "codes"),
    [
        ("note={1}, Note={2}", "1", ["SYN010"]),
        ("note={1}, note={1}", "1", ["SYN010"]),
        # ScienceDirect's, of which all but the first were lost (JabRef, issue 2209)
        ("keywords={1}, keywords={2; 3}, keywords={4}", "1, 2; 3, 4", []),
        ("annote={1}, annotation={1}", "1", []),
        ("annote={1}, annote={2}", "1", []),  # Zotero writes one for each of its notes
        ("annote={1}, annotation={2}", "2", ["SYN018"]),
        ("annotation={1}, annote={2}", "1", ["SYN018"]),
    ],
)
def test_of_two_fields_the_first_counts_or_the_one_of_the_standard_name(
    fields: str, raw: str, codes: list[str]
) -> None:
    _, found, problems = built(f"@misc{{a, {fields}}}")
    assert [field.raw for field in found.values()] == [raw]
    assert [problem.code for problem in problems] == codes
    assert all(problem.related == (Span("a.bib", 1, 10).covering(fields.partition("=")[0]),) for problem in problems)


PLACES = [
    # the Digital Library of ACM writes where the conference was, and where the publisher is
    ("inproceedings", "address={New York}, location={Lyon}", {"location": "New York", "venue": "Lyon"}, []),
    ("Proceedings", "location={Lyon}, address={New York}", {"location": "New York", "venue": "Lyon"}, []),
    ("conference", "location={Lyon}", {"location": "Lyon"}, []),
    ("inproceedings", "location={A}, address={B}, venue={C}", {"location": "A", "venue": "C"}, ["SYN018"]),
    ("book", "address={New York}, location={Lyon}", {"location": "Lyon"}, ["SYN018"]),
]


@pytest.mark.parametrize(("kind", "fields", "places", "codes"), PLACES)
def test_where_a_conference_was(kind: str, fields: str, places: dict[str, str], codes: list[str]) -> None:
    _, found, problems = built(f"@{kind}{{a, {fields}}}")
    assert {name: field.raw for name, field in found.items()} == places
    assert [problem.code for problem in problems] == codes


@pytest.mark.parametrize(
    ("fields", "names", "codes"),
    [
        # R's NA, Python's None, JavaScript's undefined, SQL's NULL
        ("volume={NA}, number = {None}, pages={NA--NA}, doi={null}, abstract={N/A}", [], ["SYN024"] * 5),
        ("year={NA}, url={undefined}", [], ["SYN024"] * 2),
        (
            "title={None}, journal={NA}, keywords={NaN}, author={Null}",
            ["author", "journaltitle", "keywords", "title"],
            [],
        ),
        ("volume={NA1}, abstract={None of these.}", ["abstract", "volume"], []),
    ],
)
def test_what_stands_for_no_value_is_none(fields: str, names: list[str], codes: list[str]) -> None:
    _, found, problems = built(f"@article{{a, {fields}}}")
    assert sorted(found) == names
    assert [problem.code for problem in problems] == codes


@pytest.mark.parametrize(
    ("value", "codes"),
    [
        ("{a \\foo{b}\n  \\bar \\foo}", ["TEX001:1:21", "TEX001:2:3"]),
        ("{a\n $b}", ["TEX002:2:2"]),
        ("{10 &lt; 20 &amp; 30}", ["TEX004:1:22"]),
        ("{R&D; AT&T}", []),
        ('{a} # "b"', []),
    ],
)
def test_what_the_decoding_stumbles_over_is_reported_where_it_stands(value: str, codes: list[str]) -> None:
    _, _, problems = built(f"@misc{{a, title = {value}}}")
    assert [f"{problem.code}:{problem.line}:{problem.column}" for problem in problems] == codes


def test_macros_are_replaced_up_to_a_limit() -> None:
    macro = Definition("long", (0, 1), ((BRACED, "x" * 9_000),), Span("a.bib", 1, 1))
    _, found, problems = built("@misc{a, note = {a} # LONG # { b}}", 2, macro)
    assert found["note"].raw == f"a{'x' * 9_000} b"
    assert problems == []
    _, found, problems = built(f"@misc{{a, note = {' # '.join(['long'] * 20)}}}", 2, macro)
    assert len(found["note"].raw) == 99_000
    assert [problem.code for problem in problems] == ["MAC006"]


def test_an_entry_is_linked_to_others_by_the_keys_in_it() -> None:
    head, fields, _ = built("@misc{a,\n  crossref = { b , c },\n  xdata = {d,, e},\n  ids = {},\n  note = {f},\n}", 7)
    links = parent_links_of(3, head, tuple(fields.values()))
    assert [tuple(link) for link in links] == [
        (3, "crossref", "b , c", 8, 15),
        (3, "xdata", "d", 9, 12),
        (3, "xdata", "e", 9, 12),
    ]


@pytest.mark.parametrize(("length", "read"), [(10, 10), (11, 10)])
def test_a_value_is_read_up_to_a_length(length: int, read: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decode_entry, "_LONGEST", 10)
    _, fields, problems = built(f"@misc{{a,\n  abstract = {{{'x' * length}}},\n  title = {{T}},\n}}")
    assert (fields["abstract"].raw, fields["title"].raw) == ("x" * read, "T")
    assert (
        list(map(str, problems))
        == [
            (
                "a.bib:2:15: The field 'abstract' has 11 characters; only the first 10 are read. "
                "Put what is so long into a file of its own, and link to it. [SYN022]"
            )
        ][: length - read]
    )
