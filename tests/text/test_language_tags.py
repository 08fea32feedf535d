"""Language tags."""

from __future__ import annotations

import pytest

from paperatlas.text.language_tags import primary_language


@pytest.mark.parametrize(
    ("tag", "language"),
    [("zh", "zh"), ("zh-Hans", "zh"), ("zh_CN", "zh"), ("EN-gb", "en"), ("", "")],
)
def test_primary_language(tag: str, language: str) -> None:
    assert primary_language(tag) == language
