"""What is blanked before citations are looked for; test_find.py has what becomes of them."""

from __future__ import annotations

import pytest

from paperatlas.notes.citations.masking import blank_code, mask

CODE = [
    ("a `b` c", "a     c"),
    ("a ``b ` c`` d", "a           d"),
    ("a `b\n\nc` d", "a `b\n\nc` d"),
    ("```\nb\n```\nc", "   \n \n   \nc"),
    ("~~~ py\nb\n~~~~\nc", "      \n \n    \nc"),
    ("```\nb", "   \n "),
    ("a\n\n    b\n\nc", "a\n\n     \n\nc"),
    ("- a\n\n    b", "- a\n\n    b"),
    ("- a\n\n        b", "- a\n\n         "),
    ("a <!-- b --> c", "a            c"),
    ("a <pre>b</pre> c", "a              c"),
    ("a <b>c</b> d", "a    c     d"),
    ('<a href="x">b</a> c', "                  c"),
    ("a $b$ c", "a     c"),
    ("a $5 and $6 c", "a $5 and $6 c"),
    ("$$\nb\n$$ c", "  \n \n   c"),
    ("[a](b.md) [c]: d", "[a](b.md) [c]: d"),
]

LINKS = [
    ("[a](b.md) c", "          c"),
    ("![a](b.png) c", "            c"),
    ("[a [b]](c(d).md) e", "                 e"),
    ("[a][b] c", "       c"),
    ("[a] b", "[a] b"),
    ("[a]: b.md\nc", "         \nc"),
    ("a[^b] c", "a     c"),
    ("a https://b.org/c d", "a                 d"),
    (r"\[a] b", "     b"),
    (r"\@a b", "  a b"),
]


@pytest.mark.parametrize(("markdown", "blanked"), CODE)
def test_code_is_blanked(markdown: str, blanked: str) -> None:
    assert blank_code(markdown) == blanked


@pytest.mark.parametrize(("markdown", "blanked"), LINKS)
def test_links_are_blanked_beside_code(markdown: str, blanked: str) -> None:
    assert blank_code(markdown) == markdown
    assert mask(markdown) == blanked
