"""Shipped templates as Python compiled them, kept from one process to the next: compiling them takes half a second.

They are where Python keeps the package's own modules compiled, and are believed as those are. They are not in the
cache of a site: that may come from elsewhere, and what is read from it runs nothing.
"""

from __future__ import annotations

import marshal
import sys
from dataclasses import dataclass
from importlib.util import cache_from_source
from pathlib import Path
from typing import TYPE_CHECKING

import jinja2

from paperatlas.storage.cache import Cache

if TYPE_CHECKING:
    from jinja2.bccache import Bucket

_COMPILED = Cache(bytes, made_with=(jinja2.__version__,))
"""Its digest of the package covers what else a compiled template depends on: the environment's options and filters."""


@dataclass(frozen=True, slots=True)
class CompiledTemplates(jinja2.BytecodeCache):
    """Compiled templates of the folder `templates`, each in a file of `folder`; any other is compiled anew."""

    templates: Path
    folder: Path

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return the name of the template, which is its own in one folder; empty if it is not kept."""
        return name if filename and Path(filename) == self.templates / name else ""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the bucket its code, if it is there and was made from this source."""
        if bucket.key:
            found = _COMPILED.load(self._path(bucket), bucket.key.encode(), bucket.checksum.encode())
            bucket.code = None if found is None else marshal.loads(found)  # noqa: S302 - see above

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of the bucket, unless Python is told to keep none (`python -B`)."""
        if bucket.key and not sys.dont_write_bytecode:
            code = marshal.dumps(bucket.code)
            _COMPILED.save(self._path(bucket), code, bucket.key.encode(), bucket.checksum.encode())

    def _path(self, bucket: Bucket) -> Path:
        return self.folder / f"{bucket.key}.{sys.implementation.cache_tag}.cache"


def compiled_templates(templates: Path) -> CompiledTemplates | None:
    """Return the compiled templates of the shipped ones in a folder; None if this Python keeps nothing compiled."""
    if sys.implementation.cache_tag is None:
        return None
    return CompiledTemplates(templates, Path(cache_from_source(__file__)).parent)
