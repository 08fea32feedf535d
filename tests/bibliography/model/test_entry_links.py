"""Where an entry leads: addresses, identifiers, and what says the same twice.

Addresses of registries: the BibLaTeX manual, 3.14.7 and biblatex.def (eprint), NLM's and zbMATH's permanent links.
"""

from __future__ import annotations

import pytest

from paperatlas.bibliography.model.entry_links import address_in, cited_addresses, entry_links
from tests.bibliography.conftest import Read

DOI = ("paper", "https://doi.org/10.1000/a_1")


def links(read: Read, fields: str) -> list[tuple[str, str]]:
    """The kind and address of each link of an entry that has these fields."""
    library, _ = read(f"@misc{{k, {fields}}}")
    return [(link.kind, link.url) for link in entry_links(library.entries[0])]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (r"url = {{https://example.org/~j}}", [("paper", "https://example.org/~j")]),
        (r"url = {\url{https://example.org/a\_b}}", [("paper", "https://example.org/a_b")]),
        (r"url = {https://example.org/a{\_}b?x=1{\&}y={\%}20}", [("paper", "https://example.org/a_b?x=1&y=%20")]),
        (r"howpublished = {\url{https://example.org/y.pdf}}", [("pdf", "https://example.org/y.pdf")]),
        # several addresses in one field
        (
            "url = {https://example.org/x; https://example.org/y.pdf}",
            [("paper", "https://example.org/x"), ("pdf", "https://example.org/y.pdf")],
        ),
        ("url = {https://example.org/x?a=1;b=2}", [("paper", "https://example.org/x?a=1;b=2")]),
        (r"howpublished = {Web page, \href{https://example.org/y}{here}}", [("paper", "https://example.org/y")]),
        (r"howpublished = {https://example.org/y}", [("paper", "https://example.org/y")]),
        (r"note = {[Online]. Available: \url{https://example.org/y}}", [("paper", "https://example.org/y")]),
        (r"note = {The code is at \url{https://example.org/y}}", []),
        (
            r"url = {https://example.org/x}, howpublished = {\url{https://example.org/y}}",
            [("paper", "https://example.org/x")],
        ),
        (
            "html = {https://example.org/h}, pdf = {https://example.org/p}, poster = {https://example.org/q}",
            [("paper", "https://example.org/h"), ("pdf", "https://example.org/p"), ("poster", "https://example.org/q")],
        ),
        ("pdf = {papers/p.pdf}, slides = {C:/me/s.pdf}, url = {file:///me/a.pdf}", []),
        ("adsurl = {https://ui.adsabs.harvard.edu/abs/1994A}", [("paper", "https://ui.adsabs.harvard.edu/abs/1994A")]),
        (
            "pmid = {10487864}, pmcid = {PMC123456}",
            [
                ("paper", "https://pubmed.ncbi.nlm.nih.gov/10487864/"),
                ("paper", "https://pmc.ncbi.nlm.nih.gov/articles/PMC123456/"),
            ],
        ),
        (
            "pubmed = {10487864}, pmc = {PMC123456}",
            [
                ("paper", "https://pubmed.ncbi.nlm.nih.gov/10487864/"),
                ("paper", "https://pmc.ncbi.nlm.nih.gov/articles/PMC123456/"),
            ],
        ),
        (
            "pmid = {10487864}, eprint = {10487864}, eprinttype = {PubMed}",
            [("paper", "https://pubmed.ncbi.nlm.nih.gov/10487864/")],
        ),
        ("eprint = {2118559}, eprinttype = {jstor}", [("paper", "https://www.jstor.org/stable/2118559")]),
        (
            "eprint = {u4WnAAAAMAAJ}, eprinttype = {googlebooks}",
            [("paper", "https://books.google.com/books?id=u4WnAAAAMAAJ")],
        ),
        ("eprint = {2142/123}, eprinttype = {hdl}", [("paper", "https://hdl.handle.net/2142/123")]),
        ("eprint = {hal-01234567}, archiveprefix = {HAL}", [("paper", "https://hal.science/hal-01234567")]),
        (
            "mrnumber = {MR1333035 (96d:11071)}, zblnumber = {Zbl 0823.11029}",
            [
                ("review", "https://mathscinet.ams.org/mathscinet-getitem?mr=1333035"),
                ("review", "https://zbmath.org/?q=an:0823.11029"),
            ],
        ),
        (r"doi = {10.1000/a{\_}1}, url = {http://dx.doi.org/10.1000/A_1}", [DOI]),
        (r"doi = {https://doi.org/10.1000/a\_1}, url = {https://dl.acm.org/doi/10.1000/a_1}", [DOI]),
        ("url = {https://doi.org/10.1000/a_1}", [DOI]),
        (
            "doi = {10.1000/a_1}, url = {https://example.org/doi/pdf/10.1000/a_1.pdf}",
            [DOI, ("pdf", "https://example.org/doi/pdf/10.1000/a_1.pdf")],
        ),
        (
            "doi = {10.1000/1<2::aid#3>4;5-6}",
            [("paper", "https://doi.org/10.1000/1%3C2::aid%233%3E4;5-6")],
        ),
        (
            "eprint = {2010.11929}, eprinttype = {arxiv}, url = {http://arxiv.org/abs/2010.11929v2}",
            [("paper", "https://arxiv.org/abs/2010.11929"), ("pdf", "https://arxiv.org/pdf/2010.11929")],
        ),
    ],
)
def test_where_an_entry_leads(read: Read, fields: str, expected: list[tuple[str, str]]) -> None:
    assert links(read, fields) == expected


