"""The foot of every page: when the library was last changed, behind what a site says of its copyright."""

from __future__ import annotations

import re

from paperatlas.build.built_site import BuiltSite

_DATED = re.compile(r"\s*<span class=\"pa-dated\".*?</span>", re.DOTALL)


def dated_copyright(copyright_: str, built: BuiltSite) -> str:
    """Return the setting `copyright`, which themes show on every page, with the day of the last change of the library.

    What it says of another language or an earlier build is taken out; where the day is not known nothing is added.
    """
    without = _DATED.sub("", copyright_)
    if not built.library_day:
        return without
    site = built.site
    words = site.messages.library.dated(f'<time datetime="{built.library_day}">{built.library_day}</time>')
    dot = "· " if without else ""
    dated = f'<span class="pa-dated"{site.environment.globals["own_lang"]}>{dot}{words}</span>'
    return f"{without} {dated}".strip()
