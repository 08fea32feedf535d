"""Where authors' abstracts come from, and that none is another paper's."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from urllib.parse import quote

import pytest

from paperatlas.bibliography import Entry, read_library
from paperatlas.diagnostics.problem import Problem
from paperatlas.services.addresses import Services
from paperatlas.services.web import Web
from paperatlas.upkeep.abstracts.abstracts import AuthorsAbstract, abstracts_of
from paperatlas.upkeep.abstracts.fetch import fetch_abstracts
from tests.services.local_server import Answer, FakeTime, LinkServer, serve

TODAY = date(2026, 11, 23)

LIBRARY = """
@online{glow, title = {Flows of Glass}, eprint = {2001.00001}, eprinttype = {arxiv}}
@article{nice, title = {Nice Rivers}, doi = {10.1000/Nice}}
@article{both, title = {Two Bridges}, eprint = {2001.00002}, doi = {10.1000/both}}
@article{wrong, title = {Something Else Entirely}, eprint = {2001.00003}, doi = {10.1000/wrong}}
@dataset{data, title = {Measured Rain}, doi = {10.5000/rain}}
@article{silent, title = {Without Words}, doi = {10.1000/silent}}
@misc{unknown, title = {Unknown}, eprint = {2001.99999}}
@misc{none, title = {No Identifier}}
@article{strange, title = {Known to Nobody}, doi = {10.9000/nobody}}
"""


def feed(*works: tuple[str, str, str]) -> bytes:
    """An answer of arXiv's."""
    entries = "".join(
        f"<entry><id>http://arxiv.org/abs/{identifier}v3</id><title>{title}</title><summary>{summary}</summary></entry>"
        for identifier, title, summary in works
    )
    return f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>x</title>{entries}</feed>'.encode()


def crossref(title: str, abstract: str = "") -> Answer:
    message = {"title": [title]} | ({"abstract": abstract} if abstract else {})
    return Answer(body=json.dumps({"message": message}).encode())


def works_path(doi: str, kind: str = "works") -> str:
    return f"/{kind}/{quote(doi, safe='')}"


ARXIV = f"/api/query?id_list={','.join(f'2001.{n}' for n in ('00001', '00002', '00003', '99999'))}&max_results=4"
ANSWERS = {
    ARXIV: Answer(
        body=feed(
            ("2001.00003", "A Stolen Number", "Not this one."),
            ("2001.00001", "Flows of\n Glass", "Glass flows."),
            ("2001.00002", "Two Bridges", "This paper has been withdrawn by its authors."),
        )
    ),
    works_path("10.1000/nice"): crossref("Nice rivers", "<jats:p>Rivers run.</jats:p>"),
    works_path("10.1000/both"): crossref("Two Bridges", "<jats:p>Bridges stand.</jats:p>"),
    works_path("10.1000/wrong"): crossref("Something else entirely", "<jats:p>Right after all.</jats:p>"),
    works_path("10.1000/silent"): crossref("Without Words"),
    works_path("10.5000/rain", "dois"): Answer(
        body=json.dumps({"data": {"attributes": {
            "titles": [{"title": "Measured Rain"}],
            "descriptions": [{"descriptionType": "Methods", "description": "A cup."},
                             {"descriptionType": "Abstract", "description": "<p>It rained.</p>"}],
        }}}).encode()
    ),
}  # fmt: skip


def entries(tmp_path: Path, text: str = LIBRARY) -> Sequence[Entry]:
    (tmp_path / "a.bib").write_text(text, encoding="utf-8")
    return read_library([tmp_path / "a.bib"], tmp_path)[0].entries


def fetched(
    server: LinkServer, wanted: Sequence[Entry], known: Sequence[str] = ()
) -> tuple[dict[str, AuthorsAbstract], list[Problem], list[Exception]]:
    """What comes of asking the server."""
    fake = FakeTime()
    base = server.url("")
    web = Web(Services(arxiv=base, crossref=base, datacite=base), clock=fake.now, sleep=fake.sleep)
    items = list(fetch_abstracts(web, wanted, known, TODAY))
    return (
        dict(item for item in items if isinstance(item, tuple)),
        [item for item in items if isinstance(item, Problem)],
        [item for item in items if isinstance(item, Exception)],
    )


def test_fetching(tmp_path: Path) -> None:
    with serve(ANSWERS) as server:
        found, problems, failures = fetched(server, entries(tmp_path))
    assert {
        key: (abstract.paragraphs, abstract.source) for key, abstract in abstracts_of(entries(tmp_path), found).items()
    } == {
        "glow": (("Glass flows.",), "arXiv"),
        "nice": (("Rivers run.",), "Crossref"),
        "both": (("Bridges stand.",), "Crossref"),
        "wrong": (("Right after all.",), "Crossref"),
        "data": (("It rained.",), "DataCite"),
    }
    assert [(problem.code, problem.line) for problem in problems] == [("ABS001", 5), ("ABS002", 8)]
    assert "arXiv:2001.00003 is “A Stolen Number”" in problems[0].message
    assert found["doi:10.1000/silent"].paragraphs == ()
    assert failures == []


def test_what_is_known_is_not_asked_for(tmp_path: Path) -> None:
    with serve(ANSWERS) as server:
        fetched(server, entries(tmp_path)[:2], ["arxiv:2001.00001"])
        assert server.asked() == [f"GET {works_path('10.1000/nice')}"]


def test_a_hundred_at_a_time(tmp_path: Path) -> None:
    text = "".join(f"@misc{{k{n}, title = {{T{n}}}, eprint = {{2001.{n:05}}}}}\n" for n in range(1, 251))
    with serve({}) as server:
        for start in (1, 101, 201):
            numbers = range(start, min(start + 100, 251))
            ids = ",".join(f"2001.{n:05}" for n in numbers)
            body = feed(*((f"2001.{n:05}", f"T{n}", f"Words {n}.") for n in numbers))
            server.answers[f"/api/query?id_list={ids}&max_results={len(numbers)}"] = Answer(body=body)
        found, problems, failures = fetched(server, entries(tmp_path, text))
        assert (len(found), problems, failures, len(server.requests)) == (250, [], [], 3)


FAILING = [
    Answer(500),
    Answer(body=b"<feed"),
    Answer(body=b"<!DOCTYPE x [<!ENTITY a 'b'>]><feed>&a;</feed>"),
    Answer(body=b"<!doctype html><html>Are you a person?</html>", headers={"Content-Type": "text/html"}),
    Answer(403),
]


@pytest.mark.parametrize("answer", FAILING)
def test_a_service_in_trouble_leaves_the_others(tmp_path: Path, answer: Answer) -> None:
    with serve(ANSWERS | {ARXIV: answer}) as server:
        found, problems, failures = fetched(server, entries(tmp_path))
    assert "doi:10.1000/nice" in found
    assert not problems
    assert [str(failure) != "" for failure in failures] == [True]


def test_a_service_that_does_not_answer_is_not_asked_for_ever(tmp_path: Path) -> None:
    text = "".join(f"@misc{{k{n}, title = {{T{n}}}, doi = {{10.1000/{n}}}}}\n" for n in range(20))
    with serve({works_path(f"10.1000/{n}"): Answer(body=b"[1") for n in range(20)}) as server:
        found, _, failures = fetched(server, entries(tmp_path, text))
        assert (found, len(failures), len(server.requests)) == ({}, 3, 3)
