"""Pages with what extensions of Python-Markdown include in them, put in by these before citations are marked."""

from __future__ import annotations

from typing import Any

from markdown import Markdown

from paperatlas.build.configuration import Configuration, plugins_of
from paperatlas.build.includes import BRACED_INCLUDES, SNIPPETS
from paperatlas.hosts.marking import MarkWhenWhole

INCLUDING = (SNIPPETS, *BRACED_INCLUDES)
"""The extensions that include, whose work is done when a page is staged."""


def expand(markdown: str, configuration: Configuration) -> str:
    """Return a page with the texts that it includes; raises whatever an extension raises that does not find one."""
    includes = configuration.includes
    if not includes:
        return markdown
    options = plugins_of(configuration.values.get("markdown_extensions"))
    found: dict[str, dict[str, Any]] = {name: dict(options[name]) for name in INCLUDING if name in options}
    for name, own in found.items():
        folders = [str(folder) for folder in (includes.snippets if name == SNIPPETS else includes.braced)]
        # Where files are looked for follows from the configuration, wherever this command runs.
        own["base_path"] = folders if name == SNIPPETS else folders[0]
    whole: list[str] = []

    def take(text: str) -> str:
        whole.append(text)
        return ""

    Markdown(extensions=[*found, MarkWhenWhole(take)], extension_configs=found).convert(markdown)
    return whole[0] if whole else markdown
