"""Small faults for Python source: each place where one can be put, and the source that has it.

Docstrings, annotations, texts with blanks in them and f-strings stay as they are: a test that a sentence has these very
words would only repeat it. So would one that a number which was chosen is that number: those at the top of a module
under a name in capitals (`_NEIGHBOURS = 5`, with its reason beside it) stay as well. How good they are is measured by
benchmarks, and what they do is tested by faults where they are used.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass

_COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
_NEVER_CHANGED = frozenset({"annotation", "returns", "decorator_list", "type_params", "keys"})
"""Fields of Python's tree: types, and the keys of a table, without which a test that looks one up says nothing."""


@dataclass(frozen=True)
class Mutant:
    """A part of a source, and what stands there instead: `start` and `end` are places in its UTF-8 bytes."""

    line: int
    start: int
    end: int
    before: str
    after: str

    def apply(self, source: str) -> str:
        """Return the source with the fault."""
        text = source.encode()
        return (text[: self.start] + self.after.encode() + text[self.end :]).decode()

    def __str__(self) -> str:
        """Return the change on a line, long parts cut in the middle."""
        return f"{_shorten(self.before)}  ->  {_shorten(self.after)}"


def mutants(source: str) -> list[Mutant]:
    """Return every fault that a source can have, by place; raise SyntaxError for what is no Python."""
    starts = [0]
    for line in source.encode().splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    found = []
    for node, changed in _changes(ast.parse(source)):
        assert node.end_lineno is not None  # what is parsed has an end
        assert node.end_col_offset is not None
        start = starts[node.lineno - 1] + node.col_offset
        end = starts[node.end_lineno - 1] + node.end_col_offset
        before = source.encode()[start:end].decode()
        after = ast.unparse(ast.fix_missing_locations(changed))
        if isinstance(changed, ast.expr) and not isinstance(changed, ast.Constant):
            after = f"({after})"
        found.append(Mutant(node.lineno, start, end, before, after))
    return sorted(set(found), key=lambda mutant: (mutant.start, mutant.end, mutant.after))


def _changes(tree: ast.AST, *, in_function: bool = False) -> Iterator[tuple[ast.expr | ast.stmt, ast.expr | ast.stmt]]:
    """Yield nodes below `tree`, each with a node that replaces it; texts in functions only, because tables are data."""
    in_function = in_function or isinstance(tree, (ast.FunctionDef, ast.Lambda))
    for name, value in ast.iter_fields(tree):
        if name in _NEVER_CHANGED or isinstance(tree, ast.JoinedStr):
            continue
        for child in value if isinstance(value, list) else [value]:
            if not isinstance(child, ast.AST) or _is_left_alone(child):
                continue
            if isinstance(child, ast.expr) and (in_function or not _is_text(child)):
                yield from ((child, changed) for changed in _expressions(child))
            elif isinstance(child, ast.stmt):
                yield from ((child, changed) for changed in _statements(child))
            if isinstance(child, ast.If) and isinstance(child.test, (ast.Name, ast.Attribute, ast.Call, ast.NamedExpr)):
                yield child.test, ast.UnaryOp(ast.Not(), child.test)
            yield from _changes(child, in_function=in_function)


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _is_left_alone(node: ast.AST) -> bool:
    """Return whether a fault in a node would be one for the type checker or for nobody."""
    match node:
        case ast.Expr(value=ast.Constant()) | ast.Import() | ast.ImportFrom() | ast.Assert() | ast.Global():
            return True
        case ast.If(test=ast.Name(id="TYPE_CHECKING")) | ast.Assign(targets=[ast.Name(id="__all__")]):
            return True
        case ast.Assign(targets=[target], value=value) if _is_constant(target) and _is_number(value):
            return True
        case ast.Call(func=ast.Name(id="field"), args=[], keywords=[ast.keyword(arg="repr")]):
            return True
        case ast.Call(func=ast.Name(id="cast" | "TypeVar" | "NewType" | "overload")):
            return True
        case ast.Subscript(value=ast.Name(id="Literal")):
            return True
    return False


def _is_constant(target: ast.expr) -> bool:
    """Return whether names in capitals are assigned to, which stand at the top of modules: others are lower case."""
    names = target.elts if isinstance(target, ast.Tuple) else [target]
    return all(isinstance(name, ast.Name) and name.id.isupper() for name in names)


def _is_number(node: ast.AST) -> bool:
    """Return whether an expression is made of nothing but numbers: `3.6`, `-1`, `1 << 20`, `4, 8`."""
    numbers = (ast.Constant, ast.UnaryOp, ast.BinOp, ast.Tuple, ast.operator, ast.unaryop, ast.expr_context)
    return all(
        isinstance(part, numbers) and not (isinstance(part, ast.Constant) and type(part.value) not in (int, float))
        for part in ast.walk(node)
    )


def _expressions(node: ast.expr) -> Iterator[ast.expr]:
    match node:
        case ast.Constant():
            yield from _constants(node.value)
        case ast.Compare(ops=[operator]) if type(operator) in _COMPARISONS:
            yield ast.Compare(node.left, [_COMPARISONS[type(operator)]()], node.comparators)
        case ast.BoolOp(op=operator, values=values):
            yield ast.BoolOp(ast.Or() if isinstance(operator, ast.And) else ast.And(), values)
            yield from values if len(values) == 2 else ()
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield operand
        case ast.BinOp(op=operator) if type(operator) in _ARITHMETIC and not _has_text(node):
            yield ast.BinOp(node.left, _ARITHMETIC[type(operator)](), node.right)
        case ast.IfExp(body=body, orelse=orelse):
            yield from (body, orelse)
        case ast.Call(keywords=[*others, ast.keyword(arg=str())]):
            yield ast.Call(node.func, node.args, others)
        case ast.ListComp(generators=[first, *rest]) | ast.GeneratorExp(generators=[first, *rest]) if first.ifs:
            without = copy(node)
            without.generators = [ast.comprehension(first.target, first.iter, [], first.is_async), *rest]
            yield without


def _constants(value: object) -> Iterator[ast.expr]:
    match value:
        case bool():
            yield ast.Constant(not value)
        case int():
            yield ast.Constant(value + 1)
        case float():
            yield ast.Constant(value * 2 + 1)
        case str() if value and " " not in value:
            yield ast.Constant("")


def _statements(node: ast.stmt) -> Iterator[ast.stmt]:
    match node:
        case ast.Expr(value=ast.Call() | ast.YieldFrom() | ast.Yield()):
            yield ast.Pass() if isinstance(node.value, ast.Call) else ast.Expr(ast.Constant(None))
        case ast.AugAssign() | ast.Delete() | ast.Raise():
            yield ast.Pass()
        case ast.Continue():
            yield ast.Break()
        case ast.Break():
            yield ast.Continue()
        case ast.Return(value=ast.expr() as value) if not isinstance(value, ast.Constant):
            yield ast.Return(ast.Constant(None))


def _has_text(node: ast.BinOp) -> bool:
    """Return whether a sum is one of texts, which only Python's own complaint would answer to."""
    return any(isinstance(part, ast.JoinedStr) or _is_text(part) for part in ast.walk(node))


def _shorten(text: str, longest: int = 60) -> str:
    """Return a text on one line, without its middle where it has more than `longest` characters: two fit a screen."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest // 2]} … {line[-longest // 2 :]}"
