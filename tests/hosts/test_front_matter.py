"""Front matter as themes may have it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from paperatlas.hosts.front_matter import as_text, text_as_html


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("</title><script>", "&lt;/title&gt;&lt;script&gt;"),
        ("\" onload='x()", "&quot; onload=&#x27;x()"),
        ("R&D &amp; more &#x27;", "R&amp;D &amp; more &#x27;"),
        ("a\x1b[31mb", "a[31mb"),
        (["<a>", {"b": "<b>"}], ["&lt;a&gt;", {"b": "&lt;b&gt;"}]),
        (3, 3),
        (date(2026, 1, 2), date(2026, 1, 2)),
    ],
)
def test_every_text_is_escaped_and_no_reference_twice(written: Any, text: Any) -> None:
    assert as_text({"title": written}) == {"title": text}


def test_what_is_escaped_stays() -> None:
    once = text_as_html('A "map" of <R&D>\x07')
    assert once == "A &quot;map&quot; of &lt;R&amp;D&gt;"
    assert text_as_html(once) == once


def test_fields_that_no_host_could_use_are_left_out() -> None:
    values = {"template": None, "search": "no", "hide": True, "summary": 3, "tags": None}
    assert as_text(values) == {"summary": 3, "tags": None}
