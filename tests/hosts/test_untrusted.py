"""Notes of people who are not trusted."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from markdown import Markdown
from mkdocs.exceptions import Abort

from paperatlas.build.includes import NO_INCLUDES, read_includes
from paperatlas.build.options import Options
from paperatlas.hosts.mkdocs import plugin
from paperatlas.hosts.untrusted import MISSING, sanitise
from paperatlas.hosts.zensical import refused
from paperatlas.hosts.zensical.page_text import PageInsert, staged_text
from paperatlas.hosts.zensical.program import ZensicalError
from tests.hosts.conftest import BuildSite

ENTRY = "@misc{a, title = {A}, author = {B C}, year = 2020, keywords = {boats}}\n"
NOTE = (
    "---\nsummary: S\n---\n# Boats &lt;/title>&lt;script>xss()&lt;/script>\n\n"
    "By [@a]. <img src=x onerror=xss()> [x](javascript:xss()) <script>xss()</script>\n\n"
    "## B <b onload=xss()>\n\n| a |\n|:-:|\n| b |\n\nA formula: $x^2$.\n\n<!-- paperatlas: graph -->\n"
)


@pytest.mark.parametrize(
    ("html", "clean"),
    [
        ("<p>a <script>x()</script><img src=x onerror=x()></p>", '<p>a <img src="x"></p>'),
        (
            '<a href="java&#9;script:x()">x</a> <a href="../p/#q" title="t">y</a>',
            '<a>x</a> <a href="../p/#q" title="t">y</a>',
        ),
        ('<a href="mailto:a@b.org">x</a><a href="data:text/html,x">y</a>', '<a href="mailto:a@b.org">x</a><a>y</a>'),
        ("<style>*{}</style><p style='position:fixed'>x</p>", "<p>x</p>"),
        ('<iframe src="x"></iframe><form action="x"><input name="p"><input type="password"></form>', ""),
        (
            '<input type="radio" id="t"><input type="checkbox" disabled>',
            '<input type="radio" id="t"><input type="checkbox" disabled="">',
        ),
        (
            '<table><tbody><tr><td align="left" style="text-align: left">a</td></tr></tbody></table>',
            '<table><tbody><tr><td align="left">a</td></tr></tbody></table>',
        ),
        ("<math><mtext><table><mglyph><style><img src=x onerror=x()>", ""),
        ('<svg><a href="javascript:x()"><path d="M1"/></a></svg>', '<svg><a><path d="M1"></path></a></svg>'),
        (
            '<div class="pa-graph pa-graph--full modal admonition note">x</div><p class="md-consent__overlay">y</p>',
            '<div class="admonition note">x</div><p>y</p>',
        ),
        (
            '<p id="__config">{}</p><h2 id="a">A</h2><input type="radio" id="__tabbed_1_1"><a id="__codelineno-0-1"></a>',
            '<p>{}</p><h2 id="a">A</h2><input type="radio" id="__tabbed_1_1"><a id="__codelineno-0-1"></a>',
        ),
        ("<!-- c --><!-- paperatlas: graph -->", "<!-- paperatlas: graph -->"),
        ('<span data-pa-cited="3">[1]</span>', '<span data-pa-cited="3">[1]</span>'),
    ],
)
def test_what_acts_is_taken_out(html: str, clean: str) -> None:
    assert sanitise(html) == clean


def test_what_is_generated_stays(build_site: BuildSite) -> None:
    files = {"bib/a.bib": ENTRY, "docs/directions/boats.md": NOTE}
    built = build_site(files, {"untrusted_notes": True}, theme={"name": "material", "font": False})
    page = built.page("directions/boats/")
    text = str(page)
    assert "onerror" not in text
    assert "onload" not in text
    assert not page.select('[href*="javascript:xss"], [src*="javascript:xss"]')
    assert not [script for script in page("script") if "xss" in script.text]
    assert page.select_one("a.pa-cite, .pa-cite a")
    assert page.select_one("math")
    assert page.select_one(".pa-refs, .pa-ref")
    assert page.select_one('a[href*="papers/a/"]')


def test_zensical_sanitises_as_well() -> None:
    markdown = Markdown(extensions=["paperatlas.hosts.zensical.page_extension"])
    insert = PageInsert(pieces=("<b data-ours>1</b>",), untrusted=True)
    body = '<span data-pa-cited="0">.</span> <img src=x onerror=x()>'
    html = markdown.convert(staged_text("", body, insert).partition("---\n\n")[2])
    assert "onerror" not in html
    assert "<b data-ours>1</b>" in html


def test_a_site_that_cannot_sanitise_is_not_built(build_site: BuildSite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plugin, "can_sanitise", lambda: False)
    with pytest.raises(Abort, match="nh3"):
        build_site({}, {"untrusted_notes": True})
    monkeypatch.setattr(refused, "can_sanitise", lambda: False)
    with pytest.raises(ZensicalError) as refusal:
        refused.check_options(Options(untrusted_notes=True), NO_INCLUDES)
    assert str(refusal.value) == MISSING


ANYTHING: list[tuple[dict[str, Any], dict[str, Any], str]] = [
    ({"markdown_include.include": None}, {}, "markdown_include.include"),
    ({"mdx_include.mdx_include": {"base_path": "docs"}}, {}, "mdx_include.mdx_include"),
    ({"pymdownx.snippets": {"url_download": True}}, {}, "pymdownx.snippets: url_download"),
    ({}, {"include-markdown": {}}, "include-markdown"),
    ({"pymdownx.snippets": {"url_download": False}, "toc": {}}, {"search": {}}, ""),
]


@pytest.mark.parametrize(("extensions", "plugins", "named"), ANYTHING)
def test_what_includes_any_file_is_refused(
    extensions: dict[str, Any], plugins: dict[str, Any], named: str, tmp_path: Path
) -> None:
    includes = read_includes(extensions, plugins, tmp_path, tmp_path)
    assert includes.anything == ((named,) if named else ())
    refused.check_options(Options(), includes)
    if named:
        with pytest.raises(ZensicalError, match=f"'untrusted_notes' cannot be kept with {named}: a note could publish"):
            refused.check_options(Options(untrusted_notes=True), includes)


def test_mkdocs_refuses_it_as_well(build_site: BuildSite) -> None:
    def build_it(**options: bool) -> str:
        # MkDocs takes apart what it is given.
        extensions = [{"pymdownx.snippets": {"url_download": True}}]
        return str(build_site({}, options, markdown_extensions=extensions).page(""))

    with pytest.raises(Abort, match="url_download"):
        build_it(untrusted_notes=True)
    assert "Home" in build_it()
