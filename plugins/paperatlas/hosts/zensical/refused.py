"""Options of a site that Zensical cannot carry out: each is refused with what to do, rather than forgotten."""

from __future__ import annotations

from paperatlas.build.includes import Includes
from paperatlas.build.options import Options
from paperatlas.build.site_parts.part import WHOLE
from paperatlas.hosts.untrusted import MISSING, can_sanitise, unsafe
from paperatlas.hosts.zensical.program import ZensicalError
from paperatlas.texts.commands import zensical as texts


def check_options(options: Options, includes: Includes) -> None:
    """Raise `ZensicalError` for what the options of a site ask for and a site built by Zensical would lack."""
    refused = {
        texts.NO_PAGEFIND: options.search == "pagefind",
        texts.NO_PARTS: options.part != WHOLE,
        texts.NOT_OFFLINE: options.offline,
        MISSING: options.untrusted_notes and not can_sanitise(),
        unsafe(includes.anything): options.untrusted_notes and bool(includes.anything),
    }
    if told := [sentence for sentence, wanted in refused.items() if wanted]:
        raise ZensicalError("; ".join(told))
