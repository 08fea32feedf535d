from __future__ import annotations

from collections.abc import Callable

from paperatlas.notes.body import read_body
from paperatlas.notes.citations.find import CitationCluster
from paperatlas.notes.citations.replace import replace_citations


def replaced(text: str, render: Callable[[CitationCluster], str | None], *, tight: bool = False) -> str:
    return replace_citations(text, read_body(text).clusters, render, tight=tight)


def test_tight_clusters_bring_their_own_space() -> None:
    text = "DDPM [@a] 很慢\n\n[@b] 快"
    assert replaced(text, lambda _: "（x）", tight=True) == "DDPM（x）很慢\n\n（x）快"
    assert replaced("而 @a 提出", lambda _: "Ho（x）", tight=True) == "而 Ho（x）提出"


def test_only_the_cluster_is_replaced() -> None:
    text = "a `[@x]` [@a] b [@b; @c]."
    assert replaced(text, lambda cluster: f"<{len(cluster.citations)}>") == "a `[@x]` <1> b <2>."


def test_what_is_not_rendered_stays() -> None:
    text = "@property and @a [p. 3] and [@b]"
    assert replaced(text, lambda cluster: None if cluster.narrative else "x") == "@property and @a [p. 3] and x"


def test_the_backslash_of_an_escape_goes() -> None:
    text = r"\@a and `\@b` and [@d]"
    assert replaced(text, lambda _: "x") == r"@a and `\@b` and x"
