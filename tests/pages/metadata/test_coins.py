"""A paper as an OpenURL."""

from __future__ import annotations

from urllib.parse import parse_qs

import pytest
from bs4 import BeautifulSoup

from paperatlas.pages import Site, build_pages
from paperatlas.pages.metadata.coins import coins
from tests.conftest import ReadFiles


def test_a_coins_element_stands_in_the_body(site: Site) -> None:
    (page,) = [page for page in build_pages(site) if page.address == "papers/realnvp/"]
    (span,) = BeautifulSoup(page.body.html, "html.parser").select("span.Z3988")
    values = parse_qs(str(span["title"]))
    assert values == parse_qs(coins(site.atlas.papers["realnvp"]))
    assert values["rft.genre"] == ["proceeding"]
    assert values["rft.atitle"] == ["Density Estimation Using Real NVP"]
    assert values["rft.aulast"] == ["Dinh"]
    assert values["rft.au"] == ["Laurent Dinh", "Jascha Sohl-Dickstein", "Samy Bengio"]
    assert "info:doi/10.48550/arXiv.1605.08803" in values["rft_id"]


@pytest.mark.parametrize(
    ("text", "name", "values"),
    [
        ("@article{k, title = {T}, journal = {J & K}}", "rft.jtitle", ["J & K"]),
        ("@article{k, title = {T}, volume = {3}, pages = {1--20}}", "rft.epage", ["20"]),
        ("@inproceedings{k, title = {T}, booktitle = {B}, volume = {3}}", "rft.volume", None),
        ("@book{k, title = {T}}", "rft.btitle", ["T"]),
        ("@book{k, title = {T}}", "rft.atitle", None),
        ("@phdthesis{k, title = {T}, school = {Oslo}}", "rft.inst", ["Oslo"]),
        ("@phdthesis{k, title = {T}, school = {Oslo}}", "rft.title", ["T"]),
        ("@techreport{k, title = {T}, institution = {Lab}}", "rft.pub", ["Lab"]),
        ("@misc{k, title = {T}, eprint = {2006.11239}, eprinttype = {arxiv}}", "rft.jtitle", ["arXiv"]),
        ("@misc{k, title = {T}, doi = {10.1000/1}}", "rft_id", ["info:doi/10.1000/1", "https://doi.org/10.1000/1"]),
        ("@misc{k, title = {T}, author = {van den Oord, Aäron and Ho, J.}}", "rft.aulast", ["van den Oord"]),
        ("@misc{k, title = {T}, author = {van den Oord, Aäron}}", "rft.au", ["Aäron van den Oord"]),
        ("@misc{k, title = {T}, author = {{The Lab}}}", "rft.aulast", None),
        ("@misc{k, title = {T}, author = {何恺明}}", "rft.au", ["何恺明"]),
        ("@misc{k}", "rft.genre", ["unknown"]),
        ("@misc{k}", "rft.date", None),
    ],
)
def test_what_a_reference_manager_finds(read_files: ReadFiles, text: str, name: str, values: list[str] | None) -> None:
    found = parse_qs(coins(read_files({"bib/a.bib": text}).atlas.papers["k"]), strict_parsing=True)
    assert found.get(name) == values
    assert found["ctx_ver"] == ["Z39.88-2004"]
    assert found["rft_val_fmt"][0].startswith("info:ofi/fmt:kev:mtx:")
