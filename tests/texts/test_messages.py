from __future__ import annotations

import dataclasses

import pytest

from paperatlas.notes import STATUSES
from paperatlas.texts.messages import EN, LANGUAGES, ZH, messages_for


@pytest.mark.parametrize(
    ("tag", "language"),
    [("en", "en"), ("zh", "zh"), ("zh-Hant", "zh"), ("zh_CN", "zh"), ("ZH", "zh"), ("de", "en"), ("", "en")],
)
def test_language_of_a_tag(tag: str, language: str) -> None:
    assert messages_for(tag).language == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_empty_and_every_status_has_a_label(language: str) -> None:
    messages = LANGUAGES[language]
    assert [field.name for field in dataclasses.fields(messages) if getattr(messages, field.name) == ""] == []
    assert set(messages.status_labels) == set(STATUSES)
    assert set(messages.link_names) == set(EN.link_names)


@pytest.mark.parametrize(
    ("names", "year", "en", "zh"),
    [
        (["Ho"], 2020, "Ho, 2020", "Ho，2020"),
        (["Kong", "Ping"], 2021, "Kong and Ping, 2021", "Kong 与 Ping，2021"),
        (["Ho", "Jain", "Abbeel"], 2020, "Ho et al., 2020", "Ho 等，2020"),
        (["Ho"], None, "Ho, n.d.", "Ho，无日期"),
        ([], 2020, "2020", "2020"),
    ],
)
def test_author_and_year(names: list[str], year: int | None, en: str, zh: str) -> None:
    assert (EN.author_year(names, year), ZH.author_year(names, year)) == (en, zh)


@pytest.mark.parametrize(("count", "en"), [(0, "0 papers"), (1, "1 paper"), (1200, "1,200 papers")])
def test_counts(count: int, en: str) -> None:
    assert EN.papers_count(count) == en
