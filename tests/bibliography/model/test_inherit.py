"""What entries inherit through `crossref` and `xdata`, by BibLaTeX's rules."""

from __future__ import annotations

import pytest

from paperatlas.bibliography.model.inherit import MOST_INHERITED
from tests.bibliography.conftest import Read


def values(read: Read, text: str, key: str = "child") -> dict[str, str]:
    """The fields of an entry."""
    library, _ = read(text)
    entry = next(entry for entry in library.entries if entry.key == key)
    return {name: field.raw for name, field in entry.fields.items() if name not in {"crossref", "xdata"}}


# child's type, parent's type, parent's fields, what the child inherits
CROSSREF = [
    ("inproceedings", "proceedings", "title={P}, year=1999", {"booktitle": "P", "date": "1999"}),
    ("inproceedings", "proceedings", "title={P}, subtitle={S}", {"booktitle": "P", "booksubtitle": "S"}),
    ("conference", "proceedings", "title={P}", {"booktitle": "P"}),
    ("inproceedings", "proceedings", "title={P}, booktitle={B}", {"booktitle": "P"}),
    ("inproceedings", "proceedings", "booktitle={B}, editor={E}", {"booktitle": "B", "editor": "E"}),
    ("inbook", "book", "title={B}, author={A}", {"booktitle": "B", "author": "A", "bookauthor": "A"}),
    ("incollection", "collection", "title={C}, editor={E}", {"booktitle": "C", "editor": "E"}),
    # what BibTeX's own manual has in any kind of book ("Cross References"), and BibLaTeX has no rule for
    ("incollection", "book", "title={B}, subtitle={S}", {"booktitle": "B", "booksubtitle": "S"}),
    ("inproceedings", "book", "title={B}, shorttitle={S}", {"booktitle": "B"}),
    ("inbook", "collection", "title={C}, subtitle={S}", {"booktitle": "C", "booksubtitle": "S"}),
    ("incollection", "proceedings", "title={P}", {"booktitle": "P"}),
    ("book", "mvbook", "title={M}, shorttitle={S}, volumes=3", {"maintitle": "M", "volumes": "3"}),
    ("inproceedings", "mvproceedings", "title={M}", {"maintitle": "M"}),
    ("article", "periodical", "title={J}, issn={1234-5678}", {"journaltitle": "J", "issn": "1234-5678"}),
    ("misc", "misc", "title={T}, note={N}", {"title": "T", "note": "N"}),
    ("inproceedings", "proceedings", "title={P}, shorthand={X}, label={Y}, ids={z}", {"booktitle": "P"}),
    # Not what leads to the proceedings, or describes them alone.
    ("inproceedings", "proceedings", "title={P}, doi={10.1/x}, url={https://x.org}, abstract={A}", {"booktitle": "P"}),
    (
        "incollection",
        "collection",
        "title={P}, eprint={1}, eprinttype={hdl}, pmid={2}, isbn={3}",
        {"booktitle": "P", "isbn": "3"},
    ),
]


@pytest.mark.parametrize(("child", "parent", "fields", "inherited"), CROSSREF)
def test_crossref(read: Read, child: str, parent: str, fields: str, inherited: dict[str, str]) -> None:
    text = f"@{child}{{child, crossref={{parent}}}}\n@{parent}{{parent, {fields}}}"
    assert values(read, text) == inherited


def test_own_fields_win(read: Read) -> None:
    text = "@inproceedings{child, crossref={p}, booktitle={Own}, year=2000}\n@proceedings{p, title={P}, date={1999-05}}"
    assert values(read, text) == {"booktitle": "Own", "date": "2000"}


def test_parent_before_and_in_another_file(read: Read) -> None:
    library, problems = read("@proceedings{p, title={P}}\n", "@inproceedings{child, crossref={p}}\n")
    field = library.entries[1].fields["booktitle"]
    assert problems == ()
    assert (field.raw, field.inherited_from, str(field.span)) == ("P", "p", "a.bib:1:17")
    assert set(library.entries[1].own_fields) == {"crossref"}


def test_chain(read: Read) -> None:
    text = (
        "@inbook{child, crossref={b}, title={C}}\n@book{b, crossref={m}, title={B}}\n"
        "@mvbook{m, title={M}, publisher={P}}"
    )
    assert values(read, text) == {"title": "C", "booktitle": "B", "maintitle": "M", "publisher": "P"}


