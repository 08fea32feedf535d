"""The page that documents every rule, made from the rules themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markupsafe import Markup, escape

from paperatlas.atlas.addresses import PROBLEMS
from paperatlas.diagnostics.families import by_family
from paperatlas.diagnostics.problem import Rule
from paperatlas.pages.page import Fragment, Heading, Page
from paperatlas.pages.render import Site

_CODE = re.compile(r"`([^`]+)`")


def rules_page(site: Site, rules: Sequence[Rule]) -> Page:
    """Return every rule by family; `problems/#DUP001` leads to one."""
    texts = site.messages.rules
    families = by_family(rules)
    headings: list[Heading] = []
    for letters, title, members in families:
        headings.append(Heading(letters, texts.families.get(letters, title), 2))
        headings += [Heading(rule.code, f"{rule.code} {rule.name}", 3) for rule in members]
    html = site.render("rules.html.jinja", PROBLEMS, families=families, texts=texts, marked_code=_marked_code)
    return Page(PROBLEMS, texts.title, texts.description, Fragment(html, tuple(headings)))


def _marked_code(text: str) -> Markup:
    """Return a rule's text as HTML: what stands between backticks is code."""
    pieces = _CODE.split(text)
    return Markup("").join(
        Markup("<code>{}</code>").format(piece) if index % 2 else escape(piece) for index, piece in enumerate(pieces)
    )
