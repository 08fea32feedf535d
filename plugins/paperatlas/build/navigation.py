"""The navigation that a site lists itself."""

from __future__ import annotations

from collections.abc import Iterator


def pages_in_navigation(item: object) -> Iterator[str]:
    """Yield what the `nav` of a site names: pages by their sources, and addresses elsewhere."""
    if isinstance(item, str):
        yield item
    elif isinstance(item, list):
        for value in item:
            yield from pages_in_navigation(value)
    elif isinstance(item, dict):
        for value in item.values():
            yield from pages_in_navigation(value)


def titles_in_navigation(nav: object) -> Iterator[str]:
    """Yield the titles that the `nav` of a site gives to pages and sections."""
    for item in nav if isinstance(nav, list) else ():
        for title, below in item.items() if isinstance(item, dict) else ():
            yield str(title)
            yield from titles_in_navigation(below)
