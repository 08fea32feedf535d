"""Title case, as CSL 1.0.2 ("Text-case") and its official tests have it."""

from __future__ import annotations

import pytest

from paperatlas.pages.citations.csl_case import title_case

TITLES = [
    # what is not of an English title's words in lower case stays; a stop word is small within the title alone
    ("the state of the art", "The State of the Art"),
    ("what it stands for", "What It Stands For"),
    ("rivers: a history", "Rivers: A History"),
    ("why? a question", "Why? A Question"),
    ("a “whole” river", "A “Whole” River"),
    ("“the river” and its delta", "“The River” and Its Delta"),
    ("mRNA and DNA in eels", "mRNA and DNA in Eels"),
    ("twenty-two names", "Twenty-Two Names"),
    ("out-of-fashion boats", "Out-of-Fashion Boats"),
    ("the scientist–practitioner gap", "The Scientist–Practitioner Gap"),
    ("traits—self-esteem, and more—with work", "Traits—Self-Esteem, and More—with Work"),
    ("cat/mouse", "Cat/Mouse"),
    ("07-x test", "07-x Test"),
    ("<i>salmo salar</i> in the north", "<i>Salmo Salar</i> in the North"),
    ("water (H<sub>two</sub>o)", "Water (H<sub>two</sub>O)"),
    ("don’t look", "Don’t Look"),
    ("", ""),
    ("a", "A"),
]


@pytest.mark.parametrize(("title", "written"), TITLES)
def test_title_case(title: str, written: str) -> None:
    assert title_case([(title, False)]) == written


def test_what_keeps_its_case_does_not_change() -> None:
    parts = [("the ", False), ("iphone", True), (" at home", False)]
    assert title_case(parts) == "The iphone at Home"
