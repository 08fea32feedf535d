"""`paperatlas update` on preprints and publications, against services on this machine."""

from __future__ import annotations

import functools
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from paperatlas.cli.update import answers as asking
from paperatlas.services.web import Web
from tests.cli.conftest import Run
from tests.services import answers
from tests.services.lists_of_references import scholar
from tests.services.local_server import Answer
from tests.services.server import ServiceServer
from tests.verification.rows import verified

LIBRARY = """\
@online{windows,
  author       = {Lovelace, Ada and van der Maaten, Laurens},
  title        = {Windowed Attention Networks},
  date         = {2021},
  eprint       = {2103.14030},
  eprinttype   = {arxiv},
  langid       = {english},
}

@article{looms,
  author       = {Lovelace, Ada},
  title        = {Looms},
  journaltitle = {Journal of Looms},
  date         = {2019},
  doi          = {10.1000/looms},
  langid       = {english},
}
"""
FILES = {
    "mkdocs.yml": "site_name: A site\nplugins:\n  - paperatlas\n",
    "docs/index.md": "# Home\n",
    "bib/a.bib": LIBRARY,
}
TODAY = datetime.now(UTC).date().isoformat()
ARXIV = "arxiv/api/query?id_list=2103.14030&max_results=1"
SCHOLAR = "semantic_scholar/graph/v1/paper/batch?fields=title,externalIds,publicationVenue,venue"
LOOMS, WINDOWS = "crossref/works/10.1000%2Flooms", "crossref/works/10.1109%2Ficcv.2021.1"
SEARCH = "crossref/works?query.title=Windowed+Attention+Networks&query.author=Ada+Lovelace&rows=5"
RETRACTION = {"type": "retraction", "DOI": "10.1000/notice", "source": "retraction-watch"}


OTHERS = answers.crossref(author=[{"given": "Grace", "family": "Hopper"}], DOI="10.1000/others")
"""Another paper under the same title."""


def found(*works: Answer) -> Answer:
    """What Crossref finds by a title."""
    items = [json.loads(work.body)["message"] for work in works]
    return answers.data({"message": {"items": items}})


@pytest.fixture
def answering(services: ServiceServer, monkeypatch: pytest.MonkeyPatch) -> ServiceServer:
    monkeypatch.setattr(asking, "Web", functools.partial(Web, clock=services.time.now, sleep=services.time.sleep))
    looms = answers.crossref(type="journal-article", title=["Looms"], **{"updated-by": [RETRACTION]})
    services.answer(
        {
            ARXIV: answers.atom(doi="10.1109/ICCV.2021.1"),
            SCHOLAR: scholar([None]),
            LOOMS: looms,
            WINDOWS: answers.crossref(),
        }
    )
    return services


def test_a_published_preprint_and_a_retraction(answering: ServiceServer, run: Run, tmp_path: Path) -> None:
    ran = run(FILES, "update", "--fix")
    assert ran.code == 1
    assert "UPD007" in ran.out
    assert "'looms' was retracted: https://doi.org/10.1000/notice." in ran.out
    after = (tmp_path / "bib/a.bib").read_text(encoding="utf-8")
    assert after.startswith("@inproceedings{windows,\n")
    assert "  doi          = {10.1109/iccv.2021.1},\n" in after
    assert "  eprint       = {2103.14030},\n" in after
    assert (tmp_path / "bib/verified.tsv").read_text(encoding="utf-8") == verified(
        f"looms | publication: state=retracted | {TODAY} | Crossref",
        f"windows | preprint: version=2 | {TODAY} | arXiv",
        f"windows | publication | {TODAY} | Crossref",
    )
    assert len(answering.server.requests) == 4
    again = run({}, "update", "--diff")
    assert (again.out, len(answering.server.requests)) == ("", 4)
    assert (run({}, "check", "--strict").code, run({}, "fmt", "--check").code) == (0, 0)


def test_the_table_of_sources_names_where_it_was_seen(answering: ServiceServer, run: Run, tmp_path: Path) -> None:
    table = "key\tconfirms\taddress\nlooms\trecord\thttps://example.org/looms\n"
    settings = "site_name: A site\nplugins:\n  - paperatlas:\n      require: {sources: bib/SOURCES.tsv}\n"
    row = "windows\trecord\thttps://doi.org/10.1109/iccv.2021.1\n"
    shown = run(FILES | {"mkdocs.yml": settings, "bib/SOURCES.tsv": table}, "update", "--diff")
    assert f"+{row}" in shown.out
    assert (tmp_path / "bib/SOURCES.tsv").read_text(encoding="utf-8") == table
    run({}, "update", "--fix")
    assert (tmp_path / "bib/SOURCES.tsv").read_text(encoding="utf-8") == table + row
    assert run({}, "check", "--strict").code == 0


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        (answers.crossref(), "@inproceedings{windows,"),
        (OTHERS, "@online{windows,"),
    ],
)
def test_a_publication_is_found_by_its_title(
    answering: ServiceServer, run: Run, tmp_path: Path, first: Answer, expected: str
) -> None:
    answering.answer({ARXIV: answers.atom(), SEARCH: found(answers.crossref(title=["Another"]), OTHERS, first)})
    ran = run(FILES, "update", "--fix")
    assert (tmp_path / "bib/a.bib").read_text(encoding="utf-8").startswith(expected)
    assert ("UPD004" in ran.out) == (expected == "@online{windows,")


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({ARXIV: Answer(503)}, "has an internal error (HTTP 503)"),
        ({ARXIV: Answer(body=b"Rate exceeded.")}, "arXiv asks for fewer requests"),
        ({ARXIV: Answer(body=b"<!DOCTYPE x [<!ENTITY a 'b'>]><feed/>")}, "answered with something that is not valid XML"),
        ({SCHOLAR: Answer(429)}, "asks for fewer requests (HTTP 429)"),
        ({SCHOLAR: Answer(body=b" " * (33 << 20))}, "sent more than the 33,554,432 bytes that were expected"),
        ({LOOMS: Answer(302, location="http://10.0.0.1/")}, "redirects to another host, which is refused"),
        ({WINDOWS: Answer(body=b"[]")}, "answered with something that is not valid JSON"),
    ],
)  # fmt: skip
def test_a_service_that_fails_costs_a_sentence_and_nothing_is_written(
    answering: ServiceServer, run: Run, tmp_path: Path, given: dict[str, Answer], message: str
) -> None:
    answering.answer(given)
    ran = run(FILES, "update", "--fix")
    assert ran.code == 1
    assert message in ran.err
    assert "nothing was written" in ran.err
    # The others were asked all the same.
    assert any("10.1000%2Flooms" in request.path for request in answering.server.requests)
    assert (tmp_path / "bib/a.bib").read_text(encoding="utf-8") == LIBRARY
    assert not (tmp_path / "bib/verified.tsv").exists()


def test_a_version_that_appeared_since_somebody_looked(answering: ServiceServer, run: Run, tmp_path: Path) -> None:
    rows = verified("windows | preprint: version=1 | 2026-01-01 | arXiv")
    ran = run(FILES | {"bib/verified.tsv": rows}, "update", "--fix", "--select", "UPD005")
    assert "arXiv has version 2 of 'windows'; known is version 1." in ran.out
    assert f"windows\tpreprint: version=2\t{TODAY}" in (tmp_path / "bib/verified.tsv").read_text(encoding="utf-8")
    assert (tmp_path / "bib/a.bib").read_text(encoding="utf-8") == LIBRARY
    assert "UPD005" not in run({}, "update").out
