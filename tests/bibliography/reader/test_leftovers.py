"""What is left over in a value is named once, where it stands; what may look like it is not."""

from __future__ import annotations

import pytest

from tests.bibliography.conftest import Read


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        # markup as text
        ("title = {The <i>Tachyra caves}", ["TEX005:2:14"]),
        (r"title = {$\less$sub$\greater$2 films}", ["TEX005:2:10"]),
        ("abstract = {<mml:munder>a</mml:munder>}", ["TEX005:2:13"]),
        ("journal = {mml:math and}", ["TEX005:2:12"]),
        ("title = {<script>x</script>}", ["TEX005:2:10"]),
        ("title = {The <i>Tachyra</i> caves, p < .05, Vec<T>, A<B}", []),
        ("title = {Wireless: a < b > c}", []),
        # accents beside their letter
        ("author = {Garc´ıa, Ana}", ["TEX006:2:14"]),
        ("author = {M¨uller, Ana}", ["TEX006:2:11"]),
        (r"author = {Ren\'{}e, Ana}", ["TEX006:2:11"]),
        ("author = {Le^e, Ana}", ["TEX006:2:12"]),
        (r"title = {Ren\'{}e}", ["TEX006:2:10"]),
        ("title = {d´Alembert}", ["TEX006:2:10"]),
        (r"title = {x^2, 10^6, 30 °C, a ´quote´}", ["TEX006:2:30"]),
        (r"title = {x^2, 10^6, 30˚C, \'{} and {\textasciicircum}}", []),
        (r"author = {L{\~\^e}, B{\'\u a}c}", []),
        # TeX's `\\'\\i n` without its braces: TeX would read the commands `\\in` and `\\inez`
        (r"author = {Abadi, Mart\'\in and Mart\'\inez, A.}", ["TEX006:2:22"]),
        (r"title = {On Garc\'\ia}", ["TEX006:2:17"]),
        (r"title = {On Garc\'{\i}a, Mart\'\i nez and \'\imath}", []),
        # commands that are unknown, and formulas that do not end, in names
        (r"author = {M\fancy{u}ller, A. and M{\"u}ller, \O{} {\noopsort{x}}B.}", ["TEX001:2:12"]),
        ("author = {Doe, J$ and Roe, K.}", ["TEX002:2:17"]),
        (r"title = {\'\Edouard}", ["TEX001:2:12"]),
        ("author = {<i>Doe, Jane</i>}", ["TEX005:2:23"]),
        # footnotes of titles; `A*` and `RRT*` are names of algorithms
        ("title = {On engines**}", ["TEX010:2:20"]),
        ("title = {On engines†}", ["TEX010:2:20"]),
        (r"title = {On engines\thanks{Work for NASA}}", ["TEX010:2:20"]),
        ("title = {A search with A*}", []),
        ("title = {Sampling with RRT*}", []),
        (r"note = {On engines**}", []),
        # characters that cannot be seen
        ("title = {Deep\u200b Learning}", ["ENC005:2:14"]),
        ("title = {Deep\u202e Learning}", ["ENC005:2:14"]),
        ("title = {Deep\x02 Learning}", ["ENC005:2:14"]),
        ("title = {Lear\u00adning}", ["ENC005:2:14"]),
        ("title = {\u200fשלום, אנה\u200e}", []),
        ("title = {\u202eשלום}", ["ENC005:2:10"]),
        ("title = {می\u200cخواهم}", []),
        ("title = {Lost \ufffd}", ["ENC003:2:15"]),
        # `#` in braces
        ('title = {"Proceedings of " # {ICML}}', ["TEX007:2:26"]),
        ("journal = {AAAI # {2020}}", ["TEX007:2:16"]),
        ("title = {C# and F\\# in {C}#, number #1}", []),
    ],
)
def test_what_is_left_over(read: Read, fields: str, codes: list[str]) -> None:
    _, problems = read(f"@misc{{a,\n{fields},\n}}")
    assert [f"{problem.code}:{problem.line}:{problem.column}" for problem in problems] == codes


def test_a_key_with_a_character_that_cannot_be_seen_is_reported(read: Read) -> None:
    _, problems = read("@misc{a\u200bb, title = {T}}")
    assert [(problem.code, problem.column) for problem in problems] == [("ENC005", 8)]


MARKED = [
    ("title = {The <i>Tachyra caves}", "<i>"),
    ("title = {<script>x</script>}", "<script>"),
    ("author = {Garc´ıa, Ana}", "c´"),
    ("author = {Le^e, Ana}", "e^"),
    # Where it is written in another way than it is found, only the beginning is known.
    (r"title = {$\less$sub$\greater$2 films}", ""),
]


@pytest.mark.parametrize(("field", "marked"), MARKED)
def test_what_is_marked_is_what_is_left_over(field: str, marked: str, read: Read) -> None:
    _, (problem,) = read(f"@misc{{a,\n{field}}}")
    span = problem.span
    assert field[span.column - 1 : (span.end_column or span.column) - 1] == marked
