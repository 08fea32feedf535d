"""Records completed by what the archive or publisher says of the work."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from paperatlas.diagnostics.problem import Span
from paperatlas.formats.readout import Found
from paperatlas.formats.records.record import Author, Record
from paperatlas.services.complete import completed
from tests.services import answers
from tests.services.local_server import Answer
from tests.services.server import LOVELACE, MAATEN, ServiceServer, arxiv_path

PREPRINT = {arxiv_path("2103.14030"): answers.atom()}
CROSSREF = {"crossref/works/10.1000%2F182": answers.crossref()}


def found(**fields: str) -> Found:
    return Found(Record("misc", {"title": "Wïndows", **fields}, (Author("Nobody"),), key="k"), Span("list.md", 3))


ASKED = [
    ({"eprint": "2103.14030", "eprinttype": "arxiv", "doi": "10.1000/182"}, PREPRINT, "online"),
    ({"eprint": "2103.14030", "eprinttype": "hdl", "doi": "10.1000/182"}, CROSSREF, "inproceedings"),
    ({"doi": "10.1000/182", "url": "https://arxiv.org/abs/2103.14030"}, CROSSREF, "inproceedings"),
    ({"doi": "soon", "url": "https://arxiv.org/abs/2103.14030"}, PREPRINT, "online"),
]


@pytest.mark.parametrize(("fields", "given", "kind"), ASKED)
def test_the_best_identifier_is_asked_for(
    services: ServiceServer, fields: dict[str, str], given: Mapping[str, Answer], kind: str
) -> None:
    services.answer(given)
    told: list[Found] = []
    ((one, problem),) = completed([found(**fields)], services.web, told.append)
    assert (problem, [each.record.fields["title"] for each in told]) == (None, ["Wïndows"])
    assert (one.record.type, one.record.fields["title"]) == (kind, "Windowed Attention Networks")
    assert (one.record.authors, one.record.key, one.span) == ((LOVELACE, MAATEN), "k", Span("list.md", 3))


def test_what_only_a_list_knows_is_kept(services: ServiceServer) -> None:
    services.answer(PREPRINT)
    own = {"keywords": "图/a", "shorttitle": "WAN", "code": "https://github.com/a/b", "codetype": "unofficial"}
    source = found(eprint="2103.14030", eprinttype="arxiv", date="1999", note="lost", **own)
    ((one, _),) = completed([source], services.web, lambda _: None)
    assert own.items() <= one.record.fields.items()
    assert one.record.fields["date"] == "2021-03-25"
    assert "note" not in one.record.fields


def test_what_cannot_be_completed_stays_and_the_others_go_on(services: ServiceServer) -> None:
    services.answer(CROSSREF)
    sources = [found(), found(doi="10.1000/none"), found(doi="10.1000/182")]
    told: list[Found] = []
    results = list(completed(sources, services.web, told.append))
    assert [one for one, _ in results[:2]] == sources[:2]
    assert told == sources[1:]
    messages = [problem.message if problem else "" for _, problem in results]
    assert messages == [
        "'Wïndows' has no identifier by which a record could be fetched.",
        "the DOI 10.1000/none does not exist; check it.",
        "",
    ]
