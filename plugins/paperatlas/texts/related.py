"""The words of related work that nobody stated: what it is, and why a paper is on the list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

_AUTHORS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class RelatedTexts:
    """The texts of one language. Reasons begin without a capital, to stand in a row."""

    title: str
    explanation: str
    """How the list came about, and that nobody states it."""
    shared_place: Callable[[str], str]
    """Both papers are in a direction or group of this title."""
    names_it: Callable[[str, str], str]
    """The abstract of the first paper names the second."""
    cited_together: Callable[[Sequence[str]], str]
    """Pages of these titles cite both papers in one sentence."""
    shared_authors: Callable[[Sequence[str]], str]
    shared_terms: Callable[[Sequence[str]], str]
    joined: Callable[[Sequence[str]], str]
    """The reasons in a row."""


def _en_listed(names: Sequence[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _en_authors(names: Sequence[str]) -> str:
    word = "author" if len(names) == 1 else "authors"
    if len(names) > _AUTHORS_SHOWN + 1:
        return f"shared {word}: {', '.join(names[:_AUTHORS_SHOWN])} and {len(names) - _AUTHORS_SHOWN} more"
    return f"shared {word}: {_en_listed(names)}"


def _en_joined(reasons: Sequence[str]) -> str:
    text = "; ".join(reasons)
    # A method's name keeps its letters.
    return text[:1].upper() + text[1:] if text.startswith(("both", "cited", "shared")) else text


def _zh_authors(names: Sequence[str]) -> str:
    if len(names) > _AUTHORS_SHOWN + 1:
        return f"共同作者：{'、'.join(names[:_AUTHORS_SHOWN])} 等 {len(names)} 人"
    return f"共同作者：{'、'.join(names)}"


RELATED_EN = RelatedTexts(
    title="Related methods",
    explanation="Nobody states these relations: they were found by comparing texts, directions, citations and authors.",
    shared_place=lambda title: f"both in “{title}”",
    names_it=lambda paper, other: f"{paper}’s abstract names {other}",
    cited_together=lambda titles: f"cited in one sentence of {_en_listed([f'“{title}”' for title in titles])}",
    shared_authors=_en_authors,
    shared_terms=lambda terms: f"shared {'term' if len(terms) == 1 else 'terms'}: {', '.join(terms)}",
    joined=_en_joined,
)

RELATED_ZH = RelatedTexts(
    title="相关方法",
    explanation="以下并非文献库所陈述的关系，而是比较文本、方向、引用与作者得出的。",
    shared_place=lambda title: f"同在“{title}”",
    names_it=lambda paper, other: f"{paper} 的摘要提到 {other}",
    cited_together=lambda titles: f"{'、'.join(f'“{title}”' for title in titles)}有一句同时引用两者",
    shared_authors=_zh_authors,
    shared_terms=lambda terms: f"共同用语：{'、'.join(terms)}",
    joined="；".join,
)
