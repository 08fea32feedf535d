"""EndNote's XML: elements of its own exports, and what Mendeley, Zotero and screening programs write in them."""

from __future__ import annotations

import pytest

from paperatlas.formats.endnote.xml import read_endnote_xml
from paperatlas.formats.records.record import Author
from paperatlas.formats.rules import UNREADABLE_RECORD, UNREADABLE_SOURCE, VALUE_LEFT_OUT


def document(*records: str) -> str:
    inner = "\n".join(f"<record>{record}</record>" for record in records)
    return f'<?xml version="1.0" encoding="UTF-8" ?><xml>\n<records>{inner}</records></xml>'


ARTICLE = '<ref-type name="Journal Article">17</ref-type>'
TITLE = "<titles><title>Notes on Engines</title></titles>"


def styled(text: str, face: str = "normal") -> str:
    return f'<style face="{face}" font="default" size="100%">{text}</style>'


FIELDS: list[tuple[str, str, dict[str, str]]] = [
    (ARTICLE + f"<titles><title>{styled('On H')}{styled('2', 'subscript')}{styled('O in ')}{styled('E. coli', 'italic')}</title>"
     f"<secondary-title>{styled('Annals of Engines')}</secondary-title></titles>"
     "<periodical><full-title>Annals</full-title><abbr-1>Ann. Eng.</abbr-1></periodical>"
     "<pages>10-20</pages><volume>3</volume><number>2</number><dates><year>2019</year><pub-dates><date>Jun 12</date></pub-dates></dates>"
     "<isbn>1234-5679 (Print)&#xD;2345-6780 (Electronic)</isbn><electronic-resource-num>10.1000/1</electronic-resource-num>"
     "<language>eng</language><keywords><keyword>one</keyword><keyword>two&#xD;three</keyword></keywords>",
     "article",
     {"title": "On H₂O in E. coli", "journaltitle": "Annals of Engines", "shortjournal": "Ann. Eng.", "pages": "10–20",
      "volume": "3", "number": "2", "date": "2019-06-12", "issn": "1234-5679", "doi": "10.1000/1", "langid": "english",
      "keywords": "one, two, three"}),
    (ARTICLE + TITLE + "<urls><related-urls><url>https://doi.org/10.1000/1</url><url>https://example.org/x</url></related-urls>"
     "<pdf-urls><url>internal-pdf://0123/x.pdf</url></pdf-urls></urls>", "article",
     {"title": "Notes on Engines", "doi": "10.1000/1", "url": "https://example.org/x"}),
    ('<ref-type name="Conference Proceedings">10</ref-type>' + "<titles><title>T</title><secondary-title>ICX 2020</secondary-title></titles>"
     "<custom3>Proceedings of ICX</custom3><pub-location>Turin</pub-location>", "inproceedings",
     {"title": "T", "booktitle": "Proceedings of ICX", "eventtitle": "ICX 2020", "location": "Turin"}),
    ('<ref-type name="Thesis">32</ref-type>' + TITLE + "<publisher>A University</publisher><work-type>PhD thesis</work-type>",
     "thesis", {"title": "Notes on Engines", "institution": "A University", "type": "phdthesis"}),
    # Mendeley writes names of types with the number 0, older programs numbers alone
    ('<ref-type name="Book">0</ref-type>' + TITLE, "book", {"title": "Notes on Engines"}),
    ("<ref-type>5</ref-type><titles><title>T</title><secondary-title>A Book</secondary-title></titles>", "incollection",
     {"title": "T", "booktitle": "A Book"}),
    (ARTICLE + TITLE + "<accession-num>31234567</accession-num><remote-database-name>Medline</remote-database-name>",
     "article", {"title": "Notes on Engines", "pmid": "31234567"}),
    (ARTICLE + "<titles><title>T</title><translated-title>Notes</translated-title></titles>", "article",
     {"title": "T", "titleaddon": "[Notes]"}),
    # what is one's own, of a data base or of a program stays behind
    (ARTICLE + TITLE + "<database name='mine.enl' path='/home/ada/mine.enl'>mine.enl</database><research-notes>mine</research-notes>"
     "<auth-address>ada@example.org</auth-address><custom1>x</custom1><custom3>y</custom3><caption>z</caption>"
     "<notes>1476-4687 Byron, Ada Journal Article England Nature. 2016 Jan 28. doi: 10.1/x</notes>", "article",
     {"title": "Notes on Engines"}),
    (ARTICLE + TITLE + "<abstract>Some\n  words &lt;i&gt;go&lt;/i&gt; on.</abstract><notes>A remark.</notes>", "article",
     {"title": "Notes on Engines", "abstract": "Some words go on.", "note": "A remark."}),
]  # fmt: skip


@pytest.mark.parametrize(("record", "kind", "expected"), FIELDS, ids=lambda value: str(value)[:30])
def test_fields(record: str, kind: str, expected: dict[str, str]) -> None:
    readout = read_endnote_xml(document(record), "a.xml")
    assert readout.problems == ()
    (found,) = readout.found
    assert (found.record.type, dict(found.record.fields)) == (kind, expected)


def names(role: str, *written: str) -> str:
    inner = "".join(f"<author>{styled(name)}</author>" for name in written)
    return f"<contributors><{role}>{inner}</{role}></contributors>"


PEOPLE = [
    (ARTICLE + names("authors", "Byron, Ada", "The Engine Group"), [Author("Byron", "Ada"), Author("The Engine Group")], []),
    ('<ref-type name="Edited Book">28</ref-type>' + names("authors", "Doe, B"), [], [Author("Doe", "B")]),
    ('<ref-type name="Book Section">5</ref-type>' + names("secondary-authors", "Doe, B"), [], [Author("Doe", "B")]),
    ('<ref-type name="Book">6</ref-type>' + names("secondary-authors", "Doe, B"), [], [Author("Doe", "B")]),
]  # fmt: skip


@pytest.mark.parametrize(("record", "authors", "editors"), PEOPLE)
def test_people(record: str, authors: list[Author], editors: list[Author]) -> None:
    found = read_endnote_xml(document(record + TITLE), "a.xml").found[0].record
    assert ([*found.authors], [*found.editors]) == (authors, editors)


OUTSIDES = [
    (document(ARTICLE + TITLE, ARTICLE), 1, [(UNREADABLE_RECORD.code, 3)]),
    (document('<ref-type name="Telegram">99</ref-type>' + TITLE), 1, [(VALUE_LEFT_OUT.code, 2)]),
    (document(), 0, [(UNREADABLE_SOURCE.code, 1)]),
    ("<xml><records><record>", 0, [(UNREADABLE_SOURCE.code, 1)]),
    ('<!DOCTYPE x [<!ENTITY a "aaaa">]><xml><records/></xml>', 0, [(UNREADABLE_SOURCE.code, 1)]),
    ("", 0, [(UNREADABLE_SOURCE.code, 1)]),
]


@pytest.mark.parametrize(("text", "count", "problems"), OUTSIDES)
def test_the_outside_of_records(text: str, count: int, problems: list[tuple[str, int]]) -> None:
    readout = read_endnote_xml(text, "a.xml")
    assert len(readout.found) == count
    assert [(problem.code, problem.line) for problem in readout.problems] == problems
