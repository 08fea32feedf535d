"""EndNote's tagged format: its manual's tags, and what Google Scholar, CNKI, Wanfang, ACM and libraries write."""

from __future__ import annotations

import pytest

from paperatlas.formats.endnote.refer import read_refer
from paperatlas.formats.records.record import Author
from paperatlas.formats.rules import UNREADABLE_RECORD, UNREADABLE_SOURCE, VALUE_LEFT_OUT


def record(kind: str, lines: str) -> str:
    return f"%0 {kind}\n%T Notes on Engines\n" + "".join(f"{line}\n" for line in lines.split("|"))


FIELDS: list[tuple[str, str, str, dict[str, str]]] = [
    # Google Scholar
    ("Journal Article", "%J Annals of Engines|%V 3|%N 2|%P 10-20|%@ 1234-5679|%D 1843|%I Taylor", "article",
     {"journaltitle": "Annals of Engines", "volume": "3", "number": "2", "pages": "10–20", "issn": "1234-5679",
      "date": "1843", "publisher": "Taylor"}),
    ("Conference Proceedings", "%B Advances in Engines|%P 1-9|%D 2017", "inproceedings",
     {"booktitle": "Advances in Engines", "pages": "1–9", "date": "2017"}),
    ("Conference Paper", "%B Proc. of X|%S ICX '20|%I ACM|%C Turin|%R 10.1145/1|%U https://doi.org/10.1145/1|%@ 9781450300000",
     "inproceedings",
     {"booktitle": "Proc. of X", "series": "ICX '20", "publisher": "ACM", "location": "Turin", "doi": "10.1145/1",
      "isbn": "9781450300000"}),
    # the manual's own examples
    ("Journal Article", "%B Language|%V 58|%P 332-373", "article",
     {"journaltitle": "Language", "volume": "58", "pages": "332–373"}),
    ("Thesis", "%D 1990|%I University of California, Berkeley|%9 Dissertation", "thesis",
     {"date": "1990", "institution": "University of California, Berkeley", "type": "phdthesis"}),
    ("Book Section", "%B A Book|%7 2nd|%& 3", "incollection", {"booktitle": "A Book", "edition": "2nd", "chapter": "3"}),
    ("Book", "%B A Series|%P 173 s.|%6 2|%@ 8203107354|%L QA76", "book",
     {"series": "A Series", "pagetotal": "173", "volumes": "2", "isbn": "8203107354", "library": "QA76"}),
    ("Report", "%I An Institute|%@ TR-7|%9 Technical report", "report",
     {"institution": "An Institute", "number": "TR-7", "type": "techreport"}),
    # CNKI and Wanfang: several titles of a journal, several keywords on a line, a call number that is none
    ("Journal Article", "%J 现代情报|%J JOURNAL OF MODERN INFORMATION|%G chi|%D 2009|%P 94-98,93|%K 文献管理;Zotero|%L 22-1182/G3|%W CNKI|%M 1",
     "article",
     {"journaltitle": "现代情报", "langid": "chinese", "date": "2009", "pages": "94–98,93", "keywords": "文献管理, Zotero"}),
    ("Journal Article", "%K one|two|%D 2019|%8 June 12", "article", {"keywords": "one, two", "date": "2019-06-12"}),
    # EndNote puts the date of the electronic edition where a book's edition is
    ("Journal Article", "%7 2019/03/17|%D 2019", "article", {"date": "2019"}),
    ("Journal Article", "%M 31234567|%~ PubMed|%[ 2020/01/02/", "article", {"pmid": "31234567", "urldate": "2020-01-02"}),
    ("Journal Article", "%M WOS:000286597100004|%~ Web of Science", "article", {}),
    ("Journal Article", "%Q Notes|%! Engines", "article", {"titleaddon": "[Notes]", "shorttitle": "Engines"}),
    ("Web Page", "%U https://example.org/x", "online", {"url": "https://example.org/x"}),
    # one's own notes, files, addresses of authors and fields stay behind
    ("Journal Article", "%< mine|%> internal-pdf://1.pdf|%+ A Street|%1 x|%# y|%H Yu Min", "article", {}),
    ("Journal Article", "%X Some|  words||%A of more", "article", {"abstract": "Some words"}),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "lines", "type_", "expected"), FIELDS, ids=lambda value: str(value)[:40])
