"""The site under the Content-Security-Policy that hosts send: nothing in it needs to be written inside a page.

All browser tests of the atlas, of the site for a disk and of search run under it, and fail if it stops anything.
"""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from paperatlas.build.headers.inline_parts import find_inline_parts
from tests.conftest import write_files
from tests.whole_site.conftest import BuiltSite, headers_of, served, violations_in

THEME = "<script>document.title = 'theme'</script>"
OF_A_TEXT = """<p id="a" style="color: red">a</p><script>document.title = 'text'</script>
<a href="data:application/x-bibtex;charset=utf-8,%40article%7Ba%7D" download="a.bib">BibTeX</a>"""


def test_no_page_of_the_atlas_has_anything_inside_it(atlas_site: BuiltSite) -> None:
    pages = ((address, path.read_text(encoding="utf-8")) for address, path in atlas_site.files.items())
    assert find_inline_parts(pages).of_pages == {}


def test_what_a_text_brings_is_stopped_and_what_a_theme_has_runs(page: Page, tmp_path: Path) -> None:
    """Also shows that the other tests would see what is stopped, and that a page may hold downloads."""
    write_files(tmp_path, {"a.html": THEME + OF_A_TEXT, "b.html": THEME, "c.html": THEME})
    with page.context.new_page() as own, served(tmp_path, headers_of(tmp_path)) as host:
        violations = violations_in(own)
        own.goto(f"{host}a.html")
        expect(own).to_have_title("theme")
        assert own.locator("#a").evaluate("element => getComputedStyle(element).color") == "rgb(0, 0, 0)"
        with own.expect_download() as download:
            own.get_by_text("BibTeX").click()
        assert download.value.path().read_text() == "@article{a}"
    assert len(violations) == 2
