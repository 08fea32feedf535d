"""Which of the formats a file is in."""

from __future__ import annotations

import gzip
import io

import pytest

from paperatlas.formats.detect import Format, ImportOptions, UnknownFormatError, format_of, read_as, read_into
from paperatlas.formats.papers_with_code import PapersWithCodeArchive

FORMATS: list[tuple[str, bytes, Format]] = [
    ("list.md", b"", "awesome"),
    ("README.MARKDOWN", b"", "awesome"),
    ("a.bib", b"TY  - JOUR", "bibtex"),
    ("a.bib.gz", b"\x1f\x8b", "bibtex"),
    ("a.ris", b"", "ris"),
    ("-", "\ufeff\n@Article {k,".encode(), "bibtex"),
    ("-", "% ü\n@misc(k, title = {T})".encode("utf-16"), "bibtex"),
    ("a.txt", b"\r\nTY  - JOUR\r\n", "ris"),
    ("a.txt", b"- [T](https://example.org)", "awesome"),
    ("a.html", b"<p><a href='https://example.org'>T</a>", "awesome"),
    ("a.json", b'[{"id": "k", "title": "T"}]', "csl-json"),
    ("a.json", b'  {"items": [{"itemType" : "book"}]}', "zotero"),
    ("a.json", b'[{"paper_url": "x", "title": "T"}]', "papers-with-code"),
    ("a.nbib", b"\nPMID- 123\nOWN - NLM\n", "nbib"),
    ("a.nbib", b"", "nbib"),
    ("pubmed-engines-set.txt", b"PMID- 123\nTI  - T\n", "nbib"),
    ("a.ris", b"PMID- 123\nTI  - T\n", "nbib"),
    ("a.enw", b"%0 Journal Article\n%T Title\n", "enw"),
    ("a.txt", b"%0 Book\n", "enw"),
    ("a.bib", b"%% comment\n@misc{k, title = {T}}", "bibtex"),
    ("a.xml", b'<?xml version="1.0" encoding="UTF-8" ?><xml><records><record>', "endnote-xml"),
    ("savedrecs.txt", b"\xef\xbb\xbfFN Clarivate Analytics Web of Science\nVR 1.0\nPT J\n", "web-of-science"),
    ("savedrecs.txt", b"PT\tAU\tBA\n", "web-of-science"),
    ("a.ciw", b"", "web-of-science"),
]


@pytest.mark.parametrize(("name", "head", "kind"), FORMATS)
def test_a_format_is_told_by_the_ending_and_else_by_the_beginning(name: str, head: bytes, kind: Format) -> None:
    assert format_of(name, head) == kind


@pytest.mark.parametrize(
    ("name", "head", "advice"),
    [
        ("a.xyz", b"???", "'a.xyz' is not clear; name it with --from, one of awesome, bibtex"),
        ("a.xyz", b"", "--from"),
        ("a.rdf", b"", "BetterBibTeX JSON"),
        (
            "a.xml",
            b'<?xml version="1.0" ?>\n<!DOCTYPE PubmedArticleSet PUBLIC>',
            "PubMed's XML, which is not read: save .* 'PubMed' ",
        ),
        ("a.xml", b"<?xml version='1.0'?>\n<rdf:RDF xmlns", "BetterBibTeX JSON"),
        ("a.csv", b'"Authors","Author full names","Title"\n', "table of Scopus"),
        ("a.csv", b"Key,Item Type,Title,DOI\n", "table .CSV."),
        ("a.xml", b'<?xml version="1.0"?><modsCollection>', "MODS"),
        ("a.cff", b"cff-version: 1.2.0\n", "CFF"),
        ("a.yaml", b"references:\n- id: a\n", "CSL-YAML"),
        ("a.yml", b"roe:\n    type: article\n    title: T\n", "Hayagriva"),
        # what services answer in forms of their own; these were read as empty, or as works without authors
        ("a.json", b'{"creators": [{"name": "Roe, Ann"}], "publicationYear": 2020}', "DataCite"),
        ("a.json", b'{"id": "https://openalex.org/W1", "authorships": []}', "OpenAlex"),
        ("a.json", b'[{"paperId": "a", "title": "T"}]', "Semantic Scholar"),
    ],
)
def test_of_a_format_that_is_not_known_it_is_said_what_to_do(name: str, head: bytes, advice: str) -> None:
    with pytest.raises(UnknownFormatError, match=advice):
        format_of(name, head)


