"""The source of a record, in the table of the site."""

from __future__ import annotations

from pathlib import Path

import pytest

from paperatlas.services.locate import locate, work_page
from tests.cli.add.example_site import FILES, PREPRINT
from tests.cli.conftest import Add

ASKING = "plugins:\n  - paperatlas: {require: {sources: s.tsv}}\n"
TABLE = "key\tconfirms\taddress\nswin\tcode\thttps://example.org\n"
ROW = "lovelace2021windowed\trecord\thttps://arxiv.org/abs/2103.14030\n"
SITE = {**FILES, "mkdocs.yml": ASKING, "s.tsv": TABLE}


def test_what_was_fetched_has_its_source(add: Add, tmp_path: Path) -> None:
    ran = add(PREPRINT, "2103.14030", "--direction", "looms/cards", site=SITE)
    assert "s.tsv: added the record's source for 'lovelace2021windowed'\n" in ran.out
    assert (tmp_path / "s.tsv").read_text(encoding="utf-8") == TABLE.replace("swin", f"{ROW}swin")


def test_nobody_knows_the_source_of_an_entry_that_was_given(add: Add, tmp_path: Path) -> None:
    entry = "@misc{new, author = {Lovelace, Ada}, title = {Cards}, date = {2021}}"
    ran = add({}, "x.bib", "--direction", "looms/cards", site={**SITE, "x.bib": entry})
    assert "Add a row for 'new' to s.tsv" in ran.err
    assert (tmp_path / "s.tsv").read_text(encoding="utf-8") == TABLE


@pytest.mark.parametrize(
    ("written", "page"),
    [
        ("arXiv:2103.14030v2", "https://arxiv.org/abs/2103.14030"),
        ("10.1000/182", "https://doi.org/10.1000/182"),
        ("https://openreview.net/forum?id=YicbFdNTTy", "https://openreview.net/forum?id=YicbFdNTTy"),
        ("P19-1001", "https://aclanthology.org/P19-1001/"),
        ("https://proceedings.mlr.press/v139/radford21a.html", "https://proceedings.mlr.press/v139/radford21a.html"),
    ],
)
def test_the_page_of_a_work(written: str, page: str) -> None:
    located = locate(written)
    assert located is not None
    assert work_page(located) == page
