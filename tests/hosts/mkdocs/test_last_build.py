"""A build after a change is a clean build of what is there then, though it makes only what the change concerns."""

from __future__ import annotations

import json
import logging
import random
import shutil
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pytest
from mkdocs import utils
from mkdocs.commands.build import build
from mkdocs.config import load_config

from paperatlas.hosts.mkdocs import direct_pages
from paperatlas.pages.paper import paper_page

SITES = Path(__file__).parents[2] / "sites"
PICTURE = b'<svg xmlns="http://www.w3.org/2000/svg"/>'


def edit(path: str, *changes: tuple[str, str]) -> Callable[[Path], None]:
    """Replace texts in a file; the edit of an edit finds what the first left."""

    def change(root: Path) -> None:
        text = (root / path).read_text(encoding="utf-8")
        for old, new in changes:
            text = text.replace(old, new) if old in text else text.replace(new, old)
        (root / path).write_text(text, encoding="utf-8")

    return change


def put(path: str, *versions: bytes) -> Callable[[Path], None]:
    """Write a file: the first version, then the next, then none."""

    def change(root: Path) -> None:
        file = root / path
        known = [None, *versions]
        found = known.index(file.read_bytes() if file.exists() else None)
        new = (known * 2)[found + 1]
        if new is None:
            file.unlink()
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(new)

    return change


def move(path: str, other: str) -> Callable[[Path], None]:
    """Rename a file, or back."""

    def change(root: Path) -> None:
        before, after = (path, other) if (root / path).exists() else (other, path)
        (root / before).rename(root / after)

    return change


EDITS: dict[str, Callable[[Path], object]] = {
    "nothing": lambda _: None,
    "an abstract": edit("bib/dough.bib", ("The taste turns sour", "The taste turns sweet")),
    "a translated abstract": edit("bib/dough.bib", ("气孔越大", "气孔越小")),
    "a line above all others": edit("bib/dough.bib", ("@string{jd", "@comment{Lines}\n@string{jd")),
    "an author": edit("bib/dough.bib", ("author       = {Marrow, Ilse and Pell, Jory}", "author       = {Pell, Jory}")),
    "a year": edit("bib/dough.bib", ("date         = {2004-05}", "date         = {2011-05}")),
    "a method": edit("bib/dough.bib", ("shorttitle   = {Slow Rise}", "shorttitle   = {Slower Rise}")),
    "the evidence of a relation": edit("bib/dough.bib", ("a tenth of the amount, and", "a fifth of the amount, and")),
    "a relation": edit("bib/dough.bib", ("  ferments     = {levain},\n", "  compares     = {levain},\n")),
    "a group of a paper": edit("bib/dough.bib", ("keywords     = {dough/rest, time}", "keywords     = {dough, time}")),
    "a key": edit("bib/dough.bib", ("article{levain,", "article{leaven,")),
    "a note": edit("docs/directions/dough.md", ("---\n\n", "---\n\nMore on this.\n\n")),
    "a sentence that cites": edit("docs/directions/dough.md", ("冷藏也可以", "冷藏也行")),
    "what is cited beside": edit("docs/directions/dough.md", ("[@cold; @fold]", "[@cold; @fold; @machine]")),
    "a link to a page": edit("docs/directions/dough.md", ("# 不揉", "# [不](../papers/stone.md)揉")),
    "the status of a direction": edit("docs/directions/dough.md", ("status: hot", "status: early")),
    "the language of a note": edit("docs/directions/ovens.md", ("title: ", "language: en\ntitle: ")),
    "the title of a note": edit("docs/directions/dough.md", ("title: ", "title: 新")),
    "a citation": edit("docs/index.en.md", ("# ", "# Home of [@slow] and ")),
    "the name of a note": move("docs/alone.md", "docs/lonely.md"),
    "an option": edit("mkdocs.yml", ("index_threshold: 2", "index_threshold: 1")),
    "the name of the site": edit("mkdocs.yml", ("site_name: Bread", "site_name: Loaf")),
    "a feature of the theme": edit("mkdocs.yml", ("navigation.tabs, ", "navigation.top, ")),
    "where entries are edited": edit(
        "mkdocs.yml", ("theme:\n", "repo_url: https://github.com/a/b\nedit_uri: edit/main/docs/\ntheme:\n")
    ),
    "a template": put(
        "templates/index_row.html.jinja",
        b"<h1>{{ title }}</h1>{% include 'note.txt' ignore missing %}",
        b"<h1>{{ title }}</h1>{{ row.papers[0].entry.span.line }}",
    ),
    "a template that reads all": put(
        "templates/paper.html.jinja",
        b"<h1>{{ paper.title.text }}</h1>{{ atlas.papers | length }} {{ indexes.years.rows[0].label }}",
        b"<h1>{{ paper.title.text }}</h1>{% for relation in atlas.relations %}{{ relation.span }} {% endfor %}",
    ),
    "a text that is included": put("templates/note.txt", b"<h1>One</h1>", b"<h1>Two</h1>"),
    "a picture": put("docs/papers/levain/dough.svg", PICTURE, PICTURE + b"<!-- more -->"),
    "a page in place of ours": put("docs/papers/slow.en.md", b"# By hand\n", b"# Again by hand\n"),
    "a file in place of ours": put("docs/papers/slow.bib", b"@misc{mine}"),
    "a file more in the site": lambda root: (root / "site/papers/slow/index.html.gz").write_bytes(b"compressed"),
    "a page of the site": lambda root: (root / "site/people/index.html").write_bytes(b"written over"),
    "a page that is gone": lambda root: (root / "site/papers/slow/index.html").unlink(),
    "an export of the site": lambda root: (root / "site/papers/cold.bib").write_bytes(b"written over"),
}


