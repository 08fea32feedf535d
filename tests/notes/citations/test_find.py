"""The grammar of citations, as tables: that of Pandoc's manual, section "Citation syntax"."""

from __future__ import annotations

import pytest

from paperatlas.notes.body import read_body

CITED = [
    # Clusters
    ("[@ddpm]", ["ddpm"]),
    ("DDPM [@ddpm] and [@ddim].", ["ddpm", "ddim"]),
    ("[@ddpm; @ddim]", ["ddpm", "ddim"]),
    ("[see @ddpm, p. 3; -@ddim]", ["ddpm", "ddim"]),
    ("Blah blah [see @doe99, pp. 33-35 and *passim*; @smith04, chap. 1].", ["doe99", "smith04"]),
    ("[@doe99, pp. 33-35, 38-39 and *passim*]", ["doe99"]),
    ("[@smith{ii, A, D-Z}, with a suffix]", ["smith"]),
    ("[@smith, {pp. iv, vi-xi, (xv)-(xvii)} with suffix here]", ["smith"]),
    ("[@smith{}, 99 years later]", ["smith"]),
    ("Smith says blah [-@smith04].", ["smith04"]),
    ("扩散模型[@ddpm]很慢", ["ddpm"]),
    ("[参见@ddpm，第 3 页]", ["ddpm"]),
    ("[@a\n; @b]", ["a", "b"]),
    ("[@a, see [this](x.md)]", ["a"]),
    ("[@a][@b]", ["a", "b"]),
    ("[@a]: much has been said", ["a"]),
    ("so it was [@a]: much", ["a"]),
    # Keys
    ("[@Kong:2021.fast_a-b]", ["Kong:2021.fast_a-b"]),
    ("[@key.]", ["key"]),
    ("[@Foo_bar.baz.]", ["Foo_bar.baz"]),
    ("[@Foo_bar--baz]", ["Foo_bar"]),
    ("[@{Foo_bar.baz.}]", ["Foo_bar.baz."]),
    ("[@{https://example.com/bib?name=foobar&date=2000}, p. 33]", ["https://example.com/bib?name=foobar&date=2000"]),
    ("[@https://example.com/bib?name=foobar&date=2000, p. 33]", ["https://example.com/bib?name=foobar&date=2000"]),
    (
        "[@https://example.com/a; @b] and [@https://example.com/b/]",
        ["https://example.com/a", "b", "https://example.com/b/"],
    ),
    ("as @https://example.com/a.b, says; see https://example.com/@me", ["https://example.com/a.b"]),
    ("[@{a/b c}]", ["a/b c"]),
    ("[@{ a }] and @{ b c }", ["a", "b c"]),
    ("[@3d]", ["3d"]),
    ("[@_x]", ["_x"]),
    ("[@王2020]", ["王2020"]),
    # In the text
    ("@smith04 says blah.", ["smith04"]),
    ("@smith04 [p. 33] says blah.", ["smith04"]),
    ("@doe99 [p. 3; see also @b]", ["doe99", "b"]),
    ("@a [@b]", ["a", "b"]),
    ("@a [a link](b.md)", ["a"]),
    ("-@smith04 says", ["smith04"]),
    ("(@smith04)", ["smith04"]),
    ("“@smith04” and *@b*, @c's, @d.", ["smith04", "b", "c", "d"]),
    ("而@ddpm 提出", ["ddpm"]),
    ("@{a b}提出", ["a b"]),
    ("> @a", ["a"]),
    ("@a [p. 3][ref]", ["a"]),
    # Blocks
    ("a list\n\n- [@a]\n    - [@b]\n", ["a", "b"]),
    ("- item\n\n    [@a] in its second paragraph", ["a"]),
    ("1. item\n\n    @a\n\n    - [@b]\n\n        [@c]", ["a", "b", "c"]),
    ("!!! note\n    first\n\n    [@a]", ["a"]),
    ("[^1]: As in [@a].\n\n    And [@b].", ["a", "b"]),
    ("| [@a] | [@b] |", ["a", "b"]),
    ("<div>[@a]</div>", ["a"]),
    ("## Heading @a", ["a"]),
    # Next to what is no citation
    ("`code` [@a] `code`", ["a"]),
    ("one ` tick [@a]\n\nanother ` tick", ["a"]),
    ("cost $5 [@a] and $6", ["a"]),
    (r"\[@a] @b", ["b"]),
    ("see https://example.org/x [@a]", ["a"]),
    ("见 https://example.org/x。[@a]", ["a"]),
]

