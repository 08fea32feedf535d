"""What an entry answers about itself."""

from __future__ import annotations

import pytest

from tests.bibliography.conftest import Read, ReadEntry


@pytest.mark.parametrize(
    ("fields", "arxiv"),
    [
        ("eprint = {2010.11929}, eprinttype = {arxiv}", "2010.11929"),
        ("eprint = {2010.11929}, archivePrefix = {arXiv}, primaryClass = {cs.CV}", "2010.11929"),
        ("eprint = {2010.11929}", "2010.11929"),
        ("eprint = {arXiv:2010.11929v3}", "2010.11929"),
        ("eprint = {2010.11929}, eprinttype = {hal}", None),
        ("url = {https://arxiv.org/abs/2010.11929}", "2010.11929"),
        ("doi = {10.48550/arXiv.2010.11929}", "2010.11929"),
        ("journal = {CoRR}, volume = {abs/2010.11929}", "2010.11929"),
        ("journal = {arXiv preprint arXiv:2010.11929}", "2010.11929"),
        ("journal = {Nature}, volume = {12}", None),
    ],
)
def test_arxiv_of_an_entry(read_entry: ReadEntry, fields: str, arxiv: str | None) -> None:
    assert read_entry(f"@misc{{a, {fields}}}").arxiv == arxiv


def test_doi_of_an_entry(read: Read) -> None:
    library, _ = read(
        "@misc{a, doi = {https://doi.org/10.1000/a\\_b}}\n@misc{b, url = {https://doi.org/10.1000/b}}\n@misc{c, doi = {none}}"
        "\n@inproceedings{d, crossref = {e}}\n@proceedings{e, doi = {10.1000/e}}"
    )
    assert [entry.doi for entry in library.entries] == ["10.1000/a_b", "10.1000/b", None, None, "10.1000/e"]


def test_verbatim_fields_are_not_decoded(read_entry: ReadEntry) -> None:
    url = "https://example.org/~me/a_b--c?d=%20&e=``f''$"
    entry = read_entry(
        f"@misc{{a, url = {{{url}}}, file = {{a\\_b~c.pdf}}, code = {{https://example.org/a\\%20b\\&c\\#d}}}}"
    )
    assert entry.verbatim("url") == url
    assert entry.verbatim("file") == entry.verbatim("pdf") == "a_b~c.pdf"
    assert entry.verbatim("code") == "https://example.org/a%20b&c#d"
    assert entry.verbatim("doi") is None
