"""Templates that fail, told as problems of the template."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateNotFound

from paperatlas.pages.broken_template import broken_template


def told(folder: Path, **templates: str) -> str:
    """What is told of rendering the template `a`, one of those in `folder`."""
    folder.mkdir()
    for name, text in templates.items():
        (folder / f"{name}.html.jinja").write_text(text, encoding="utf-8")
    environment = Environment(loader=FileSystemLoader(folder), undefined=StrictUndefined)
    with pytest.raises(Exception) as raised:  # noqa: PT011
        environment.get_template("a.html.jinja").render()
    return str(broken_template(raised.value, [folder.parent / "others", folder]))


@pytest.mark.parametrize(
    ("templates", "message"),
    [
        ({"a": "x\n{% if %}"}, "The template mine/a.html.jinja:2 cannot be used: Expected an expression, "),
        ({"a": "\n\n{{ nothing }}"}, "The template mine/a.html.jinja:3 cannot be used: 'nothing' is undefined."),
        ({"a": "{{ 1 / 0 }}"}, "The template mine/a.html.jinja:1 cannot be used: division by zero."),
        ({"a": "{% include 'gone.jinja' %}"}, "it needs 'gone.jinja', which does not exist."),
        (
            {"a": "{% include 'b.html.jinja' %}", "b": "\n{{ 扩散 }}"},
            "The template mine/b.html.jinja:2 cannot be used: ",
        ),
        (
            {"a": "{% include 'b.html.jinja' %}", "b": "{% endif %}"},
            "The template mine/b.html.jinja:1 cannot be used: ",
        ),
        ({}, "A template cannot be used: it needs 'a.html.jinja', which does not exist."),
    ],
)
def test_the_template_and_the_line_are_named(tmp_path: Path, templates: dict[str, str], message: str) -> None:
    assert message in told(tmp_path / "mine", **templates)


def test_an_error_that_no_template_had_a_part_in_is_none_of_a_template(tmp_path: Path) -> None:
    assert broken_template(ValueError("x"), [tmp_path]) is None
    assert broken_template(ValueError("x"), []) is None
    assert (
        str(broken_template(TemplateNotFound("x"), []))
        == "A template cannot be used: it needs 'x', which does not exist."
    )
