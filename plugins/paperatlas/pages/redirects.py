"""Pages at former addresses, which lead to where a paper or a direction is now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from urllib.parse import quote, urlsplit

from paperatlas.atlas import Address
from paperatlas.atlas.addresses import page_file
from paperatlas.atlas.model import Redirect
from paperatlas.exports.files import ExportFile
from paperatlas.pages.render import Site, absolute

REDIRECTS = Address("_redirects")
"""Where some hosts look for former addresses, so that they answer with the new one at once."""


def redirect_files(site: Site, redirects: Iterable[Redirect], site_url: str) -> Iterator[ExportFile]:
    """Yield the page at each former address, in the language of the site."""
    url = f"{site_url.rstrip('/')}/{site.folder}" if site_url else ""
    titles = {direction.address: direction.title for direction in site.atlas.directions.values()}
    titles |= {paper.address: paper.name for paper in site.atlas.papers.values()}
    for redirect in redirects:
        address = page_file(redirect.former, directory_urls=site.directory_urls)
        title = titles.get(redirect.address, "")
        yield ExportFile(address, partial(_page, site, redirect, title, url), localised=True)


def redirects_text(site: Site, redirects: Iterable[Redirect], folders: Iterable[str], site_url: str) -> str:
    """Return what hosts read of former addresses, in the folders of all languages: Netlify, Cloudflare, GitLab."""
    root = urlsplit(site_url).path.rstrip("/")
    folders = tuple(folders)

    def path(folder: str, address: Address) -> str:
        file = address if site.directory_urls else page_file(address)
        return quote(f"{root}/{folder}{file}")

    return "".join(
        f"{path(folder, redirect.former)} {path(folder, redirect.address)} 301\n"
        for redirect in redirects
        for folder in folders
    )


def _page(site: Site, redirect: Redirect, title: str, url: str) -> str:
    canonical = absolute(site, redirect.address, url)
    values = {"target": redirect.address, "title": title, "canonical": canonical, "language": site.messages.language}
    return site.render("redirect.html.jinja", redirect.former, **values)
