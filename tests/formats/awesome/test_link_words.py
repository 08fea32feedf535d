"""What lists call their links: the tables say one thing of each word."""

from __future__ import annotations

import pytest

from paperatlas.formats.awesome.link_words import FILLERS, LABELS, LinkTarget


@pytest.mark.parametrize(
    ("word", "target"),
    [("pdf", "paper"), ("论文", "paper"), ("github", "code"), ("主页", "website"), ("talk", "video"), ("ppt", "slides"), ("知乎", "blog"), ("colab", "other")],
)  # fmt: skip
def test_a_word_says_what_its_link_is_for(word: str, target: LinkTarget) -> None:
    assert LABELS[word] == target


def test_words_are_as_labels_are_split() -> None:
    assert all(word == word.lower() and word.strip() for word in LABELS)
    assert not FILLERS & set(LABELS)
    assert "none" not in LABELS.values()
