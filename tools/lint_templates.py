"""Says what is wrong in the templates that no page need show: what they name and do not have, or have and do not use.

python tools/lint_templates.py    fails if it finds anything
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError, meta, nodes

from paperatlas.atlas import Atlas
from paperatlas.build.templates import shipped_templates, template_loader
from paperatlas.pages import make_site, messages_for


def lint(environment: Environment, sources: Mapping[str, str]) -> Iterator[str]:
    """Yield the faults of templates (name: source) as `name:line: what is wrong`."""
    trees: dict[str, nodes.Template] = {}
    for name, source in sources.items():
        try:
            environment.compile(source, name)  # unknown filters and tests are found only here
        except TemplateSyntaxError as error:
            yield f"{name}:{error.lineno}: {error.message}"
        else:
            trees[name] = environment.parse(source, name)
    imported = {(_target(node), given) for tree in trees.values() for node, given, _ in _imports(tree)}
    for name, tree in trees.items():
        yield from _missing(name, tree, trees)
        yield from _unused(name, tree, trees, {macro for template, macro in imported if template == name})


def _missing(name: str, tree: nodes.Template, trees: Mapping[str, nodes.Template]) -> Iterator[str]:
    others: list[nodes.Include | nodes.FromImport] = [*tree.find_all(nodes.Include), *tree.find_all(nodes.FromImport)]
    for node in others:
        if _target(node) not in trees:
            yield f"{name}:{node.lineno}: there is no template '{_target(node)}'"
    for imported, given, _ in _imports(tree):
        target = trees.get(_target(imported))
        if target and given not in {macro.name for macro in target.find_all(nodes.Macro)}:
            yield f"{name}:{imported.lineno}: '{_target(imported)}' has no macro '{given}'"


def _unused(name: str, tree: nodes.Template, trees: Mapping[str, nodes.Template], exported: set[str]) -> Iterator[str]:
    used = {found.name for found in tree.find_all(nodes.Name) if found.ctx == "load"}
    for node in tree.find_all(nodes.Include):  # an included template sees the names of the one that includes it
        if target := trees.get(_target(node)):
            used |= meta.find_undeclared_variables(target)
    given = [(node.lineno, here, "imported") for node, _, here in _imports(tree)]
    given += [(macro.lineno, macro.name, "defined") for macro in tree.find_all(nodes.Macro)]
    assigned = [node.target for node in tree.find_all(nodes.Assign)]
    given += [(target.lineno, target.name, "set") for target in assigned if isinstance(target, nodes.Name)]
    for line, what, how in given:
        if what not in used | exported:
            yield f"{name}:{line}: '{what}' is {how} and not used"


def _imports(tree: nodes.Template) -> Iterator[tuple[nodes.FromImport, str, str]]:
    """Yield each imported macro: where, its name there, and its name here."""
    for node in tree.find_all(nodes.FromImport):
        for name in node.names:
            given, here = name if isinstance(name, tuple) else (name, name)
            yield node, given, here


def _target(node: nodes.Include | nodes.FromImport) -> str:
    return str(node.template.as_const())


def main() -> int:
    """Lint the templates that come with the package."""
    site = make_site(Atlas({}, {}, (), (), ()), messages_for("en"), template_loader())
    folder: Path = shipped_templates()
    found = list(lint(site.environment, {path.name: path.read_text("utf-8") for path in folder.glob("*.jinja")}))
    for fault in sorted(found):
        print(f"templates/{fault}")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
