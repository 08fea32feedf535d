"""Blank lines are taken out of what a theme puts around a page, and of nothing that shows them."""

from __future__ import annotations

import pytest

from paperatlas.hosts.mkdocs.blank_lines import without_blank_lines

CONTENT = "<p>A</p>\n\n  <p>B</p><pre>\n\n <b>x</b>\n\n <i>y</i></pre>"


@pytest.mark.parametrize(
    ("html", "content", "expected"),
    [
        ("<a>\n\n    <b></b>\n  \n</a>", "", "<a>\n<b></b>\n</a>"),
        ("<a>\n\n    <b></b>", None, "<a>\n<b></b>"),
        (f"<a>\n\n  <b>\n\n{CONTENT}\n\n</b>\n\n</a>", CONTENT, f"<a>\n<b>\n\n{CONTENT}\n\n</b>\n</a>"),
        # What stands beside text, or on one line, may be seen.
        ("<a> <b>  x\n\n  <c>\t</c></b></a>", "", "<a> <b>  x\n\n  <c>\t</c></b></a>"),
        ("<pre>\n\n  <b>\n\n  </b></pre>", "", "<pre>\n\n  <b>\n\n  </b></pre>"),
        ("x<p>\n\n<p><TEXTAREA\n>\n\n<", "x", "x<p>\n\n<p><TEXTAREA\n>\n\n<"),
        ("<a>\n\n<b>", "changed by the theme", "<a>\n\n<b>"),
    ],
)
def test_what_a_browser_shows_stays(html: str, content: str | None, expected: str) -> None:
    assert without_blank_lines(html, content) == expected
