"""A search index that browsers load from a disk."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from paperatlas.build.search.records import SearchRecord
from paperatlas.build.search.script_index import TextSection, text_sections, write_script_index

PAGES: list[tuple[str, list[TextSection]]] = [
    ("<p>One &amp; two.</p><p>Three.</p>", [("", "", "One & two. Three.")]),
    ("<h1>Title</h1><p>Text.</p>", [("", "", "Text.")]),
    ('<p>A</p><h2 id="x">Head<a class="headerlink">¶</a></h2><p>B</p>', [("", "", "A"), ("x", "Head", "B")]),
    ("<h2>No id</h2><p>B</p>", [("", "", "No id B")]),
    ("<p>注意<b>力</b>机<em>制</em></p><p>网络</p>", [("", "", "注意力机制 网络")]),
    ("<p>a<br>b</p><table><tr><td>c<td>d</table>", [("", "", "a b c d")]),
    ("<p>a</p><section data-search-exclude><p>b<img>c</p></section><p>d</p>", [("", "", "a d")]),
    ("<script>var a = '<p>';</script><style>p{}</style><svg><text>t</text></svg><p>d</p>", [("", "", "d")]),
    ("<p>unclosed <b>bold <p>next</div></p> end", [("", "", "unclosed bold next end")]),
    ('<h2 id="x"></h2>', [("x", "", "")]),
    ("", []),
]


@pytest.mark.parametrize(("html", "found"), PAGES)
def test_the_sections_of_a_page(html: str, found: list[TextSection]) -> None:
    assert text_sections(html) == found


def test_a_language_is_a_script(tmp_path: Path) -> None:
    records = [
        SearchRecord("papers/b.html", "zh-Hans", "乙", "何", "<p>文</p>"),
        SearchRecord("papers/%E7%94%B2.html", "zh-Hans", "甲 </script>"),
        SearchRecord("en/papers/b.html", "en", "B"),
    ]
    write_script_index(records, tmp_path)
    start, _, data = (tmp_path / "search/zh-hans.js").read_text(encoding="utf-8").partition('["zh-hans"] = ')
    assert start == "((window.paperatlas ??= {}).searchPages ??= {})"
    pages = json.loads(data.removesuffix(";\n"))
    assert pages == [["papers/甲.html", "甲 </script>", "", []], ["papers/b.html", "乙", "何", [["", "", "文"]]]]
    assert (tmp_path / "search/en.js").is_file()
