"""Front matter as themes may have it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from paperatlas.hosts.front_matter import as_text


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
