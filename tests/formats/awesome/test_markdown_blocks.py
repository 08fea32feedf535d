"""The blocks of a list: what Markdown and HTML are read as, each piece with its line.

A block is shown as `line kind: pieces`, a link as `[text](address)`, an image as `!text!`, the end of a line as `⏎`, and a line that is
not the one before as `@line `.
"""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from paperatlas.formats.awesome.blocks import LINE_BREAK, ListBlock, Piece
from paperatlas.formats.awesome.markdown_blocks import markdown_blocks


def shown(block: ListBlock) -> str:
    name = (
        block.kind + (f" of level {block.level}" if block.level else "") + (f" in {block.parent}" * (block.parent >= 0))
    )
    header = f" ({', '.join(block.header)})" if block.header else ""
    cells = block.cells or [block.pieces]
    return f"{block.line} {name}{header}: {' | '.join(_pieces(cell, block.line) for cell in cells)}"


def _pieces(pieces: Iterable[Piece], line: int) -> str:
    text = ""
    for piece in pieces:
        text += f"@{piece.line} " if piece.line != line else ""
        line = piece.line
        mark = "⏎" if piece.text == LINE_BREAK else f"!{piece.text}!" if piece.image else piece.text
        mark = f"*{mark}*" if piece.em else mark
        mark = f"**{mark}**" if piece.strong else mark
        text += f"[{mark}]({piece.href})" if piece.href else mark
    return text


