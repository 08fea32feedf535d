"""The links of a library, and what is asked for to check each."""

from __future__ import annotations

from pathlib import Path

import pytest

from paperatlas.bibliography import read_library
from paperatlas.services.addresses import Services
from paperatlas.upkeep.links.targets import CheckedLink, Question, checked_links_of


def read(tmp_path: Path, *fields: str) -> list[CheckedLink]:
    path = tmp_path / "a.bib"
    path.write_text(
        "@misc{a,\n  title = {X},\n" + "".join(f"  {field},\n" for field in fields) + "}\n", encoding="utf-8"
    )
    library, _ = read_library([path], tmp_path)
    return checked_links_of(library, Services())


FIELDS = [
    ("url = {https://ada.example/x#y}", "page", "https://ada.example/x", True),
    (r"code = {https://ada.example/a\_b}", "page", "https://ada.example/a_b", True),
    ("video = { https://ada.example/ }", "page", "https://ada.example/", True),
    ("pdf = {https://ada.example/x.pdf}", "page", "https://ada.example/x.pdf", True),
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
    assert str(link.span) == f"a.bib:3:{3 + field.index('{') + 1}"


@pytest.mark.parametrize(
    "field",
    ["url = {nowhere}", "url = {ftp://ada.example/x}", "code = {}", "doi = {nonsense}", "note = {https://ada.example}",
     "eprint = {2006.11239}, eprinttype = {hdl}", "url = {javascript:x}", "url = {https://ada.example:x/}", "doi = {2006.11239}"],
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
    assert [link.key for link in checked_links_of(library, Services())] == ["a"]
