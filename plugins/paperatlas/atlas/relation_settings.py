"""Relation types as a site changes them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from paperatlas.atlas.relation_types import DEFAULT_RELATION_TYPES, RelationType
from paperatlas.bibliography.model.fields import ALIASES, NAME_FIELDS, VERBATIM
from paperatlas.text.control_characters import without_controls

_NAME = re.compile(r"[a-z][a-z0-9-]*")
_CITO_TERM = re.compile(r"[a-z][A-Za-z]*")
_TAKEN = frozenset(
    {
        *ALIASES, *NAME_FIELDS, *VERBATIM,
        "abstract", "annotation", "change", "evidence", "note", "results", "shorttitle", "title",
    }
)  # fmt: skip
_SETTINGS = ("label", "inverse", "cito")


class RelationTypeError(ValueError):
    """A relation type that cannot be used; the message says which, why, and what to write."""

    def __init__(self, name: str, what: str) -> None:
        super().__init__(f"'{name}' {what}")


def configured_types(written: Mapping[str, Any]) -> tuple[RelationType, ...]:
    """Return the default types as a site changes them; its own come last, in its order.

    `written` has the name of each type it is about: `False` takes a type away; otherwise it maps `label` and
    `inverse`, each a text or a text by language, and `cito`, a property of CiTO. A default type keeps what is not
    said; a new one needs both labels. Raises `RelationTypeError`.
    """
    types = {kind.name: kind for kind in DEFAULT_RELATION_TYPES}
    for name, settings in written.items():
        if settings is False:
            if types.pop(name, None) is None:
                raise RelationTypeError(name, f"cannot be removed: the types are {', '.join(types)}.")
            continue
        if not _NAME.fullmatch(name) or name in _TAKEN:
            reason = "is another field of entries" if name in _TAKEN else "is not a valid field name"
            raise RelationTypeError(name, f"{reason}: use another word, in lower-case letters.")
        types[name] = _changed(types.get(name), name, settings)
    return tuple(types.values())


def _changed(kind: RelationType | None, name: str, settings: object) -> RelationType:
    """Return the type `name` with `settings`; `kind` is what it was before, if it was there."""
    if not isinstance(settings, Mapping) or (unknown := [key for key in settings if key not in _SETTINGS]):
        what = f"has no setting '{unknown[0]}'" if isinstance(settings, Mapping) else f"cannot be {settings!r}"
        raise RelationTypeError(name, f"{what}: write `label`, `inverse` and `cito` below it, or `false`.")
    if kind is None:
        missing = [key for key in ("label", "inverse") if key not in settings]
        if missing:
            raise RelationTypeError(name, f"has no `{missing[0]}`, which is the text that pages show for it.")
        kind = RelationType(name, {}, {})
    cito = settings.get("cito", kind.cito)
    if not isinstance(cito, str) or not _CITO_TERM.fullmatch(cito):
        raise RelationTypeError(
            name, f"has {cito!r}, which is not a property of CiTO such as `extends` or `usesMethodIn`."
        )
    return replace(
        kind,
        labels=kind.labels | _by_language(name, "label", settings.get("label", {})),
        inverse_labels=kind.inverse_labels | _by_language(name, "inverse", settings.get("inverse", {})),
        cito=cito,
    )


def _by_language(name: str, setting: str, written: object) -> dict[str, str]:
    """Return a label by language; one text alone is for every language."""
    if isinstance(written, str) and written:
        return dict.fromkeys(("en", "zh"), without_controls(written))
    if isinstance(written, Mapping) and all(isinstance(text, str) and text for text in written.values()):
        return {str(language): without_controls(text) for language, text in written.items()}
    raise RelationTypeError(name, f"needs a text, or a text for each language, as `{setting}`, not {written!r}.")
