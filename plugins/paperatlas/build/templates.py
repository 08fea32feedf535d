"""Where the templates are, and the style sheets and scripts that go with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from paperatlas.atlas import Address


def shipped_templates() -> Path:
    """Return the folder of the templates that come with PaperAtlas.

    A wheel carries them inside the package; in a checkout, editable installs included, they stand at its
    top level.
    """
    package = Path(__file__).resolve().parents[1]
    inside = package / "templates"
    return inside if inside.is_dir() else package.parents[1] / "templates"


def template_loader(own: Sequence[Path] = ()) -> FileSystemLoader:
    """Return what loads the templates; one in the folders `own` replaces the shipped one of that name."""
    return FileSystemLoader([*own, shipped_templates()])


def has_own_templates(environment: Environment) -> bool:
    """Return whether templates of an environment may come from elsewhere than those that come with PaperAtlas."""
    loader = environment.loader
    return not isinstance(loader, FileSystemLoader) or list(loader.searchpath) != [str(shipped_templates())]


def templates_digest(environment: Environment) -> str:
    """Return a digest of every file that a template of an environment may include, with its name."""
    digest = sha256()
    loader = environment.loader
    for folder in loader.searchpath if isinstance(loader, FileSystemLoader) else ():
        for path in sorted(path for path in Path(folder).rglob("*") if path.is_file()):
            digest.update(path.relative_to(folder).as_posix().encode(errors="surrogateescape") + b"\0")
            digest.update(sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def asset_files() -> Iterator[tuple[Address, Path]]:
    """Yield the address and the file of each style sheet and script, and of what they come with."""
    folder = shipped_templates()
    for path in sorted(path for path in (folder / "assets").rglob("*") if path.is_file()):
        yield Address(path.relative_to(folder).as_posix()), path
