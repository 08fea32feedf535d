"""A staged page, and what the extension makes of it."""

from __future__ import annotations

from typing import Any

import pytest
from markdown import Markdown

from paperatlas.hosts.zensical.page_extension import StagedPages
from paperatlas.hosts.zensical.page_text import PageInsert, front_matter_with, split_text, staged_text
from paperatlas.pages.direction import DRAWING, DirectionGraph
from paperatlas.pages.hand_written import GeneratedParts
from paperatlas.pages.page import Fragment, Heading

OVERVIEW = "<!-- paperatlas: directions -->"
NASTY = '<b>--> <!-- -- \\u2028 & "quoted" [x](y.md) `a` \u2028\n\n    code </script>'


def converted(markdown: str, insert: PageInsert) -> Markdown:
    """The page as Zensical has it converted."""
    md = Markdown(extensions=["toc", "fenced_code", StagedPages()])
    md.shown = md.convert(staged_text("", markdown, insert).partition("---\n\n---\n\n")[2])  # type: ignore[attr-defined]
    return md


def contents(md: Any) -> list[Any]:
    """The table of contents: titles, and those below each."""

    def below(tokens: list[Any]) -> list[Any]:
        return [[token["name"], *below(token["children"])] for token in tokens]

    return below(md.toc_tokens)


@pytest.mark.parametrize("text", ["x", NASTY, "]]>", "", "é\n", "paperatlas {} -->"])
def test_what_is_put_in_survives_the_comment(text: str) -> None:
    insert = PageInsert(html=text, pieces=(text,), headings=(Heading("a", text, 2),))
    staged = staged_text("{}", "# Title", insert)
    assert staged.count("-->") == 1
    before, found = split_text(staged)
    assert (before.strip(), found) == ("---\n{}\n---\n\n# Title", insert)


def test_a_generated_page_is_not_converted() -> None:
    headings = (Heading("", "A & B", 1), Heading("x", "X", 2), Heading("y", "Y", 3), Heading("z", "Z", 2))
    md: Any = converted("", PageInsert(html=f"{NASTY}\n\n*a*", headings=headings))
    assert md.shown == f"{NASTY}\n\n*a*"
    assert contents(md) == [["A &amp; B", ["X", ["Y"]], ["Z"]]]


def test_a_hand_written_page_has_its_marks_filled_and_its_parts() -> None:
    parts = GeneratedParts(
        overviews={OVERVIEW: "<p>all</p>"},
        head="<p>head</p>",
        graph=DirectionGraph(f"<h2>G</h2>{DRAWING}", "<svg></svg>", (Heading("g", "G", 2),)),
        before="<div>",
        after="</div>",
        script="<s></s>",
        end=Fragment("<h2>P</h2>", (Heading("p", "P", 2),)),
    )
    text = '# On <span data-pa-cited="0">me</span>\n\n*a*\n\n<!-- paperatlas: directions -->\n\n## Is\n\n### It\n\n## End\n'
    md: Any = converted(text, PageInsert(pieces=('<a class="pa-cite">B</a>',), parts=parts))
    assert md.shown == (
        '<div><h1 id="on-b">On <a class="pa-cite">B</a></h1><p>head</p>\n<p><em>a</em></p>\n<p>all</p>\n\n'
        '<h2 id="is">Is</h2>\n<h3 id="it">It</h3>\n<h2>G</h2><svg></svg><h2 id="end">End</h2></div><s></s><h2>P</h2>'
    )
    assert [names[1:] for names in contents(md)] == [[["Is", ["It"]], ["G"], ["End"], ["P"]]]


def test_a_page_that_was_not_staged_is_as_it_was() -> None:
    assert Markdown(extensions=[StagedPages()]).convert("*a* <!-- b -->") == "<p><em>a</em> <!-- b --></p>"


MATTERS = [
    # front matter and what it holds, what more of it looks like
    ("---\ntitle: A\n---\ntext", {"title": "A"}, 'title: A\npaperatlas: {"edit": "x"}'),
    ("text", {}, 'paperatlas: {"edit": "x"}'),
    ("---\n# nothing\n---\n", {}, 'paperatlas: {"edit": "x"}'),
    ("---\n{title: A}\n---\n", {"title": "A"}, '{"title": "A", "paperatlas": {"edit": "x"}}'),
    ("---\r\ntitle: A # why\r\n...\r\n", {"title": "A"}, 'title: A # why\npaperatlas: {"edit": "x"}'),
]


@pytest.mark.parametrize(("text", "values", "expected"), MATTERS)
def test_front_matter_stays_as_it_is_written(text: str, values: dict[str, Any], expected: str) -> None:
    assert front_matter_with(text, values, {"paperatlas": {"edit": "x"}}) == expected
