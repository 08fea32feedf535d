"""RIS, read back by rispy."""

from __future__ import annotations

from typing import Any

import pytest
import rispy

from paperatlas.bibliography import Entry
from paperatlas.formats.ris.tables import RIS_TYPES
from paperatlas.formats.ris.writer import ris, ris_record
from tests.formats.conftest import ODD_ENTRIES, ReadEntries

TYPES_OF_ENTRIES = [
    ("@article{a,}", "JOUR"),
    ("@article{a, entrysubtype = {magazine}}", "MGZN"),
    ("@article{a, entrysubtype = {newspaper}}", "NEWS"),
    ("@inproceedings{a,}", "CONF"),
    ("@conference{a, eprint = {2006.11239}}", "CONF"),
    ("@misc{a, eprint = {2006.11239}}", "UNPB"),
    ("@misc{a,}", "GEN"),
    ("@phdthesis{a,}", "THES"),
    ("@techreport{a,}", "RPRT"),
    ("@incollection{a,}", "CHAP"),
    ("@online{a,}", "ELEC"),
    ("@software{a,}", "COMP"),
    ("@unheardof{a,}", "GEN"),
]

# The entry's fields, and what rispy calls them.
FIELDS: list[tuple[str, dict[str, Any]]] = [
    ("@misc{a, title = {A {DETR} of \\emph{x}}}", {"title": "A DETR of x", "id": "a"}),
    ("@misc{a, title = {What?}, subtitle = {That}}", {"title": "What? That"}),
    ("@misc{a, title = {What}, subtitle = {That}}", {"title": "What: That"}),
    ("@misc{a, title = {A\n  B}, abstract = {C\n\nER  - }}", {"title": "A B", "abstract": "C ER -"}),
    ("@misc{a, shorttitle = {DETR}}", {"short_title": "DETR"}),
    ("@misc{a, author = {Ho, Jonathan and Ada Lovelace}}", {"authors": ["Ho, Jonathan", "Lovelace, Ada"]}),
    ("@misc{a, author = {d'Ascoli, St\\'ephane}}", {"authors": ["d'Ascoli, Stéphane"]}),
    ("@misc{a, author = {von Neumann, Jr, John}}", {"authors": ["von Neumann, John, Jr"]}),
    # RIS 2001, "Author fields": what stands behind a comma is a given name
    ("@misc{a, author = {{Looms, Inc.}}}", {"authors": ["Looms Inc."]}),
    # EndNote's manual, "Author and Editor Names": et al. and a comma stand for authors who are not known
    ("@misc{a, author = {{The Flow Group} and others}}", {"authors": ["The Flow Group", "et al.,"]}),
    # Zotero's and EndNote's readers show what stands in a tag as it is: Unicode, and no LaTeX
    ("@misc{a, title = {On $\\ell_1$ and H$_2$O}}", {"title": "On ℓ₁ and H₂O"}),
    (
        "@misc{a, abstract = {Up to 10\\textsuperscript{5} in the 1\\textsuperscript{st} $n^2$}}",
        {"abstract": "Up to 10⁵ in the 1st n²"},
    ),
    ("@misc{a, author = {张三}}", {"authors": ["张, 三"]}),
    ("@misc{a, author = {Ma*tin, A.}}", {"authors": ["Matin, A."]}),
    ("@book{a, editor = {Doe, J}}", {"tertiary_authors": ["Doe, J"]}),
    ("@inbook{a, editor = {Doe, J}}", {"secondary_authors": ["Doe, J"]}),
    ("@book{a, translator = {Roe, R}}", {"subsidiary_authors": ["Roe, R"]}),
    ("@misc{a, date = {2021}}", {"year": "2021", "date": "2021///"}),
    ("@misc{a, date = {2021-03}}", {"year": "2021", "date": "2021/03//"}),
    # The RIS specification: YYYY/MM/DD/other information, such as a season
    ("@misc{a, date = {2021-03-05/2022}}", {"year": "2021", "date": "2021/03/05/2021-2022"}),
    ("@misc{a, date = {2018-09-01/2018-09-05}}", {"year": "2018", "date": "2018/09/01/to 2018-09-05"}),
    ("@misc{a, date = {1999/}}", {"year": "1999", "date": "1999///1999-"}),
    ("@misc{a, date = {2004-22}}", {"year": "2004", "date": "2004///Summer"}),
    ("@misc{a, date = {2004-21/2004-23}}", {"year": "2004", "date": "2004///Spring-Autumn 2004"}),
    ("@misc{a, date = {2004-35}}", {"year": "2004", "date": "2004///Third quarter"}),
    ("@misc{a, date = {1984~}}", {"year": "1984", "date": "1984///circa"}),
    ("@misc{a, date = {-0043}}", {"year": "44 BC"}),
    ("@misc{a, year = {in press}}", {"year": "in press"}),
    ("@misc{a, year = {2021}, month = jul}", {"year": "2021", "date": "2021/07//"}),
    ("@misc{a, date = {0800}, urldate = {2021-02-03}}", {"year": "0800", "access_date": "2021/02/03/"}),
    ("@article{a, journal = {J}, shortjournal = {Jl}}", {"secondary_title": "J", "alternate_title1": "Jl"}),
    (
        "@inproceedings{a, booktitle = {B}, series = {S}}",
        {"secondary_title": "B", "custom3": "B", "tertiary_title": "S"},
    ),
    ("@inproceedings{a, series = {S}}", {"tertiary_title": "S"}),
    ("@book{a, series = {S}}", {"secondary_title": "S"}),
    ("@inproceedings{a, booktitle = {B}, eventtitle = {E}}", {"secondary_title": "E", "custom3": "B"}),
    ("@book{a, series = {S}, number = {12}}", {"secondary_title": "S", "note": "12"}),
    ("@article{a, volume = {1}, number = {2}, issn = {1-2}}", {"volume": "1", "number": "2", "issn": "1-2"}),
    ("@report{a, number = {TR-7}, isbn = {3}}", {"issn": "TR-7"}),
    ("@article{a, pages = {1--20}}", {"start_page": "1", "end_page": "20"}),
    ("@article{a, pages = {1--2, 5--7}}", {"start_page": "1–2, 5–7"}),
    ("@article{a, pages = {12:1--12:9}}", {"start_page": "12:1", "end_page": "12:9"}),
    ("@article{a, eid = {e17}}", {"start_page": "e17", "custom7": "e17"}),
    ("@book{a, publisher = {P}, location = {L}}", {"publisher": "P", "place_published": "L"}),
    ("@book{a, volumes = {4}, edition = {2}}", {"number_of_volumes": "4", "edition": "2"}),
    ("@phdthesis{a, school = {ETH}}", {"publisher": "ETH", "type_of_work": "PhD thesis"}),
    ("@misc{a, doi = {https://doi.org/10.1000/x_y}}", {"doi": "10.1000/x_y"}),
    ("@misc{a, url = {https://example.org/a\\_b?x=%20}}", {"urls": ["https://example.org/a_b?x=%20"]}),
    ("@misc{a, url = {https://example.org/a.PDF?x}}", {"file_attachments1": "https://example.org/a.PDF?x"}),
    (
        "@misc{a, eprint = {2006.11239}, eprinttype = {arxiv}}",
        {
            "accession_number": "2006.11239",
            "name_of_database": "arXiv",
            "publisher": "arXiv",
            "urls": ["https://arxiv.org/abs/2006.11239"],
            "file_attachments1": "https://arxiv.org/pdf/2006.11239",
        },
    ),
    # several addresses in one field, and an address where there is no field for it
    (
        "@misc{a, url = {https://example.org/a; https://example.org/b.pdf}}",
        {"urls": ["https://example.org/a"], "file_attachments1": "https://example.org/b.pdf"},
    ),
    (
        "@misc{a, howpublished = {Available at \\url{https://example.org/a}}}",
        {"urls": ["https://example.org/a"], "notes": None},
    ),
    ("@misc{a, howpublished = {On paper}}", {"notes": ["On paper"]}),
    # EndNote: "Original Publication", "Translated Title"
    ("@book{a, title = {T}, origdate = {1859}}", {"original_publication": "1859"}),
    ("@misc{a, title = {T}, titleaddon = {[Effects]}}", {"title": "T", "translated_title": "Effects"}),
    ("@misc{a, title = {T}, subtitle = {S}, titleaddon = {A talk}}", {"title": "T: S. A talk"}),
    ("@misc{a, title = {T\x01 of \x1fX}, doi = {10.1000/x\x02}}", {"title": "T of X", "doi": "10.1000/x"}),
    ("@misc{a, langid = {german}}", {"language": "de"}),
    ("@misc{a, keywords = {x/y, two words}}", {"keywords": ["x/y", "two words"]}),
    (
        "@misc{a, note = {N}, annotation = {A}, code = {https://example.org/c}}",
        {"notes": ["N", "A", "Code: https://example.org/c"]},
    ),
]


