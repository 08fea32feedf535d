"""A site to be opened from a disk, and what any site asks other hosts for."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

from paperatlas.build.offline.foreign import foreign_files
from tests.atlas.test_assemble import entry
from tests.hosts.conftest import BuildSite, Built
from tests.hosts.mkdocs.test_languages import FILES, LANGUAGES

LIBRARY = {"bib/a.bib": entry("a", ids="former")}
FROM_ELSEWHERE = """\
# Home

![Picture](https://pictures.example/a.png)

<video src="//films.example/a.mp4"></video>

```mermaid
graph LR
```
"""


def pages(site: Built) -> dict[str, str]:
    return {
        path.relative_to(site.root).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(site.root.rglob("*.html"))
    }


def links(html: str) -> list[str]:
    """Where a page leads to, and what it loads; the theme's templates write some of it without quotes."""
    return re.findall(r"""<[^>]*?\s(?:href|src|action)=["']?([^"'\s>]+)""", html)


def dead_links(site: Built) -> set[tuple[str, str]]:
    """The links of pages which name no file, as a browser needs to follow them on a disk."""
    dead = set()
    for page, html in pages(site).items():
        for link in links(html):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc or not parts.path:
                continue
            target = Path(site.root, page).parent / unquote(parts.path)
            if parts.path.startswith("/") or not target.is_file():
                dead.add((page, link))
    return dead


def test_every_link_names_a_file_in_both_languages(build_site: BuildSite) -> None:
    site = build_site(
        FILES | {"bib/more.bib": entry("more", ids="former, 旧")},
        plugins=["search", {"i18n": {"languages": LANGUAGES}}, {"paperatlas": {"offline": True}}],
        theme={"name": "material", "language": "zh", "features": ["navigation.tabs"]},
        site_url="https://example.org/atlas/",
        repo_url="https://github.com/example/atlas",
    )
    assert site.warnings == []
    found = pages(site)
    assert {"papers/nice.html", "en/papers/nice.html", "papers/former.html", "en/papers/former.html"} <= found.keys()
    assert not {"404.html", "sitemap.xml"} & {path.name for path in site.root.iterdir()}
    assert dead_links(site) == set()
    assert [url for html in found.values() for url in foreign_files(html)] == []
    assert not any('data-md-component="source"' in html for html in found.values())
    assert "https://github.com/example/atlas" in found["index.html"]
    for language, title in (("zh", "中文摘要"), ("en", "In English.")):
        text = (site.root / f"search/{language}.js").read_text(encoding="utf-8")
        records = {record[0]: record for record in json.loads(text.partition("] = ")[2].removesuffix(";\n"))}
        assert title in json.dumps(records, ensure_ascii=False)
        assert all(address.startswith("en/") == (language == "en") for address in records)
        assert all((site.root / address).is_file() for address in records)
    assert not (site.root / "search/search_index.json").exists()


def test_what_comes_from_other_hosts_is_left_out_or_told(build_site: BuildSite) -> None:
    site = build_site(
        LIBRARY | {"docs/index.md": FROM_ELSEWHERE},
        plugins=["search", "offline", {"paperatlas": {"search": "pagefind"}}],
        theme={"name": "material", "font": {"text": "Roboto"}},
        extra={"analytics": {"provider": "google", "property": "G-1"}, "polyfills": ["https://cdn.example/p.js"]},
        extra_css=["https://cdn.example/a.css"],
        extra_javascript=["https://cdn.example/a.js", "own.js"],
        markdown_extensions=[
            {"pymdownx.superfences": {"custom_fences": [{"name": "mermaid", "class": "mermaid", "format": _fence}]}}
        ],
    )
    assert [warning.split(": ")[1] for warning in site.warnings] == [
        *["mkdocs.yml"] * 3,
        "docs/index.md:1:1",
        "docs/index.md:3:12",
        "docs/index.md:5:13",
    ]
    assert all("[OFF001]" in warning for warning in site.warnings)
    found = pages(site)
    assert list(foreign_files(found["index.html"])) == [
        "https://pictures.example/a.png",
        "//films.example/a.mp4",
    ]
    assert [url for page, html in found.items() if page != "index.html" for url in foreign_files(html)] == []
    assert "google" not in found["index.html"]


def _fence(source: str, *_: object, **__: object) -> str:
    return f'<pre class="mermaid">{source}</pre>'


THEMES: list[dict[str, Any]] = [{"name": "material"}, {"name": "mkdocs"}, {"name": "readthedocs"}]


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme["name"])
def test_no_page_of_any_theme_asks_another_host(build_site: BuildSite, theme: dict[str, Any]) -> None:
    site = build_site(
        LIBRARY, plugins=["search", "paperatlas"], theme=theme, repo_url="https://github.com/example/atlas"
    )
    assert [url for html in pages(site).values() for url in foreign_files(html)] == []
    assert not any('data-md-component="source"' in html for html in pages(site).values())


def test_a_site_keeps_what_it_wants_in_so_many_words(build_site: BuildSite) -> None:
    site = build_site(LIBRARY, theme={"name": "readthedocs", "highlightjs": True})
    assert any("highlight" in url for url in foreign_files(pages(site)["index.html"]))
