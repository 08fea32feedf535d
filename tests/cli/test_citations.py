"""`paperatlas citations`, against services on this machine."""

from __future__ import annotations

import functools
from pathlib import Path

import pytest

from paperatlas.cli import citations as command
from paperatlas.services.web import Web
from tests.citations.rows import citations
from tests.cli.conftest import Run
from tests.services.lists_of_references import (
    BATCH,
    openalex,
    openalex_path,
    openalex_work,
    opencitations,
    scholar,
    scholar_work,
)
from tests.services.local_server import Answer
from tests.services.server import ServiceServer

LIBRARY = """\
@misc{glow, title = {Flows of Glass}, eprint = {2001.00001}, eprinttype = {arxiv}}
@misc{nice, title = {Nice Rivers}, doi = {10.1000/nice}}
@misc{old, title = {Old Sand}, doi = {10.1000/old}}
@misc{unnamed, title = {Without a Name}}
"""
FILES = {
    "mkdocs.yml": "site_name: A site\nplugins:\n  - paperatlas\n",
    "docs/index.md": "# Home\n",
    "bib/a.bib": LIBRARY,
}
OPENALEX = openalex_path("10.48550/arxiv.2001.00001", "10.1000/nice", "10.1000/old")
THIRD = "opencitations/index/v2/references/doi:10.1000"
FOUND = citations("glow nice OpenAlex, Semantic Scholar", "glow old", "nice old OpenCitations")


@pytest.fixture
def answering(services: ServiceServer, monkeypatch: pytest.MonkeyPatch) -> ServiceServer:
    web = functools.partial(Web, clock=services.time.now, sleep=services.time.sleep)
    monkeypatch.setattr(command, "Web", web)
    works = [
        openalex_work(1, "10.48550/arxiv.2001.00001", "Flows of Glass", 2, 3, 4),
        openalex_work(2, "10.1000/nice", "Nice Rivers"),
        openalex_work(3, "10.1000/old", "Old Sand"),
    ]
    services.answer(
        {
            OPENALEX: openalex(*works),
            BATCH: scholar([scholar_work("Flows of glass", {"ArXiv": "2001.00001"}, {"DOI": "10.1000/NICE"}), None, None]),
            f"{THIRD}/nice": opencitations("10.1000/nice", "doi:10.1000/old"),
            f"{THIRD}/old": Answer(body=b"[]"),
        }
    )  # fmt: skip
    return services


def test_what_the_services_know_is_written_once(answering: ServiceServer, run: Run, tmp_path: Path) -> None:
    ran = run(FILES, "citations")
    assert (ran.code, ran.out) == (0, "No problem found in 4 entries.\n")
    assert (tmp_path / "bib/citations.tsv").read_text(encoding="utf-8") == FOUND
    assert "'bib/citations.tsv' has 3 citations: 3 new, 0 with another source" in ran.err
    assert "OpenCitations: 1 list of references" in ran.err
    assert len(answering.server.requests) == 4
    ran = run({}, "citations")
    assert (ran.code, len(answering.server.requests)) == (0, 4)
    assert "'bib/citations.tsv' is unchanged: 3 citations" in ran.err
    assert run({}, "check").code == 0


def test_rows_that_are_there_stay(answering: ServiceServer, run: Run, tmp_path: Path) -> None:
    ran = run(FILES | {"bib/citations.tsv": citations("old nice https://example.org/a")}, "citations", "--dry-run")
    assert ran.out.splitlines()[1:] == [
        "+ glow\tnice\tOpenAlex, Semantic Scholar",
        "+ glow\told\tOpenAlex",
        "+ nice\told\tOpenCitations",
    ]
    assert "'bib/citations.tsv' would have 4 citations: 3 new" in ran.err
    run({}, "citations", "--offline", "--service", "openalex")
    assert (tmp_path / "bib/citations.tsv").read_text(encoding="utf-8") == citations(
        "glow nice", "glow old", "old nice https://example.org/a"
    )


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({BATCH: Answer(500)}, "has an internal error (HTTP 500)"),
        ({BATCH: Answer(429, headers={"Retry-After": "900"})}, "asks for fewer requests (HTTP 429); try again in 900 seconds"),
        ({BATCH: Answer(breaks=True)}, "cannot be reached: is this machine online?"),
        ({BATCH: Answer(body=b" " * (33 << 20))}, "sent more than the 33,554,432 bytes that were expected"),
        ({BATCH: Answer(body=b"[{")}, "answered with something that is not valid JSON"),
        ({f"{THIRD}/old": Answer(403)}, "answered with HTTP 403 and refuses programs at the moment"),
    ],
)  # fmt: skip
def test_a_service_that_fails_costs_a_sentence_and_nothing_is_written(
    answering: ServiceServer, run: Run, tmp_path: Path, given: dict[str, Answer], message: str
) -> None:
    good = {path: answering.server.answers[f"/{path}"] for path in given}
    answering.answer(given)
    ran = run(FILES, "citations")
    assert (ran.code, (tmp_path / "bib/citations.tsv").exists()) == (1, False)
    assert message in ran.err
    assert "nothing was written" in ran.err
    assert "Traceback" not in ran.err
    # The next run goes on from there: what was answered is not asked for again.
    answering.answer(good)
    asked = len(answering.server.requests)
    assert run({}, "citations").code == 0
    assert (tmp_path / "bib/citations.tsv").read_text(encoding="utf-8") == FOUND
    assert not any("openalex" in request.path for request in answering.server.requests[asked:])


