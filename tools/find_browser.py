"""Headless Chromium, as it is found on a machine; Playwright's own download is not used."""

from __future__ import annotations

import shutil

BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""The programs that are looked for: what `make browser` installs, and what else people have. The first has no window,
whose own pages cost four times what a page of ours does."""
MISSING = "no Chromium was found: `make browser` installs Debian's package"


def find_browser() -> str | None:
    """Return the path of the first of them; None if there is none."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)
