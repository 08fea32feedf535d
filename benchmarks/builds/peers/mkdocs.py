"""MkDocs with Material, from Markdown files: the host without PaperAtlas, in the same environment."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.builds.configuration import mkdocs_configuration
from benchmarks.builds.markdown_pages import MarkdownPage
from benchmarks.builds.sides import MKDOCS, Side, write_tree


def mkdocs_side(folder: Path, pages: Sequence[MarkdownPage]) -> Side:
    """Write the pages as a site without PaperAtlas: the same theme, the same search, the same one page in the nav."""
    write_tree(folder, markdown_files(pages) | {"mkdocs.yml": mkdocs_configuration(["search"])})
    mkdocs = (sys.executable, "-m", "mkdocs")
    return Side(
        MKDOCS,
        folder,
        (*mkdocs, "build"),
        len(pages),
        # Without --livereload, MkDocs 1.6 with a new click does not watch its files.
        serve=(*mkdocs, "serve", "--livereload", "--dev-addr", "127.0.0.1:{port}"),
    )


def markdown_files(pages: Sequence[MarkdownPage]) -> dict[str, str]:
    """Return the pages and their drawings as files below `docs/`, with a home page."""
    drawings = {f"docs/{path}": svg for page in pages for path, svg in page.drawings.items()}
    return {"docs/index.md": "# Home\n"} | {f"docs/{page.path}": page.text for page in pages} | drawings
