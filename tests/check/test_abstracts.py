"""Abstracts that stop in the middle of a sentence."""

from __future__ import annotations

import pytest

from paperatlas.check.abstracts import unfinished_abstracts
from tests.check.conftest import ReadText

ENDS = [
    ("{The engine weaves patterns.}", None),
    ("{Is it a loom?}", None),
    ("{We call it “the engine.”}", None),
    ("{It is an engine (of a new kind.)}", None),
    ("{It is \\emph{an engine.}}", None),
    ('"The engine weaves patterns."', None),
    ("{The engine weaves\\dots}", None),
    ("{It weaves …}", None),
    ("{Code: https://example.org/engine/notes}", None),
    ("{The cost is $n^2$}", None),
    ("{The engine weaves. © 1843 Taylor}", None),
    ("{The engine weaves. (C) 1843 Taylor \\& Francis}", None),
    ("{The engine weaves. Keywords: loom, cards}", None),
    ("{这部机器编织图案。}", None),
    ("{这是“机器”吗？}", None),
    ("{これは機械である。}", None),
    ("{เครื่องจักรทอลวดลาย}", None),
    ("{}", None),
    ("{ {} }", None),
    ("{The engine weaves patterns, just as}", "just as"),
    ("{The engine weaves patterns,}", "patterns,"),
    ("{The engine weaves \\emph{patterns}}", "patterns"),
    ("{The engine; the loom: both weave}", "both weave"),
    ("{此后的机器都这样编织，}", "都这样编织，"),
    ("{元学习是工具；}", "工具；"),
    ("{Der Apparat webt Muster, wie}", "Muster, wie"),
    ("{© 1843 Taylor. The engine weaves}", "engine weaves"),
]


@pytest.mark.parametrize(("abstract", "end"), ENDS)
def test_an_abstract_ends_with_a_sentence(abstract: str, end: str | None, library_of: ReadText) -> None:
    problems = list(unfinished_abstracts(library_of(f"@misc{{a, title={{X}}, abstract = {abstract},\n}}")))
    assert [problem.message.endswith(f"{end}”.") for problem in problems] == ([True] if end else [])


def test_each_language_is_looked_at_and_its_field_named(library_of: ReadText) -> None:
    text = "@misc{a, title={X},\n  abstract = {It weaves.},\n  abstract_zh = {它编织，},\n  abstracts = {x},\n}"
    (problem,) = unfinished_abstracts(library_of(text))
    assert (problem.code, problem.line) == ("ABS003", 3)
    assert "'abstract_zh' of 'a'" in problem.message