def read_back(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = rispy.loads(text)
    return found


@pytest.mark.parametrize(("text", "kind"), TYPES_OF_ENTRIES)
def test_types(text: str, kind: str, entries_of: ReadEntries) -> None:
    assert [record["type_of_reference"] for record in read_back("".join(ris(entries_of(text))))] == [kind]


def test_every_type_is_known_to_readers() -> None:
    assert set(RIS_TYPES.values()) <= rispy.TYPE_OF_REFERENCE_MAPPING.keys()


@pytest.mark.parametrize(("text", "fields"), FIELDS, ids=[text for text, _ in FIELDS])
def test_fields(text: str, fields: dict[str, Any], entries_of: ReadEntries) -> None:
    (record,) = read_back("".join(ris(entries_of(text))))
    assert {name: record.get(name) for name in fields} == fields
    assert "unknown_tag" not in record


def test_odd_entries_stay_whole(entries_of: ReadEntries) -> None:
    entries = entries_of(ODD_ENTRIES)
    text = "".join(ris(entries))
    records = read_back(text)
    assert [record["id"] for record in records] == [entry.key for entry in entries if entry.type != "xdata"]
    assert all(line == "" or line[2:6] == "  - " for line in text.splitlines())


def test_keys_that_are_taken(entries_of: ReadEntries) -> None:
    records = read_back("".join(ris(entries_of("@misc{a,}\n@misc{a,}\n"))))
    assert [record["id"] for record in records] == ["a", "a-2"]


def test_no_entries() -> None:
    assert list(ris(())) == []


def test_the_own_library(real_entries: tuple[Entry, ...]) -> None:
    for entry in real_entries:
        (record,) = read_back(ris_record(entry))
        assert record["id"] == entry.key
        assert record["title"] == entry.text("title").text  # type: ignore[union-attr]
        assert len(record["authors"]) == len(entry.names("author").names) + entry.names("author").others
        assert record["year"] == str(entry.date.year)  # type: ignore[union-attr]
        assert "unknown_tag" not in record
