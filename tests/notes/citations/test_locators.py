"""Places in a work, as Pandoc's manual has them in its section "Locators"."""

from __future__ import annotations

import pytest

from paperatlas.notes.citations.locators import read_locator


@pytest.mark.parametrize(
    ("suffix", "label", "value", "words"),
    [
        ("p. 3", "page", "3", ""),
        ("33", "page", "33", ""),
        ("pp. 33-35, 38-39 and *passim*", "page", "33-35, 38-39", " and *passim*"),
        ("chap. 1", "chapter", "1", ""),
        ("chapter IV, on flows", "chapter", "IV", ", on flows"),
        ("§ 2.1", "section", "2.1", ""),
        ("{ii, A, D-Z}, with a suffix", "", "ii, A, D-Z", ", with a suffix"),
        ("{pp. iv, vi-xi, (xv)-(xvii)} with suffix", "page", "iv, vi-xi, (xv)-(xvii)", " with suffix"),
        ("{}, 99 years later", "", "", ", 99 years later"),
        ("第 3–5 页", "page", "3–5", ""),
        ("第 2 章，尤其是开头", "chapter", "2", "，尤其是开头"),
        ("第 3、5 – 7  页后", "page", "3、5 – 7", "后"),
        ("第 三 部分", "part", "三", ""),
        ("第一次", "", "", "第一次"),
        ("table 4", "table", "4", ""),
        ("and passim", "", "", "and passim"),
        ("pace the authors", "", "", "pace the authors"),
        ("", "", "", ""),
    ],
)
def test_locators(suffix: str, label: str, value: str, words: str) -> None:
    locator, rest = read_locator(suffix)
    assert ((locator.label, locator.value) if locator else ("", ""), rest) == ((label, value), words)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("第" + " " * 20_000 + "次", ""),
        ("第" + "1、" * 20_000, "第1、"),
        ("p. " + "1-" * 20_000, "1-"),
        ("x" * 20_000, ""),
    ],
)
def test_a_suffix_is_read_in_as_many_steps_as_it_is_long(text: str, value: str) -> None:
    locator, _ = read_locator(text)
    assert (locator.value[: len(value)] if locator else "") == value
