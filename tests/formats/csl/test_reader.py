"""CSL-JSON: what programs write in it, and the way there and back."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperatlas.bibliography import parse_library, read_library
from paperatlas.formats.csl.reader import contributors, read_csl
from paperatlas.formats.csl.tables import CSL_TYPES
from paperatlas.formats.csl.writer import csl_json
from paperatlas.formats.readout import Readout
from paperatlas.formats.records.entry_text import entry_text
from paperatlas.formats.records.record import Author
from tests.conftest import REPOSITORY

BASE = {"id": "k", "type": "article-journal", "title": "Notes on Engines"}


def read(*items: Any) -> Readout:
    return read_csl(io.StringIO(json.dumps(items)), "library.json")


FIELDS = [
    ({"title": "On H<sub>2</sub>O and <i>E. coli</i> in <span class=\"nocase\">pH</span>"}, {"title": "On H₂O and E. coli in pH"}),
    ({"DOI": "https://doi.org/10.1000/ABC"}, {"doi": "10.1000/ABC"}),
    ({"title": "Cats &amp; Dogs"}, {"title": "Cats & Dogs"}),
    ({"issued": {"date-parts": [[2020, 5, 3]]}}, {"date": "2020-05-03"}),
    ({"issued": {"date-parts": [["2020", "5"]]}}, {"date": "2020-05"}),
    ({"issued": {"date-parts": [[2019], [2021]]}}, {"date": "2019/2021"}),
    ({"issued": {"date-parts": [[2019]], "season": 2}}, {"date": "2019-22"}),
    ({"issued": {"date-parts": [[1850]], "circa": True}}, {"date": "1850~"}),
    ({"issued": {"literal": "in press"}}, {"pubstate": "inpress"}),
    ({"issued": {"raw": "in press"}}, {"pubstate": "inpress"}),
    ({"status": "In press"}, {"pubstate": "inpress"}),
    ({"status": "somewhere"}, {"pubstate": "somewhere"}),
    ({"issued": {"raw": "May 3, 2020"}}, {"date": "2020-05-03"}),
    ({"issued": {"date-parts": [[-44, 3, 15]]}}, {"date": "-0043-03-15"}),
    ({"accessed": {"date-parts": [[2024, 1, 2]]}}, {"urldate": "2024-01-02"}),
    ({"container-title": "Annals", "container-title-short": "Ann.", "issue": 3, "volume": "12", "page": "1-10"}, {"journaltitle": "Annals", "shortjournal": "Ann.", "number": "3", "volume": "12", "pages": "1–10"}),
    ({"type": "paper-conference", "container-title": "Proceedings of X", "publisher": "ACM"}, {"booktitle": "Proceedings of X", "publisher": "ACM"}),
    ({"type": "thesis", "publisher": "A University", "genre": "PhD thesis"}, {"institution": "A University", "type": "phdthesis"}),
    ({"note": "arXiv: 2010.11929 [cs.CV]\nPMID: 123\ntex.code: https://github.com/a/b\nA remark."}, {"eprint": "2010.11929", "eprinttype": "arxiv", "pmid": "123", "code": "https://github.com/a/b", "note": "A remark."}),
    ({"type": "article", "number": "arXiv:2010.11929", "publisher": "arXiv", "URL": "http://arxiv.org/abs/2010.11929"}, {"eprint": "2010.11929", "eprinttype": "arxiv"}),
    ({"DOI": "10.1000/1", "URL": "https://example.org/a_b%20c"}, {"doi": "10.1000/1", "url": "https://example.org/a_b%20c"}),
    ({"language": "en-US"}, {"langid": "american"}),
    ({"language": "tlh"}, {"language": "tlh"}),
    # one text: commas divide it as in BibTeX, whose field Pandoc hands on; where others signs do, a comma is a word's own
    ({"keyword": "vision, language"}, {"keywords": "vision, language"}),
    ({"keyword": "vision; Aged, 80 and over"}, {"keywords": "vision, Aged 80 and over"}),
    ({"keyword": "vision\nAged, 80 and over\n"}, {"keywords": "vision, Aged 80 and over"}),
    ({"abstract": "<jats:title>Abstract</jats:title><jats:p>One.</jats:p><jats:p>Two.</jats:p>"}, {"abstract": "One. Two."}),
    ({"abstract": "<p>One.</p><ul><li>a</li><li>b</li></ul>"}, {"abstract": "One. a b"}),
    ({"keyword": "vision;"}, {"keywords": "vision"}),
    ({"keyword": ["vision", "Aged, 80 and over"]}, {"keywords": "vision, Aged 80 and over"}),
    # Crossref's variables, which doi.org writes into CSL-JSON (Crossref's "REST API metadata format")
    ({"type": "journal-article", "container-title": ["Annals"], "article-number": "e12"}, {"journaltitle": "Annals", "eid": "e12"}),
    ({"subtitle": ["A Survey"]}, {"subtitle": "A Survey"}),
    ({"title": "Notes on Engines", "subtitle": ["engines"]}, {}),
    ({"issued": {"date-parts": [[None]]}, "published-print": {"date-parts": [[2019, 5]]}}, {"date": "2019-05"}),
    ({"publisher": "Wiley \\& Sons"}, {"publisher": "Wiley & Sons"}),
]  # fmt: skip


@pytest.mark.parametrize(("item", "expected"), FIELDS, ids=lambda value: str(value)[:50])
def test_variables(item: dict[str, Any], expected: dict[str, str]) -> None:
    readout = read(BASE | item)
    assert {"title": "Notes on Engines"} | dict(readout.found[0].record.fields) == {
        "title": "Notes on Engines"
    } | expected
    assert readout.problems == ()


NAMES = [
    # CSL 1.0.2, "Names": particles that are dropped where the family name is alone, and those that are not
    ({"family": "Gogh", "given": "Vincent", "non-dropping-particle": "van"}, Author("van Gogh", "Vincent")),
    ({"family": "Humboldt", "given": "Alexander", "dropping-particle": "von"},
     Author("Humboldt", "Alexander", "", "von")),
    ({"family": "Fontaine", "given": "Jean", "dropping-particle": "de", "non-dropping-particle": "La"},
     Author("La Fontaine", "Jean", "", "de")),
    # citeproc-js, "Particles as part of the last name" (jgm/pandoc-citeproc, issue 151)
    ({"family": '"de Man"', "given": "Paul"}, Author("de Man", "Paul")),
    # Quarto (quarto-dev/quarto-cli, issue 2723): the parts say more than the whole
    ({"family": "Teague", "given": "Charles", "literal": "Charles Teague"}, Author("Teague", "Charles")),
    ({"family": "Hakim", "given": "Tawfiq", "non-dropping-particle": "al-"}, Author("al-Hakim", "Tawfiq")),
    ({"family": "Alembert", "given": "Jean", "non-dropping-particle": "d’"}, Author("d’Alembert", "Jean")),
    # citeproc-js takes particles behind the given names for dropping ones, and Zotero writes suffixes there
    ({"family": "Beethoven", "given": "Ludwig van"}, Author("Beethoven", "Ludwig", "", "van")),
    ({"family": "La Toll", "given": "Robert M., Sr."}, Author("La Toll", "Robert M.", "Sr.")),
    ({"family": "King", "given": "Martin", "suffix": "Jr."}, Author("King", "Martin", "Jr.")),
    ({"literal": "The Engine Group"}, Author("The Engine Group")),
    ({"family": "李", "given": "明"}, Author("李", "明")),
    ({"literal": "others"}, Author("others")),
    ({"literal": "et al."}, Author("others")),
    ({"family": "M{\\\"u}ller", "given": "K."}, Author("Müller", "K.")),
    ({"family": "Byron*", "given": "Ada"}, Author("Byron", "Ada")),
]  # fmt: skip


@pytest.mark.parametrize(("name", "expected"), NAMES)
def test_names(name: dict[str, str], expected: Author) -> None:
    assert read(BASE | {"author": [name]}).found[0].record.authors == (expected,)


KEYS = [
    ({"id": "byron1843"}, "byron1843"),
    ({"id": "http://zotero.org/users/1/items/AB", "citation-key": "byron"}, "byron"),
    ({"id": 17}, ""),
    ({"id": "x y", "note": "Citation Key: byron-1843"}, "byron-1843"),
]


@pytest.mark.parametrize(("item", "key"), KEYS)
def test_keys(item: dict[str, Any], key: str) -> None:
    assert read(BASE | item).found[0].record.key == key


@pytest.mark.parametrize("kind", sorted(set(CSL_TYPES.values())))
def test_every_type_of_the_export_is_read_back_as_one_that_is_exported_alike(kind: str) -> None:
    record = read(BASE | {"type": kind}).found[0].record
    assert CSL_TYPES.get(record.type) == kind or (record.type == "online" and kind == "webpage")


FURTHER_PEOPLE = [
    # type, a variable, the field that it is read as; CSL 1.0.2 (appendix IV) says what the variables are
    ("motion_picture", "director", "director"),
    ("chapter", "container-author", "bookauthor"),
    ("patent", "contributor", "holder"),
]


@pytest.mark.parametrize(("kind", "variable", "field"), FURTHER_PEOPLE)
def test_people_of_further_variables(kind: str, variable: str, field: str) -> None:
    readout = read(BASE | {"type": kind, variable: [{"family": "Menabrea", "given": "Luigi"}]})
    assert readout.found[0].record.contributors == {field: (Author("Menabrea", "Luigi"),)}
    assert readout.problems == ()


@pytest.mark.parametrize(
    ("variables", "fields"),
    [
        ({"type": "manuscript", "archive": "British Library"}, {"library": "British Library"}),
        ({"type": "manuscript", "archive": "British Library", "call-number": "Add MS 1"}, {"library": "Add MS 1"}),
        ({"type": "webpage", "container-title-short": "Maps"}, {"shortbooktitle": "Maps"}),
        ({"type": "motion_picture", "medium": "DVD"}, {"medium": "DVD"}),
    ],
)
def test_variables_of_any_type(variables: dict[str, str], fields: dict[str, str]) -> None:
    assert fields.items() <= read(BASE | variables).found[0].record.fields.items()


AUTHORITIES = [
    # type, publisher, the fields: who issued a law, a judgement or a patent is no publisher of it
    ("legal_case", "", {"institution": "Supreme Court"}),
    ("patent", "", {"institution": "Supreme Court"}),
    ("bill", "Printer", {"institution": "Supreme Court", "organization": "Printer"}),
    ("report", "NASA", {"institution": "NASA", "organization": "Supreme Court"}),
]


@pytest.mark.parametrize(("kind", "publisher", "fields"), AUTHORITIES)
def test_the_authority(kind: str, publisher: str, fields: dict[str, str]) -> None:
    readout = read(BASE | {"type": kind, "authority": "Supreme Court", "publisher": publisher})
    assert fields.items() <= readout.found[0].record.fields.items()
    assert readout.problems == ()


PROBLEMS = [
    ([{"id": "k", "type": "book"}], "IMP002"),
    (["text"], "IMP002"),
    ([BASE | {"illustrator": [{"family": "Menabrea", "given": "Luigi"}]}], "IMP006"),
    ([BASE | {"frobnication": "x"}], "IMP006"),
    ([BASE | {"reviewed-title": "Engines"}], "IMP006"),
    ([BASE | {"scale": "1:1000"}], "IMP006"),
    ([BASE | {"type": "sculpture"}], "IMP006"),
    ([BASE | {"issued": {"date-parts": [[2020, 13, 1]]}}], "IMP006"),
    ([BASE | {"issued": {"date-parts": [["2021", "02", "29"]]}}], "IMP006"),
    ([BASE | {"accessed": {"raw": "2021-02-30"}}], "IMP006"),
]


@pytest.mark.parametrize(("items", "code"), PROBLEMS)
def test_what_is_left_out_is_said(items: list[Any], code: str) -> None:
    assert code in [problem.code for problem in read(*items).problems]


def test_one_item_by_itself_is_whole() -> None:
    item = {"title": "T", "author": [{"family": "Roe", "given": "J."}], "issued": {"date-parts": [[2020]]}}
    (found,) = read_csl(io.StringIO(json.dumps(item)), "a.json").found
    assert (found.record.fields["date"], found.record.authors[0].family) == ("2020", "Roe")


DAMAGED = [
    ('[{"id": "a", "title": "T"},\n {"id": ', 1, 2),
    ('[{"id": "a", "title": "T"},\n {"id" "b"}]', 1, 2),
    ("[", 0, 1),
    ("<html>", 0, 1),
    ('{"items": [{"id": "a", "title": "T"}]}', 1, None),
    # one item by itself, as doi.org has it for `application/vnd.citationstyles.csl+json`; Pandoc's metadata; Crossref
    ('{"id": "a", "title": "T", "author": [{"family": "B"}], "issued": {"date-parts": [[2020]]}}', 1, None),
    ('{"references": [{"id": "a", "title": "T"}]}', 1, None),
    ('{"status": "ok", "message": {"title": ["T"], "type": "journal-article"}}', 1, None),
    ('{"status": "ok", "message": {"items": [{"title": ["T"]}, {"title": ["U"]}]}}', 2, None),
    ('{"name": "package", "version": "1.0"}', 0, 1),
    ("", 0, None),
]


@pytest.mark.parametrize(("text", "count", "line"), DAMAGED)
def test_damaged_files_are_read_as_far_as_they_go(text: str, count: int, line: int | None) -> None:
    readout = read_csl(io.StringIO(text), "library.json")
    assert len(readout.found) == count
    assert [problem.line for problem in readout.problems if problem.code == "IMP001"] == ([line] if line else [])


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5), lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "type", "title", "author", "issued", "date-parts", "note", "page", "DOI", "custom", "keyword", "family", "literal"]), inner, max_size=5), max_leaves=12))  # fmt: skip
def test_no_json_ends_in_an_error(value: Any) -> None:
    for items in ([value], value):
        for one in read_csl(io.StringIO(json.dumps(items)), "library.json").found:
            library, problems = parse_library(entry_text(one.record, "k").encode(), "a.bib")
            assert len(library.entries) == 1
            assert not [problem for problem in problems if problem.severity == "error"]


CARRIED = (
    "title", "shorttitle", "booktitle", "journaltitle", "shortjournal", "date", "eprint", "eprinttype", "doi", "url", "code", "website",
    "langid", "keywords", "pages", "volume", "series", "number", "abstract",
)  # fmt: skip


def test_the_whole_atlas_comes_back() -> None:
    library, _ = read_library(sorted((REPOSITORY / "bib").glob("*.bib")), REPOSITORY)
    readout = read_csl(io.StringIO("".join(csl_json(library.entries))), "library.json")
    assert readout.problems == ()
    text = "\n".join(entry_text(one.record, one.record.key) for one in readout.found)
    again, problems = parse_library(text.encode(), "again.bib")
    assert problems == ()
    assert [entry.key for entry in again.entries] == [entry.key for entry in library.entries]
    for entry, other in zip(library.entries, again.entries, strict=True):
        assert other.kind == entry.kind
        assert other.names("author") == entry.names("author")
        for name in CARRIED:
            assert str(other.text(name)) == str(entry.text(name)), (entry.key, name)


PEOPLE: list[tuple[Any, tuple[Author, ...]]] = [
    ([{"family": "Byron", "given": "Ada"}, {"family": "Davis", "given": "Sammy", "suffix": "Jr."}], (Author("Byron", "Ada"), Author("Davis", "Sammy", "Jr."))),
    ([{"family": "Loom", "given": "J.", "non-dropping-particle": "van der"}], (Author("van der Loom", "J."),)),
    ([{"family": "Byron", "literal": "X Y"}, {"given": "Ada"}], (Author("X Y"), Author("Ada"))),
    ([{"family": "Müller &amp; <i>Co</i>"}], (Author("Müller & Co"),)),
    ([{"family": "张", "given": "三"}], (Author("张", "三"),)),
    ([{}, None, {"family": None}, {"family": "Byron", "given": "Ada"}], (Author("Byron", "Ada"),)),
    (["others", {"family": "Byron"}, "et al."], (Author("Byron"), Author("others"))),
    (None, ()),
    # against the schema, as many programs write them: a text, one name, a list of texts, a name that is not taken apart
    ("Ada Byron", (Author("Byron", "Ada"),)),
    ("Roe, Ann and Doe, Bo", (Author("Roe", "Ann"), Author("Doe", "Bo"))),
    ({"family": "Byron"}, (Author("Byron"),)),
    (["Roe, Ann", "Bo Doe", "World Health Organization"], (Author("Roe", "Ann"), Author("Doe", "Bo"), Author("World Health Organization"))),
    ([{"family": "Ann Roe"}], (Author("Roe", "Ann"),)),
    ([{"family": "Kovar Stone"}], (Author("Kovar Stone"),)),
    (3, ()),
]  # fmt: skip


@pytest.mark.parametrize(("written", "authors"), PEOPLE)
def test_names_keep_their_order_and_what_is_none_is_left_out(written: Any, authors: tuple[Author, ...]) -> None:
    assert contributors(written) == authors


@pytest.mark.parametrize(
    ("date", "messages"),
    [
        ([[0]], ["'issued' of 'k' is not a valid date: 0."]),
        ([["0", 5]], ["'issued' of 'k' is not a valid date: 0."]),
        ([[2020], [0]], []),
        ([[-1]], []),
    ],
)
def test_there_is_no_year_0(date: list[list[object]], messages: list[str]) -> None:
    readout = read({"id": "k", "type": "book", "title": "A", "issued": {"date-parts": date}})
    assert [problem.message for problem in readout.problems] == messages