def test_long_chain(read: Read) -> None:
    length = MOST_INHERITED + 2
    text = "\n".join(f"@misc{{k{number}, crossref={{k{number + 1}}}}}" for number in range(length))
    library, (problem,) = read(f"{text}\n@misc{{k{length}, note={{N}}}}")
    assert [entry.key for entry in library.entries if not entry.fields.keys() - {"crossref"}] == ["k0", "k1"]
    assert (problem.message, problem.line) == ("With 'k2' the entry would inherit more than 256 fields.", 2)


def test_what_is_inherited_of_many_fields(read: Read) -> None:
    fields = ", ".join(f"f{number} = {{x}}" for number in range(MOST_INHERITED))
    text = f"@misc{{a, xdata={{x}}}}\n@misc{{b, xdata={{x, y}}}}\n@xdata{{x, {fields}}}\n@xdata{{y, note={{N}}}}"
    library, (problem,) = read(text)
    assert [len(entry.fields) for entry in library.entries[:2]] == [MOST_INHERITED + 1] * 2
    assert (problem.message, problem.line) == ("With 'y' the entry would inherit more than 256 fields.", 2)


def test_layers_of_two_parents_each(read: Read) -> None:
    layers = "".join(f"@xdata{{{side}{at}, xdata={{l{at + 1}, r{at + 1}}}}}\n" for at in range(40) for side in "lr")
    library, problems = read(f"{layers}@xdata{{l40, note={{N}}}}\n@xdata{{r40, title={{T}}}}\n")
    assert {problem.code for problem in problems} == {"XRF002"}
    assert max(len(str(entry.content(places=True))) for entry in library.entries) < 1000


def test_xdata(read: Read) -> None:
    text = (
        "@book{child, xdata={one, two}, title={T}}\n@xdata{one, publisher={P}, title={X}}\n"
        "@xdata{two, location={L}, publisher={Q}, xdata={three}}\n@xdata{three, note={N}}"
    )
    assert values(read, text) == {"title": "T", "publisher": "P", "location": "L", "note": "N"}


def test_xdata_before_crossref(read: Read) -> None:
    text = "@inbook{child, crossref={b}, xdata={x}}\n@book{b, publisher={B}}\n@xdata{x, publisher={X}}"
    assert values(read, text) == {"publisher": "X"}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("@misc{a, crossref={b}}", ["XRF001"]),
        ("@misc{a, crossref={a}}", ["XRF002"]),
        ("@misc{a, crossref={b}}\n@misc{b, crossref={a}}", ["XRF002"]),
        ("@misc{a, crossref={b}}\n@misc{b, xdata={c}}\n@xdata{c, crossref={a}}", ["XRF002"]),
        ("@misc{a, crossref={b}, xdata={a}}\n@misc{b, note={N}}", ["XRF002"]),
        ("@misc{a, crossref={b}}\n@misc{b, crossref={a}, xdata={b}}", ["XRF002", "XRF002"]),
        ("@misc{a, xdata={b}}\n@misc{b, note={N}}", ["XRF003"]),
        ("@misc{a, crossref={B}}\n@misc{b, note={N}}", []),
        ("@misc{a, crossref={}}", []),
    ],
)
def test_broken_links(read: Read, text: str, codes: list[str]) -> None:
    library, problems = read(text)
    assert [problem.code for problem in problems] == codes
    assert [len(entry.fields) for entry in library.entries]


def test_near_miss_is_named(read: Read) -> None:
    _, (problem,) = read("@misc{a,\n  crossref = {neurips2020},\n}\n@proceedings{neurips2021}")
    assert str(problem.span) == "a.bib:2:15"
    assert problem.hint == "Did you mean 'neurips2021'?"


def test_items_of_inherited_lists_keep_their_place(read: Read) -> None:
    library, _ = read("@misc{a, crossref={b}}\n\n@misc{b,\n  keywords = {x,\n    y},\n}")
    assert [(item.value, str(item.span)) for item in library.entries[0].list("keywords")] == [
        ("x", "a.bib:4:15"),
        ("y", "a.bib:5:5"),
    ]


def test_parents_are_found_by_their_other_keys(read: Read) -> None:
    text = "@misc{child, crossref={second}, xdata={x2}}\n@misc{p, ids={first, second}, note={N}}\n@xdata{x, ids={x2}, title={T}}"
    assert values(read, text) == {"title": "T", "note": "N"}
