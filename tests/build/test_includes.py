"""What pages include, as the manuals of pymdownx.snippets and markdown-include have it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from paperatlas.build.includes import included_texts, read_includes
from tests.conftest import write_files

PART = "one\ntwo\n<!-- --8<-- [start: a] -->\nthree\n<!-- --8<-- [end: a] -->\nfour\n"
FILES = {
    "part.md": PART,
    "more/deep.md": "deep",
    "outer.md": 'first\n--8<-- "more/deep.md"',
    "self.md": '--8<-- "self.md"',
}
INNER = 'first\n{% include-markdown "./more/deep.md" %}'
SNIPPETS: dict[str, Any] = {"pymdownx.snippets": None}
BRACED: dict[str, Any] = {"markdown_include.include": {"base_path": "more"}}

TEXTS = [
    (SNIPPETS, '--8<-- "part.md"', [(1, PART)]),
    (SNIPPETS, "    --8<-- 'part.md'", []),  # code
    (SNIPPETS, "!!! note\n    --8<-- 'part.md'", [(1, PART)]),
    (SNIPPETS, '```\n--8<-- "part.md"\n```', []),
    (SNIPPETS, '`--8<-- "part.md"`', []),
    (SNIPPETS, ';--8<-- "part.md"', []),
    (SNIPPETS, '-8<- "part.md:2:2"', [(2, "two")]),
    (SNIPPETS, '--8<-- "part.md:2"', [(2, PART[4:])]),
    (SNIPPETS, '--8<-- "part.md::2"', [(1, "one\ntwo")]),
    (SNIPPETS, '--8<-- "part.md:1:1,6:6"', [(1, "one"), (6, "four")]),
    (SNIPPETS, '--8<-- "part.md:a"', [(4, "three")]),
    (SNIPPETS, '--8<-- "part.md:b"', []),
    (SNIPPETS, '--8<-- "nothing.md"', []),
    (SNIPPETS, '--8<-- "https://example.org/part.md"', []),
    (SNIPPETS, "--8<--\nmore/deep.md\n; part.md\n\npart.md:a\n--8<--", [(1, "deep"), (4, "three")]),
    (SNIPPETS, '--8<-- "outer.md"', [(1, FILES["outer.md"]), (1, "deep")]),
    (SNIPPETS, "{!part.md!}", []),
    ({"pymdownx.snippets": {"auto_append": ["more/deep.md"]}}, "", [(1, "deep")]),
    ({"pymdownx.snippets": {"base_path": ["nowhere", "more"]}}, '--8<-- "deep.md"', [(1, "deep")]),
    (BRACED, "see {!deep.md!} and `{!deep.md!}`", [(1, "deep")]),
    (BRACED, "{! ../part.md !lines=1 4-4}", [(1, "one"), (4, "three")]),
    ({"toc": {}}, '--8<-- "part.md" {!part.md!}', []),
]


@pytest.mark.parametrize(("extensions", "markdown", "texts"), TEXTS)
def test_included_texts(
    tmp_path: Path, extensions: dict[str, Any], markdown: str, texts: list[tuple[int, str]]
) -> None:
    write_files(tmp_path, FILES)
    includes = read_includes(extensions, (), tmp_path, tmp_path)
    found = included_texts(markdown, tmp_path / "page.md", includes, tmp_path)
    assert [(part.line, part.text) for part in found] == texts


def test_a_file_that_includes_itself_is_there_once(tmp_path: Path) -> None:
    ten_times = '--8<-- "self.md"\n\n' * 10  # ten deep, these would be ten thousand million texts
    write_files(tmp_path, FILES | {"self.md": ten_times})
    includes = read_includes(SNIPPETS, (), tmp_path, tmp_path)
    found = included_texts('--8<-- "self.md"', tmp_path / "page.md", includes, tmp_path)
    assert [text.text for text in found] == [ten_times]


DIRECTIVES = [
    ('{% include-markdown "../part.md" %}', [("part.md", 1, PART)]),  # beside the page
    ("{% include-markdown 'more/deep.md' %} {% include \"more/deep.md\" %}", [("docs/more/deep.md", 1, "deep")] * 2),
    ('{%\n  include-markdown "../part.md"\n  start="one\\n" end="four"\n%}', [("part.md", 2, PART[4:-5])]),
    ('{% include-markdown "../part.md" start="nowhere" %}', []),
    ('{% include-markdown "more/*.md" heading-offset=1 %}', [("docs/more/deep.md", 1, "deep")]),
    ('{% include-markdown "*.md" exclude="outer.md" %}', []),
    ("{% include-markdown '**/*.md' exclude='out*.md' %}", [("docs/more/deep.md", 1, "deep")]),
    ('{% include-markdown "outer.md" %}', [("docs/outer.md", 1, INNER), ("docs/more/deep.md", 1, "deep")]),
    ('{% include-markdown "nothing.md" %} {% include-markdown "https://example.org/part.md" %}', []),
    ('```\n{% include-markdown "../part.md" %}\n```\n`{% include "../part.md" %}`', []),
]


@pytest.mark.parametrize(("markdown", "texts"), DIRECTIVES)
def test_what_the_plugin_include_markdown_includes(
    tmp_path: Path, markdown: str, texts: list[tuple[str, int, str]]
) -> None:
    write_files(tmp_path, {"part.md": PART, "docs/more/deep.md": "deep", "docs/outer.md": INNER})
    docs = tmp_path / "docs"
    includes = read_includes({}, {"include-markdown": {}}, tmp_path, docs)
    found = included_texts(markdown, docs / "page.md", includes, tmp_path)
    assert [(part.file, part.line, part.text) for part in found] == texts
    assert included_texts(markdown, docs / "page.md", read_includes({}, (), tmp_path, docs), tmp_path) == ()