def test_fields(kind: str, lines: str, type_: str, expected: dict[str, str]) -> None:
    readout = read_refer(record(kind, lines), "a.enw")
    assert readout.problems == ()
    (found,) = readout.found
    assert (found.record.type, dict(found.record.fields)) == (type_, {"title": "Notes on Engines", **expected})


PEOPLE = [
    ("Journal Article", "%A Byron, Ada|%A 余敏|%A Kovar N", [("Byron", "Ada"), ("余敏", ""), ("Kovar", "N")], [], []),
    ("Journal Article", "%A Geoffrey Chaucer", [("Chaucer", "Geoffrey")], [], []),
    ("Journal Article", "%A 张三;李四", [("张三", ""), ("李四", "")], [], []),
    ("Book Section", "%A Roe, A|%E Doe, B|%? Poe, C", [("Roe", "A")], [("Doe", "B")], [("Poe", "C")]),
    # EndNote calls the authors of an edited book its editors
    ("Edited Book", "%A Doe, B", [], [("Doe", "B")], []),
    ("Book", "%A Roe, A|%E Doe, B", [("Roe", "A")], [("Doe", "B")], []),
]


@pytest.mark.parametrize(("kind", "lines", "authors", "editors", "translators"), PEOPLE)
def test_people(
    kind: str,
    lines: str,
    authors: list[tuple[str, str]],
    editors: list[tuple[str, str]],
    translators: list[tuple[str, str]],
) -> None:
    found = read_refer(record(kind, lines), "a.enw").found[0].record
    wanted = tuple(tuple(Author(*name) for name in names) for names in (authors, editors, translators))
    assert (found.authors, found.editors, found.translators) == wanted


OUTSIDES = [
    # empty lines are part of an abstract where types begin the records, and end a record where there are none
    ("%0 Book\n%T A\n%X One\n\ntwo\n\n%0 Book\n%T B\n", ["A", "B"], []),
    ("%T A\n%A Roe\n%I P\n\n%T B\n%J J\n", ["A", "B"], []),
    ("\ufeff%0 Book\r\n%T A\r\n".replace("\r", ""), ["A"], []),
    ("%0 Book\n%A Roe, A\n\n%0 Book\n%T B\n", ["B"], [(UNREADABLE_RECORD.code, 1)]),
    ("%0 Serial\n%0 Book\n%T B\n", ["B"], []),
    ("lost\n%0 Book\n%T B\n", ["B"], [(VALUE_LEFT_OUT.code, 1)]),
    ("%0 Book\n%T B\n%* A Reviewed Book\n", ["B"], [(VALUE_LEFT_OUT.code, 1)]),
    ("%0 Journal Article\n%T B\n%R oai:example:1\n", ["B"], [(VALUE_LEFT_OUT.code, 1)]),
    ("%0 Book\n%T B\n%A Roe, A\n%Y Poe, C\n", ["B"], [(VALUE_LEFT_OUT.code, 1)]),
    ("%0 Telegram\n%T B\n", ["B"], [(VALUE_LEFT_OUT.code, 1)]),
    ("nothing of the kind\n", [], [(UNREADABLE_SOURCE.code, 1)]),
    ("", [], []),
]


@pytest.mark.parametrize(("text", "titles", "problems"), OUTSIDES)
def test_the_outside_of_records(text: str, titles: list[str], problems: list[tuple[str, int]]) -> None:
    readout = read_refer(text, "a.enw")
    assert [one.record.fields["title"] for one in readout.found] == titles
    assert [(problem.code, problem.line) for problem in readout.problems] == problems
