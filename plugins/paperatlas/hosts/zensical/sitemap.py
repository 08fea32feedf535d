"""The sitemap of a staged site: Zensical's names only the pages of the navigation, of one language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from paperatlas.atlas.addresses import page_address
from paperatlas.hosts.zensical.staging import StagedSite
from paperatlas.pages.render import absolute
from paperatlas.storage.files import write_output

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def write_sitemaps(staged: StagedSite, folder: Path) -> None:
    """Write the sitemap of the whole site, and that of each further language, which the theme's script asks for."""
    base = str(staged.values.get("site_url") or "")
    if not base:
        return
    pages = {language: dict(_pages(staged, language, base)) for language in staged.built}
    languages = staged.configuration.languages
    for language in pages:
        shown = pages if language == languages.first else [language]
        entries = (entry for each in shown for entry in _entries(pages, each))
        text = "".join([_HEAD, *entries, "</urlset>\n"])
        write_output(str(folder / languages.folder(language) / "sitemap.xml"), text.encode())


def _pages(staged: StagedSite, language: str, base: str) -> Iterator[tuple[str, str]]:
    """Yield the pages of a language, each with its address on the web."""
    built = staged.built[language]
    url = f"{base.rstrip('/')}/{built.site.folder}"
    sources = dict.fromkeys([*(page.source for page in staged.pages[language]), *built.pages])
    for source in sources:
        yield source, absolute(built.site, page_address(source), url)


def _entries(pages: dict[str, dict[str, str]], language: str) -> Iterable[str]:
    for source, address in pages[language].items():
        others = "".join(
            f'    <xhtml:link rel="alternate" hreflang={quoteattr(other)} href={quoteattr(found[source])}/>\n'
            for other, found in pages.items()
            if len(pages) > 1 and source in found
        )
        yield f"  <url>\n    <loc>{escape(address)}</loc>\n{others}  </url>\n"
