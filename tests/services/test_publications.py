"""Published works as Crossref has them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from paperatlas.formats.records.record import SourceError
from paperatlas.services.publications import Publication, find_publication, search_publications
from tests.services import answers
from tests.services.local_server import Answer
from tests.services.server import ServiceServer

WORK = "crossref/works/10.1000%2Fa"
SEARCH = "crossref/works?query.title=Windowed+Attention&query.author=Ada+Lovelace&rows=5"


def update(kind: str, doi: str = "10.1000/notice", source: str = "publisher") -> dict[str, str]:
    return {"type": kind, "DOI": doi, "source": source, "label": kind}


@pytest.mark.parametrize(
    ("said", "state", "notice"),
    [
        ({}, "", ""),
        ({"updated-by": [update("retraction", source="retraction-watch")]}, "retracted", "10.1000/notice"),
        ({"updated-by": [update("correction", "10.1000/c"), update("withdrawal")]}, "retracted", "10.1000/notice"),
        ({"updated-by": [update("erratum")]}, "corrected", "10.1000/notice"),
        ({"updated-by": [update("Expression_of_Concern")]}, "concern", "10.1000/notice"),
        ({"updated-by": [update("new_edition")]}, "", ""),
        ({"updated-by": [update("erratum")], "title": ["RETRACTED: Windows"]}, "retracted", ""),
        # What it updates itself says nothing of it.
        ({"update-to": [update("retraction")]}, "", ""),
        ({"updated-by": [update("retraction", "javascript:x()"), 3, None]}, "retracted", ""),
        ({"updated-by": "retraction"}, "", ""),
    ],
)
def test_what_became_of_a_work(services: ServiceServer, said: dict[str, object], state: str, notice: str) -> None:
    services.answer({WORK: answers.crossref(**said)})
    found = find_publication(services.web, "10.1000/a")
    assert found is not None
    assert (found.state, found.notice, found.year) == (state, notice, 2021)


def test_a_preprint_names_its_publication(services: ServiceServer) -> None:
    relation = {"is-preprint-of": [{"id-type": "doi", "id": "10.1000/Journal", "asserted-by": "subject"}]}
    services.answer({WORK: answers.crossref(type="posted-content", relation=relation)})
    found = find_publication(services.web, "10.1000/a")
    assert found is not None
    assert (found.record.type, found.published) == ("online", "10.1000/Journal")


@pytest.mark.parametrize("answer", [Answer(404), answers.crossref(type="dataset"), answers.crossref(title=[])])
def test_what_is_no_publication(services: ServiceServer, answer: Answer) -> None:
    services.answer({WORK: answer})
    assert find_publication(services.web, "10.1000/a") is None


def items(*works: dict[str, Any]) -> Answer:
    """What Crossref found."""
    found = [json.loads(answers.crossref(**work).body)["message"] for work in works]
    return answers.data({"status": "ok", "message-type": "work-list", "message": {"total-results": 9, "items": found}})


def search(services: ServiceServer) -> tuple[Publication, ...]:
    return search_publications(services.web, "Windowed Attention", "Ada Lovelace")


def test_publications_are_found_by_title_and_author(services: ServiceServer) -> None:
    found = items(
        {"type": "posted-content"}, {"DOI": "10.1000/B"}, {"DOI": None}, {"type": "journal"}, {"title": ["Windows"]}
    )
    services.answer({SEARCH: found})
    assert [(each.record.fields["doi"], each.record.fields["title"]) for each in search(services)] == [
        ("10.1000/B", "Windowed Attention Networks"),
        ("10.1109/iccv.2021.1", "Windows"),
    ]


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (Answer(404), "Crossref's interface has moved"),
        (Answer(500), "has an internal error"),
        (Answer(body=b"<html>"), "answered with a web page instead of data"),
        (Answer(body=b" " * (5 << 20)), "sent more than the 4,194,304 bytes"),
    ],
)
def test_a_search_that_fails_says_why(services: ServiceServer, answer: Answer, message: str) -> None:
    services.answer({SEARCH: answer})
    with pytest.raises(SourceError, match=message):
        search(services)


@pytest.mark.parametrize("body", [b"{}", b'{"message": {"items": {}}}', b'{"message": {"items": [1, null]}}'])
def test_a_search_that_finds_nothing(services: ServiceServer, body: bytes) -> None:
    services.answer({SEARCH: Answer(body=body)})
    assert search(services) == ()
