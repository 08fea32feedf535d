"""What a processor of CSL writes, made safe."""

from __future__ import annotations

import pytest

from paperatlas.pages.citations.csl_html import clean, linked


@pytest.mark.parametrize(
    ("html", "cleaned"),
    [
        ("a & b &amp; c", "a &amp; b &amp; c"),
        ("<i>a</i> <b>b", "<i>a</i> <b>b</b>"),
        ("a</i>", "a"),
        ("<i><b>a</i>", "<i><b>a</b></i>"),
        ('<script>x</script><img src="x">', '&lt;script&gt;x&lt;/script&gt;&lt;img src="x"&gt;'),
        ("&lt;script&gt;", "&lt;script&gt;"),
        ('<span style="font-variant: small-caps;">a</span>', '<span class="small-caps">a</span>'),
        ('<span class="small-caps">a</span>', '&lt;span class="small-caps"&gt;a'),
    ],
)
def test_only_the_processors_own_elements_are_left(html: str, cleaned: str) -> None:
    assert clean(html) == cleaned


@pytest.mark.parametrize(
    ("html", "cleaned"),
    [
        ("", ""),
        ("<i><b>a", "<i><b>a</b></i>"),
        ('<span style="position:fixed">a</span>', '&lt;span style="position:fixed"&gt;a'),
        ("a < b <sup>2</sup>", "a &lt; b <sup>2</sup>"),
        ("<i onload=x>a</i>", "&lt;i onload=x&gt;a"),
        ("«深度»", "«深度»"),
    ],
)
def test_damaged_html_is_text_and_everything_is_closed(html: str, cleaned: str) -> None:
    assert clean(html) == cleaned


@pytest.mark.parametrize(
    ("html", "addresses"),
    [
        ("See https://a.example/x?y=1&amp;z=2.", ["https://a.example/x?y=1&amp;z=2"]),
        ("(http://a.example/b)", ["http://a.example/b"]),
        ("<i>https://a.example</i>, https://b.example;", ["https://a.example", "https://b.example"]),
        ("ftp://a.example javascript:x https://", []),
    ],
)
def test_a_web_address_becomes_a_link_without_the_mark_behind_it(html: str, addresses: list[str]) -> None:
    text = linked(html)
    for address in addresses:
        assert f'<a class="pa-ref__link" href="{address}">{address}</a>' in text
    assert text.count("<a ") == len(addresses)
