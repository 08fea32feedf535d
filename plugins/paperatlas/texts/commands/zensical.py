"""What `paperatlas zensical` says."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from paperatlas.diagnostics.extras import install_command
from paperatlas.texts.english import counted

ELSEWHERE = "run this command in the folder of a site"
MISSING = f"Zensical is not installed; install it: {install_command('zensical')}"


def out_of_bounds(found: str, lowest: str, above: str) -> str:
    """Report a version of Zensical that the stage was not tested with."""
    return (
        f"Zensical {found} is installed, but PaperAtlas works with {lowest} or newer, below {above}; "
        f"install one of these: {install_command('zensical')}"
    )


def failed(code: int, said: Sequence[str]) -> str:
    """Report that Zensical ended with an error, and what it said."""
    lines = "".join(f"\n  {line}" for line in said[-20:])
    return f"Zensical ended with code {code}; the site was not changed. It said:{lines or ' nothing'}"


def server_failed(code: int) -> str:
    """Report that Zensical ended before it served; what it said was told."""
    return f"Zensical ended with code {code} before it served anything; correct what it said"


def foreign_stage(folder: Path) -> str:
    """Report a stage that another version of PaperAtlas has written."""
    return (
        f"the folder '{folder}' was not written by this version of PaperAtlas, and was not changed; "
        "delete it, and run the command again"
    )


WITHOUT_PLUGIN = (
    "This site names the plugin 'paperatlas', which Zensical does not run: it has no pages of papers. "
    "Build it with `paperatlas zensical build`, or serve it with `paperatlas zensical serve`."
)
NO_PAGEFIND = (
    "Zensical's search cannot be replaced, so `search: pagefind` has no effect there: "
    "write `search: auto` or `search: theme`, or build the site with `mkdocs build`"
)
NO_PARTS = "Zensical builds a site as a whole: leave the option `part` out, or build the part with `mkdocs build`"
NOT_OFFLINE = (
    "a site that Zensical builds cannot be opened from a disk: leave the option `offline` out, "
    "or build the site with `paperatlas offline`"
)


def server_ended(code: int) -> str:
    """Report that Zensical has ended while it served; what it said was told. A code below 0 is that of a signal."""
    if code < 0:
        return f"Zensical was ended by signal {-code}; save a file to start it again"
    return f"Zensical has ended with code {code}; correct what it said, and save a file to start it again"


def serving(address: str) -> str:
    """Return where the site is served."""
    return f"Serving on http://{address}/ - a saved .bib file, note or template reloads the page. Stop with Ctrl-C."


def built(site: Path, pages: int) -> str:
    """Return where the site is, and how large."""
    return f"{site}: {counted(pages, 'page')}"


def ignored(names: Sequence[str]) -> str:
    """Report what of a configuration Zensical does not know."""
    return f"Zensical does not know, and the site is without: {', '.join(names)}"


def edited(paths: Sequence[Path]) -> str:
    """Report files of the stage that somebody had changed."""
    listed = ", ".join(f"'{path}'" for path in paths)
    return f"files of the stage that had been edited by hand are generated again; what was written is now {listed}"


def not_strict(problems: int) -> str:
    """Report that there are problems where there must not be any."""
    return f"the site was not built: {counted(problems, 'problem')}, and --strict was given"
