"""Titles without what lists write around them."""

from __future__ import annotations

import pytest

from paperatlas.formats.awesome.cleaning import clean_title, is_method

TITLE = "Seeing with Sparse Attention"
TITLES = [
    (TITLE, TITLE, ""),
    (f"  **{TITLE}**. ", TITLE, ""),
    (f"1. {TITLE}", TITLE, ""),
    (f"2020-07-06 - {TITLE}", TITLE, ""),
    (f"(arXiv 2021.02) {TITLE},", TITLE, ""),
    (f"[CVPR 2021] {TITLE}", TITLE, ""),
    (f"Title: {TITLE}", TITLE, ""),
    (f"论文：{TITLE}", TITLE, ""),
    (f"⭐ {TITLE} ⭐", TITLE, ""),
    (f"[SSA] {TITLE}", TITLE, "SSA"),
    (f'SSA: "{TITLE}," CVPR', TITLE, "SSA"),
    (f"Ada Byron, Alan Mathison. {TITLE}", TITLE, ""),
    (f"{TITLE} (CVPR 2021)", TITLE, ""),
    (f"{TITLE}. ICLR 2020 (Oral)", TITLE, ""),
    (f"{TITLE} (2020), by somebody", TITLE, ""),
    (f"{TITLE} by Byron et al. 2020", TITLE, ""),
    (f"{TITLE} - Ada Byron, Alan Mathison", TITLE, ""),
    (f"{TITLE} [] ()", TITLE, ""),
    (f"{TITLE} [C++]", TITLE, ""),
    (f"{TITLE} [habitat-api] [habitat-sim] :star:", TITLE, ""),
    (f":fire: {TITLE} :fire::star:", TITLE, ""),
    (f"[Survey] {TITLE}", TITLE, ""),
    (f"{TITLE}. In Proceedings of the 21st National Conference (AAAI'06). AAAI Press, 1219–1226.", TITLE, ""),
    (f"{TITLE}. InProceedings of the Twenty-Eighth Conference 2012 Aug 14 (pp. 113-120).", TITLE, ""),
    (f"{TITLE}, https://doi.org/10.1093/biomet/82.4.669", TITLE, ""),
    (f"{TITLE}: A Survey of 2020 Ideas", f"{TITLE}: A Survey of 2020 Ideas", ""),
    ("3D Looms", "3D Looms", ""),
    ("What is a “loom”?", "What is a “loom”?", ""),
    ("稀疏注意力如何观察图像（CVPR 2021）", "稀疏注意力如何观察图像", ""),
    ("", "", ""),
    ("***", "", ""),
]


@pytest.mark.parametrize(("text", "title", "method"), TITLES)
def test_what_is_around_a_title_goes(text: str, title: str, method: str) -> None:
    assert clean_title(text) == (title, method)


@pytest.mark.parametrize(
    ("text", "method"),
    [
        ("SSA", True), ("β-VAE", True), ("CVPR", False), ("CVPR 2021", False), ("2021", False), ("Oral", False), ("Code", False),
        ("", False), ("a name that is longer than thirty letters", False),
    ],
)  # fmt: skip
def test_a_method_has_a_name_that_says_nothing_else(text: str, method: bool) -> None:
    assert is_method(text) == method
