"""CSL-JSON: which field becomes which variable, as a table, and the shape that CSL's schema asks for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from paperatlas.bibliography import Entry
from paperatlas.formats.csl import tables as csl_tables
from paperatlas.formats.csl.writer import csl_item, csl_json
from tests.formats.bibtex.test_writer import TIDY
from tests.formats.conftest import ODD_ENTRIES, ReadEntries

SCHEMA: dict[str, Any] = json.loads((Path(__file__).parent / "schemas" / "csl-data.json").read_text(encoding="utf-8"))
"""CSL's own schema of its data, 1.0.2 (https://github.com/citation-style-language/schema; licence beside it)."""

VARIABLES_OF_CSL: dict[str, Any] = SCHEMA["items"]["properties"]
VALIDATOR = Draft7Validator(SCHEMA)


def assert_valid(item: dict[str, Any]) -> None:
    """What the schema says of an item, and that nothing in it is empty."""
    assert [error.message for error in VALIDATOR.iter_errors([item])] == []
    assert all(value not in ("", [], {}) for value in item.values())
    for names in (value for value in item.values() if isinstance(value, list)):
        assert all(name and all(name.values()) for name in names)


VARIABLES = [
    # fields, what the item has beyond id and type
    ("title = {One {Two}}", {"title": "One Two"}),
    ("title = {One}, subtitle = {Two}", {"title": "One: Two"}),
    ("title = {One?}, subtitle = {Two}", {"title": "One? Two"}),
    (
        r"title = {\emph{One} H\textsubscript{2}O $x^2$}",
        {"title": '<i>One</i> H<sub>2</sub>O <span class="nocase">x²</span>'},
    ),
    # a style that has titles in capitals made "On $\\Alpha$-helices" of it
    (r"title = {On $\alpha$-helices}", {"title": 'On <span class="nocase">α-helices</span>'}),
    (r"title = {The $t$-$J$ model}", {"title": 'The <span class="nocase">t-J</span> model'}),
    (r"title = {{\"U}ber \& \textbf{alles}}", {"title": "Über & <b>alles</b>"}),
    ("title = {深度学习}", {"title": "深度学习"}),
    ("shorttitle = {DDPM}", {"title-short": "DDPM"}),
    ("journal = {J}, shortjournal = {j}", {"container-title": "J", "container-title-short": "j", "custom": {"journaltitle": "J"}}),
    ("booktitle = {B}, booksubtitle = {C}", {"container-title": "B: C", "custom": {"booktitle": "B: C"}}),
    ("maintitle = {M}, mainsubtitle = {N}", {"container-title": "M: N", "custom": {"maintitle": "M: N"}}),
    ("origtitle = {O}, origdate = {1859}", {"original-title": "O", "original-date": {"date-parts": [[1859]]}}),
    # what is added to a title stands behind a full stop, as Pandoc's reader of BibLaTeX has it
    ("title = {One}, subtitle = {Two}, titleaddon = {A talk}", {"title": "One: Two. A talk"}),
    ("title = {Wirkung}, titleaddon = {[Effects]}", {"title": "Wirkung [Effects]"}),
    ("title = {One?}, titleaddon = {A talk}", {"title": "One? A talk"}),
    ("booktitle = {B}, booktitleaddon = {At X}", {"container-title": "B. At X", "custom": {"booktitle": "B. At X"}}),
    ("eventtitle = {E}, eventtitleaddon = {Online}", {"event-title": "E. Online"}),
    ("edition = {2}, pagetotal = {300}", {"edition": "2", "number-of-pages": "300"}),
    # one address in a variable for one
    ("url = {https://example.org/a, https://example.org/b}", {"URL": "https://example.org/a"}),
    (r"howpublished = {\url{https://example.org/a\_b}}", {"URL": "https://example.org/a_b"}),
    (r"note = {Available at \url{https://example.org/a}}", {"URL": "https://example.org/a"}),
    ("howpublished = {See https://example.org/a and more}", {"note": "See https://example.org/a and more"}),
    ("title = {T\x01 of \x1fX}", {"title": "T of X"}),
    ("series = {S}, number = 3", {"collection-title": "S", "collection-number": "3"}),
    ("number = 3", {"number": "3"}),
    ("volume = 1, pages = {10--20}", {"volume": "1", "page": "10-20"}),
    ("pages = {10–20, 25}", {"page": "10-20, 25"}),
    ("eid = {e12}", {"number": "e12", "custom": {"eid": "e12"}}),
    ("publisher = {P}, address = {Paris}", {"publisher": "P", "publisher-place": "Paris"}),
    ("organization = {O}", {"publisher": "O"}),
    ("isbn = {978-3-16-148410-0}, issn = {1}", {"ISBN": "978-3-16-148410-0", "ISSN": "1"}),
    ("year = 2020", {"issued": {"date-parts": [[2020]]}}),
    ("year = 2020, month = mar", {"issued": {"date-parts": [[2020, 3]]}}),
    ("date = {2020-03-05}", {"issued": {"date-parts": [[2020, 3, 5]]}}),
    ("date = {2019-12/2021}", {"issued": {"date-parts": [[2019, 12], [2021]]}}),
    ("date = {2019/}", {"issued": {"date-parts": [[2019], [0]]}}),
    ("year = {in press}", {"issued": {"literal": "in press"}, "status": "in press"}),
    ("year = {n.d.}", {}),
    ("date = {soon}", {"issued": {"literal": "soon"}}),
    # Citeproc and CSL count no year 0, EDTF (ISO 8601-2) does: -0099 is 100 BC
    ("date = {-0099}", {"issued": {"date-parts": [[-100]]}}),
    ("date = {0000}", {"issued": {"date-parts": [[-1]]}}),
    ("date = {1984~}", {"issued": {"date-parts": [[1984]], "circa": True}}),
    ("date = {1984?}", {"issued": {"date-parts": [[1984]], "circa": True}}),
    ("date = {2004-22}", {"issued": {"date-parts": [[2004]], "season": 2}}),
    # the four seasons have numbers (CSL 1.0.2, schema of data), on either hemisphere; what else there is has words
    ("date = {2004-26}", {"issued": {"date-parts": [[2004]], "season": 2}}),
    ("date = {2004-35}", {"issued": {"date-parts": [[2004]], "season": "Third quarter"}}),
    ("date = {2004-21/2004-23}", {"issued": {"date-parts": [[2004]], "season": "Spring–Autumn"}}),
    ("date = {2004-24/2005-21}", {"issued": {"date-parts": [[2004], [2005]], "season": "Winter–Spring"}}),
    ("year = 2004, month = {Summer}", {"issued": {"date-parts": [[2004]], "season": 2}}),
    ("date = {1925/1940}", {"issued": {"date-parts": [[1925], [1940]]}}),
    ("date = {198X}", {"issued": {"date-parts": [[1980], [1989]]}}),
    ("urldate = {2020-01-02}", {"accessed": {"date-parts": [[2020, 1, 2]]}}),
    ("eventtitle = {E}, venue = {V}, eventdate = {2020}",
     {"event-title": "E", "event-place": "V", "event-date": {"date-parts": [[2020]]}}),
    ("doi = {https://doi.org/10.1000/ab}", {"DOI": "10.1000/ab"}),
    ("doi = {nonsense}", {"DOI": "nonsense"}),
    (r"url = {https://example.org/a\_b}", {"URL": "https://example.org/a_b"}),
    (r"howpublished = {\url{https://example.org/}}", {"URL": "https://example.org/"}),
    ("howpublished = {Leaflet}, note = {N.}, addendum = {A}", {"note": "N. A. Leaflet"}),
    (
        "eprint = {123}, eprinttype = {jstor}",
        {"archive": "JSTOR", "archive_location": "123", "URL": "https://www.jstor.org/stable/123"},
    ),
    ("pmid = {12}", {"PMID": "12", "URL": "https://pubmed.ncbi.nlm.nih.gov/12/"}),
    ("adsurl = {https://ads.org/a}", {"URL": "https://ads.org/a"}),
    ("doi = {10.1000/1}, url = {http://dx.doi.org/10.1000/1}, pmid = {12}", {"DOI": "10.1000/1", "PMID": "12"}),
    ("doi = {10.1000/1}, url = {https://x.org/a}", {"DOI": "10.1000/1", "URL": "https://x.org/a"}),
    (r"howpublished = {Available online: \url{https://x.org/a}}", {"URL": "https://x.org/a"}),
    (r"howpublished = {Zine, \url{https://x.org/a}}", {"URL": "https://x.org/a", "note": "Zine, https://x.org/a"}),
    # The numbers of ADS' and DBLP's preprints are said once.
    (
        "eprint = {1903.04691}, archiveprefix = {arXiv}, eid = {arXiv:1903.04691}, pages = {arXiv:1903.04691}",
        {
            "type": "article", "number": "arXiv:1903.04691", "publisher": "arXiv",
            "URL": "https://arxiv.org/abs/1903.04691",
        },
    ),
    ("pages = {12-1--12-9}", {"page": "12-1–12-9"}),
    ("pages = {A-12}", {"page": "A-12"}),
    ("langid = {ngerman}", {"language": "de"}),
    ("language = {Klingon}", {"language": "Klingon"}),
    ("type = {phdthesis}", {"genre": "PhD thesis"}),
    ("type = {White paper}", {"genre": "White paper"}),
    ("keywords = {a, b/c}", {"keyword": "a, b/c"}),
    ("annotation = {Good}, abstract = {Long}", {"annote": "Good", "abstract": "Long"}),
    ("code = {https://example.org/c}", {"custom": {"code": "https://example.org/c"}}),
    ("pubstate = {inpress}, edition = {Second}, pagetotal = {9}",
     {"issued": {"literal": "in press"}, "status": "in press", "edition": "Second", "number-of-pages": "9"}),
    ("title = {}, note = {}", {}),
]  # fmt: skip

