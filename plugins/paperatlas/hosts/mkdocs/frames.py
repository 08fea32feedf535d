"""What a theme puts around a page, learned from one page and filled in for the others.

The pages of papers differ from each other, in what a theme makes of them, by their content, title, description and
addresses alone. A theme takes some ten milliseconds to say so for each of them. It is asked once with marks in the
place of these values; where the marks come out again is where the values of the others go. That a frame holds is not
assumed: it is compared with what the theme makes of real pages.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from html import escape
from types import MappingProxyType

from markupsafe import Markup

_PROBE = "&amp;&lt;x  &quot;"
"""Text that each way of writing it changes in another manner."""


def _plain(value: str) -> str:
    """Return the text without markup, as Jinja's `striptags` does."""
    return Markup(value).striptags()  # noqa: S704 - it ends as plain text


_WRITTEN: tuple[Callable[[str], str], ...] = (
    str,
    _plain,
    escape,
    lambda value: str(Markup.escape(value)),
    lambda value: escape(_plain(value)),
    lambda value: str(Markup.escape(_plain(value))),
)
"""How themes write a value: as it is, without markup, escaped in one way or the other."""

MARKED = ("title", "description", "slug", "edit_url", "content")
"""What the pages of one frame differ in; `slug` is the last part of a page's address, as it stands in addresses."""

_TEXTS = frozenset({"title", "description"})


def marks(content: str) -> Mapping[str, str]:
    """Return what is put in the place of each value to learn a frame; `content` stays inside the mark of its own.

    Themes look into the content (is there an `<h1>`?), so that it should be like that of the real pages.
    """
    probes = dict.fromkeys(_TEXTS, _PROBE) | {"content": content}
    return MappingProxyType({name: f"paqz{name}begin{probes.get(name, '')}paqz{name}end" for name in MARKED})


_MARK = re.compile(rf"paqz({'|'.join(MARKED)})begin(.*?)paqz\1end", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a value goes, and how it is written there."""

    name: str
    write: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class PageFrame:
    """A page with slots."""

    parts: tuple[str | Slot, ...]

    @property
    def digest(self) -> bytes:
        """Return what two frames have in common that fill in everything alike."""
        slots = (part if isinstance(part, str) else f"{part.name} {_WRITTEN.index(part.write)}" for part in self.parts)
        return blake2b("\0".join(slots).encode(errors="surrogatepass"), digest_size=16).digest()

    def fill(self, values: Mapping[str, str]) -> str:
        """Return the page with these values, one for each of `MARKED`."""
        return "".join([part if isinstance(part, str) else part.write(values[part.name]) for part in self.parts])


def learn_frame(html: str) -> PageFrame | None:
    """Return the frame of a page that was made with `marks`; None if one is cut or written in no way that is known."""
    parts: list[str | Slot] = []
    end = 0
    for mark in _MARK.finditer(html):
        name, inside = mark.groups()
        write = _way_of_writing(inside) if name in _TEXTS else _WRITTEN[0]
        if write is None:
            return None
        parts += [html[end : mark.start()], Slot(name, write)]
        end = mark.end()
    rest = html[end:]
    # A mark that was cut or changed would be published.
    return (
        None
        if "paqz" in rest or any("paqz" in part for part in parts if isinstance(part, str))
        else PageFrame((*parts, rest))
    )


def _way_of_writing(probe: str) -> Callable[[str], str] | None:
    return next((write for write in _WRITTEN if write(_PROBE) == probe), None)
