"""Where the templates are, and the style sheets and scripts that go with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path, PurePath

from jinja2 import Environment, FileSystemLoader

from paperatlas.atlas import Address
from paperatlas.build.rules import UNUSED_TEMPLATE
from paperatlas.diagnostics.problem import Problem, Span
from paperatlas.text.suggestions import nearest


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
            with suppress(OSError):  # of a file that is gone since the folder was listed
                data = sha256(path.read_bytes()).digest()
                digest.update(path.relative_to(folder).as_posix().encode(errors="surrogateescape") + b"\0" + data)
    return digest.hexdigest()


def unused_templates(root: Path, name: str) -> list[Problem]:
    """Return a problem for each file in the folder of a site's own templates that replaces none and is part of none.

    `name` is the path of the folder relative to `root`, empty if the site has none.
    """
    folder = root / name
    if not name:
        return []
    if not folder.is_dir():
        return [UNUSED_TEMPLATE.at(Span(name), "folder", name=name)]
    known = {path.name for path in shipped_templates().glob("*.jinja")}
    own = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
    texts = {file: path.read_text(encoding="utf-8", errors="replace") for file, path in own.items()}
    problems = []
    for file in own:
        is_part = any(file in text for other, text in texts.items() if other != file)
        if file in known or is_part or PurePath(file).name.startswith((".", "README")):
            continue
        asset = file.startswith("assets/")
        near = "" if asset else nearest(file, known)
        variant = "asset" if asset else "near" if near else ""
        problems.append(UNUSED_TEMPLATE.at(Span(f"{name.rstrip('/')}/{file}"), variant, name=file, near=near))
    return problems


def asset_files(*, of_pages: bool = True) -> Iterator[tuple[Address, Path]]:
    """Yield the address and the file of each style sheet and script, and of what they come with.

    Of a site without generated pages these are what citations take.
    """
    folder = shipped_templates()
    for path in sorted((folder / "assets").rglob("*" if of_pages else "citations.*")):
        if not path.is_file():
            continue
        yield Address(path.relative_to(folder).as_posix()), path
