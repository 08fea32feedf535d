"""How the words of an abstract are cleaned."""

from __future__ import annotations

import pytest

from paperatlas.upkeep.abstracts.text import from_arxiv, from_jats

ARXIV_TEXTS = [
    ("  We map\nnoise to $x_0$ with \\emph{few} steps, 10\\% faster.\n", ("We map noise to x₀ with few steps, 10% faster.",)),
    ("First.\n  Second begins\nhere.", ("First.", "Second begins here.")),
    ("First.\n\nSecond.", ("First.", "Second.")),
    ("Schr\\\"odinger & a < b", ("Schrödinger & a < b",)),
    ("Abstract: We map.", ("We map.",)),
    ("Abstract nonsense helps.", ("Abstract nonsense helps.",)),
    ("This paper has been withdrawn by the author due to an error.", ()),
    ("", ()),
]  # fmt: skip


@pytest.mark.parametrize(("summary", "paragraphs"), ARXIV_TEXTS)
def test_from_arxiv(summary: str, paragraphs: tuple[str, ...]) -> None:
    assert from_arxiv(summary) == paragraphs


SECTIONS = (
    "<jats:sec><jats:title>Background</jats:title><jats:p>It was slow.</jats:p></jats:sec>"
    "<jats:sec><jats:title>Results:</jats:title><jats:p>It is fast.</jats:p><jats:p>It is small.</jats:p></jats:sec>"
)
JATS_TEXTS = [
    ("<jats:p>We map <jats:italic>noise</jats:italic> &amp; data.</jats:p>", ("We map noise & data.",)),
    ("<jats:title>Abstract</jats:title><jats:p>We map.</jats:p>", ("We map.",)),
    (
        SECTIONS,
        ("Background: It was slow.", "Results: It is fast.", "It is small."),
    ),
    ("<p>H<sub>2</sub>O and x<sup>2</sup></p>", ("H₂O and x²",)),
    ("Plain words.", ("Plain words.",)),
    ("<jats:p>\n   </jats:p>", ()),
    ("&lt;p&gt;Escaped twice.&lt;/p&gt;", ("Escaped twice.",)),
    ("<jats:p>Never closed", ("Never closed",)),
    ("<jats:p>if a < b then</jats:p><script>x()</script>", ("if a < b then",)),
]


@pytest.mark.parametrize(("abstract", "paragraphs"), JATS_TEXTS)
def test_from_jats(abstract: str, paragraphs: tuple[str, ...]) -> None:
    assert from_jats(abstract) == paragraphs
