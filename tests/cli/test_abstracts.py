"""`paperatlas abstracts`, against services on this machine, and the site that shows what it fetched."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.services.local_server import Answer, LinkServer, serve
from tests.upkeep.abstracts.test_fetch import crossref, feed, works_path

TODAY = datetime.now(UTC).date().isoformat()
SITE = "site_name: A site\nplugins:\n  - paperatlas\n"
GLOW = "@online{glow, title = {Flows of Glass}, eprint = {2001.00001}, eprinttype = {arxiv}}\n"
NICE = "@article{nice, title = {Nice Rivers}, doi = {10.1000/Nice}, abstract = {In our words.}}\n"
FILES = {"mkdocs.yml": SITE, "docs/index.md": "# Home\n", "bib/a.bib": GLOW + NICE}
ONE = "/api/query?id_list=2001.00001&max_results=1"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[LinkServer]:
    answers = {
        ONE: Answer(body=feed(("2001.00001", "Flows of Glass", "Glass flows."))),
        works_path("10.1000/nice"): crossref("Nice Rivers", "<jats:p>Rivers run &lt; fast.</jats:p>"),
    }
    with serve(answers) as running:
        for number, service in enumerate(("ARXIV", "CROSSREF", "DATACITE"), 2):
            monkeypatch.setenv(f"PAPERATLAS_{service}_URL", running.url("", number))
        yield running


def cached(root: Path) -> dict[str, dict[str, object]]:
    found: dict[str, dict[str, object]] = json.loads((root / ".cache/paperatlas/abstracts.json").read_bytes())[
        "abstracts"
    ]
    return found


def test_what_is_missing_is_fetched_once(server: LinkServer, run: Run, tmp_path: Path) -> None:
    ran = run(FILES, "abstracts")
    assert (ran.code, ran.out) == (0, "No problem found in 2 entries.\n")
    assert "entries with their authors' abstract: 2 of 2 (1 from arXiv, 1 from Crossref)" in ran.err
    assert (tmp_path / ".cache/paperatlas/.gitignore").read_text(encoding="utf-8") == "*\n"
    assert cached(tmp_path)["arxiv:2001.00001"] == {
        "title": "Flows of Glass", "source": "arXiv", "fetched": TODAY, "paragraphs": ["Glass flows."],
    }  # fmt: skip
    asked = server.asked()
    run({}, "abstracts")
    assert server.asked() == asked
    run({}, "abstracts", "--refresh")
    assert len(server.requests) == 4


def test_what_has_no_abstract_is_not_asked_for_every_time(server: LinkServer, run: Run) -> None:
    server.answers[works_path("10.1000/nice")] = crossref("Nice Rivers")
    run(FILES, "abstracts")
    run({}, "abstracts")
    assert len(server.requests) == 2


def test_another_works_abstract_is_reported(server: LinkServer, run: Run, tmp_path: Path) -> None:
    ran = run(FILES | {"bib/a.bib": GLOW.replace("Glass", "Sand")}, "abstracts", "--format", "json")
    assert [item["code"] for item in json.loads(ran.out)] == ["ABS001"]
    assert ran.code == 0
    assert not (tmp_path / ".cache/paperatlas/abstracts.json").exists()


def test_a_service_that_fails(server: LinkServer, run: Run, tmp_path: Path) -> None:
    server.answers[ONE] = Answer(403)
    ran = run(FILES, "abstracts")
    assert (ran.code, ran.out, list(cached(tmp_path))) == (1, "", ["doi:10.1000/nice"])
    assert ran.err.startswith("paperatlas: ")
    assert "Traceback" not in ran.err


def test_some_files(server: LinkServer, run: Run, tmp_path: Path) -> None:
    run(FILES | {"bib/b.bib": "@misc{b, title = {B}, eprint = {2001.00009}}\n"}, "abstracts", "bib/a.bib")
    assert sorted(cached(tmp_path)) == ["arxiv:2001.00001", "doi:10.1000/nice"]


def test_without_a_cache_there_is_no_place_for_them(run: Run) -> None:
    ran = run(FILES | {"mkdocs.yml": SITE.replace("paperatlas\n", "paperatlas:\n      cache: ''\n")}, "abstracts")
    assert ran.code == 2
    assert "the site has no cache" in ran.err
