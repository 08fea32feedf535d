from __future__ import annotations

from collections.abc import Mapping

import pytest

from paperatlas.similarity.phrases import PhraseFinder, Rarer, shared_phrases
from paperatlas.similarity.terms import terms_of


def rarer(papers_with: Mapping[str, int]) -> Rarer:
    """Tell whether a term is much rarer than another, of which so many papers have each."""
    return lambda first, second: 2 * papers_with.get(first, 0) < papers_with.get(second, 0)


PHRASES = [
    # ours, theirs, terms, phrases
    ("noise is added", "Noise levels", ["noise"], ("noise",)),
    ("a noise schedule", "the noise schedules of it", ["noise"], ("noise schedules",)),
    ("a noise schedule", "schedule the noise", ["noise", "schedule"], ("noise", "schedule")),
    ("Gaussian noise", "Gaussian noise is", ["gaussian"], ("Gaussian noise",)),
    ("A Good Title", "Title: A Good Thing", ["good", "title"], ("Good", "Title")),
    ("of langevin and", "Langevin dynamics", ["langevin"], ("langevin",)),
    ("CIFAR images", "CIFAR Images; images", ["cifar"], ("CIFAR Images",)),
    ("one, two three four five six", "two three four five six", ["six"], ("four five six",)),
    ("zero-shot\nlearning", "zero-shot  learning", ["zero"], ("zero-shot",)),
    ("noise. schedule", "noise schedule", ["noise"], ("noise",)),
    ("反向过程的噪声", "学习反向过程。", ["反向"], ("反向过程",)),
    ("反向过程", "过程中", ["过程"], ("过程",)),
    ("减少采样步数", "采样步数上", ["采样"], ("采样步数",)),
    ("没有", "没有", ["没有"], ()),
    ("用DDPM训练", "以DDPM训练", ["ddpm", "训练"], ("DDPM", "训练")),
    (
        "inception. Inception score",
        "The inception, an inception, the inception score",
        ["inception", "score"],
        ("inception score",),
    ),
    ("inception score; inceptions", "inception score; inceptions", ["score", "inception"], ("inception score",)),
    ("noise", "noise", ["other"], ()),
    ("noise", "noise", [], ()),
    ("", "", ["noise"], ()),
    ("a b c d e f g h alpha beta gamma", "gamma, beta, alpha, delta", ["alpha", "beta", "gamma"], ("alpha", "beta")),
]


@pytest.mark.parametrize(("ours", "theirs", "terms", "phrases"), PHRASES)
def test_shared_phrases(ours: str, theirs: str, terms: list[str], phrases: tuple[str, ...]) -> None:
    assert shared_phrases(PhraseFinder(ours), PhraseFinder(theirs), terms, rarer({}), 2) == phrases


def test_a_word_of_chinese_ends_where_the_next_one_begins() -> None:
    """In 步采样 the pair 步采 is rare, because it is the end of one word and the beginning of another."""
    papers_with = {"步采": 1, "采样": 20}
    assert shared_phrases(PhraseFinder("一步采样"), PhraseFinder("两步采样"), ["步采"], rarer(papers_with), 3) == (
        "采样",
    )
    assert shared_phrases(PhraseFinder("一步采样"), PhraseFinder("两步采样"), ["步采"], rarer({}), 3) == ("步采样",)


NOT_TOLD = [
    # words of no weight, alone or together, and function words of a language that no one knew of
    ("en", "A Study of Engines", "Another study", ["study"]),
    ("en", "裂缝研究", "桥梁的研究", ["研究"]),
    ("en", "case studies", "a case study", ["case", "study"]),
    ("de", "Eine Studie der Methoden", "Studien", ["studi", "method"]),
    ("en", "Histoire de la forme", "Notes de chevet, la", ["de", "la"]),
]


@pytest.mark.parametrize(("language", "ours", "theirs", "terms"), NOT_TOLD)
def test_what_says_nothing_is_no_reason(language: str, ours: str, theirs: str, terms: list[str]) -> None:
    finders = PhraseFinder(ours, (language,)), PhraseFinder(theirs, (language,))
    assert all(term in finders[1] for term in terms[:1])
    assert shared_phrases(*finders, terms, rarer({}), 3) == ()


def test_a_word_of_no_weight_is_told_with_another() -> None:
    finders = PhraseFinder("a twin study"), PhraseFinder("Twin studies")
    assert shared_phrases(*finders, ["study"], rarer({}), 3) == ("twin studies",)


def test_forms_of_a_word_are_one() -> None:
    finders = PhraseFinder("Geschichte der Mühlen", ("de",)), PhraseFinder("Die alte Mühle", ("de",))
    assert shared_phrases(*finders, terms_of("Mühlen", ("de",)), rarer({}), 3) == ("Mühle",)


def test_letters_of_another_width_are_found() -> None:
    assert shared_phrases(PhraseFinder("DDPM"), PhraseFinder("ＤＤＰＭ 模型"), ["ddpm"], rarer({}), 3) == ("ＤＤＰＭ",)
