from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping

import pytest

from paperatlas.notes import STATUSES
from paperatlas.texts.en import EN
from paperatlas.texts.languages import LANGUAGES, messages_for


@pytest.mark.parametrize(
    ("tag", "language"),
    [("en", "en"), ("zh", "zh"), ("zh-Hant", "zh"), ("zh_CN", "zh"), ("ZH", "zh"), ("de", "en"), ("", "en")],
)
def test_language_of_a_tag(tag: str, language: str) -> None:
    assert messages_for(tag).language == language


MAY_BE_EMPTY = {"rules.in_english"}
PLACE = re.compile(r"\{\w*\}")


def texts(value: object, name: str = "") -> Iterator[tuple[str, str]]:
    """Every text below a value, each with its dotted name."""
    if isinstance(value, str):
        yield name, value
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from texts(getattr(value, field.name), f"{name}.{field.name}".lstrip("."))
    elif isinstance(value, Mapping):
        for key, text in value.items():
            yield from texts(text, f"{name}.{key}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_fills_in_the_same(language: str) -> None:
    other = dict(texts(LANGUAGES[language]))
    for name, text in texts(EN):
        assert sorted(PLACE.findall(other[name])) == sorted(PLACE.findall(text)), name
    assert [name for name, _ in texts(EN)] == list(other)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_empty_and_every_status_has_a_label(language: str) -> None:
    messages = LANGUAGES[language]
    assert [name for name, text in texts(messages) if text == "" and name not in MAY_BE_EMPTY] == []
    assert set(messages.status_labels) == set(STATUSES)
    assert set(messages.link_names) == set(EN.link_names)
