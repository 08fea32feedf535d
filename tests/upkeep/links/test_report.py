"""What is said of links."""

from __future__ import annotations

from pathlib import Path

import pytest

from paperatlas.bibliography import read_library
from paperatlas.services.addresses import Services
from paperatlas.upkeep.links.check import Outcome
from paperatlas.upkeep.links.report import problems_of
from paperatlas.upkeep.links.targets import CheckedLink, checked_links_of


def read(tmp_path: Path, *fields: str) -> list[CheckedLink]:
    path = tmp_path / "a.bib"
    path.write_text(
        "@misc{a,\n  title = {X},\n" + "".join(f"  {field},\n" for field in fields) + "}\n", encoding="utf-8"
    )
    library, _ = read_library([path], tmp_path)
    return checked_links_of(library, Services())


PAGE, DOI, ARXIV = "url = {https://ada.example/x}", "doi = {10.1000/182}", "eprint = {2006.11239}"
CODE = "code = {https://github.com/ada/old}"
X, Y = "https://ada.example/x", "https://ada.example/y/x"
PROBLEMS = [
    (PAGE, Outcome("alive", 200), []),
    (PAGE, Outcome("gone", 404, final=X), [("LNK001", "https://ada.example/x was not found (HTTP 404).")]),
    (PAGE, Outcome("gone", 410, Y, Y), [("LNK001", "https://ada.example/y/x, to which https://ada.example/x redirects, was not")]),
    (DOI, Outcome("gone", 404), [("LNK001", "doi.org does not know https://doi.org/10.1000/182")]),
    (ARXIV, Outcome("gone", 404), [("LNK001", "arXiv does not know https://arxiv.org/abs/2006.11239")]),
    (CODE, Outcome("gone", 404), [("LNK001", "GitHub has no public repository ada/old")]),
    (PAGE, Outcome("nowhere", final=X, reason="host"), [("LNK002", "The host ada.example does not exist.")]),
    (PAGE, Outcome("nowhere", final="https://b.example"), [("LNK002", "The host b.example, to which")]),
    (PAGE, Outcome("alive", 200, Y, Y), [("LNK003", "https://ada.example/x has moved permanently to https://ada.example/y/x")]),
    ("url = {http://ada.example/x}", Outcome("alive", 200, X, X), [("LNK004", "http://ada.example/x redirects to https://")]),
    (PAGE, Outcome("alive", 200, "https://ada.example/", "https://ada.example/"), [("LNK005", "redirects to https://ada.example/")]),
    (PAGE, Outcome("untrusted", final=X), [("LNK006", "The certificate of ada.example cannot be trusted.")]),
    (PAGE, Outcome("unchecked", 503, final=X), [("LNK007", "ada.example answers with an error (HTTP 503)")]),
    (PAGE, Outcome("unchecked", final=X, reason="time-out"), [("LNK007", "ada.example does not answer in time")]),
    (PAGE, Outcome("unchecked", final=X, reason="redirects"), [("LNK007", "too many times")]),
    (PAGE, Outcome("refused", 403, final=X), [("LNK008", "ada.example refuses requests from programs for https://ada.example/x")]),
    (CODE, Outcome("alive", 200, "", "https://github.com/ada/old", archived=True), [("LNK009", "The repository ada/old is archived")]),
    (CODE, Outcome("alive", 200, "https://github.com/ada/new", "https://github.com/ada/new", archived=True), [("LNK003", "has moved permanently to https://github.com/ada/new"), ("LNK009", "ada/new")]),
    (ARXIV, Outcome("alive", 200, "https://export.arxiv.org/abs/2006.11239v1"), []),
]  # fmt: skip


@pytest.mark.parametrize(("field", "outcome", "problems"), PROBLEMS)
def test_problems(tmp_path: Path, field: str, outcome: Outcome, problems: list[tuple[str, str]]) -> None:
    (link,) = read(tmp_path, field)
    found = problems_of(link, outcome)
    assert [problem.code for problem in found] == [code for code, _ in problems]
    assert [words in problem.message for problem, (_, words) in zip(found, problems, strict=True)] == [True] * len(
        found
    )
    assert all(problem.span == link.span for problem in found)


def test_a_fragment_stays(tmp_path: Path) -> None:
    (link,) = read(tmp_path, "url = {https://ada.example/x#part}")
    (problem,) = problems_of(link, Outcome("alive", 200, Y, Y))
    assert f"{Y}#part" in problem.message
