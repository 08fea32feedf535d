"""The links of a library, and what is said of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from paperatlas.bibliography import read_library
from paperatlas.services.addresses import Services
from paperatlas.upkeep.links.check import Outcome
from paperatlas.upkeep.links.report import problems_of
from paperatlas.upkeep.links.targets import Link, Question, links_of


def read(tmp_path: Path, *fields: str) -> list[Link]:
    path = tmp_path / "a.bib"
    path.write_text(
        "@misc{a,\n  title = {X},\n" + "".join(f"  {field},\n" for field in fields) + "}\n", encoding="utf-8"
    )
    library, _ = read_library([path], tmp_path)
    return links_of(library, Services())


FIELDS = [
    ("url = {https://ada.example/x#y}", "page", "https://ada.example/x", True),
    (r"code = {https://ada.example/a\_b}", "page", "https://ada.example/a_b", True),
    ("video = { https://ada.example/ }", "page", "https://ada.example/", True),
    ("doi = {10.1000/182}", "doi", "https://doi.org/10.1000/182", False),
    ("doi = {https://dx.doi.org/10.1000/A<B>%231}", "doi", "https://doi.org/10.1000/A%3CB%3E%231", False),
    ("url = {https://doi.org/10.1000/182}", "doi", "https://doi.org/10.1000/182", False),
    ("eprint = {2006.11239v2}", "arxiv", "https://export.arxiv.org/abs/2006.11239", True),
    ("url = {https://arxiv.org/pdf/2006.11239.pdf}", "arxiv", "https://export.arxiv.org/abs/2006.11239", True),
    ("url = {https://arxiv.org/a/lovelace_a_1}", "page", "https://arxiv.org/a/lovelace_a_1", True),
]


@pytest.mark.parametrize(("field", "kind", "asked", "follow"), FIELDS)
def test_links(tmp_path: Path, field: str, kind: str, asked: str, follow: bool) -> None:
    (link,) = read(tmp_path, field)
    assert (link.kind, link.question) == (kind, Question(asked, follow))
    assert str(link.place) == f"a.bib:3:{3 + field.index('{') + 1}"


@pytest.mark.parametrize(
    "field",
    ["url = {nowhere}", "url = {ftp://ada.example/x}", "code = {}", "doi = {nonsense}", "note = {https://ada.example}",
     "eprint = {2006.11239}, eprinttype = {hdl}", "url = {javascript:x}", "url = {https://ada.example:x/}"],
)  # fmt: skip
def test_no_links(tmp_path: Path, field: str) -> None:
    assert read(tmp_path, field) == []


def test_what_is_inherited_is_checked_where_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_text(
        "@inproceedings{b, title = {B}, crossref = {a}}\n@proceedings{a, title = {A}, url = {https://ada.example/}}\n",
        encoding="utf-8",
    )
    library, _ = read_library([path], tmp_path)
    assert [link.key for link in links_of(library, Services())] == ["a"]


PAGE, DOI, ARXIV = "url = {https://ada.example/x}", "doi = {10.1000/182}", "eprint = {2006.11239}"
CODE = "code = {https://github.com/ada/old}"
X, Y = "https://ada.example/x", "https://ada.example/y/x"
PROBLEMS = [
    (PAGE, Outcome("alive", 200), []),
    (PAGE, Outcome("gone", 404, final=X), [("LNK001", "Nothing is at https://ada.example/x (HTTP 404).")]),
    (PAGE, Outcome("gone", 410, Y, Y), [("LNK001", "Nothing is at https://ada.example/y/x, to which https://ada.example/x leads")]),
    (DOI, Outcome("gone", 404), [("LNK001", "doi.org does not know https://doi.org/10.1000/182")]),
    (ARXIV, Outcome("gone", 404), [("LNK001", "arXiv has no https://arxiv.org/abs/2006.11239")]),
    (CODE, Outcome("gone", 404), [("LNK001", "GitHub shows no ada/old")]),
    (PAGE, Outcome("nowhere", final=X, reason="host"), [("LNK002", "There is no host ada.example.")]),
    (PAGE, Outcome("nowhere", final="https://b.example"), [("LNK002", "There is no host b.example, to which")]),
    (PAGE, Outcome("alive", 200, Y, Y), [("LNK003", "https://ada.example/x has moved to https://ada.example/y/x")]),
    ("url = {http://ada.example/x}", Outcome("alive", 200, X, X), [("LNK004", "http://ada.example/x is at https://")]),
    (PAGE, Outcome("alive", 200, "https://ada.example/", "https://ada.example/"), [("LNK005", "leads to https://ada.example/")]),
    (PAGE, Outcome("untrusted", final=X), [("LNK006", "The certificate of ada.example cannot be trusted.")]),
    (PAGE, Outcome("unchecked", 503, final=X), [("LNK007", "ada.example answers with an error (HTTP 503)")]),
    (PAGE, Outcome("unchecked", final=X, reason="time-out"), [("LNK007", "ada.example does not answer in time")]),
    (PAGE, Outcome("unchecked", final=X, reason="redirects"), [("LNK007", "again and again")]),
    (PAGE, Outcome("refused", 403, final=X), [("LNK008", "ada.example does not show https://ada.example/x to programs")]),
    (CODE, Outcome("alive", 200, "", "https://github.com/ada/old", archived=True), [("LNK009", "The repository ada/old is archived")]),
    (CODE, Outcome("alive", 200, "https://github.com/ada/new", "https://github.com/ada/new", archived=True), [("LNK003", "has moved to https://github.com/ada/new"), ("LNK009", "ada/new")]),
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
    assert all(problem.span == link.place for problem in found)


def test_a_fragment_stays(tmp_path: Path) -> None:
    (link,) = read(tmp_path, "url = {https://ada.example/x#part}")
    (problem,) = problems_of(link, Outcome("alive", 200, Y, Y))
    assert f"{Y}#part" in problem.message