SNIPPETS = {
    "headings": (
        '# Papers **now**\n\nSetext `code`\n---\n\n#\n\n<h3 align="center">Third</h3>',
        [
            "1 heading of level 1: Papers **now**",
            "3 heading of level 2: Setext code",
            "6 heading of level 1: ",
            "8 heading of level 3: Third",
        ],
    ),
    "a paragraph's lines": (
        "one *two*\n**three**\\\nfour ~~five~~ &amp; \\*six\\*",
        [
            "1 paragraph: one *two*⏎@2 **three**⏎@3 four five & *six*",
        ],
    ),
    "links": (
        "[x](https://a.org) **[y *z*](https://a.org)** <https://a.org> [](b) [r]\n\n[r]: https://a.org",
        [
            "1 paragraph: [x](https://a.org) [**y **](https://a.org)[***z***](https://a.org) [https://a.org](https://a.org)  [r](https://a.org)",
        ],
    ),
    "a link over two lines": (
        "[one\ntwo](https://a.org) three",
        [
            "1 paragraph: [one](https://a.org)[ ](https://a.org)@2 [two](https://a.org) three",
        ],
    ),
    "written addresses": (
        "see https://a.org, or (https://a.org).",
        [
            "1 paragraph: see [](https://a.org), or ([](https://a.org)).",
        ],
    ),
    "images": (
        "![alt *text*](i.png) [![badge](b.svg)](c)\n<img src=x alt='in &amp; HTML'>\n\n<img alt=\"a\"><img src=y>",
        [
            "1 paragraph: !alt *text*! [!badge!](c)⏎@2 !in & HTML!",
            "4 paragraph: !a!!!",
        ],
    ),
    "an image alone": (
        "![](i.png)\ntext",
        [
            "1 paragraph: !!⏎@2 text",
        ],
    ),
    "HTML in running text": (
        "a <b>b<br>c</b> <A HREF='https://a.org'>d</A> <span>e</span> <!-- no\nno --> f <div>g\n<img\nalt=h> <i>i",
        [
            "1 paragraph: a **b**⏎**c** [d](https://a.org) e @2  f g⏎@3 !h!@4  *i*",
        ],
    ),
    "a style ends with its text": (
        "<b>one\n\ntwo <a href=x>three\n\nfour",
        [
            "1 paragraph: **one**",
            "3 paragraph: two [three](x)",
            "5 paragraph: four",
        ],
    ),
    "a script in running text": (
        "a <script> b <br> c\n\nd",
        [
            "1 paragraph: a  b ⏎ c",
            "3 paragraph: d",
        ],
    ),
    "items": (
        "- one\n- two\n  - in two\n\n    more [y](https://a.org)\n    1. deep\n- three\n\n\n  more of three\n\n-\n",
        [
            "1 item: one",
            "2 item: two",
            "3 item in 1: in two@5 ⏎more [y](https://a.org)",
            "6 item in 2: deep",
            "7 item: three@10 ⏎more of three",
            "12 item: ",
        ],
    ),
    "blocks in an item": (
        "- one\n\n  # head\n\n  > quoted\n\n  <p>html</p>\n\n  | a |\n  |---|\n  | b |\n\n  <ul><li>li</li></ul>\n\n  ---\n\n  last",
        [
            "1 item: one@5 ⏎quoted@7 ⏎html@17 ⏎last",
            "3 heading of level 1: head",
            "11 row (a): b",
            "13 item: li",
        ],
    ),
    "a table": (
        "| **A** | b c | |\n|---|---|---|\n| [x](https://a.org) | `c`<br>d | |\n| | | |\n",
        [
            "3 row (A, b c, ): [x](https://a.org) | c⏎d | ",
            "4 row (A, b c, ):  |  | ",
        ],
    ),
    "code is no text": (
        "```\nx\n```\n\n    y\n\n`z`",
        [
            "7 paragraph: z",
        ],
    ),
    "an HTML list": (
        "<ul>\n<li><b>one</b> <a href='https://a.org'>x</a>\n<li>two<ul><li>in two</li></ul>rest</li>\n</ul>",
        [
            "2 item: **one**[x](https://a.org)@3 ⏎",
            "3 item: two",
            "3 item: in two",
            "3 paragraph: rest",
        ],
    ),
    "an HTML table": (
        "text\n\n<table>\n<tr><th>A</th><th>B</th></tr>\n<tr><td><a href=https://a.org>x</a></td><td></td></tr>\n<tr><td>c\n<td>d\n</table>\n\n<table><tr><td>no head</td></tr></table>",
        [
            "1 paragraph: text",
            "4 row (A, B): **A** | **B**",
            "5 row (A, B): [x](https://a.org) | ",
            "6 row (A, B): c@7 ⏎ | @7 d@8 ⏎",
            "10 row: no head",
        ],
    ),
    "HTML's lines": (
        "text\n\n<div>\n\n<p>\n  one\n  <br>two https://a.org\n</p>\nthree\n\n</div>",
        [
            "1 paragraph: text",
            "6 paragraph:   one@7 ⏎⏎two [](https://a.org)@8 ⏎",
            "9 paragraph: three@10 ⏎",
        ],
    ),
    "broken HTML": (
        "<p><a href='https://a.org'>open <b>bold\n\nafter\n\n</b></td></ul>\n\n<h2>head <i>of\n\n<td>a cell alone</td> b\n\n<div><h3>one<h4>two<li>three",
        [
            "1 paragraph: [open ](https://a.org)[**bold**](https://a.org)",
            "3 paragraph: after",
            "5 paragraph: ",
            "7 heading of level 2: head *of*@8 ⏎",
            "9 paragraph: a cell alone b@10 ⏎",
            "11 heading of level 3: one",
            "11 heading of level 4: two",
            "11 item: three",
        ],
    ),
    "an unclosed row": (
        "<table><tr><th>A<th>B<tr><td>c<td>d\n\ntext",
        [
            "1 row (A, B): **A** | **B**",
            "1 row (A, B): **c** | **d**@2 ⏎",
            "3 paragraph: text",
        ],
    ),
    "details": (
        "<details><summary>More</summary>\n\n- [x](https://a.org)\n\n</details>",
        [
            "1 paragraph: More",
            "3 item: [x](https://a.org)",
        ],
    ),
    "tags that close themselves": (
        "<a name='x'/>text <a href='https://a.org'/>y</a> <br/> <b/>z\n\n<p>a<br/>b</p>\n\n<table><tr><td/><td>c</table>\n\n<p><a href='https://a.org'/>d</a></p>",
        [
            "1 paragraph: text [y](https://a.org) ⏎ **z**",
            "3 paragraph: a⏎b",
            "5 row:  | c",
            "7 paragraph: [d](https://a.org)",
        ],
    ),
}


@pytest.mark.parametrize(("source", "expected"), SNIPPETS.values(), ids=SNIPPETS)
def test_blocks(source: str, expected: list[str]) -> None:
    assert [shown(block) for block in markdown_blocks(source)] == expected


def test_a_tag_without_an_end_is_over_with_its_block() -> None:
    assert shown(markdown_blocks('<p title="open\n\n- after')[-1]) == "3 item: after"
