"""Writes the reference pages that follow from the code: options, commands, templates.

python tools/make_reference.py            write them
python tools/make_reference.py --check    only say which of them are not as the code has it
"""

from __future__ import annotations

import argparse
import ast
import inspect
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jinja2 import meta
from mkdocs.config import base, config_options

from paperatlas.atlas import Atlas
from paperatlas.cli import command_line
from paperatlas.hosts.mkdocs import options as mkdocs_options
from paperatlas.pages import make_site, messages_for, shipped_templates

FOLDER = Path(__file__).parents[1] / "docs" / "guide" / "reference"
_HEAD = """\
---
language: en
title: {title}
---

<!-- Made by tools/make_reference.py (`make reference`). -->

# {title}

"""
_COMMENT = re.compile(r"{#-?\s*(.*?)\s*-?#}", re.DOTALL)
_EVERYWHERE = {
    "atlas": "Papers, directions, relations, mentions and backlinks (`atlas/model.py`)",
    "indexes": "The papers by person, venue and year",
    "t": "The words of the page’s language",
    "link": "`link(address)`: a relative link to a page of this language",
    "file_link": "`file_link(address)`: the same for files that are there once for all languages",
    "origin": "The address of the page",
}


def options_page() -> str:
    """The plugin's options, from the class that MkDocs reads them into."""
    rows = ["| Option | Default | What it sets |", "| --- | --- | --- |"]
    texts = dict(_documented(mkdocs_options.PaperAtlasConfig))
    for name, option in mkdocs_options.PaperAtlasConfig._schema:  # noqa: SLF001 - MkDocs has no other way to list them
        choices = ""
        if isinstance(option, config_options.Choice):
            choices = " One of " + ", ".join(f"`{choice}`" for choice in option.choices) + "."
        rows.append(f"| `{name}` | {_default(option)} | {_cell(texts[name])}{choices} |")
    intro = "Below `paperatlas` in the list of plugins of `mkdocs.yml`. Paths are relative to that file.\n\n"
    return _HEAD.format(title="Options") + intro + "\n".join(rows) + "\n"


def _default(option: base.BaseConfigOption[Any]) -> str:
    """The default of an option as a person would write it. Raises `TypeError` for one that nobody has put in words."""
    default = option.default
    # What is written there are changes to the types, not the types.
    if default in (None, "") or isinstance(option, mkdocs_options.RelationTypes):
        return "none"
    if isinstance(default, list):
        return f"`{', '.join(default)}`"
    if not isinstance(default, str | int):
        message = f"the reference has no words for the default {default!r}"
        raise TypeError(message)
    return f"`{default}`"


def commands_page() -> str:
    """Every command with its arguments, from the parser of the command line."""
    parts = [
        _HEAD.format(title="Commands"),
        "Each command says the same with `--help`. What it was asked for goes to standard output, what went wrong to ",
        "standard error.\n",
    ]
    for name, command in _commands(command_line()):
        parts.append(f"\n## {name}\n\n{command.description}\n\n| Argument | What it does |\n| --- | --- |\n")
        parts += [
            f"| {_argument(action)} | {_cell((action.help or '') % vars(action))} |\n"
            for action in command._actions  # noqa: SLF001 - argparse has no other way to list them
            if action.help not in (None, argparse.SUPPRESS) and not isinstance(action, argparse._HelpAction)  # noqa: SLF001
        ]
        if command.epilog:
            parts.append(f"\n```text\n{command.epilog.strip()}\n```\n")
    return "".join(parts)


def templates_page() -> str:
    """Every template with what it is for and what it sees beyond what all see."""
    site = make_site(Atlas({}, {}, (), (), ()), messages_for("en"))
    parts = [
        _HEAD.format(title="Templates"),
        "How to replace one stands in [Change how pages look](../templates.md). Every template sees:\n\n",
        "| Name | What it is |\n| --- | --- |\n",
        *(f"| `{name}` | {text} |\n" for name, text in _EVERYWHERE.items()),
        "\nand the filters `marked`, which makes HTML of a text with its marks, and `authors`, which puts names ",
        "in a row, `authors(3)` only the first three of them.\n",
        "\n| Template | What it makes | It also sees |\n| --- | --- | --- |\n",
    ]
    for path in sorted(shipped_templates().glob("*.jinja")):
        source = path.read_text(encoding="utf-8")
        seen = meta.find_undeclared_variables(site.environment.parse(source)) - set(_EVERYWHERE)
        comment = _COMMENT.match(source)
        if comment is None:
            message = f"templates/{path.name} does not begin with a comment that says what it makes"
            raise SystemExit(message)
        names = ", ".join(f"`{name}`" for name in sorted(seen)) or "-"
        parts.append(f"| `{path.name}` | {_cell(' '.join(comment[1].split()))} | {names} |\n")
    return "".join(parts)


def _documented(owner: type) -> Iterator[tuple[str, str]]:
    """The names assigned in the body of a class, each with the text that stands below it."""
    body = ast.parse(inspect.getsource(owner)).body[0]
    if not isinstance(body, ast.ClassDef):
        return
    for assignment, text in zip(body.body, body.body[1:], strict=False):
        if isinstance(assignment, ast.Assign) and isinstance(text, ast.Expr) and isinstance(text.value, ast.Constant):
            target = assignment.targets[0]
            if isinstance(target, ast.Name):
                yield target.id, inspect.cleandoc(str(text.value.value))


def _commands(parser: argparse.ArgumentParser) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """The commands below a parser with their whole names, those that have commands of their own opened."""
    below = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]  # noqa: SLF001
    if not below:
        yield parser.prog, parser
    for action in below:
        for command in dict.fromkeys(action.choices.values()):
            yield from _commands(command)


def _argument(action: argparse.Action) -> str:
    metavar = action.metavar if isinstance(action.metavar, str) else action.dest.upper()
    if not action.option_strings:
        return f"`{metavar}`" + (" …" if action.nargs in ("*", "+") else "")
    if action.choices:
        metavar = "{" + ",".join(map(str, action.choices)) + "}"
    value = f" {metavar}" if action.nargs != 0 else ""
    return ", ".join(f"`{option}{value}`" for option in action.option_strings)


def _cell(text: str) -> str:
    """A text for a cell of a table."""
    return " ".join(text.split()).replace("|", "\\|")


PAGES = {"options.md": options_page, "commands.md": commands_page, "templates.md": templates_page}


def main() -> int:
    """Write the pages, or compare them with what stands there."""
    asked = argparse.ArgumentParser(description="Writes the reference pages that follow from the code.")
    asked.add_argument("--check", action="store_true", help="write nothing; fail if a page is not as the code has it")
    check = asked.parse_args().check
    stale = []
    for name, make in PAGES.items():
        path, text = FOLDER / name, make()
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(name)
        if not check:
            path.write_text(text, encoding="utf-8")
    if check and stale:
        print(f"Not as the code has it: {', '.join(stale)}. `make reference` writes them.", file=sys.stderr)
    return int(check and bool(stale))


if __name__ == "__main__":
    raise SystemExit(main())