def test_the_references_of_another_work_are_reported(answering: ServiceServer, run: Run, tmp_path: Path) -> None:
    ran = run(FILES | {"bib/a.bib": LIBRARY.replace("Flows of Glass", "Flows of Sand")}, "citations")
    assert ran.code == 0
    assert ran.out.count("CBP012") == 2
    assert (tmp_path / "bib/citations.tsv").read_text(encoding="utf-8") == citations("nice old OpenCitations")


def test_a_file_with_errors_is_not_touched(answering: ServiceServer, run: Run, tmp_path: Path) -> None:
    broken = "citing\tcited\tsource\nglow  nice\n"
    ran = run(FILES | {"bib/citations.tsv": broken}, "citations")
    assert (ran.code, answering.server.requests) == (1, [])
    assert "bib/citations.tsv:2:1: There is no tab in this row" in ran.err
    assert (tmp_path / "bib/citations.tsv").read_text(encoding="utf-8") == broken


def test_sorting_asks_nobody(answering: ServiceServer, run: Run, tmp_path: Path) -> None:
    rows = ("glow nice", "glow old", "nice old")
    assert run(FILES | {"bib/citations.tsv": citations(*reversed(rows))}, "citations", "--sort").code == 0
    assert (tmp_path / "bib/citations.tsv").read_text(encoding="utf-8") == citations(*rows)
    assert answering.server.requests == []


@pytest.mark.parametrize(
    ("files", "arguments", "message"),
    [
        ({}, ["bib/a.bib"], "name the file to write with --output"),
        ({}, ["--sort", "--offline"], "--sort asks no service"),
        ({}, ["--timeout", "nan"], "'nan' is not a number from 0 to a million"),
        ({"mkdocs.yml": "plugins: [{paperatlas: {citations: [a.tsv, b.tsv]}}]", "a.tsv": "", "b.tsv": ""}, [], "several files of citations (a.tsv, b.tsv)"),
        ({"mkdocs.yml": "plugins: [{paperatlas: {bib: bib/a.bib}}]"}, [], "name the file to write with --output"),
    ],
)  # fmt: skip
def test_where_it_is_not_clear_what_to_do(
    answering: ServiceServer, run: Run, files: dict[str, str], arguments: list[str], message: str
) -> None:
    ran = run(FILES | files, "citations", *arguments)
    assert (ran.code, answering.server.requests) == (2, [])
    assert message in ran.err


def test_the_time_to_ask_is_limited(answering: ServiceServer, run: Run, tmp_path: Path) -> None:
    ran = run(FILES, "citations", "--timeout", "0")
    assert (ran.code, (tmp_path / "bib/citations.tsv").exists()) == (1, False)
    assert "the time limit is reached" in ran.err


def test_a_library_alone_needs_a_place(answering: ServiceServer, run: Run, tmp_path: Path) -> None:
    assert run(FILES, "citations", "bib/a.bib", "--output", "out/c.tsv").code == 0
    assert (tmp_path / "out/c.tsv").read_text(encoding="utf-8") == FOUND


def test_keys_come_from_the_environment(answering: ServiceServer, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAPERATLAS_SEMANTIC_SCHOLAR_KEY", "s3cret")
    run(FILES, "citations", "--service", "semantic-scholar")
    assert {request.key for request in answering.server.requests} == {"s3cret"}


def test_what_can_be_no_key_is_wrong_usage(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAPERATLAS_OPENALEX_KEY", "a b")
    ran = run(FILES, "citations")
    assert (ran.code, ran.out) == (2, "")
    assert "PAPERATLAS_OPENALEX_KEY is no key" in ran.err


def test_a_library_that_cannot_be_read(run: Run) -> None:
    configuration = "site_name: A site\nplugins:\n  - paperatlas: {bib: absent, citations: c.tsv}\n"
    ran = run(FILES | {"mkdocs.yml": configuration}, "citations", "--offline")
    assert (ran.code, "LIB002 error" in ran.out) == (1, True)
