"""What makes two titles the same."""

from __future__ import annotations

import pytest

from paperatlas.text.titles import same_title, shared_words, title_letters

TITLES = [
    ("Denoising Diffusion Probabilistic Models", "Denoising diffusion probabilistic models.", True),
    ("Denoising Diffusion Probabilistic Models", "Improved Denoising Diffusion Probabilistic Models", False),
    ("Denoising Diffusion Probabilistic Models", "Denoising Diffusion Implicit Models", False),
    ("NICE: Non-linear Independent Components Estimation", "NICE: Nonlinear Independent Components Estimation", True),
    ("Learning to Learn by Gradient Descent", "Learning to learn by gradient descent: a survey", True),
    ("Learning to Learn", "Learning to learn by gradient descent", False),
    ("Glow: Generative Flow", "Glow: Invertible Convolutions", False),
    ("Glow", "Glow: Generative Flow with Invertible 1x1 Convolutions", False),
    ("Glow", "Glow: Generative Flow with Invertible Convolutions", False),
    ("Attention Is All You Need", "Attention is all you need?", True),
    ("Über Flüsse", "Uber Flusse", True),
    ("What $k$ Layers Can Express", "What k layers can express", True),
    ("A Survey of Graph Methods, Part 1", "A Survey of Graph Methods, Part 2", False),
    ("Deep Residual Learning for Image Recogniton", "Deep Residual Learning for Image Recognition", True),
    ("注意力机制综述", "注意力机制综述", True),
    ("注意力机制综述", "扩散模型综述", False),
    ("", "", False),
    ("?!", "!", False),
]


@pytest.mark.parametrize(("one", "other", "same"), TITLES)
def test_same_title(one: str, other: str, same: bool) -> None:
    assert same_title(one, other) is same_title(other, one) is same


@pytest.mark.parametrize(
    ("title", "letters"),
    [
        ("The Attention-Free Transformer", "attentionfreetransformer"),
        ("A", "a"),
        ("Über: Łukasz's “method”", "uberlukaszsmethod"),
        ("扩散模型", "扩散模型"),
        ("?!", ""),
    ],
)
def test_letters(title: str, letters: str) -> None:
    assert title_letters(title) == letters


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [("Sets and Graphs", "graphs & sets and trees", 1.0), ("A B", "a c", 0.5), ("", "x", 0.0), ("?", "?", 0.0)],
)
def test_shared_words(one: str, other: str, share: float) -> None:
    assert shared_words(one, other) == shared_words(other, one) == share
