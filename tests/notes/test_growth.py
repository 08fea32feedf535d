"""Notes are read in time that grows with their length, whatever stands in them."""

from __future__ import annotations

import pytest

from paperatlas.notes.document import read_document
from tests.growth import is_linear


@pytest.mark.parametrize(
    "piece",
    [
        "[@a] ", "@a ", "[@a; ", "[[@a", "@{a ", "@a [x ", "![", "[a](", "[^a", "[a]: x ", "http://", "`` ` ", "$a ", "$$a\n\n",
        "<a> ", "<b ", "<!-- ", "<script>", "\\[ ", "\\( ", "```\n~~~\n", "**a *b ", "|a", "> ", "- a\n    - b\n", " \n",
    ],
)  # fmt: skip
def test_a_text_full_of_beginnings(piece: str) -> None:
    assert is_linear(lambda size: read_document("x " + piece * size, "a.md", "a.md"), 500)


@pytest.mark.parametrize("sign", ["`", "~", "#", ">", " ", "-"])
def test_a_line_of_one_sign(sign: str) -> None:
    assert is_linear(lambda size: read_document(f"x\n{sign * size}", "a.md", "a.md"), 6000)


@pytest.mark.parametrize("end", [" " * 400, "#" * 400, "# " * 200, "{" * 400, "{} " * 150])
def test_the_end_of_a_heading(end: str) -> None:
    def read(size: int) -> None:
        read_document(f"# a{end * (size // 400)}x\n", "a.md", "a.md")

    assert is_linear(read, 2000)


def test_one_cluster_of_many() -> None:
    assert is_linear(lambda size: read_document(f"[{'; '.join(['@a'] * size)}]", "a.md", "a.md"), 1000)