PEOPLE = [
    ("Ho, Jonathan", [{"family": "Ho", "given": "Jonathan"}]),
    ("Ludwig van Beethoven", [{"family": "Beethoven", "given": "Ludwig", "non-dropping-particle": "van"}]),
    ("de la Cruz, Jr, Ana",
     [{"family": "Cruz", "given": "Ana", "non-dropping-particle": "de la", "suffix": "Jr"}]),
    ("family=Beethoven, given=Ludwig, prefix=van, useprefix=false",
     [{"family": "Beethoven", "given": "Ludwig", "dropping-particle": "van"}]),
    ("Pardo F., Kirk T. and Whit D.",
     [{"family": "Pardo", "given": "F."}, {"family": "Kirk", "given": "T."}, {"family": "Whit", "given": "D."}]),
    ("{Barnes and Noble}", [{"literal": "Barnes and Noble"}]),
    ("张三", [{"family": "张", "given": "三"}]),
    ("Plato", [{"family": "Plato"}]),
    ("Ho, J and others", [{"family": "Ho", "given": "J"}, {"literal": "others"}]),
]  # fmt: skip

KINDS = [
    ("article", "journal = {J}", "article-journal"),
    ("article", "entrysubtype = {magazine}", "article-magazine"),
    ("inproceedings", "", "paper-conference"),
    ("conference", "", "paper-conference"),
    ("incollection", "", "chapter"),
    ("book", "", "book"),
    ("phdthesis", "", "thesis"),
    ("techreport", "", "report"),
    ("misc", "", "document"),
    ("online", "url = {https://example.org}", "webpage"),
    ("online", "eprint = {2006.11239}, eprinttype = {arxiv}", "article"),
    ("misc", "eprint = {2006.11239}, archiveprefix = {arXiv}", "article"),
    ("inproceedings", "eprint = {2006.11239}, eprinttype = {arxiv}", "paper-conference"),
    ("unpublished", "", "manuscript"),
    ("whatever", "", "document"),
]


