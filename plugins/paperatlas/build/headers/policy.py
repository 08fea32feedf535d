"""A Content-Security-Policy that allows what a theme has inside its pages."""

from __future__ import annotations

from collections.abc import Iterable

from paperatlas.build.headers.inline_parts import InlineKind, InlinePart

_DIRECTIVES: dict[InlineKind, str] = {
    "script": "script-src",
    "handler": "script-src",
    "style": "style-src",
    "style attribute": "style-src",
}
_UNSAFE_INLINE = "'unsafe-inline'"
_HASHES_OF_ATTRIBUTES = "'unsafe-hashes'"
"""Without it a digest allows elements alone."""


def with_digests(policy: str, parts: Iterable[InlinePart]) -> str:
    """Return a policy that also allows these parts; one that allows everything inside pages is as it was."""
    directives = {name: sources for name, *sources in (each.split() for each in policy.split(";") if each.strip())}
    for part in parts:
        name = _DIRECTIVES[part.kind]
        sources = directives.setdefault(name, list(directives.get("default-src", ["'self'"])))
        if _UNSAFE_INLINE in sources:
            continue
        wanted = [part.source]
        if part.kind in ("handler", "style attribute"):
            wanted.insert(0, _HASHES_OF_ATTRIBUTES)
        sources += [source for source in wanted if source not in sources]
    return "; ".join(" ".join([name, *sources]) for name, sources in directives.items())
