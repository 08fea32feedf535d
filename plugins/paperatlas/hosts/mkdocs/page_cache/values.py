"""Values of a configuration as parts of a key: two that are described alike have the same effect."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from functools import partial
from pathlib import PurePath
from types import BuiltinFunctionType, FunctionType
from typing import Any

from mkdocs.localization import Locale  # type: ignore[attr-defined] # Babel's, or what stands in for it
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from pathspec import PathSpec


class UnknownValueError(Exception):
    """A value whose effect nobody knows; the message names what it is."""


@dataclass(frozen=True, slots=True)
class Values:
    """Describes values; the functions among them are to be from these packages, unless all they have is a name."""

    packages: tuple[str, ...] | None = None

    def describe(self, value: object) -> object:
        """Return a value as JSON has it. Raises `UnknownValueError`."""
        description = value
        match value:
            case None | bool() | int() | float() | str():
                pass
            case list() | tuple():
                description = [*map(self.describe, value)]
            case Mapping():
                description = {"of": [[self.describe(key), self.describe(each)] for key, each in value.items()]}
            case set() | frozenset():
                description = {"set": sorted(repr(self.describe(each)) for each in value)}
            case date() | PurePath() | Locale() | File() | Page() | PathSpec():
                description = {type(value).__name__: _told(value)}
            case partial():
                description = {"partial": self.describe([value.func, value.args, value.keywords])}
            case FunctionType() | BuiltinFunctionType() | type():
                description = {"function": self._function(value)}
            case _ if is_dataclass(value):
                parts = {field.name: getattr(value, field.name) for field in fields(value)}
                description = {_name(type(value)): self.describe(parts)}
            case _:
                raise UnknownValueError(_name(type(value)))
        return description

    def _function(self, function: FunctionType | BuiltinFunctionType | type) -> str:
        packages = self.packages
        if packages is None or f"{function.__module__}.".startswith(tuple(f"{package}." for package in packages)):
            return _name(function)
        raise UnknownValueError(_name(function))


def _name(value: FunctionType | BuiltinFunctionType | type) -> str:
    return f"{value.__module__}.{value.__qualname__}"


def _told(value: date | PurePath | Locale | File | Page | PathSpec[Any]) -> object:
    """Return what tells one value of a type from another."""
    if isinstance(value, File | Page):
        return value.url
    if isinstance(value, PathSpec):
        regexes = [(pattern.include, getattr(pattern, "regex", None)) for pattern in value.patterns]
        return [[include, regex.pattern if regex else ""] for include, regex in regexes]  # a comment has none
    return str(value)
