"""The changes between two versions of a site as JSON, for programs: nothing is cut."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from paperatlas.changes.model import ChangedItem, Changes, Items
from paperatlas.diagnostics.escaped_json import escaped_json
from paperatlas.diagnostics.problem import Problem
from paperatlas.exports.site import SiteInfo

_IDENTITY = {
    "papers": ("key",),
    "relations": ("source", "type", "target"),
    "directions": ("slug",),
    "pages": ("file",),
    "citations": ("source", "target"),
}
"""What the parts of an identity are called."""


def changes_json(changes: Changes, site_url: str = "") -> str:
    """Return an object with `papers`, `relations`, `directions`, `pages`, `citations` and `problems`.

    Each but the last has lists `added`, `changed` and `removed`; things name their page as `path`, and as `url`
    where `site_url` is known. A field that changed has `before` and `after`, null where there was or is none.
    """
    site = SiteInfo("", url=site_url)
    data: dict[str, Any] = {kind: _kind(getattr(changes, kind), parts, site) for kind, parts in _IDENTITY.items()}
    data["problems"] = {
        "new": [_problem(problem) for problem in changes.new_problems],
        "fixed": [_problem(problem) for problem in changes.fixed_problems],
        "remaining": changes.remaining,
    }
    return escaped_json(data, indent=1) + "\n"


def _kind(items: Items, parts: Sequence[str], site: SiteInfo) -> dict[str, Any]:
    def written(item: ChangedItem) -> dict[str, Any]:
        return {
            **dict(zip(parts, item.identity, strict=True)),
            "name": item.name,
            **({"path": item.address} if item.address else {}),
            **({"url": site.link(item.address)} if item.address and site.url else {}),
        }

    def changed(item: ChangedItem) -> dict[str, Any]:
        fields = [{"name": change.name, "before": change.before, "after": change.after} for change in item.fields]
        return {**written(item), "fields": fields}

    return {
        "added": [written(item) for item in items.added],
        "changed": [changed(item) for item in items.changed],
        "removed": [written(item) for item in items.removed],
    }


def _problem(problem: Problem) -> dict[str, Any]:
    return {name: getattr(problem, name) for name in ("code", "severity", "file", "line", "column", "message", "hint")}
