"""Pages are rendered by the theme again when something changes that it can see, and only then."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from paperatlas.hosts.mkdocs.page_cache import pages
from paperatlas.hosts.mkdocs.page_cache.theme import Rendered, rendered_page
from paperatlas.hosts.mkdocs.search_index import SearchIndex
from tests.atlas.test_assemble import entry
from tests.hosts.conftest import BuildSite

LIBRARY = entry("nice", abstract="Short.") + entry("vae")
MAIN = "{{ config.site_name }}{{ page.title }}{{ page.content }}{% include 'foot.html' %}"
FILES = {
    "bib/a.bib": LIBRARY,
    "docs/index.md": "# Home\n",
    "docs/one.md": "# One\n\n[@nice]\n",
    "docs/two.md": "# Two\n",
    "theme/main.html": MAIN,
    "theme/foot.html": "foot",
}
EVERY = {"index.html", "one/index.html", "two/index.html"}


def own_theme() -> dict[str, Any]:
    """The settings of a site with a theme of its own; MkDocs changes what it is given."""
    return {"theme": {"name": None, "custom_dir": "theme"}, "plugins": ["search", "paperatlas"]}


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that the theme renders, by their first heading."""
    found: list[str] = []

    def counted(key: bytes, html: str, content: str) -> Rendered:
        found.extend(name for name in ("Home", "One", "Two") if f"{name}</h1>" in content)
        return rendered_page(key, html, content)

    monkeypatch.setattr(pages, "rendered_page", counted)
    return found


ALL = ["Home", "One", "Two"]
CHANGES: list[tuple[str, dict[str, str], dict[str, Any], list[str]]] = [
    ("nothing", {}, {}, []),
    ("a text", {"docs/two.md": "# Two\n\nMore.\n"}, {}, ["Two"]),
    ("the abstract of a cited paper", {"bib/a.bib": LIBRARY.replace("Short", "Long")}, {}, ["One"]),
    ("a cited author", {"bib/a.bib": LIBRARY.replace("Lovelace", "Byron")}, {}, ["One"]),
    ("a title", {"docs/two.md": "# Two\n\n", "docs/one.md": "---\ntitle: x\n---\n# One\n\n[@nice]\n"}, {}, ALL),
    ("metadata", {"docs/one.md": "---\nstatus: x\n---\n# One\n\n[@nice]\n"}, {}, ALL),
    ("a new page", {"docs/three.md": "# Three\n"}, {}, ALL),
    ("a template", {"theme/foot.html": "feet"}, {}, ALL),
    ("a setting", {}, {"site_name": "Other"}, ALL),
    ("the navigation", {}, {"nav": [{"First": "two.md"}, "index.md"]}, ALL),
    ("where the site is", {}, {"site_url": "https://example.org/"}, ALL),
]


@pytest.mark.parametrize(
    ("files", "settings", "expected"), [case[1:] for case in CHANGES], ids=[case[0] for case in CHANGES]
)
def test_what_is_rendered_after_a_change(
    build_site: BuildSite,
    tmp_path: Path,
    made: list[str],
    files: dict[str, str],
    settings: dict[str, Any],
    expected: list[str],
) -> None:
    build_site(FILES, **own_theme())
    assert sorted(made) == ALL
    made.clear()
    build_site(files, **own_theme() | settings)
    assert sorted(made) == expected
    assert "foot" in (tmp_path / "site/two/index.html").read_text() or "feet" in files.values()


def test_a_theme_that_may_show_other_pages_renders_all_when_one_changes(build_site: BuildSite, made: list[str]) -> None:
    main = MAIN + "{% for other in nav.pages %}{{ other.content|length }}{% endfor %}"
    build_site(FILES | {"theme/main.html": main}, **own_theme())
    made.clear()
    build_site({"docs/two.md": "# Two\n\nMore.\n"}, **own_theme())
    assert sorted(made) == ALL


HOOKS = [
    ("that sees every page", "def on_post_page(output, page, config):\n    return output\n", "hook"),
    ("with a filter", "def on_env(env, config, files):\n    env.filters['x'] = str.upper\n    return env\n", "method"),
    ("with a function", "def on_env(env, config, files):\n    env.globals['x'] = on_env\n    return env\n", "on_env"),
]


@pytest.mark.parametrize(("hook", "named"), [case[1:] for case in HOOKS], ids=[case[0] for case in HOOKS])
def test_with_a_hook_the_theme_renders_all_pages_and_the_log_says_so(
    build_site: BuildSite, made: list[str], monkeypatch: pytest.MonkeyPatch, hook: str, named: str
) -> None:
    told: list[str] = []
    monkeypatch.setattr(pages.log, "info", told.append)
    build_site(FILES | {"hook.py": hook}, hooks=["hook.py"], **own_theme())
    assert made == []
    assert len(told) == 1
    assert told[0].startswith("In every build, the theme renders pages")
    assert named in told[0]


def test_search_parses_only_pages_that_changed(build_site: BuildSite, monkeypatch: pytest.MonkeyPatch) -> None:
    known: list[str] = []
    resume = SearchIndex.resume

    def counted(index: SearchIndex, entries: Iterable[dict[str, Any]]) -> None:
        known.extend(entry["location"] for entry in entries)
        resume(index, entries)

    monkeypatch.setattr(SearchIndex, "resume", counted)
    build_site(FILES, **own_theme())
    assert known == []
    first = build_site({"docs/two.md": "# Two\n\n## More\n"}, **own_theme())
    assert "two/#more" in (first.root / "search/search_index.json").read_text()
    assert {"", "one/"} <= set(known)
    assert "two/" not in known


@pytest.mark.parametrize("damage", [b"", b"PaperAtlas cache", b"\x00" * 300], ids=["empty", "cut", "foreign"])
def test_what_is_damaged_is_made_anew(build_site: BuildSite, tmp_path: Path, made: list[str], damage: bytes) -> None:
    first = build_site(FILES, **own_theme())
    html = {path: path.read_text() for path in first.root.rglob("*.html")}
    files = [path for path in (tmp_path / ".cache/paperatlas/notes").rglob("*") if path.is_file()]
    assert len(files) >= 3 * len(EVERY)
    for path in files:
        path.write_bytes(damage)
    made.clear()
    second = build_site({}, **own_theme())
    assert sorted(made) == ALL
    assert {path: path.read_text() for path in second.root.rglob("*.html")} == html


def test_the_cache_of_a_page_goes_with_the_page(build_site: BuildSite, tmp_path: Path) -> None:
    folder = tmp_path / ".cache/paperatlas/notes/rendered"
    build_site(FILES, **own_theme())
    before = len(list(folder.iterdir()))
    (tmp_path / "docs/two.md").unlink()
    build_site({}, **own_theme())
    assert len(list(folder.iterdir())) == before - 1


CONTENTS = [
    ("in its place", "<a><p>x</p>b", "<p>x</p>"),
    ("twice", "<p>x</p><p>x</p>", "<p>x</p>"),
    ("none", "<a>", ""),
]


@pytest.mark.parametrize(("html", "content"), [case[1:] for case in CONTENTS], ids=[case[0] for case in CONTENTS])
def test_a_page_is_put_together_as_it_was(html: str, content: str) -> None:
    assert rendered_page(b"", html, content).html(content) == html


def test_the_time_of_the_build_is_seen_where_a_theme_names_it(
    build_site: BuildSite, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    files = FILES | {"theme/foot.html": "{{ build_date_utc }}"}
    numbers = []
    for epoch in ("0", "0", "86400"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
        made.clear()
        build_site(files, **own_theme())
        numbers.append(len(made))
    assert numbers == [3, 0, 3]
