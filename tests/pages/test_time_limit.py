"""Templates that do not end are ended; others are not."""

from __future__ import annotations

import threading
from contextlib import suppress

import pytest
from jinja2 import Environment

from paperatlas.pages import time_limit
from paperatlas.pages.time_limit import TimeLimitedTemplate, TimeLimitError, stop_watching

pytestmark = pytest.mark.usefixtures("only_templates_run")

ENDLESS = {
    "a long range": "{% for i in range(10**12) %}{% endfor %}",
    "a list that grows": "{% set found = [1] %}{% for i in found %}{{ found.append(i) or '' }}{% endfor %}",
    "a macro": "{% macro all() %}{% for i in range(10**12) %}{% endfor %}{% endmacro %}{{ all() }}",
}


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> Environment:
    monkeypatch.setattr(time_limit, "SECONDS", 0.2)
    environment = Environment(autoescape=True)
    environment.template_class = TimeLimitedTemplate
    return environment


@pytest.mark.parametrize("name", ENDLESS)
def test_a_template_without_end_is_ended(name: str, environment: Environment) -> None:
    with pytest.raises(TimeLimitError, match="it takes longer than 0 seconds, so it may contain an endless loop"):
        environment.from_string(ENDLESS[name]).render()
    assert environment.from_string("{{ 1 + 1 }}").render() == "2"


def test_an_end_that_is_lost_is_tried_again(environment: Environment) -> None:
    def lose() -> None:
        with suppress(TimeLimitError):
            while True:
                pass

    with pytest.raises(TimeLimitError):
        environment.from_string("{{ lose() }}{% for i in range(10**12) %}{% endfor %}").render(lose=lose)
    assert time_limit._deadlines == {}


def test_one_in_another_thread_is_ended_there(environment: Environment) -> None:
    errors: list[Exception] = []

    def render() -> None:
        try:
            environment.from_string(ENDLESS["a long range"]).render()
        except TimeLimitError as error:
            errors.append(error)

    thread = threading.Thread(target=render)
    thread.start()
    assert environment.from_string("{{ 1 + 1 }}").render() == "2"
    thread.join(timeout=60)
    assert len(errors) == 1


def test_what_is_rendered_within_a_template_has_its_limit(environment: Environment) -> None:
    inner = environment.from_string("x")
    outer = environment.from_string("{% for i in range(10**12) %}{{ inner.render() and '' }}{% endfor %}")
    with pytest.raises(TimeLimitError):
        outer.render(inner=inner)
    assert time_limit._deadlines == {}


def test_the_watch_ends_and_begins_again(environment: Environment) -> None:
    def watching() -> int:
        return sum(thread.name == "paperatlas-time-limit" for thread in threading.enumerate())

    environment.from_string("").render()
    assert watching() == 1
    stop_watching()
    stop_watching()
    assert watching() == 0
    with pytest.raises(TimeLimitError):
        environment.from_string(ENDLESS["a long range"]).render()
    assert watching() == 1
