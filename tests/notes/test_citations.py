"""The citation grammar, as a table."""

from __future__ import annotations

import pytest

from paperatlas.notes import find_citations
from paperatlas.notes.citations import replace_citations

CITED = [
    ("[@ddpm]", ["ddpm"]),
    ("DDPM [@ddpm] and [@ddim].", ["ddpm", "ddim"]),
    ("[@ddpm; @ddim]", ["ddpm", "ddim"]),
    ("[see @ddpm, p. 3; -@ddim]", ["ddpm", "ddim"]),
    ("扩散模型[@ddpm]很慢", ["ddpm"]),
    ("[@Kong:2021.fast_a-b]", ["Kong:2021.fast_a-b"]),
    ("[@key.]", ["key"]),
    ("[@{a/b c}]", ["a/b c"]),
    ("[@3d]", ["3d"]),
    ("[@a\n; @b]", ["a", "b"]),
    ("a list\n\n- [@a]\n    - [@b]\n", ["a", "b"]),
    ("`code` [@a] `code`", ["a"]),
    ("cost $5 [@a] and $6", ["a"]),
    ("| [@a] | [@b] |", ["a", "b"]),
    ("so it was [@a]: much", ["a"]),
]

NOT_CITED = [
    "",
    "@ddpm",
    "[@]",
    "[write to me@example.org]",
    "[@a](https://example.org)",
    "[link](https://example.org/@a)",
    "[text][@a]x"[:6],
    "`[@a]`",
    "``a ` [@a]``",
    "```\n[@a]\n```",
    "~~~ python\n[@a]\n~~~",
    "```\nnever closed [@a]",
    "text\n\n    [@a] in an indented block\n",
    "<!-- [@a] -->",
    "<!-- never closed [@a]",
    '<img alt="[@a]">',
    "$x [@a] y$",
    "$$\n[@a]\n$$",
    r"\[@a]",
    "![@a]",
    "[@a]: https://example.org",
    "text\n\n  [@a]: https://example.org",
    "[@a; and more]",
]


@pytest.mark.parametrize(("markdown", "keys"), CITED)
def test_cited(markdown: str, keys: list[str]) -> None:
    found = [citation for cluster in find_citations(markdown) for citation in cluster.citations]
    assert [citation.key for citation in found] == keys
    assert [markdown[citation.start : citation.start + len(citation.key)] for citation in found] == keys


@pytest.mark.parametrize("markdown", NOT_CITED)
def test_not_cited(markdown: str) -> None:
    assert find_citations(markdown) == []


def test_parts_of_a_citation() -> None:
    (cluster,) = find_citations("x [see @a, pp. 3-5, and more; -@b] y")
    first, second = cluster.citations
    assert (first.prefix, first.suffix, first.suppress_author) == ("see", "pp. 3-5, and more", False)
    assert (second.prefix, second.suffix, second.suppress_author) == ("", "", True)


def test_tight_clusters_bring_their_own_space() -> None:
    text = "DDPM [@a] 很慢\n\n[@b] 快"
    assert replace_citations(text, lambda _: "（x）", tight=True) == "DDPM（x）很慢\n\n（x）快"


def test_only_the_cluster_is_replaced() -> None:
    text = "a `[@x]` [@a] b [@b; @c]."
    assert replace_citations(text, lambda cluster: f"<{len(cluster.citations)}>") == "a `[@x]` <1> b <2>."
