"""The sections of a page, as Material's own parser finds them."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from material.plugins.search import plugin as material  # type: ignore[import-untyped]

from paperatlas.hosts.mkdocs.search_index import SearchIndex, search_index_of, sections

PAGES = [
    "",
    "text only",
    "<p>before</p><h1>Title</h1>",
    '<h1 id="t">T &amp; <code>c</code><a class="headerlink" href="#t">¶</a></h1><p>a  b\n c</p><p> </p><ul><li></li></ul>',
    '<h2 id="a">A</h2>text<h3 id="b">B</h3><p>more &lt;b&gt;</p><h2 id="c" data-search-exclude>C</h2>gone',
    '<div><h2 id="a">A</h2><p>in</p></div><p>out</p><section><h3 id="b">B</h3>x</section>y',
    "<h1>T</h1><section data-search-exclude><p>no</p></section><p>yes</p>",
    "<h1>T</h1><div data-search-exclude><div>no</div>quirk</div><p>yes</p>",
    '<h1 id="t">T</h1><section data-search-exclude><h2 id="r">R</h2><p>no</p></section><p>yes</p>',
    '<script>if (a < b) { "</p>" }</script><style>p > a {}</style><p>x</p>',
    '<svg viewBox="0 0 1 1"><g><path d="M0 0"/><text>label</text></g></svg><br><img src="x" alt="a>b">after',
    "<pre>  a\n\n  b <b> c</b></pre><!-- <p>comment</p> --><p>d</p>",
    '<table class="highlighttable"><td class="linenos"><div class="linenodiv"><pre>1</pre></div></td></table>x',
    "<p><em>a</em> <em>b</em></p>\n\n<p>深度 学习&#160;流</p>",
]


def parsed(html: str) -> list[Any]:
    parser: Any = material.Parser()
    parser.feed(html)
    parser.close()
    return [(part.el.tag, part.id, part.is_excluded(), part.title, part.text) for part in parser.data]


@pytest.mark.parametrize("html", PAGES)
def test_sections_are_those_of_materials_parser(html: str) -> None:
    joined = [(*found[:3], "".join(found[3]), "".join(found[4])) for found in parsed(html)]
    ours = [(part.tag, part.id, part.excluded, "".join(part.title), "".join(part.text)) for part in sections(html)]
    assert ours == joined


class Parsing(material.SearchIndex):  # type: ignore[misc]
    """An index whose parser finds more than there is."""

    def add_entry_from_context(self, page: Any) -> None:
        super().add_entry_from_context(page)
        self.entries.append("more")


@pytest.mark.parametrize(("kind", "agrees"), [(material.SearchIndex, True), (Parsing, False)])
def test_a_sample_is_compared_with_what_the_plugin_adds(kind: type[Any], *, agrees: bool) -> None:
    index = kind(lang=["en"], separator="", pipeline=[], fields={})
    page: Any = SimpleNamespace(content=PAGES[3], toc=[], url="papers/a/", meta={}, title="T")
    assert SearchIndex(index, index.entries).add(page, sample=True) is agrees
    assert index.entries[0]["location"] == "papers/a/"


def test_a_page_that_is_not_searched_is_in_no_index() -> None:
    index = material.SearchIndex(lang=["en"], separator="", pipeline=[], fields={})
    excluded = {"search": {"exclude": True}}
    page: Any = SimpleNamespace(content=PAGES[3], toc=[], url="papers/page/2/", meta=excluded, title="T")
    assert SearchIndex(index, index.entries).add(page, sample=True)
    assert index.entries == []


def test_a_site_may_have_no_search() -> None:
    config: Any = SimpleNamespace(plugins={"x": SimpleNamespace(config=SimpleNamespace())})
    assert search_index_of(config) is None


def test_the_end_of_a_page_is_read_as_if_it_stood_there() -> None:
    start, end = PAGES[3], PAGES[4]
    whole = [part for part in sections(start + end) if part not in sections(start)]
    after = [(part.id, part.title, part.text) for part in sections(end, first=False)]
    assert [(part.id, part.title, part.text) for part in whole][-len(after) :] == after
    assert [part.id for part in sections(end, first=False)] == ["a", "b", "c"]
