"""Frames: learned from a page with marks, filled for others."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

import pytest
from jinja2 import Environment

from paperatlas.hosts.mkdocs.frames import PageFrame, learn_frame, marks

VALUES = {
    "title": "Bits &amp; &lt;pieces&gt;  of &quot;x&quot;",
    "description": "It&#x27;s 流",
    "slug": "a%2Bb",
    "edit_url": "https://example.org/edit/a.bib#L3",
    "content": "<h1>Bits</h1><p>paqz is a word</p>",
}
PAGES = [
    "<title>{{ title }} - Site</title><body>{{ content }}</body>",
    "<title>{{ title | striptags }}</title><meta content='{{ description }}'>{{ content }}",
    "{{ title | e }}|{{ title | striptags | e }}|{{ description | striptags }}|{{ content }}",
    "<a href='../../en/papers/{{ slug }}/#x'>{{ title }}</a><a href='{{ edit_url }}'></a>{{ content }}{{ content }}",
    "{% if '<h1' not in content %}<h1>{{ title }}</h1>{% endif %}{{ content }}",
    "nothing of a page",
]


def theme(source: str) -> Callable[[dict[str, str]], str]:
    return Environment(autoescape=False).from_string(source).render


@pytest.mark.parametrize("source", PAGES)
def test_a_filled_frame_is_what_the_theme_makes(source: str) -> None:
    render = theme(source)
    frame = learn_frame(render(dict(marks("<h1></h1>"))))
    assert frame is not None
    assert frame.fill(VALUES) == render(VALUES)


@pytest.mark.parametrize(
    "source",
    [
        "{{ title | upper }}",
        "{{ title | truncate(12) }}",
        "{{ title | replace('&', '+') }}",
        "{{ description | wordcount }}",
    ],
)
def test_a_theme_that_changes_a_value_in_a_way_of_its_own_has_no_frame(source: str) -> None:
    render = theme(source)
    frame = learn_frame(render(dict(marks(""))))
    assert frame is None or frame.fill(VALUES) != render(VALUES), "which the comparison with a real page finds"


def test_a_frame_is_parts_and_slots() -> None:
    frame = learn_frame("<p>" + marks("")["content"] + "</p>")
    assert isinstance(frame, PageFrame)
    assert [part if isinstance(part, str) else part.name for part in frame.parts] == ["<p>", "content", "</p>"]
    assert frame.fill(dict.fromkeys(VALUES, escape("<"))) == "<p>&lt;</p>"
