"""Problems as data, and the sentences that are made of them."""

from __future__ import annotations

import ast
import inspect
import pickle
import pkgutil
from collections.abc import Iterator
from functools import reduce
from importlib import import_module
from string import Formatter

import pytest

import paperatlas
from paperatlas.build.catalogue import ALL_RULES
from paperatlas.diagnostics.problem import Argument, Edit, Rule, Span, Wording, in_order

HERE, THERE = Span("a.bib", 3, 5), Span("b.bib", 1, 1, 1, 4)
RULE = Rule(
    "TST002",
    "test",
    "warning",
    "",
    "",
    message="'{key}' is at {at}.",
    hint="Remove {key}.",
    label="{key} first",
    variants={"line": Wording("'{key}' is in line {at.line}."), "other": Wording(hint="Keep {{{key}}}.")},
)

SENTENCES: list[tuple[str, dict[str, Argument], str, str]] = [
    # the variant, the arguments, the message, the hint
    ("", {"key": "x"}, "'x' is at b.bib:1:1.", "Remove x."),
    ("", {"key": "{x}"}, "'{x}' is at b.bib:1:1.", "Remove {x}."),
    ("line", {"key": 7}, "'7' is in line 1.", "Remove 7."),
    ("other", {"key": "x"}, "'x' is at b.bib:1:1.", "Keep {x}."),
    ("", {"key": "x", "near": "y"}, "'x' is at b.bib:1:1.", "Did you mean 'y'?"),
    ("", {"key": "x", "near": ""}, "'x' is at b.bib:1:1.", "Remove x."),
    ("other", {"key": "x", "near": "y"}, "'x' is at b.bib:1:1.", "Keep {x}."),
]


@pytest.mark.parametrize(("variant", "arguments", "message", "hint"), SENTENCES)
def test_sentences(variant: str, arguments: dict[str, Argument], message: str, hint: str) -> None:
    problem = RULE.at(HERE, variant, **arguments).beside(THERE)
    assert (problem.message, problem.hint) == (message, hint)
    assert str(problem) == f"a.bib:3:5: {message} {hint} [TST002]"
    assert problem.label == f"{arguments['key']} first"


def test_a_problem_is_a_value() -> None:
    problem = RULE.at(HERE, key="x").beside(THERE).mended_by(Edit(HERE, "y"))
    assert pickle.loads(pickle.dumps(problem)) == problem
    assert len({problem, RULE.at(HERE, key="x").beside(THERE).mended_by(Edit(HERE, "y")), RULE.at(HERE, key="x")}) == 2


@pytest.mark.parametrize(
    ("text", "end"), [("abc", (3, 8)), ("", (3, 5)), ("abc\nde", (4, 3)), ("\n\n", (5, 1)), ("深度", (3, 7))]
)
def test_what_a_span_covers(text: str, end: tuple[int, int]) -> None:
    span = Span("a.bib", 3, 5).covering(text)
    assert (span.line, span.column, (span.end_line, span.end_column)) == (3, 5, end)


def test_order() -> None:
    problems = [RULE.at(Span("a.bib", line, column), key=key).beside(THERE) for line, column, key in ORDERED]
    assert in_order([*reversed(problems), problems[0]]) == problems


ORDERED = [(0, 0, "z"), (2, 10, "z"), (10, 1, "a"), (10, 1, "b"), (10, 2, "a")]


def _names(rule: Rule, variant: str) -> set[str]:
    """The arguments that a wording is filled with."""
    wording = rule.wording(variant)
    found = Formatter().parse(wording.message + wording.hint + wording.label)
    return {name.partition(".")[0] for _, name, _, _ in found if name is not None}


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.code)
def test_wordings_are_sentences(rule: Rule) -> None:
    for variant in ["", *rule.variants]:
        wording = rule.wording(variant)
        assert wording.message.endswith((".", "{text}", "{reason}"))
        assert not wording.hint or wording.hint.endswith((".", "?"))
        assert _names(rule, variant) is not None


def _calls() -> Iterator[tuple[str, Rule, list[str], set[str]]]:
    """Where the package breaks a rule by name: the place, the rule, the variants, and the arguments it gives."""
    for info in pkgutil.walk_packages(paperatlas.__path__, "paperatlas."):
        module = import_module(info.name)
        for call in ast.walk(ast.parse(inspect.getsource(module) if module.__file__ else "")):
            match call:
                case ast.Call(func=ast.Attribute(value=owner, attr="at"), args=[_, *rest]):
                    pass
                case ast.Call(func=ast.Name(id="complaint") | ast.Attribute(attr="complain"), args=[owner, _, *rest]):
                    pass
                case _:
                    continue
            first, *more = ast.unparse(owner).split(".")
            rule = reduce(lambda found, name: getattr(found, name, None), more, vars(module).get(first))
            if isinstance(rule, Rule) and all(keyword.arg for keyword in call.keywords):
                variants = (
                    [each.value for each in ast.walk(rest[0]) if isinstance(each, ast.Constant)] if rest else [""]
                )
                given = {str(keyword.arg) for keyword in call.keywords}
                yield f"{info.name}:{call.lineno}", rule, [str(each) for each in variants], given


CALLS = list(_calls())


def test_calls_are_found() -> None:
    assert len(CALLS) > len(ALL_RULES)


@pytest.mark.parametrize(("rule", "variants", "given"), [call[1:] for call in CALLS], ids=[call[0] for call in CALLS])
def test_every_call_gives_what_the_sentences_need(rule: Rule, variants: list[str], given: set[str]) -> None:
    for variant in variants:
        if variant in {"", *rule.variants}:
            assert _names(rule, variant) - {"at"} <= given
