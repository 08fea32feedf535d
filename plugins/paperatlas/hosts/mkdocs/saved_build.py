"""A build of a served site after some of its pages or entries alone were saved: of these, not of everything."""

from __future__ import annotations

from collections.abc import Callable, Collection

from mkdocs.config.base import LegacyConfig
from mkdocs.plugins import get_plugin_logger

from paperatlas.build.options import Options
from paperatlas.hosts.mkdocs.asked_pages import AskedPages
from paperatlas.hosts.mkdocs.language_site import LanguageSite
from paperatlas.hosts.mkdocs.output import SiteOutput
from paperatlas.hosts.mkdocs.page_events import PageEvents
from paperatlas.hosts.mkdocs.saved_files import SavedFiles, saved_alone
from paperatlas.pages import COLLECTIVE_PAGES

log = get_plugin_logger("paperatlas")


def build_saved(
    asked: AskedPages,
    events: PageEvents,
    output: SiteOutput,
    own_config: LegacyConfig,
    options: Options,
    before: SavedFiles | None,
    write_pages: Callable[[], None],
) -> SavedFiles | None:
    """Build what was saved since `before`; return the files as they are now.

    Return None if that is not all that has changed, or if it cannot be built by itself: then everything has to be
    built. `own_config` is the plugin's part of the configuration, as it is written; `write_pages` writes the pages that
    MkDocs does not make and the indexes of search, or leaves them to be made.
    """
    config = asked.host.config
    pages = events.site.pages
    found = saved_alone(config, options, pages.sources.values(), before)
    if found is None:
        return None
    now, saved = found
    log.info("Building what was saved...")
    site = LanguageSite.read(
        pages, config, own_config, options, events.site, when_asked=output.postpones, is_last=False
    )
    if not site.built.has_addresses_of(events.site.built):
        return None
    output.begin(config)
    try:
        events.build_again(site, config)
        for export in events.added.exports:
            output.write_file(export)
        write_pages()
        asked.build_again(output.served, _to_be_read(asked, events, saved))
        output.end(config)
    except Exception:
        log.debug("What was saved cannot be built by itself:", exc_info=True)
        output.fail()
        return None
    log.info(site.summary())
    return now


def _to_be_read(asked: AskedPages, events: PageEvents, saved: Collection[str]) -> set[str]:
    """Return the pages that cannot wait: saved ones, those something was said of, those whose title may change."""
    sources = {file.src_uri for file in asked.pages if file.abs_src_path in saved}
    titles = {source for source, page in events.added.by_mkdocs.items() if page.address not in COLLECTIVE_PAGES}
    return sources | titles | events.cache.take_warned()
