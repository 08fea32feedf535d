"""Lists of references from Semantic Scholar."""

from __future__ import annotations

import json

import pytest

from paperatlas.formats.records.record import SourceError
from paperatlas.services.keys import ServiceKeys
from paperatlas.services.references import MOST_REFERENCES, ReferenceList
from paperatlas.services.semantic_scholar import PublishedAt, semantic_scholar_references, semantic_scholar_venues
from paperatlas.services.web import Web
from tests.services.lists_of_references import BATCH, scholar, scholar_work
from tests.services.local_server import Answer
from tests.services.server import ServiceServer


def test_works_are_asked_for_together(services: ServiceServer) -> None:
    cites = ({"DOI": "10.1000/NICE", "ArXiv": "2001.00002"}, None, {"MAG": "7"}, {"DOI": "10.48550/arXiv.2001.00003"})
    services.answer({BATCH: scholar([scholar_work("Glass", {"ArXiv": "2001.00001"}, *cites), None])})
    assert semantic_scholar_references(services.web, ["arxiv:2001.00001", "doi:10.1000/a"]) == {
        "arxiv:2001.00001": ReferenceList(
            "Glass", ("arxiv:2001.00001",), ("arxiv:2001.00002", "doi:10.1000/nice", "arxiv:2001.00003")
        )
    }
    (request,) = services.server.requests
    assert (request.method, json.loads(request.sent)) == ("POST", {"ids": ["ARXIV:2001.00001", "DOI:10.1000/a"]})


def test_a_key_is_a_header_that_goes_to_no_other_host(services: ServiceServer) -> None:
    elsewhere = services.server.url("/elsewhere", host=2)
    services.answer({BATCH: Answer(307, location=elsewhere), "elsewhere": scholar([None])})
    web = Web(services.services, keys=ServiceKeys(semantic_scholar="s3cret"))
    with pytest.raises(SourceError, match="redirects to another host, which is refused"):
        semantic_scholar_references(web, ["doi:10.1000/a"])
    (request,) = services.server.requests
    assert request.key == "s3cret"


def test_a_busy_service_is_asked_again(services: ServiceServer) -> None:
    services.answer({BATCH: [Answer(429), scholar([None])]})
    assert semantic_scholar_references(services.web, ["doi:10.1000/a"]) == {}
    assert [request.sent for request in services.server.requests] == [b'{"ids": ["DOI:10.1000/a"]}'] * 2


def test_a_list_without_end_is_cut(services: ServiceServer) -> None:
    cites = ({"DOI": f"10.1000/{number}"} for number in range(MOST_REFERENCES + 5))
    services.answer({BATCH: scholar([scholar_work("Glass", {"DOI": "10.1000/a"}, *cites)])})
    found = semantic_scholar_references(services.web, ["doi:10.1000/a"])
    assert len(found["doi:10.1000/a"].references) == MOST_REFERENCES


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (Answer(400, body=b'{"error": "No valid paper ids given"}'), {}),
        (Answer(body=b"[]"), {}),
        (Answer(body=b'[{"title": 3, "externalIds": [], "references": {"a": 1}}]'), {"doi:10.1000/a": ReferenceList("", (), ())}),
    ],
)  # fmt: skip
def test_what_is_not_known_is_no_failure(
    services: ServiceServer, answer: Answer, expected: dict[str, ReferenceList]
) -> None:
    services.answer({BATCH: answer})
    assert semantic_scholar_references(services.web, ["doi:10.1000/a"]) == expected


@pytest.mark.parametrize("answer", [Answer(400, body=b'{"error": "x"}'), Answer(body=b'{"message": "x"}')])
def test_an_answer_that_is_no_list_says_so(services: ServiceServer, answer: Answer) -> None:
    services.answer({BATCH: answer})
    with pytest.raises(SourceError, match=r"HTTP 400; try again later|not valid JSON"):
        semantic_scholar_references(services.web, ["doi:10.1000/a"])


@pytest.mark.parametrize(
    ("record", "venue"),
    [
        (
            {"title": "Glass", "externalIds": {"ArXiv": "2001.00001", "DOI": "10.1000/GLASS"}, "venue": "ICML"},
            PublishedAt("Glass", "10.1000/GLASS", "ICML"),
        ),
        ({"title": "Glass", "publicationVenue": {"name": "Journal of Glass"}, "venue": "JoG"}, PublishedAt("Glass", "", "Journal of Glass")),
        # A preprint alone has the DOI and the name of its archive.
        (
            {"title": "Glass", "externalIds": {"DOI": "10.48550/arXiv.2001.00001"}, "venue": "arXiv.org"},
            PublishedAt("Glass", "", ""),
        ),
        ({"title": 3, "externalIds": {"DOI": ["x"]}, "publicationVenue": "x", "venue": None}, PublishedAt("", "", "")),
    ],
)  # fmt: skip
def test_where_a_preprint_was_published(services: ServiceServer, record: dict[str, object], venue: PublishedAt) -> None:
    fields = "title,externalIds,publicationVenue,venue"
    services.answer({f"semantic_scholar/graph/v1/paper/batch?fields={fields}": scholar([record, None])})
    assert semantic_scholar_venues(services.web, ["arxiv:2001.00001", "arxiv:2001.00002"]) == {
        "arxiv:2001.00001": venue
    }
