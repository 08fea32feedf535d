"""`paperatlas update`, against services on this machine."""

from __future__ import annotations

import functools
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from paperatlas.cli.update import answers
from paperatlas.services.web import Web
from tests.cli.conftest import Run
from tests.services.forges import github, gitlab
from tests.services.local_server import Answer
from tests.services.server import ServiceServer
from tests.verification.rows import verified

LIBRARY = """\
@misc{glow,
  title        = {Flows of Glass},
  code         = {https://github.com/ada/old},
  langid       = {english},
}

@misc{nice,
  title        = {Nice Rivers},
  code         = {https://gitlab.com/ada/nice},
  codelicense  = {MIT},
  langid       = {english},
}

@misc{plain,
  title        = {Without Code},
}
"""
FILES = {
    "mkdocs.yml": "site_name: A site\nplugins:\n  - paperatlas\n",
    "docs/index.md": "# Home\n",
    "bib/a.bib": LIBRARY,
}
TODAY = datetime.now(UTC).date().isoformat()
ROWS = verified(
    f"glow | code: framework=PyTorch; language=Python | {TODAY} | GitHub",
    f"nice | code: state=archived | {TODAY} | GitLab",
)
GITHUB, GITLAB = "github/repos/ada/old", "gitlab/projects/ada%2Fnice?license=true"


@pytest.fixture
def answering(services: ServiceServer, monkeypatch: pytest.MonkeyPatch) -> ServiceServer:
    monkeypatch.setattr(answers, "Web", functools.partial(Web, clock=services.time.now, sleep=services.time.sleep))
    monkeypatch.delenv("PAPERATLAS_GITHUB_TOKEN", raising=False)
    services.answer({GITHUB: github("ada/new", topics=["pytorch"]), GITLAB: gitlab("ada/nice", archived=True)})
    return services


def test_what_has_changed_is_reported_and_nothing_is_written(
    answering: ServiceServer, run: Run, tmp_path: Path
) -> None:
    ran = run(FILES, "update", "--format", "json")
    assert ran.code == 0
    found = [(each["code"], each["line"], bool(each["edit"])) for each in json.loads(ran.out)]
    assert found == [("LNK003", 3, True), ("UPD001", 3, True), ("LNK009", 9, False), ("UPD002", 10, False)]
    assert (tmp_path / "bib/a.bib").read_text(encoding="utf-8") == LIBRARY
    assert not (tmp_path / "bib/verified.tsv").exists()
    assert len(answering.server.requests) == 2
    offline = run({}, "update", "--offline")
    assert (offline.out.count("LNK003"), "never asked" in offline.err) == (1, False)
    assert len(answering.server.requests) == 2


@pytest.mark.parametrize(
    ("format_", "shown"),
    [
        ("text", "bib/a.bib:3:19: UPD001"),
        ("github", "::notice file=bib/a.bib,line=3,"),
        ("sarif", '"ruleId": "UPD001"'),
    ],
)
def test_what_is_found_is_told_as_by_other_commands(
    answering: ServiceServer, run: Run, format_: str, shown: str
) -> None:
    ran = run(FILES, "update", "--format", format_)
    assert ran.code == 0
    assert shown in ran.out
    assert ("`paperatlas update --fix` fixes 2 of them" in ran.out) == (format_ == "text")


def test_without_a_network_it_says_what_nobody_has_asked(answering: ServiceServer, run: Run) -> None:
    ran = run(FILES, "update", "--offline")
    assert (ran.out, answering.server.requests) == ("No problem found in 3 entries.\n", [])
    assert "never asked: 2 questions" in ran.err


