from __future__ import annotations

import pytest

from paperatlas.formats.bibtex.reader import entries_in
from paperatlas.formats.person import OTHERS
from paperatlas.formats.records.record import Author, Record

HEAD = "@article{key, author = {Lovelace, Ada and others}, title = {{A} {L}oom for {GPU}s.}, year = 2021"


def one(more: str, head: str = HEAD) -> Record:
    (record,) = entries_in(f"{head}, {more}}}".encode(), "x.bib").records
    return record


def test_a_person_s_entry_keeps_its_key_and_what_it_says() -> None:
    record = one(r"journal = {Looms \& Cards}, month = mar, pages = {1--9}, keywords = {looms}, publisher = {P}")
    assert (record.type, record.key, record.authors) == ("article", "key", (Author("Lovelace", "Ada"), OTHERS))
    assert dict(record.fields) == {
        "title": "A Loom for GPUs", "date": "2021-03", "journaltitle": "Looms & Cards", "pages": "1–9", "keywords": "looms",
        "publisher": "P",
    }  # fmt: skip


@pytest.mark.parametrize(
    "name", ["abstract", "file", "timestamp", "bibsource", "mendeley-groups", "urldate", "date-added"]
)
def test_abstracts_and_traces_of_programs_are_left_out(name: str) -> None:
    assert name not in one(f"{name} = {{2021-01-01}}, journal = {{J}}").fields


def test_abstracts_that_were_left_out_are_counted() -> None:
    assert entries_in(f"{HEAD}, abstract = {{x}}}}\n@misc{{b, title = {{B}}}}".encode(), "x.bib").abstracts == 1


@pytest.mark.parametrize(
    "more",
    [
        "journal = {arXiv preprint arXiv:2103.14030}",
        "journal = {CoRR}, volume = {abs/2103.14030}",
        "eprint = {2103.14030v2}, archiveprefix = {arXiv}, primaryclass = {cs.CV}",
        "url = {https://arxiv.org/abs/2103.14030}",
    ],
)
def test_a_preprint_is_one_however_it_is_written(more: str) -> None:
    record = one(more)
    assert (record.fields["eprint"], record.fields["eprinttype"]) == ("2103.14030", "arxiv")
    assert "volume" not in record.fields
    assert "arxiv" not in record.fields.get("journaltitle", "").lower()


def test_what_an_entry_inherits_is_its_own() -> None:
    text = (
        "@inproceedings{a, crossref = {p}, title = {A}, author = {B, C}}\n"
        "@proceedings{p, title = {Proceedings of Looms}, year = 2020, doi = {10.1000/182}}"
    )
    record = entries_in(text.encode(), "x.bib").records[0]
    assert dict(record.fields) == {"title": "A", "booktitle": "Proceedings of Looms", "date": "2020"}


def test_a_broken_entry_takes_no_other_with_it() -> None:
    read = entries_in(b"@misc{a, title = {A}}\n@misc{b, title = {B\n@misc{c, title = {C}}", "x.bib")
    assert "a" in [record.key for record in read.records]
    assert [problem for problem in read.problems if problem.severity == "error"]