def test_a_link_names_its_field(read: Read) -> None:
    library, _ = read(
        "@misc{k, doi = {10.1000/a}, eprint = {2010.11929}, eprinttype = {arxiv}, code = {https://x.org}}"
    )
    assert [link.field for link in entry_links(library.entries[0])] == ["doi", "eprint", "eprint", "code"]


def test_addresses_that_are_none_lead_nowhere() -> None:
    assert address_in("howpublished", "Self-published") is None
    assert address_in("howpublished", r"\url{a} and \url{https://example.org}") is None
    assert address_in("note", r"\url{javascript:alert(1)}") is None


@pytest.mark.parametrize(
    ("fields", "code", "words"),
    [
        ("url = {https//example.org}", "IDN003", "Write https://example.org."),
        ("url = {https:/example.org/x}", "IDN003", "Write https://example.org/x."),
        (r"url = {https://example.org/a\foo}", "IDN003", "%5C"),
        ("url = {https://example.org/{id}}", "IDN003", "%7B"),
        ("pdf = {www.example.org/p.pdf}", "IDN003", "https://"),
        (r"doi = {10.1000/a\foo}", "IDN001", "LaTeX"),
        ("url = {file:///me/a.pdf}", "IDN007", "file"),
        ("pmid = {see there}", "IDN008", "Copy"),
        ("eprint = {}, eprinttype = {jstor}", "", ""),
        ("pdf = {papers/p.pdf}", "", ""),
        ("archiveprefix = {arXiv}, eprinttype = {arxiv}, eprint = {2010.11929}", "", ""),
    ],
)
def test_what_is_left_over_is_reported(read: Read, fields: str, code: str, words: str) -> None:
    _, problems = read(f"@misc{{k, {fields}}}")
    assert [problem.code for problem in problems] == ([code] if code else [])
    assert all(words in problem.hint for problem in problems)


@pytest.mark.parametrize(
    ("fields", "addresses"),
    [
        ("doi = {10.1000/A_1}, url = {https://doi.org/10.1000/a_1}", []),
        ("doi = {10.1000/a_1}, url = {https://doi.org/10.1000/b_2}", ["https://doi.org/10.1000/b_2"]),
        ("doi = {10.1000/a_1}, url = {https://example.org/x}", ["https://example.org/x"]),
        ("url = {https://doi.org/10.1000/a_1}", []),
        ("doi = {10.1000/a_1}, eprint = {2001.00001}, eprinttype = {arxiv}", []),
        ("eprint = {2001.00001}, eprinttype = {arxiv}", ["https://arxiv.org/abs/2001.00001"]),
    ],
)
def test_what_a_reference_names_beside_a_doi(read: Read, fields: str, addresses: list[str]) -> None:
    library, _ = read(f"@misc{{k, {fields}}}")
    assert cited_addresses(library.entries[0]) == addresses