NOT_CITED = [
    "",
    "[@]",
    "@",
    "a @ b",
    # Addresses
    "[write to me@example.org]",
    "me@example.org",
    "<me@example.org>",
    "first.last+tag@sub.example.org",
    "mailto:me@example.org",
    "https://example.org/@user/post",
    "<https://example.org/@user>",
    "git@host:path and user@@host",
    # Links
    "[@a](https://example.org)",
    "[see @a and b](https://example.org)",
    "[link](https://example.org/@a)",
    '[link](x "@a")',
    "[@a][ref]",
    "![@a]",
    "![@a](x.png)",
    "[@a]: https://example.org",
    'text\n\n  [@a]: https://example.org "Title"',
    "[@a]\n\n[@a]: https://example.org",
    "[^@a]",
    # Code
    "`[@a]`",
    "`@a`",
    "``a ` [@a]``",
    "```\n[@a]\n```",
    "~~~ python\n@property\n~~~",
    "> ```\n> @a\n> ```",
    "- item\n\n    ```\n    [@a]\n    ```",
    "```\nnever closed [@a]",
    "text\n\n    [@a] in an indented block\n\n    and @b\n",
    "- item\n\n        [@a] indented in a list",
    # Comments, HTML
    "<!-- [@a] -->",
    "<!-- never closed [@a]",
    '<img alt="[@a]">',
    "<code>@a</code>",
    '<a href="x">@a</a>',
    "<script>\nfoo(@a)\n</script>",
    "<style>\n@media print { }\n\n@import\n</style>",
    "<pre>\n@a\n</pre>",
    # Mathematics
    "$x [@a] y$",
    "$$\n[@a]\n$$",
    r"\(x @a\)",
    "\\[\n@a\n\\]",
    # Escapes
    r"\[@a]",
    r"\@a",
    r"[\@a]",
]


@pytest.mark.parametrize(("markdown", "keys"), CITED)
def test_cited(markdown: str, keys: list[str]) -> None:
    found = [citation for cluster in read_body(markdown).clusters for citation in cluster.citations]
    assert [citation.key for citation in found] == keys
    assert [markdown[citation.start : citation.start + len(citation.key)] for citation in found] == keys


@pytest.mark.parametrize("markdown", NOT_CITED)
def test_not_cited(markdown: str) -> None:
    assert read_body(markdown).clusters == ()


@pytest.mark.parametrize(
    ("markdown", "written", "narrative"),
    [
        ("x [@a] y", "[@a]", False),
        ("x @a y", "@a", True),
        ("x @a [p. 3] y", "@a [p. 3]", True),
        ("x @a\n[p. 3] y", "@a\n[p. 3]", True),
        ("x @a [p. 3; @b] y", "@a [p. 3; @b]", True),
        ("x @{a b} y", "@{a b}", True),
        ("x @{ a } [@b] y", "@{ a }", True),
        ("x -@a y", "-@a", False),
        ("x -@a [p. 3] y", "-@a [p. 3]", False),
        ("x @a [@b] y", "@a", True),
        ("x @a. y", "@a", True),
    ],
)
def test_what_a_cluster_spans(markdown: str, written: str, narrative: bool) -> None:
    cluster = read_body(markdown).clusters[0]
    assert (markdown[cluster.start : cluster.end], cluster.narrative) == (written, narrative)


def test_parts_of_a_citation() -> None:
    (cluster,) = read_body("x [see @a, pp. 3-5, and more; -@b] y").clusters
    first, second = cluster.citations
    assert (first.prefix, first.suffix, first.suppress_author) == ("see", ", pp. 3-5, and more", False)
    assert (second.prefix, second.suffix, second.suppress_author) == ("", "", True)
    assert (first.locator and first.locator[:2], first.words) == (("page", "3-5"), ", and more")


@pytest.mark.parametrize(
    ("markdown", "suffix"),
    [
        ("[@a: test]", ": test"),
        ("[@a's book]", "'s book"),
        ("[@a and nowhere else]", " and nowhere else"),
        ("[@a, {pp. 3} so]", ", {pp. 3} so"),
        ("[@a{}, 99 years later]", "{}, 99 years later"),
        ("[@a, ]", ""),
        ("[参见@a，第 3 页]", "，第 3 页"),
        ("@a [among others]", ", among others"),
        ("@a [p. 3, with more]", ", p. 3, with more"),
        ("@a [: test]", ": test"),
        ("@a []", ""),
    ],
)
def test_a_suffix_is_what_the_author_wrote(markdown: str, suffix: str) -> None:
    (cluster,) = read_body(markdown).clusters
    assert cluster.citations[0].suffix == suffix
