"""Built pages become the Markdown that somebody would have written."""

from __future__ import annotations

import pytest
from benchmarks.builds.markdown_pages import MarkdownPage, markdown_pages, markdown_path

ADDRESS = "papers/one/"
OTHERS = {"papers/two/": '<h2 id="cite">', "directions/art/": '<h2 class="x" id="papers">'}


def page(article: str) -> MarkdownPage:
    shell = '<nav><h2 id="no">{0}</h2></nav><article class="md-content__inner md-typeset">{0}</article><footer>'
    pages = {address: shell.format(html) for address, html in (OTHERS | {ADDRESS: article}).items()}
    return next(page for page in markdown_pages(pages) if page.path == "papers/one.md")


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<p>One\n  line</p><p>and another</p>", "One line\n\nand another"),
        ("<p>loose <em>text</em>", "loose *text*"),
        ("loose <b>text</b> <div><p>and a block</p></div>", "loose **text**\n\nand a block"),
        ("<p>a_b *c* [d] &lt;e&gt; \\</p>", r"a\_b \*c\* \[d\] \<e\> \\"),
        ("<p>1. no list</p><p># no heading</p>", "\\1. no list\n\n\\# no heading"),
        ('<h2 id="x">A <i>b</i><a class="headerlink">¶</a></h2>', "## A *b* { #x }"),
        ("<h1>Title</h1>", "# Title"),
        ("<ul><li>a</li><li><b>b</b></li></ul>", "- a\n- **b**"),
        ("<ol><li>a</li><li><p>b</p><p>c</p></li></ol>", "1. a\n2. b\n\n    c"),
        ("<ul><li>a<ul><li>b</li></ul></li></ul>", "- a\n\n    - b"),
        ("<dl><div><dt>Key</dt><dd>k</dd></div><div><dt>Year</dt><dd>y</dd></div></dl>", "- **Key**: k\n- **Year**: y"),
        ("<table><tr><th>A</th><th>B</th></tr><tr><td>1|2</td><td></td></tr></table>", "| A | B |\n| --- | --- |\n| 1\\|2 |  |"),
        ("<pre>@a{b,\n  c\n}</pre>", "```\n@a{b,\n  c\n}\n```"),
        ("<details><summary>More</summary><p>text</p></details>", "**More**\n\ntext"),
        ("<p>x<sub>2</sub>, <q>said</q>, <code>a_b</code></p>", "x<sub>2</sub>, “said”, `a_b`"),
    ],
)  # fmt: skip
def test_what_is_seen_is_written(html: str, markdown: str) -> None:
    assert page(html).text == f"{markdown}\n"


@pytest.mark.parametrize(
    "html",
    [
        "<button>Copy</button>", "<p hidden>later</p>", "<template><p>card</p></template>", "<script>x()</script>",
        '<div class="pa-graph__tools"><p>Zoom</p></div>', '<span class="Z3988"></span>', "<!-- a comment -->",
    ],
)  # fmt: skip
def test_what_is_not_seen_is_left_out(html: str) -> None:
    assert page(f"<p>a</p>{html}<p>b</p>").text == "a\n\nb\n"


@pytest.mark.parametrize(
    ("link", "markdown"),
    [
        ("../two/", "[x](two.md)"),
        ("../two/#cite", "[x](two.md#cite)"),
        ("../two/#gone", "[x](two.md)"),
        ("../../directions/art/#papers", "[x](../directions/art.md#papers)"),
        ("#here", "[x](#here)"),
        ("#gone", "x"),
        ("https://example.org/#a", "[x](https://example.org/#a)"),
        ("data:application/x-bibtex,%40misc", "x"),
        ("../one.bib", "x"),
        ("../../people/#row-Ann", "x"),
    ],
)
def test_links_lead_to_files_that_come_along(link: str, markdown: str) -> None:
    assert page(f'<h2 id="here">H</h2><p><a href="{link}">x</a></p>').text.endswith(f"\n\n{markdown}\n")


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        (
            '<h2 id="a">A</h2><section data-search-exclude><p>b</p></section><h2 id="c">C</h2>',
            "## A { #a data-search-exclude }\n\nb\n\n## C { #c }",
        ),
        (
            "<p>text</p><section data-search-exclude><h3>B</h3><p>b</p></section>",
            "text\n\n### B { data-search-exclude }\n\nb",
        ),
    ],
)
def test_a_section_out_of_the_search_stays_out(html: str, markdown: str) -> None:
    assert page(html).text == f"{markdown}\n"


def test_drawings_become_files_beside_the_page() -> None:
    drawn = page('<p><svg aria-label="A [graph]"><path/></svg> <svg aria-hidden="true"></svg></p>')
    assert drawn.text == "![A \\[graph\\]](one-1.svg)\n"
    assert drawn.drawings == {"papers/one-1.svg": '<svg aria-label="A [graph]"><path></path></svg>'}


def test_the_title_is_that_of_the_first_heading() -> None:
    assert page("<h1>A <i>title</i></h1>").title == "A title"
    assert page("<p>none</p>").title == ADDRESS


def test_several_workers_convert_the_same() -> None:
    pages = {f"papers/{name}/": f'<article class="md-content__inner"><h1>{name}</h1></article>' for name in "abc"}
    assert sorted(markdown_pages(pages, 2), key=lambda page: page.path) == markdown_pages(pages)


@pytest.mark.parametrize(("address", "path"), [("", "index.md"), ("papers/a/", "papers/a.md")])
def test_an_address_is_that_of_one_file(address: str, path: str) -> None:
    assert markdown_path(address) == path
