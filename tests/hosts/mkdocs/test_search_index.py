"""The sections of a page, as Material's own parser finds them."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from material.plugins.search import plugin as material  # type: ignore[import-untyped]
from mkdocs.contrib.search import search_index as contrib

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
    "<pre>a<b> </b><i>\n</i>b</pre><p>c<b> </b><i> </i>d</p>",
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


RECORD = ("papers/a/", "A < B", "<p>x &lt; y</p><p>注意力</p>")


def test_a_page_without_html_is_added_as_the_plugin_adds_one() -> None:
    index = material.SearchIndex(lang=["en"], separator="", pipeline=[], fields={})
    page: Any = SimpleNamespace(
        content="<h1>A &lt; B</h1><p>x &lt; y</p><p>注意力</p>", toc=[], url="papers/a/", meta={}, title="A &lt; B"
    )
    index.add_entry_from_context(page)
    [parsed] = index.entries
    added = SearchIndex(index, index.entries).text_entry(*RECORD)
    assert (added["location"], added["title"]) == (parsed["location"], parsed["title"])
    assert added["text"] in parsed["text"]
    assert index.entries == [parsed]


@pytest.mark.parametrize(("indexing", "text"), [("full", "x < y 注意力"), ("titles", "")])
def test_a_page_without_html_in_the_index_of_mkdocs(indexing: str, text: str) -> None:
    index = contrib.SearchIndex(indexing=indexing)
    found = SearchIndex(index, index._entries)
    assert found.takes_texts
    assert found.text_entry(*RECORD) == {"location": "papers/a/", "title": "A < B", "text": text}


def test_a_site_may_have_no_search() -> None:
    config: Any = SimpleNamespace(plugins={"x": SimpleNamespace(config=SimpleNamespace())})
    assert search_index_of(config) is None


def test_the_end_of_a_page_is_read_as_if_it_stood_there() -> None:
    start, end = PAGES[3], PAGES[4]
    whole = [part for part in sections(start + end) if part not in sections(start)]
    after = [(part.id, part.title, part.text) for part in sections(end, first=False)]
    assert [(part.id, part.title, part.text) for part in whole][-len(after) :] == after
    assert [part.id for part in sections(end, first=False)] == ["a", "b", "c"]
