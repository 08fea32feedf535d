"""The lint of templates finds what no page need show."""

from __future__ import annotations

import pytest
from tools.lint_templates import lint

from paperatlas.atlas import Atlas
from paperatlas.build.templates import shipped_templates
from paperatlas.pages import messages_for
from tests.conftest import make_site

MACROS = "{% macro badge(x) %}{{ x }}{% endmacro %}"

TEMPLATES = [
    ("{% from 'macros' import badge %}{{ badge(1) }}", []),
    ("{% set x = 1 %}{% include 'uses_x' %}", []),
    ("\n{{ x", ["page:2: unexpected end of template, expected 'end of print statement'."]),
    ("{{ x | nosuch }}", ["page:1: No filter named 'nosuch'."]),
    ("{% include 'nosuch' %}", ["page:1: there is no template 'nosuch'"]),
    ("{% from 'macros' import nosuch %}{{ nosuch() }}", ["page:1: 'macros' has no macro 'nosuch'"]),
    ("{% from 'macros' import badge as b %}", ["page:1: 'b' is imported and not used"]),
    ("\n\n{% set x = 1 %}", ["page:3: 'x' is set and not used"]),
    ("{% macro own() %}{% endmacro %}", ["page:1: 'own' is defined and not used"]),
]


@pytest.mark.parametrize(("source", "faults"), TEMPLATES)
def test_faults_of_a_template(source: str, faults: list[str]) -> None:
    environment = make_site(Atlas({}, {}, (), (), ()), messages_for("en")).environment
    sources = {
        "page": source,
        "macros": MACROS,
        "uses_x": "{{ x }}",
        "other": "{% from 'macros' import badge %}{{ badge }}",
    }
    assert list(lint(environment, sources)) == faults


def test_the_shipped_templates_are_found() -> None:
    assert len(list(shipped_templates().glob("*.jinja"))) > 20
