"""Templates: where they are, and what every one of them can use."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from paperatlas.atlas import Address, Atlas, href
from paperatlas.bibliography import MarkedText, NameList
from paperatlas.pages.messages import Messages


@dataclass(frozen=True)
class Site:
    """What all pages of one language have in common."""

    atlas: Atlas
    messages: Messages
    environment: Environment
    directory_urls: bool = True

    def link_from(self, origin: Address) -> Callable[[str], str]:
        """The function that turns an address into a relative link from the page at `origin`."""
        return lambda target: href(origin, Address(target), directory_urls=self.directory_urls)

    def render(self, template: str, origin: Address, **values: object) -> str:
        """Render a template for the page at `origin`: it sees `atlas`, `t` (the messages) and `link`."""
        return self.environment.get_template(template).render(
            atlas=self.atlas, t=self.messages, link=self.link_from(origin), origin=origin, **values
        )


def shipped_templates() -> Path:
    """The folder of the templates that come with PaperAtlas.

    A wheel carries them inside the package; in a checkout, editable installs included, they stand at its
    top level.
    """
    package = Path(__file__).resolve().parents[1]
    inside = package / "templates"
    return inside if inside.is_dir() else package.parents[1] / "templates"


def make_site(
    atlas: Atlas,
    messages: Messages,
    *,
    own_templates: Sequence[Path] = (),
    directory_urls: bool = True,
) -> Site:
    """The site of `atlas`; a template in `own_templates` replaces the shipped one of that name."""
    environment = Environment(
        loader=FileSystemLoader([*own_templates, shipped_templates()]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["marked"] = _marked
    environment.filters["authors"] = partial(_authors, messages)
    return Site(atlas, messages, environment, directory_urls)


def _marked(text: MarkedText) -> Markup:
    """A marked-up text as HTML, which it has escaped itself."""
    return Markup(text.html)  # noqa: S704


def _authors(messages: Messages, authors: NameList, most: int = 0) -> str:
    """Names in a row: the first `most` of them (0: all), then words for the others."""
    names = [name.display for name in authors.names]
    shown = names[:most] if most and len(names) > most + 1 else names
    text = messages.list_separator.join(shown)
    return f"{text} {messages.et_al}" if authors.others or len(shown) < len(names) else text