def test_what_is_certain_is_written_with_the_record(answering: ServiceServer, run: Run, tmp_path: Path) -> None:
    shown = run(FILES, "update", "--diff")
    assert shown.code == 1
    assert (
        "-  code         = {https://github.com/ada/old},\n+  code         = {https://github.com/ada/new},\n"
        in shown.out
    )
    assert f"+nice\tcode: state=archived\t{TODAY}\tGitLab" in shown.out
    ran = run({}, "update", "--fix")
    assert ran.code == 0
    assert (tmp_path / "bib/a.bib").read_text(encoding="utf-8") == LIBRARY.replace(
        "ada/old},\n", "ada/new},\n  codelicense  = {MIT},\n"
    )
    assert (tmp_path / "bib/verified.tsv").read_text(encoding="utf-8") == ROWS
    assert "bib/a.bib: 2 edits" in ran.err
    assert "bib/verified.tsv: 2 rows new or changed" in ran.err
    assert "LNK003" not in ran.out
    again = run({}, "update", "--diff")
    assert (again.code, again.out) == (0, "")
    assert (run({}, "check").code, run({}, "fmt", "--check").code) == (0, 0)
    assert len(answering.server.requests) == 2


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({GITLAB: Answer(500)}, "has an internal error (HTTP 500)"),
        ({GITLAB: Answer(429, headers={"Retry-After": "900"})}, "asks for fewer requests (HTTP 429); try again in 900 seconds"),
        ({GITLAB: Answer(403, headers={"X-RateLimit-Remaining": "0"})}, "asks for fewer requests (HTTP 403)"),
        ({GITLAB: Answer(301, location="http://169.254.169.254/")}, "redirects to another host, which is refused"),
        ({GITLAB: Answer(breaks=True)}, "cannot be reached: is this machine online?"),
        ({GITLAB: Answer(body=b"[")}, "answered with something that is not valid JSON"),
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
    assert "Traceback" not in ran.err
    assert (tmp_path / "bib/a.bib").read_text(encoding="utf-8") == LIBRARY
    assert not (tmp_path / "bib/verified.tsv").exists()
    # The next run goes on from there: what was answered is not asked for again.
    answering.answer({GITLAB: gitlab("ada/nice", archived=True)})
    asked = len(answering.server.requests)
    assert run({}, "update", "--fix").code == 0
    assert (tmp_path / "bib/verified.tsv").read_text(encoding="utf-8") == ROWS
    assert [request.path for request in answering.server.requests[asked:]] == [f"/{GITLAB}"]


def test_the_time_to_ask_is_limited(answering: ServiceServer, run: Run) -> None:
    ran = run(FILES, "update", "--timeout", "0")
    assert ran.code == 1
    assert "the time limit is reached" in ran.err
    assert len(answering.server.requests) == 1


def test_a_gone_repository_is_an_error(answering: ServiceServer, run: Run, tmp_path: Path) -> None:
    answering.answer({GITHUB: Answer(404)})
    ran = run(FILES, "update", "--fix", "--select", "LNK001")
    assert ran.code == 1
    assert "GitHub has no public repository ada/old" in ran.out
    assert "glow\tcode: state=gone" in (tmp_path / "bib/verified.tsv").read_text(encoding="utf-8")


def test_a_record_with_errors_is_not_touched(answering: ServiceServer, run: Run, tmp_path: Path) -> None:
    ran = run(FILES | {"bib/verified.tsv": "key\twhat\twhen\tsource\nglow  code\n"}, "update", "--fix")
    assert (ran.code, answering.server.requests) == (1, [])
    assert "bib/verified.tsv:2:1: There is no tab in this row" in ran.err
    assert (tmp_path / "bib/a.bib").read_text(encoding="utf-8") == LIBRARY


def test_a_library_alone_has_no_record_unless_it_is_named(answering: ServiceServer, run: Run, tmp_path: Path) -> None:
    run(FILES, "update", "bib/a.bib", "--fix")
    assert not (tmp_path / "bib/verified.tsv").exists()
    run({}, "update", "bib/a.bib", "--fix", "--output", "v.tsv")
    assert (tmp_path / "v.tsv").read_text(encoding="utf-8") == ROWS


def test_rows_that_are_there_stay(answering: ServiceServer, run: Run, tmp_path: Path) -> None:
    rows = verified(
        "glow | preprint: version=2 | 2026-01-01 | arXiv", f"nice | code: state=archived | {TODAY} | GitLab"
    )
    run(FILES | {"bib/verified.tsv": rows}, "update", "--fix")
    assert (tmp_path / "bib/verified.tsv").read_text(encoding="utf-8").splitlines()[2:] == rows.splitlines()[1:]
