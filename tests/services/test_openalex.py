"""Lists of references from OpenAlex."""

from __future__ import annotations

import json

import pytest

from paperatlas.formats.records.record import SourceError
from paperatlas.services.keys import ServiceKeys
from paperatlas.services.openalex import openalex_references
from paperatlas.services.references import ReferenceList
from paperatlas.services.web import Web
from tests.services.lists_of_references import openalex, openalex_path, openalex_work
from tests.services.local_server import Answer
from tests.services.server import ServiceServer


def test_works_are_asked_for_by_doi_and_have_names_of_their_own(services: ServiceServer) -> None:
    works = [
        openalex_work(1, "10.48550/arxiv.2001.00001", "Flows of <i>Glass</i>", 2, 9),
        openalex_work(2, "10.1000/Nice", "Nice Rivers"),
        openalex_work(3, "10.1000/nice", "Nice Rivers, again", 1),
        openalex_work(4, "10.1000/nobody-asked", "Other", 1),
    ]
    services.answer({openalex_path("10.48550/arxiv.2001.00001", "10.1000/nice"): openalex(*works)})
    assert openalex_references(services.web, ["arxiv:2001.00001", "doi:10.1000/nice"]) == {
        "arxiv:2001.00001": ReferenceList("Flows of Glass", ("arxiv:2001.00001", "openalex:W1"), ("openalex:W2", "openalex:W9")),
        "doi:10.1000/nice": ReferenceList("Nice Rivers", ("doi:10.1000/nice", "openalex:W2", "openalex:W3"), ("openalex:W1",)),
    }  # fmt: skip


def test_a_key_is_part_of_what_is_asked(services: ServiceServer) -> None:
    services.answer({f"{openalex_path('10.1000/nice')}&api_key=s3cret": openalex()})
    web = Web(services.services, keys=ServiceKeys(openalex="s3cret"))
    assert openalex_references(web, ["doi:10.1000/nice"]) == {}


def test_no_message_shows_the_key(services: ServiceServer) -> None:
    services.answer({f"{openalex_path('10.1000/nice')}&api_key=s3cret": Answer(403)})
    web = Web(services.services, keys=ServiceKeys(openalex="s3cret"))
    with pytest.raises(SourceError) as caught:
        openalex_references(web, ["doi:10.1000/nice"])
    assert "s3cret" not in f"{caught.value}{web.keys}"


@pytest.mark.parametrize("doi", ["10.1000/a,b", "10.1000/a|b", "10.1000/!a"])
def test_a_doi_with_a_sign_of_filters_is_left_to_others(services: ServiceServer, doi: str) -> None:
    assert openalex_references(services.web, [f"doi:{doi}"]) == {}
    assert services.server.requests == []


@pytest.mark.parametrize(
    "record",
    [
        {"doi": 3, "id": None},
        {"doi": "https://doi.org/10.1000/a", "id": "https://evil.example/W1", "referenced_works": "W2", "title": ["x"]},
        {"doi": "https://doi.org/10.1000/a", "id": {}, "referenced_works": [1, None, "W2", "https://openalex.org/Wx"]},
    ],
)
def test_what_is_no_record_is_not_believed(services: ServiceServer, record: dict[str, object]) -> None:
    services.answer({openalex_path("10.1000/a"): Answer(body=json.dumps({"results": [record, None, 7]}).encode())})
    found = openalex_references(services.web, ["doi:10.1000/a"])
    assert found in ({}, {"doi:10.1000/a": ReferenceList("", ("doi:10.1000/a",), ())})


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (Answer(403), r"HTTP 403 and refuses programs at the moment; try again later"),
        (Answer(404), r"HTTP 404; try again later"),
        (Answer(429, headers={"Retry-After": "3600"}), r"asks for fewer requests .* in 3,600 seconds"),
        (Answer(body=b"<!doctype html>"), r"answered with a web page instead of data"),
        (Answer(body=b"[1]"), r"not valid JSON"),
        (Answer(body=b"[" * 100_000), r"not valid JSON"),
        (Answer(breaks=True), r"closed the connection|cannot be reached"),
    ],
)
def test_a_service_that_fails_says_why(services: ServiceServer, answer: Answer, message: str) -> None:
    services.answer({openalex_path("10.1000/a"): answer})
    with pytest.raises(SourceError, match=message):
        openalex_references(services.web, ["doi:10.1000/a"])
