"""What `paperatlas new` says."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

ELSEWHERE = "run the command in the folder of a site, or create one with `paperatlas new site`"
_NEXT = "\nNext:\n"
REQUIREMENTS = "# What the site is built with, here and by its workflow: pip install --requirement requirements.txt"
GRAPHVIZ_REQUIREMENT = (
    "# For drawings along the years. Where it cannot be installed, leave it out: then they are by group."
)


def invalid_slug(slug: str) -> str:
    """Report a name that cannot be an address."""
    return f"'{slug}' is not a valid slug; use lower-case letters, digits and hyphens, for example graph-networks"


def other_language(option: str, languages: Iterable[str]) -> str:
    """Report a title in a language that the site does not have."""
    return f"{option}: the site does not have this language; its languages are {', '.join(languages)}"


def note_exists(slug: str, path: str) -> str:
    """Report a direction that has a note."""
    return f"'{slug}' already has a note: {path}"


def folder_not_empty(folder: Path, name: str) -> str:
    """Report a folder that cannot become a site."""
    return f"'{folder}' is not empty: it contains '{name}'; name a new folder"


def new_direction(paths: Iterable[str], slug: str, note: str, navigation: str, serve: str) -> str:
    """Return the files that were written and the next steps.

    `navigation` is the file that lists pages, if any; `serve` is the command that shows them.
    """
    steps = ["Fill in the note: comments in it say what belongs where; take a heading out of its comment to use it."]
    if navigation:
        steps.append(f"Add the line `- {note}` to `nav` in {navigation}, beside the other directions.")
    steps.append(f"Give entries of the library `keywords = {{{slug}}}`, or `{{{slug}/GROUP}}` for one of its groups.")
    steps.append(f"`paperatlas check` reports what is missing, `{serve}` shows the page.")
    written = "".join(f"{path}\n" for path in paths)
    return written + _NEXT + "".join(f"  {number}. {step}\n" for number, step in enumerate(steps, 1))


def new_site(paths: Iterable[str], commands: Iterable[str]) -> str:
    """Return the files that were written, the commands to go on with, and what to know of the site."""
    written = "".join(f"{path}\n" for path in paths)
    steps = "".join(f"  {command}\n" for command in commands)
    return (
        f"{written}{_NEXT}{steps}\n"
        "The site can be built as it is; its papers appear in the direction diffusion once that has a note. Put your\n"
        "own .bib files into bib/. On GitHub, .github/workflows/site.yml checks and publishes the site: choose GitHub\n"
        "Actions as the source under Settings, Pages.\n"
    )


def missing_wheel(requirements: str, wheel: str, clone: str) -> str:
    """Tell that a site needs a wheel that it does not have; `clone` is where it can be built, if that is known."""
    return (
        f"\n{requirements} names {wheel}, which is not there: `make wheel` in\n"
        f"{clone or 'a clone of PaperAtlas'} writes it to dist/. Copy it, or the workflow cannot install PaperAtlas.\n"
    )


def file_exists(path: str) -> str:
    """Report a file that would be written over."""
    return f"'{path}' already exists; remove it, or change it as the guide says"


def new_publishing(paths: Iterable[str], *, requirements: bool) -> str:
    """Return the files that were written, and what else is needed; `requirements` tells that their file is missing."""
    steps = ["Read the comment at the beginning of each: it says what is to be set on the host."]
    if requirements:
        steps.append("`pip freeze > requirements.txt` lists what builds the site, for the host to install.")
    steps.append("In mkdocs.yml, `site_url: !ENV [SITE_URL, ...]` is where the host publishes the site.")
    written = "".join(f"{path}\n" for path in paths)
    return written + _NEXT + "".join(f"  {number}. {step}\n" for number, step in enumerate(steps, 1))
