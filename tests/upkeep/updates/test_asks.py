"""What services are asked of works, and how their answers are kept."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeVar

import pytest

from paperatlas.bibliography import parse_library
from paperatlas.formats.records.record import SourceError
from paperatlas.services.web import Web
from paperatlas.upkeep.updates.asks import SEARCH, ask_for_preprints, ask_for_publications, ask_for_venues
from paperatlas.upkeep.updates.stored import FoundPreprint, FoundPublication, FoundVenue
from tests.services import answers
from tests.services.lists_of_references import scholar
from tests.services.local_server import Answer, serve
from tests.services.server import ServiceServer, service_server

Found = TypeVar("Found")
TODAY = date(2026, 11, 28)
ENTRY = """\
@online{a, author = {Lovelace, Ada}, title = {Windowed Attention Networks}, eprint = {2103.14030}, eprinttype = {arxiv}}
"""
QUERY = "crossref/works?query.title=Windowed+Attention+Networks&query.author=Ada+Lovelace&rows=5"
SCHOLAR = "semantic_scholar/graph/v1/paper/batch?fields=title,externalIds,publicationVenue,venue"
OTHERS = {"author": [{"given": "Grace", "family": "Hopper"}], "DOI": "10.1000/others"}


@pytest.fixture
def services() -> Iterator[ServiceServer]:
    """A server that answers as the services do."""
    with serve({}) as server:
        yield service_server(server)


def answered(items: Iterable[tuple[str, Found] | SourceError]) -> dict[str, Found]:
    """The answers by what was asked for."""
    return dict(item for item in items if isinstance(item, tuple))


def publications(web: Web, *due: str) -> dict[str, FoundPublication]:
    """What is kept of publications."""
    library, _ = parse_library(ENTRY.encode(), "a.bib")
    return answered(ask_for_publications(web, due, {"2103.14030": library.entries[0]}, TODAY))


def test_preprints(services: ServiceServer) -> None:
    feed = answers.atom(doi="10.1000/a", journal="Looms 3", comment="Withdrawn by Ada")
    services.answer({"arxiv/api/query?id_list=2103.14030,2001.00001&max_results=2": feed})
    assert answered(ask_for_preprints(services.web, ["2103.14030", "2001.00001"], TODAY)) == {
        "2103.14030": FoundPreprint(TODAY, "Windowed Attention Networks", 2, True, "10.1000/a", "Looms 3"),
        "2001.00001": FoundPreprint(TODAY),
    }


def test_venues(services: ServiceServer) -> None:
    services.answer(
        {SCHOLAR: scholar([{"title": "Windows", "venue": "Looms", "externalIds": {"DOI": "10.1000/a"}}, None])}
    )
    assert answered(ask_for_venues(services.web, ["2103.14030", "2001.00001"], TODAY)) == {
        "2103.14030": FoundVenue(TODAY, "Windows", "10.1000/a", "Looms"),
        "2001.00001": FoundVenue(TODAY),
    }
    (request,) = services.server.requests
    assert json.loads(request.sent) == {"ids": ["ARXIV:2103.14030", "ARXIV:2001.00001"]}


def test_publications(services: ServiceServer) -> None:
    update = {"type": "erratum", "DOI": "10.1000/e"}
    services.answer({"crossref/works/10.1000%2Fa": answers.crossref(**{"updated-by": [update]})})
    found = publications(services.web, "10.1000/a", "10.1000/unknown")
    assert found["10.1000/unknown"] == FoundPublication(TODAY)
    known = found["10.1000/a"]
    assert (known.type, known.fields["title"]) == ("inproceedings", "Windowed Attention Networks")
    assert (known.author, known.year, known.state, known.notice) == (
        ("Lovelace", "Ada"),
        2021,
        "corrected",
        "10.1000/e",
    )


@pytest.mark.parametrize(
    ("works", "doi"),
    [
        ([], None),
        ([{"title": ["Windowed Attention Network"]}], None),
        ([{"title": ["WINDOWED attention networks."]}], "10.1109/iccv.2021.1"),
        ([OTHERS, {}], "10.1109/iccv.2021.1"),
        ([OTHERS, OTHERS | {"DOI": "10.1000/more"}], "10.1000/others"),
    ],
)
def test_a_search(services: ServiceServer, works: list[dict[str, object]], doi: str | None) -> None:
    items = [json.loads(answers.crossref(**work).body)["message"] for work in works]
    services.answer({QUERY: Answer(body=json.dumps({"message": {"items": items}}).encode())})
    (found,) = publications(services.web, f"{SEARCH}2103.14030").values()
    assert found.fields.get("doi") == doi
