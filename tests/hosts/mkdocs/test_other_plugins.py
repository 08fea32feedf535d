"""Plugins that people have beside ours, as far as generated pages are not what they expect of a page."""

from __future__ import annotations

from tests.atlas.test_assemble import entry
from tests.hosts.conftest import BuildSite

READS_PAGES = """
from lxml.html import fromstring


def on_page_content(html, page, config, files):
    fromstring(html)  # as mkdocs-video: raises where there is no element
"""
DATES_FILES = """
from pathlib import Path
from mkdocs.plugins import BasePlugin


def on_config(config):
    config.plugins["rss"] = BasePlugin()


def on_page_content(html, page, config, files):
    if not page.meta.get("draft"):  # as mkdocs-rss-plugin
        Path(page.file.abs_src_path)
"""
FILES = {"bib/a.bib": entry("a"), "docs/note.md": "# Note\n\n[@a]\n"}


def test_a_plugin_that_reads_the_html_of_pages_never_gets_one_without_elements(build_site: BuildSite) -> None:
    site = build_site(FILES | {"hook.py": READS_PAGES}, hooks=["hook.py"])
    assert site.warnings == []
    assert site.page("papers/a/").select_one("h1") is not None


def test_generated_pages_are_drafts_to_the_plugin_that_dates_files(build_site: BuildSite) -> None:
    site = build_site(FILES | {"hook.py": DATES_FILES}, hooks=["hook.py"])
    assert site.warnings == []
    assert site.page("papers/a/").select_one("h1") is not None
