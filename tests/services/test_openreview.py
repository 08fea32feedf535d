"""The records of OpenReview."""

from __future__ import annotations

import pytest

from paperatlas.formats.records.record import Author, SourceError
from tests.services import answers
from tests.services.local_server import Answer
from tests.services.server import LOVELACE, ServiceServer, fetched


@pytest.mark.parametrize(
    ("path", "note"), [("openreview/notes?id=abc", answers.note()), ("openreview_v1/notes?id=abc", answers.old_note())]
)
def test_a_paper_of_openreview_by_either_api(services: ServiceServer, path: str, note: Answer) -> None:
    record = fetched(services, "https://openreview.net/forum?id=abc", {path: note}).record
    assert (record.type, record.authors) == ("inproceedings", (LOVELACE, Author("Galois", "Évariste")))
    assert dict(record.fields) == {
        "title": "Engines that Dream: GPUs",
        "booktitle": "International Conference on Learning Representations",
        "date": "2021",
        "url": "https://openreview.net/forum?id=abc",
    }


@pytest.mark.parametrize(
    ("said", "kind", "fields"),
    [
        ({"venue": "Submitted to ICLR 2024", "_bibtex": None}, "online", {"date": "2024", "booktitle": ""}),
        ({"venueid": "ICLR.cc/2021/Conference/Rejected_Submission"}, "online", {"booktitle": ""}),
        ({"venue": "NeurIPS 2023 poster", "_bibtex": None}, "inproceedings", {"booktitle": "NeurIPS", "date": "2023"}),
        (
            {"venue": "Accepted by TMLR", "venueid": "TMLR", "_bibtex": None},
            "article",
            {"journaltitle": "Transactions on Machine Learning Research", "date": "2020"},
        ),
        ({"authors": [{"fullname": "Ada Lovelace", "username": "~A"}]}, "inproceedings", {}),
        ({"_bibtex": "@inproceedings{broken"}, "inproceedings", {"booktitle": "ICLR"}),
    ],
)
def test_venues_of_openreview(
    services: ServiceServer, said: dict[str, object], kind: str, fields: dict[str, str]
) -> None:
    found = fetched(services, "openreview:abc", {"openreview/notes?id=abc": answers.note(**said)})
    assert found.record.type == kind
    assert {name: found.record.fields.get(name, "") for name in fields} == fields
    assert found.record.authors[0] == LOVELACE
    assert bool(found.remarks) == (kind == "online")


@pytest.mark.parametrize(("moments", "year"), [(("pdate", "odate"), "2019"), (("odate",), "2020"), ((), "2021")])
def test_the_year_is_that_of_publication_before_others(
    services: ServiceServer, moments: tuple[str, ...], year: str
) -> None:
    dates = {"pdate": 1560000000000, "odate": 1590000000000}
    note = {"id": "abc", "cdate": 1620000000000, "content": {"title": "T", "authors": ["Anonymous", "Ada Lovelace"]}}
    note |= {name: dates[name] for name in moments}
    record = fetched(services, "openreview:abc", {"openreview/notes?id=abc": answers.data({"notes": [note]})}).record
    assert (record.fields["date"], record.authors) == (year, (LOVELACE,))


def test_a_moment_of_no_calendar_is_no_year(services: ServiceServer) -> None:
    note = {"id": "abc", "cdate": 10**22, "content": {"title": {"value": "T"}, "authors": {"value": ["Ada Lovelace"]}}}
    record = fetched(services, "openreview:abc", {"openreview/notes?id=abc": answers.data({"notes": [note]})}).record
    assert "date" not in record.fields


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (Answer(404), "has no public paper 'abc'"),
        (answers.data({"notes": []}), "has no public paper 'abc'"),
        (answers.data({"name": "ChallengeRequiredError"}, 403), "refuses requests from programs"),
        (answers.note(title=None), "is not a paper"),
        (answers.text("<!DOCTYPE html><html>", "text/html"), "a web page instead of data"),
    ],
)
def test_openreview_can_fail_in_many_ways(services: ServiceServer, answer: Answer, message: str) -> None:
    with pytest.raises(SourceError) as caught:
        fetched(services, "openreview:abc", {"openreview/notes?id=abc": answer})
    assert message in str(caught.value)