READ: list[tuple[Format, str]] = [
    ("awesome", "- [Notes on Ängines](https://arxiv.org/abs/2001.00001)"),
    ("bibtex", '@misc{k, title = {Notes on {\\"A}ngines}}'),
    ("csl-json", '[{"id": "k", "type": "book", "title": "Notes on Ängines"}]'),
    ("ris", "TY  - JOUR\nTI  - Notes on Ängines\nER  - \n"),
    ("nbib", "PMID- 1\nTI  - Notes on Ängines.\n"),
    ("enw", "%0 Book\n%T Notes on Ängines\n"),
    ("endnote-xml", "<xml><records><record><titles><title>Notes on Ängines</title></titles></record></records></xml>"),
    ("web-of-science", "PT J\nTI Notes on Ängines\nER\n\nEF"),
    ("zotero", '{"items": [{"itemType": "book", "title": "Notes on Ängines", "creators": []}]}'),
]


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize(("kind", "text"), READ)
def test_each_format_is_read_packed_or_not(kind: Format, text: str, packed: bool) -> None:
    data = text.encode()
    readout = read_as(kind, gzip.compress(data) if packed else data, "my file", ImportOptions())
    assert [one.record.fields["title"] for one in readout.found] == ["Notes on Ängines"]
    assert readout.found[0].span.file == "my file"


RECORD = gzip.compress(b"TY  - JOUR\nTI  - Notes\nER  - \n" + b" " * (2 << 20), mtime=0)


@pytest.mark.parametrize(
    ("data", "count"),
    [(b"\x1f\x8b\x1a", 0), (RECORD[:-9], 1), (RECORD[:10] + b"\xff\xff", 0), (RECORD, 1)],
    ids=["head", "cut", "changed", "whole"],
)
def test_a_packed_file_is_read_up_to_its_damage(data: bytes, count: int) -> None:
    readout = read_as("ris", data, "old.ris.gz", ImportOptions())
    damages = [(problem.code, problem.variant, problem.file) for problem in readout.problems]
    assert damages == ([] if data == RECORD else [("IMP001", "damaged", "old.ris.gz")])
    assert len(readout.found) == count


@pytest.mark.parametrize("packed", [False, True])
def test_an_archive_is_read_without_closing_its_file(packed: bool) -> None:
    data = '\ufeff[{"paper_url": "x", "title": "Notes on Ängines"}]'.encode()
    file = io.BytesIO(gzip.compress(data) if packed else data)
    archive = PapersWithCodeArchive()
    read_into(archive, file, "papers.json", ImportOptions())
    assert [one.record.fields["title"] for one in archive.readout().found] == ["Notes on Ängines"]
    assert not file.closed


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(gzip.compress(b"[" + b" " * 9999)[:-9], id="breaks off"),
        pytest.param(gzip.compress(b"[")[:10] + b"\xff" * 9, id="was changed"),
    ],
)
def test_a_packed_archive_that_breaks_off_or_was_changed_is_damaged(data: bytes) -> None:
    archive = PapersWithCodeArchive()
    read_into(archive, io.BytesIO(data), "papers.json.gz", ImportOptions())
    assert [(problem.code, problem.file) for problem in archive.readout().problems] == [("IMP001", "papers.json.gz")]


def test_of_a_bib_file_every_problem_bears_its_name_and_abstracts_are_text() -> None:
    text = '@misc{a, title = {T}, abstract = {50\\% {\\"u}}}\n@string{s = {x}}\n@misc{b, note = {N}}\n@misc{c, title = {open'
    readout = read_as("bibtex", text.encode(), "old.bib", ImportOptions())
    assert [(one.record.key, one.record.fields.get("abstract")) for one in readout.found] == [
        ("a", "50% ü"),
        ("c", None),
    ]
    assert ("IMP002", 3) in [(problem.code, problem.line) for problem in readout.problems]
    assert any(problem.severity == "error" and problem.line == 4 for problem in readout.problems)
    assert {problem.file for problem in readout.problems} == {"old.bib"}
