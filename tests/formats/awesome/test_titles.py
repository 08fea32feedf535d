"""The title of a paper among what a curated list says of it."""

from __future__ import annotations

import pytest

from paperatlas.formats.awesome.list_items import merged
from paperatlas.formats.awesome.markdown_blocks import markdown_blocks
from paperatlas.formats.awesome.titles import title_in

PDF = "[pdf](https://arxiv.org/abs/2001.00001)"
TITLE = "Seeing with Sparse Attention"

PIECES = [
    (f"[{TITLE}](https://arxiv.org/abs/2001.00001), an old favourite", TITLE, ""),
    (f"[{TITLE}](https://example.org/see) {PDF}", TITLE, ""),
    (f'Byron et al. "{TITLE}." {PDF}', TITLE, ""),
    (f"**{TITLE}** in all its beauty {PDF}", TITLE, ""),
    (f"**SSA**: {TITLE} {PDF}", f"SSA: {TITLE}", ""),
    (f"**[SSA]** {TITLE} {PDF}", TITLE, "SSA"),
    (f"{PDF} {TITLE}", TITLE, ""),
    (f"{TITLE}, *Ada Byron* {PDF}", TITLE, ""),
    (f"Seeing with\nsparse Attention {PDF}", "Seeing with sparse Attention", ""),
    (f"Seeing with Eyes.\nsparse Attention {PDF}", "Seeing with Eyes", ""),
    (f"Ada Byron, Alan Mathison\n{TITLE} {PDF}", TITLE, ""),
    (f"《{PDF}》稀疏注意力如何观察图像", "稀疏注意力如何观察图像", ""),
    (f"![a picture of attention](x.png) {PDF}", "", ""),
    (f"Attention {PDF} [code](https://github.com/ada/see)", "", ""),
    (f"Ada Byron, Alan Mathison {PDF}", "", ""),
    ("", "", ""),
]


@pytest.mark.parametrize(("text", "title", "method"), PIECES)
def test_the_best_candidate_is_the_title(text: str, title: str, method: str) -> None:
    pieces = merged([piece for block in markdown_blocks(text) for piece in block.pieces])
    assert title_in(pieces) == (title, method)
