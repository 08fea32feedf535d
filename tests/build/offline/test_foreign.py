"""What a page loads from another host."""

from __future__ import annotations

import pytest

from paperatlas.build.offline.foreign import foreign_files, is_foreign, needs_mermaid

URLS = [
    ("https://example.org/a.js", True),
    ("HTTP://example.org/a.js", True),
    ("//cdn.example/a.js", True),
    (" https://example.org/a.js ", True),
    ("a.js", False),
    ("../a.js?https://example.org", False),
    ("/a.js", False),
    ("data:image/png;base64,AAAA", False),
    ("https:", False),
    ("https://[bad", False),
    ("", False),
]


@pytest.mark.parametrize(("url", "foreign"), URLS)
def test_which_addresses_are_of_another_host(url: str, foreign: bool) -> None:
    assert is_foreign(url) == foreign


PAGES = [
    ('<img alt="x" src="https://a.example/x.png">', ["https://a.example/x.png"]),
    ("<img src='//a.example/x.png?a&amp;b'/>", ["//a.example/x.png?a&b"]),
    ("<IMG SRC=https://a.example/x.png>", ["https://a.example/x.png"]),
    ('<video poster="https://a.example/p.png" controls>', ["https://a.example/p.png"]),
    ('<iframe title="t" src="https://a.example/"></iframe>' * 2, ["https://a.example/"]),
    ('<object data="https://a.example/x.svg">', ["https://a.example/x.svg"]),
    ('<link href="https://a.example/x.css" rel="stylesheet">', ["https://a.example/x.css"]),
    ('<link rel="canonical" href="https://a.example/x/">', []),
    ('<a href="https://a.example/x.png">x</a>', []),
    ('<img src="x.png" alt="https://a.example/x.png">', []),
    ("<p>src=https://a.example/x.png</p>", []),
]


@pytest.mark.parametrize(("html", "found"), PAGES)
def test_what_a_page_loads(html: str, found: list[str]) -> None:
    assert list(foreign_files(html)) == found


@pytest.mark.parametrize(
    ("html", "scripts", "needs"),
    [
        ('<pre class="mermaid"><code>graph</code></pre>', [], True),
        ('<div class="wide mermaid">graph</div>', [], True),
        ('<pre class="mermaid"><code>graph</code></pre>', ["js/mermaid.min.js"], False),
        ('<pre class="mermaids">', [], False),
        ("<p>mermaid</p>", [], False),
    ],
)
def test_a_diagram_that_a_theme_draws_with_a_script_of_another_host(html: str, scripts: list[str], needs: bool) -> None:
    assert needs_mermaid(html, scripts) == needs
