"""What is known of a CSL style before an engine carries it out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from paperatlas.pages.citations.csl_style_file import read_style_file

TEXT = '<text variable="title"/>'


def style(layout: str, macros: str = "") -> bytes:
    whole = f"<citation><layout>{layout}</layout></citation>{macros}"
    return f'<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text">{whole}</style>'.encode()


def macro(name: str, inside: str) -> str:
    return f'<macro name="{name}">{inside}</macro>'


def twice(size: int) -> bytes:
    chain = "".join(macro(f"m{at}", f'<text macro="m{at + 1}"/>' * 2) for at in range(size))
    return style('<text macro="m0"/>', chain + macro(f"m{size}", TEXT))


def alternatives(size: int) -> bytes:
    return style(f"<choose>{f'<if>{TEXT * 100}</if>' * size}</choose>")


@pytest.mark.parametrize(
    ("made", "size", "usable"),
    [
        (twice, 11, True),
        (twice, 60, False),
        (alternatives, 1000, True),
        (lambda size: style(TEXT * size), 19_000, True),
        (lambda size: style(TEXT * size), 20_001, False),
        (lambda size: style("<group>" * size + TEXT + "</group>" * size), 5000, False),
        (lambda _: style('<text macro="m"/>', macro("m", '<text macro="m"/>')), 0, True),
        (lambda _: style('<text macro="none"/>'), 0, True),
    ],
)
def test_a_style_has_a_bounded_number_of_parts_to_carry_out(
    made: Callable[[int], bytes], size: int, usable: bool
) -> None:
    style_file, problems = read_style_file(made(size), "s.csl")
    assert (style_file is not None) == usable
    assert [problem.variant for problem in problems] == ([] if usable else ["long"])


@pytest.mark.parametrize("declared", ['<!ENTITY x SYSTEM "file:///etc/passwd">', '<!ENTITY x "y">'])
def test_no_file_is_read_for_a_style(declared: str) -> None:
    text = style(f'{TEXT}<text value="&x;"/>').decode()
    style_file, _ = read_style_file(f"<!DOCTYPE style [{declared}]>{text}".encode(), "s.csl")
    assert (style_file is None) == ("SYSTEM" in declared)