@pytest.mark.parametrize(("fields", "variables"), VARIABLES)
def test_variables(fields: str, variables: dict[str, Any], entries_of: ReadEntries) -> None:
    (entry,) = entries_of(f"@misc{{a, {fields}}}")
    item = csl_item(entry)
    assert_valid(item)
    assert item == {"id": "a", "type": "document", **variables}


@pytest.mark.parametrize(("written", "names"), PEOPLE)
def test_names(written: str, names: list[dict[str, str]], entries_of: ReadEntries) -> None:
    (entry,) = entries_of(f"@misc{{a, author = {{{written}}}}}")
    assert csl_item(entry)["author"] == names


@pytest.mark.parametrize(("kind", "fields", "csl"), KINDS)
def test_types(kind: str, fields: str, csl: str, entries_of: ReadEntries) -> None:
    (entry,) = entries_of(f"@{kind}{{a, {fields}}}")
    item = csl_item(entry)
    assert_valid(item)
    assert item["type"] == csl


def test_a_number_of_a_journal_is_an_issue(entries_of: ReadEntries) -> None:
    (entry,) = entries_of("@article{a, journal = {J}, number = 3, volume = 2, series = {S}}")
    assert csl_item(entry)["issue"] == "3"


def test_a_preprint(entries_of: ReadEntries) -> None:
    (entry,) = entries_of("@online{a, eprint = {2006.11239v2}, eprinttype = {arxiv}}")
    assert csl_item(entry) == {
        "id": "a",
        "type": "article",
        "number": "arXiv:2006.11239",
        "publisher": "arXiv",
        "URL": "https://arxiv.org/abs/2006.11239",
    }