@pytest.fixture
def builder(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Build a site as `mkdocs build` does."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    monkeypatch.setattr(utils, "clean_directory", utils.clean_directory)

    def run(root: Path) -> None:
        config = load_config(str(root / "mkdocs.yml"))
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        except SystemExit as over:
            if over.code:
                raise
        finally:
            config.plugins.on_shutdown()

    return run


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with a plain theme, which is built in no time, and templates of its own."""
    root = tmp_path / "kept"
    shutil.copytree(SITES / "bilingual", root)
    (root / "templates").mkdir()
    edit("mkdocs.yml", ("references: marker", "templates: templates"))(root)
    text = (root / "mkdocs.yml").read_text(encoding="utf-8")
    plain = text[: text.index("  - i18n:")] + text[text.index("markdown_extensions:") :]
    (root / "mkdocs.yml").write_text(plain.replace("name: material", "name: mkdocs"), encoding="utf-8")
    return root


@pytest.fixture
def bilingual(tmp_path: Path) -> Path:
    """A site of two languages with Material."""
    shutil.copytree(SITES / "bilingual", tmp_path / "kept")
    return tmp_path / "kept"


def contents(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted((root / "site").rglob("*"))
        if path.is_file()
    }


def clean(root: Path, builder: Callable[[Path], None]) -> dict[str, bytes]:
    """What a build of the same files makes without knowing of any other."""
    other = root.with_name("clean")
    shutil.rmtree(other, ignore_errors=True)
    shutil.copytree(root, other, ignore=shutil.ignore_patterns("site", ".cache"))
    shutil.copytree(
        root / ".cache/paperatlas/layouts", other / ".cache/paperatlas/layouts"
    )  # for they take the longest
    builder(other)
    return contents(other)


def edited(root: Path, steps: Iterable[Sequence[str]], builder: Callable[[Path], None]) -> None:
    """Edit and build by turns, and compare each site with a clean one."""
    steps = list(steps)
    builder(root)
    for number, step in enumerate(steps):
        for name in step:
            EDITS[name](root)
        builder(root)
        ours, theirs = contents(root), clean(root, builder)
        assert ours.keys() == theirs.keys(), steps[: number + 1]
        assert [path for path in ours if ours[path] != theirs[path]] == [], steps[: number + 1]


def test_edits_in_any_order(site: Path, builder: Callable[[Path], None]) -> None:
    chance = random.Random(1)
    waiting = chance.sample(sorted(EDITS), len(EDITS))
    steps = [["nothing"]]
    while waiting:
        count = chance.randint(2, 7)
        steps.append(waiting[:count])
        del waiting[:count]
    edited(site, steps, builder)


def test_edits_of_a_site_in_two_languages(bilingual: Path, builder: Callable[[Path], None]) -> None:
    edited(
        bilingual,
        [["a translated abstract", "where entries are edited"], ["a line above all others", "a page in place of ours"]],
        builder,
    )


def test_only_what_a_change_concerns_is_made(
    site: Path, builder: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(direct_pages, "_SAMPLES", 1)
    made: list[str] = []
    builder(site)

    def watched(*arguments: object) -> object:
        made.append(str(getattr(arguments[1], "key", "")))
        return paper_page(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr("paperatlas.pages.all_pages.paper_page", watched)
    builder(site)
    assert len(made) <= 2  # one sample in each language
    made.clear()
    EDITS["an abstract"](site)
    builder(site)
    assert set(made) >= {"levain"}
    assert "flat" not in made
    made.clear()
    EDITS["a note"](site)
    builder(site)
    assert len(made) <= 2
    made.clear()
    EDITS["a sentence that cites"](site)
    builder(site)
    assert set(made) >= {"cold", "fold"}
    assert "slow" not in made


def test_a_site_stays_as_it_is_when_nothing_has_changed(
    site: Path, builder: Callable[[Path], None], caplog: pytest.LogCaptureFixture
) -> None:
    def told() -> list[str]:
        caplog.clear()
        with caplog.at_level(logging.INFO, "mkdocs"):
            builder(site)
        return [record.getMessage() for record in caplog.records]

    stays = "paperatlas: Nothing has changed since the last build: the site is up to date."
    info = "@misc{nowhere, title = {In No Direction}}\n"
    with (site / "bib/dough.bib").open("a", encoding="utf-8") as library:
        library.write(info)
    assert any("[DIR004]" in line for line in told())
    before = contents(site)
    again = told()
    assert again[-1] == stays
    assert any("[DIR004]" in line for line in again), "what the last build told is told again"
    assert contents(site) == before
    for name in ("a file more in the site", "a page of the site", "a page that is gone"):
        EDITS[name](site)
        assert stays not in told(), name
        assert told()[-1] == stays
        assert contents(site) == before
    EDITS["a key"](site)
    assert stays not in told()
    assert stays not in told(), "a build that had to warn has to warn again"


@pytest.mark.parametrize(
    "more",
    [
        pytest.param({"hooks": ["hook.py"]}, id="a hook"),
        pytest.param({"markdown_extensions": ["pymdownx.snippets"]}, id="an extension that reads files"),
    ],
)
def test_a_site_that_may_depend_on_anything_is_made_again(
    more: dict[str, list[str]], site: Path, builder: Callable[[Path], None], caplog: pytest.LogCaptureFixture
) -> None:
    (site / "hook.py").write_text("def on_post_build(config):\n    pass\n", encoding="utf-8")
    settings = (site / "mkdocs.yml").read_text(encoding="utf-8").split("markdown_extensions:")[0]
    (site / "mkdocs.yml").write_text(settings + json.dumps(more)[1:-1] + "\n", encoding="utf-8")
    for _ in range(2):
        with caplog.at_level(logging.INFO, "mkdocs"):
            builder(site)
    assert not any("Nothing has changed" in record.getMessage() for record in caplog.records)


def test_a_page_that_was_kept_wrongly_is_found_out(
    site: Path, builder: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    builder(site)
    monkeypatch.setattr("paperatlas.pages.paper.paper_title", lambda paper: f"New {paper.title.text}")
    EDITS["a page of the site"](site)  # else nothing has changed, and the site stays as it is
    with caplog.at_level(logging.INFO, "mkdocs"):
        builder(site)
    assert any("differs from its cached version" in record.getMessage() for record in caplog.records)
    assert contents(site) == clean(site, builder)


def test_a_site_that_cannot_be_moved_is_made_anew(site: Path, builder: Callable[[Path], None]) -> None:
    builder(site)
    (site / ".cache/paperatlas/sites").rename(site / ".cache/paperatlas/elsewhere")
    (site / ".cache/paperatlas/sites").touch()
    builder(site)
    assert contents(site) == clean(site, builder)


def test_a_text_that_a_template_includes_counts(site: Path, builder: Callable[[Path], None]) -> None:
    EDITS["a template"](site)
    edited(site, [["a text that is included"], ["a text that is included"]], builder)
