"""What pages have inside them, and whose it is."""

from __future__ import annotations

import pytest

from paperatlas.build.headers.inline_parts import (
    InlinePart,
    InlineParts,
    find_inline_parts,
    inline_parts_of,
    is_page_data,
    styles_of_script,
)

# the HTML, what stands in it
PAGES = [
    ("<p>text</p><script src='a.js'></script><link rel=stylesheet href=a.css>", []),
    ("<script>a < b && c\r\n</script>", [("script", "a < b && c\n")]),
    ('<script type="module">a</script>', [("script", "a")]),
    ('<script type="application/ld+json">{}</script><script id=x type=application/json>{}</script>', []),
    ("<STYLE media=print>p{}</STYLE>", [("style", "p{}")]),
    ('<td style="text-align: left">', [("style attribute", "text-align: left")]),
    ("<a title='a > b' style='--a: &quot;b&quot;'>", [("style attribute", '--a: "b"')]),
    ('<a href="#" onclick="go(&amp;1)">', [("handler", "go(&1)")]),
    ("<p>a style=\"b\"</p> &lt;script&gt;a&lt;/script&gt; <i data-style='x'>", []),
    ("<script>'<p style=\"a\">'</script>", [("script", "'<p style=\"a\">'")]),
]


@pytest.mark.parametrize(("html", "parts"), PAGES)
def test_what_a_page_has_inside_it(html: str, parts: list[tuple[str, str]]) -> None:
    assert [(part.kind, part.text) for part in inline_parts_of(html)] == parts


def test_the_digest_is_that_of_the_standard() -> None:
    # An example of Content Security Policy Level 3, section 8.3.
    assert InlinePart("script", "doSomething();").source == "'sha256-RFWPLDbv2BY+rCkDzsE+0fr8ylGr2R2faWMhq4lfEQc='"


THEME = "<script>scope('{}')</script><p style='width: 1%'>{}"
OF_THEME = InlineParts((InlinePart("script", "scope('.')"), InlinePart("style attribute", "width: 1%")))

# what pages have; whose it is
SITES = [
    ([("index.html", THEME.format(".", ""))], OF_THEME),
    (
        # The way to the root differs from page to page, and so does the digest.
        [(f"{number}.html", THEME.format(root, "")) for number, root in enumerate([".", "..", "../..", "/atlas"])],
        InlineParts(
            (
                *(InlinePart("script", f"scope('{root}')") for root in (".", "..", "../..", "/atlas")),
                InlinePart("style attribute", "width: 1%"),
            )
        ),
    ),
    (
        # A text is on a few pages alone, and pages that lead on have no theme.
        [
            ("a.html", THEME.format(".", "<script>evil()</script>")),
            *((f"{number}.html", THEME.format(".", "")) for number in range(2)),
            *((f"{number}/old.html", '<meta http-equiv="refresh" content="0">') for number in range(9)),
        ],
        InlineParts(OF_THEME.of_theme, {InlinePart("script", "evil()"): "a.html"}),
    ),
]

SITES.append(
    (
        # What MkDocs' own themes have on a few pages is known.
        [
            ("a.html", THEME.format(".", "<a style='color: #fcfcfc'><h1 style='text-align: left'>")),
            *((f"{number}.html", THEME.format(".", "")) for number in range(2)),
        ],
        InlineParts(
            (OF_THEME.of_theme[0], InlinePart("style attribute", "color: #fcfcfc"), OF_THEME.of_theme[1]),
            {InlinePart("style attribute", "text-align: left"): "a.html"},
        ),
    )
)


@pytest.mark.parametrize(("pages", "parts"), SITES)
def test_what_most_pages_have_is_the_themes(pages: list[tuple[str, str]], parts: InlineParts) -> None:
    assert find_inline_parts(pages) == parts


@pytest.mark.parametrize(
    ("script", "styles"),
    [
        ("""var Tc='.a:before{content:\\'\\\\25\\'}';b(C("style",{},Tc.toString()))""", [".a:before{content:'\\25'}"]),
        ("""var Tc='.a{}';b(C("style",{},c.toString()))""", []),
    ],
)
def test_a_style_that_a_script_puts_into_pages(script: str, styles: list[str]) -> None:
    assert [part.text for part in styles_of_script(script)] == styles


DATA = """
        // Current page data
        var mkdocs_page_name = "A \\"title\\" of \\u003cb\\u003e";
        var mkdocs_page_input_path = "papers/a.md";
        var mkdocs_page_url = null;
      """


@pytest.mark.parametrize(
    ("part", "is_data"),
    [
        (InlinePart("script", DATA), True),
        (InlinePart("style", DATA), False),
        (InlinePart("script", f"{DATA}evil()"), False),
        (InlinePart("script", DATA.replace("null", "evil()")), False),
        (InlinePart("script", DATA.replace('"papers/a.md"', '"" + evil() + ""')), False),
    ],
)
def test_a_script_that_only_says_which_page_it_is_in(part: InlinePart, is_data: bool) -> None:
    assert is_page_data(part) is is_data
