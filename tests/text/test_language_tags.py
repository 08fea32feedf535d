"""Language tags."""

from __future__ import annotations

import pytest

from paperatlas.text.language_tags import covers, known_tag, primary_language, text_direction


@pytest.mark.parametrize(
    ("tag", "language"),
    [("zh", "zh"), ("zh-Hans", "zh"), ("zh_CN", "zh"), ("EN-gb", "en"), ("", "")],
)
def test_primary_language(tag: str, language: str) -> None:
    assert primary_language(tag) == language


@pytest.mark.parametrize(
    ("tag", "other", "result"),
    [
        ("de", "de", True),
        ("de", "de_AT", True),
        ("zh-Hans", "zh", True),
        ("EN", "en", True),
        ("zh-Hans", "zh-Hant", False),
        ("de", "den", False),
        ("de", "en", False),
        ("en", "enm", False),
    ],
)
def test_covers(tag: str, other: str, result: bool) -> None:
    assert covers(tag, other) is result


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("german", "de"),
        ("Ngerman", "de"),
        ("langfrench", "fr"),
        ("de", "de"),
        (" pt-BR ", "pt-BR"),
        ("de_AT", "de_AT"),
        ("klingon", ""),
        ("german and french", ""),
        ('de" onclick="x', ""),
        ("", ""),
    ],
)
def test_known_tag(name: str, tag: str) -> None:
    assert known_tag(name) == tag


@pytest.mark.parametrize(
    ("tag", "direction"),
    [
        ("ar", "rtl"),
        ("fa_IR", "rtl"),
        ("he-IL", "rtl"),
        ("en", "ltr"),
        ("zh-Hant", "ltr"),
        ("az-Arab", "rtl"),
        ("az-Latn-AZ", "ltr"),
        ("ur-Latn", "ltr"),
        ("", "ltr"),
    ],
)
def test_text_direction(tag: str, direction: str) -> None:
    assert text_direction(tag) == direction
