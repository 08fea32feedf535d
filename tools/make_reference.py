"""Writes the reference pages that follow from the code: options, commands, templates.

python tools/make_reference.py            write them
python tools/make_reference.py --check    only say which of them are not as the code has it
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from jinja2 import meta

from paperatlas.atlas import Atlas
from paperatlas.build.options import OPTIONS, Option
from paperatlas.build.templates import shipped_templates, template_loader
from paperatlas.cli import command_line
from paperatlas.pages import make_site, messages_for

FOLDER = Path(__file__).parents[1] / "docs" / "guide" / "reference"
_HEAD = """\
---
language: en
title: {title}
search: {{ exclude: true }}
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
    "file_link": "`file_link(address)`: the same for files that exist once for all languages",
    "origin": "The address of the page",
}


def options_page() -> str:
    """Return the plugin's options."""
    rows = ["| Option | Default | What it sets |", "| --- | --- | --- |"]
    for option in OPTIONS:
        choices = ", ".join(f"`{choice}`" for choice in option.kind.schema.get("enum", ()))
        more = f" One of {choices}." if choices else ""
        rows.append(f"| `{option.name}` | {_default(option)} | {_cell(option.description)}{more} |")
    intro = "Set them below `paperatlas` in the plugins of `mkdocs.yml`. Paths are relative to that file.\n\n"
    return _HEAD.format(title="Options") + intro + "\n".join(rows) + "\n"


def _default(option: Option) -> str:
    """Return the default of an option as a person would write it."""
    default = option.written_default
    if default is None:
        return "none"
    if isinstance(default, bool):
        return f"`{str(default).lower()}`"
    return f"`{', '.join(default) if isinstance(default, list) else default}`"


def commands_page() -> str:
    """Return every command with its arguments, from the parser of the command line."""
    parts = [
        _HEAD.format(title="Commands"),
        "Each command prints this with `--help`. Results go to standard output, errors to standard error. The current ",
        "site is that of the `mkdocs.yml` in the current folder or above it.\n",
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
    """Return every template with what it is for and what it sees beyond what all see."""
    site = make_site(Atlas({}, {}, (), (), ()), messages_for("en"), template_loader())
    parts = [
        _HEAD.format(title="Templates"),
        "[Change how pages look](../templates.md) explains how to replace one. Every template can use:\n\n",
        "| Name | What it is |\n| --- | --- |\n",
        *(f"| `{name}` | {text} |\n" for name, text in _EVERYWHERE.items()),
        "\nand the filters `marked`, which converts a text with its marks to HTML, `when`, which says when a paper ",
        "appeared in the language of the site, and `authors`, which joins names; ",
        "`authors(3)` joins only the first three.\n",
        "\n| Template | What it makes | It can also use |\n| --- | --- | --- |\n",
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


def _commands(parser: argparse.ArgumentParser) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Yield the commands below a parser with their whole names, those that have commands of their own opened."""
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
    """Return a text for a cell of a table."""
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