def test_a_thesis_is_of_the_kind_its_type_says(entries_of: ReadEntries) -> None:
    (entry,) = entries_of("@phdthesis{a, school = {ETH}}")
    assert csl_item(entry) == {"id": "a", "type": "thesis", "publisher": "ETH", "genre": "PhD thesis"}


def test_what_is_inherited_counts(entries_of: ReadEntries) -> None:
    child, _ = entries_of(
        "@inproceedings{c, title = {C}, crossref = {p}} @proceedings{p, title = {P}, year = 2020, doi = {10.1000/1},"
        " eprint = {77}, eprinttype = {jstor}}"
    )
    assert csl_item(child) == {
        "id": "c",
        "type": "paper-conference",
        "title": "C",
        "container-title": "P",
        "issued": {"date-parts": [[2020]]},
    }


def test_every_work_is_an_item_with_an_id_of_its_own(entries_of: ReadEntries) -> None:
    entries = entries_of("@misc{a} @misc{a} @misc{A} @xdata{x} @set{s, entryset = {a}}")
    items = json.loads("".join(csl_json(entries)))
    assert [item["id"] for item in items] == ["a", "a-2", "A"]
    assert [item.get("citation-key") for item in items] == [None, "a", None]
    assert json.loads("".join(csl_json([]))) == []


def test_the_atlas_own_library_is_valid(real_entries: tuple[Entry, ...]) -> None:
    items = json.loads("".join(csl_json(real_entries)))
    assert len(items) == len(real_entries)
    for item in items:
        assert_valid(item)
        assert item["title"]
        assert item["author"]
        assert item["issued"]


ODD = [
    "@misc{a}",
    "@misc{42, title = {42}, date = {-0044-03-15}}",
    "@misc{a, date = {2020-02-31}}",
    "@misc{a, date = {2021~}, urldate = {2020-21}, origdate = {19XX}}",
    "@misc{a, date = {/2020}}",
    "@misc{a, date = {2020-05/2020-05}}",
    "@misc{a, year = {c. 1200}, month = {sometime}}",
    "@misc{a, author = {{}}, editor = {and and}, translator = {others}}",
    "@misc{a, author = {, Ada}, editor = {van, , x}}",
    "@misc{a, author = {{Barnes, Noble and others}}}",
    r"@misc{a, title = {\}, note = {\emph{}}, url = {}, doi = { }}",
    "@misc{a, volume = {{}}, number = {3}, issue = {4}, pages = {--}, eid = {e}}",
    "@article{a, entrysubtype = {newspaper}, number = 3, series = {2}}",
    "@set{a, entryset = {b}} @xdata{b, title = {X}} @nonsense{c, title = {Y}, 键 = {值}}",
    "@misc{a, langid = {}, keywords = {,,}, code = {x}, slides = {y}, pubstate = {inpress}}",
    ODD_ENTRIES,
    TIDY,
]


@pytest.mark.parametrize("text", ODD)
def test_odd_entries_are_valid(text: str, entries_of: ReadEntries) -> None:
    items = json.loads("".join(csl_json(entries_of(text))))
    assert items or text.startswith("@set")
    for item in items:
        assert_valid(item)


def test_the_tables_name_what_csl_knows() -> None:
    assert {*csl_tables.CSL_TYPES.values()} <= {*VARIABLES_OF_CSL["type"]["enum"]}
    assert all("items" in VARIABLES_OF_CSL[name] for name in csl_tables.CSL_NAMES.values())
    assert all(
        VARIABLES_OF_CSL[name] == {"$ref": "#/definitions/date-variable"} for name in csl_tables.CSL_DATES.values()
    )
    assert set(csl_tables.CSL_TEXTS.values()) <= VARIABLES_OF_CSL.keys()
