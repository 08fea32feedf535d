"""What the templates of a theme are, and what they speak of."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

import mkdocs
from mkdocs.theme import Theme

_SEPARATE = frozenset({".icons", "assets"})
"""Folders of an installed theme that go with its version: ten thousand icons, and what browsers load."""

_KNOWN = frozenset({"material", "mkdocs", "readthedocs"})
"""Themes of whose own templates it is known that a page shows of another its title, its metadata and its addresses."""

_MKDOCS = Path(mkdocs.__file__).parent
"""Where MkDocs and its search plugin have templates for every theme."""

_SITEMAP = "sitemap.xml"
"""The template of a file that lists all pages, which no page is made with."""
_DATES = re.compile(rb"build_date_utc|update_date")
_OTHER_PAGES = re.compile(
    rb"(?<![<\w./-])(?:nav|pages|homepage)(?![\w-])|previous_page|next_page|\b(?:parent|ancestors|children|alternates)\b"
)
"""How templates reach other pages than their own; `<nav` and `md-nav` are none."""


@dataclass(frozen=True, slots=True)
class ThemeFiles:
    """The templates of a theme; whether they may name the time of the build, and show content of other pages."""

    digest: str
    name_dates: bool
    show_other_pages: bool


def read_theme(theme: Theme) -> ThemeFiles:
    """Read all templates of a theme, those of the site among them."""
    digest = blake2b()
    dates = others = False
    for number, folder in enumerate(theme.dirs):
        own = folder == theme.custom_dir
        known = theme.name in _KNOWN or Path(folder).is_relative_to(_MKDOCS)
        for name, data in _files(folder, frozenset() if own else _SEPARATE):
            digest.update(f"{number} {name} {len(data)} ".encode())
            digest.update(data)
            if name == _SITEMAP:
                continue
            dates = dates or _DATES.search(data) is not None
            if own or not known:
                others = others or _OTHER_PAGES.search(data) is not None
    return ThemeFiles(digest.hexdigest(), dates, others)


def _files(root: str, without: frozenset[str]) -> Iterator[tuple[str, bytes]]:
    """Yield the files below a folder, with their paths there."""
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(set(folders) - without)
        for name in sorted(names):
            path = Path(folder, name)
            yield path.relative_to(root).as_posix(), path.read_bytes()
