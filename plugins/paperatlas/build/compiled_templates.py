"""Installed templates as Python compiled them, kept from one process to the next: compiling them takes a second.

They are where Python keeps the package's own modules compiled, and are believed as those are. They are not in the
cache of a site: that may come from elsewhere, and what is read from it runs nothing.
"""

from __future__ import annotations

import marshal
import sys
from collections.abc import Collection
from dataclasses import dataclass
from hashlib import sha256
from importlib.util import cache_from_source
from pathlib import Path
from typing import TYPE_CHECKING

import jinja2

from paperatlas.storage.cache import Cache

if TYPE_CHECKING:
    from jinja2.bccache import Bucket

_COMPILED = Cache(bytes, made_with=(jinja2.__version__,))


@dataclass(frozen=True, slots=True)
class CompiledTemplates(jinja2.BytecodeCache):
    """Compiled templates of the folders `templates`, each in a file of `folder`; any other is compiled anew.

    What a template becomes also depends on the `environment`, which says so in a few bytes.
    """

    templates: Collection[Path]
    folder: Path
    environment: bytes

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return a key of the template, which depends on its name and its folder; empty if it is not kept."""
        folder = next((folder for folder in self.templates if filename and Path(filename) == folder / name), None)
        return "" if folder is None else sha256(f"{folder}\0{name}".encode()).hexdigest()[:32]

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the bucket its code, if it is there and was made from this source."""
        if bucket.key:
            found = _COMPILED.load(self._path(bucket), *self._made_from(bucket))
            bucket.code = None if found is None else marshal.loads(found)  # noqa: S302 - see above

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of the bucket, unless Python is told to keep none (`python -B`)."""
        if bucket.key and not sys.dont_write_bytecode:
            _COMPILED.save(self._path(bucket), marshal.dumps(bucket.code), *self._made_from(bucket))

    def _made_from(self, bucket: Bucket) -> tuple[bytes, ...]:
        return bucket.key.encode(), bucket.checksum.encode(), self.environment

    def _path(self, bucket: Bucket) -> Path:
        return self.folder / f"{bucket.key}.{sys.implementation.cache_tag}.cache"


def keep_compiled(environment: jinja2.Environment, templates: Collection[Path]) -> None:
    """Have an environment keep what it compiles of the templates in some folders, which are installed ones.

    It does not if this Python keeps nothing compiled, or the environment keeps it in a way of its own.
    """
    if sys.implementation.cache_tag is not None and environment.bytecode_cache is None:
        folder = Path(cache_from_source(__file__)).parent / "templates"
        environment.bytecode_cache = CompiledTemplates(templates, folder, _signature(environment))


def _signature(environment: jinja2.Environment) -> bytes:
    """Return what compiled templates depend on in an environment: Jinja asks these when it parses and compiles one.

    Filters and tests of constants are applied when a template is compiled.
    """
    asked = vars(environment) | {"extensions": sorted(environment.extensions)}
    parts = [f"{type(environment)}"] + [f"{name} {_named(value)}" for name, value in sorted(asked.items())]
    return sha256("\0".join(parts).encode()).digest()


def _named(value: object) -> object:
    """Return a value as another process has it: functions by their names, other objects by their module."""
    if isinstance(value, dict):
        return [(name, _named(each)) for name, each in value.items()]
    if isinstance(value, str | bool | int | list | tuple | None):
        return value
    return f"{getattr(value, '__module__', '')}.{getattr(value, '__qualname__', '')}"
