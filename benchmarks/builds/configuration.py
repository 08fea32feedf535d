"""The configuration that a MkDocs site with PaperAtlas and one without it share."""

from __future__ import annotations

from collections.abc import Sequence

# One page in the navigation, all else outside it, on both sides: a page in the navigation makes every page dearer.
_SHARED = """\
site_name: Large library
site_url: https://example.org/
theme:
  name: material
  font: false
nav:
  - index.md
not_in_nav: |
  /directions/
  /notes/
  /papers/
validation:
  links:
    anchors: ignore
markdown_extensions:
  - attr_list
  - tables
  - toc:
      permalink: true
"""


def mkdocs_configuration(plugins: Sequence[str]) -> str:
    """Return a mkdocs.yml with these plugins."""
    return f"{_SHARED}plugins: [{', '.join(plugins)}]\n"
