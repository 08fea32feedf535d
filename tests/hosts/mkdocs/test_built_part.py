"""A site that is built in parts and merged is the site of one build."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from paperatlas.build.site_parts.manifest import MANIFEST, load_manifest
from paperatlas.build.site_parts.merge import PartError, merge_parts
from paperatlas.hosts.mkdocs import PaperAtlasPlugin, built_part
from tests.conftest import write_files
from tests.hosts.conftest import BuildSite
from tests.hosts.mkdocs.test_direct_pages import I18N, MATERIAL, SEEING_EVERY_PAGE, contents

LIBRARY = "".join(
    f"@online{{k{number}, title = {{Flow number {number}}}, author = {{Ho, J. and Xu, K.}}, year = {{202{number % 3}}},\n"
    f"  keywords = {{{'flows' if number % 2 else 'noise'}}}, uses = {{k{number // 2}}}, eventtitle = {{Conference}}}}\n"
    for number in range(1, 8)
)
FILES = {
    "bib/a.bib": LIBRARY,
    "docs/directions/flows.md": "# Flows\n\nSee [@k2] and [noise](noise.md#what).\n",
    "docs/directions/noise.md": "# Noise\n\n## What\n\nSee [a paper](../papers/k1.md#related) and [all](../papers/index.md).\n",
    "docs/directions/empty.md": "# Nothing yet\n",
    "docs/about.md": "# About\n\n![](dot.png)\n\n## How\n\nBy hand.\n",
    "docs/dot.png": "a dot",
    "theme/main.html": "{% extends 'base.html' %}{% block footer %}{{ pages|length }}{% endblock %}",
    "hook.py": SEEING_EVERY_PAGE,
}
SITES: dict[str, dict[str, Any]] = {
    "material": {"theme": MATERIAL, "plugins": ["search", {"paperatlas": {}}]},
    "mkdocs": {"theme": {"name": "mkdocs"}, "plugins": ["search", {"paperatlas": {}}]},
    "without search": {"theme": {"name": "readthedocs"}, "plugins": [{"paperatlas": {}}]},
    "files, and folders of languages": {
        "theme": MATERIAL,
        "plugins": [{"i18n": I18N["i18n"] | {"docs_structure": "folder"}}, {"search": {}}, {"paperatlas": {}}],
        "use_directory_urls": False,
        "home": False,
    },
    "languages": {"theme": MATERIAL, "plugins": [I18N, {"search": {}}, {"paperatlas": {}}]},
    "theme that counts pages": {
        "theme": MATERIAL | {"custom_dir": "theme"},
        "plugins": ["search", {"paperatlas": {}}],
    },
    "search in pieces": {"theme": MATERIAL, "plugins": ["search", {"paperatlas": {"search": "pagefind"}}]},
    "every page by MkDocs": {"theme": MATERIAL, "plugins": ["search", {"paperatlas": {}}], "hooks": ["hook.py"]},
}


def with_part(settings: dict[str, Any], part: str) -> dict[str, Any]:
    """The settings of a site with the option `part`."""
    found = deepcopy(settings) | {"site_url": "https://example.org/a/"}
    next(plugin for plugin in found["plugins"] if "paperatlas" in plugin)["paperatlas"]["part"] = part
    return found


def files_of(settings: dict[str, Any]) -> dict[str, str]:
    """The files of a site, in the folder of a language if its languages have one."""
    if "docs_structure" not in str(settings["plugins"]):
        return FILES
    return {name.replace("docs/", "docs/zh/"): text for name, text in {**FILES, "docs/index.md": "# Home\n"}.items()}


def build_parts(build_site: BuildSite, tmp_path: Path, settings: dict[str, Any], number: int) -> list[Path]:
    """Build a site in so many parts, each into a folder of its own."""
    folders = [tmp_path / f"part-{at}" for at in range(1, number + 1)]
    for at, folder in enumerate(folders, 1):
        build_site(files_of(settings), **with_part(settings, f"{at}/{number}"), site_dir=str(folder))
    return folders


@pytest.mark.parametrize("name", SITES)
def test_the_parts_of_a_site_together_are_the_site(
    name: str, build_site: BuildSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    whole = contents(build_site(files_of(SITES[name]), **with_part(SITES[name], "")).root)
    parts = build_parts(build_site, tmp_path, SITES[name], 3 if name == "material" else 2)
    merge_parts(parts[::-1], tmp_path / "merged")
    merged = contents(tmp_path / "merged")
    assert [path for path in merged.keys() | whole.keys() if merged.get(path) != whole.get(path)] == []


def test_each_part_makes_its_share_of_the_pages(
    build_site: BuildSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(built_part.log, "info", told.append)
    parts = build_parts(build_site, tmp_path, SITES["mkdocs"], 2)
    pages = [{path for path in contents(part) if path.endswith("/index.html")} for part in parts]
    assert not pages[0] & pages[1]
    assert abs(len(pages[0]) - len(pages[1])) <= 1
    directions = [sum(path.startswith("directions/") for path in found) for found in pages]
    assert sorted(directions) == [1, 2]
    assert f"This is part 2 of 2 of the site, with {len(pages[1])} of its " in told[-1]


def test_what_is_wrong_with_a_page_is_told_by_the_part_that_has_it(build_site: BuildSite) -> None:
    files = FILES | {"docs/about.md": "# About\n\n[x](index.md#gone)\n"}
    settings = SITES["mkdocs"] | {"validation": {"links": {"anchors": "warn"}}}
    told = [build_site(files, **with_part(settings, f"{at}/2")).warnings for at in (1, 2)]
    assert sorted(len([warning for warning in found if "#gone" in warning]) for found in told) == [0, 1]


CHANGES = [
    {"bib/a.bib": LIBRARY.replace("Flow number 1", "Flow number one")},
    {"docs/about.md": "# About us\n"},
    {"theme/main.html": "{% extends 'base.html' %}"},
    {"hook.py": f"{SEEING_EVERY_PAGE}\n"},
    {"mkdocs.yml": "site_name: Another\n"},
]


def test_parts_of_other_files_are_refused(build_site: BuildSite, tmp_path: Path) -> None:
    settings = SITES["mkdocs"] | {"theme": {"name": "mkdocs", "custom_dir": "theme"}, "hooks": ["hook.py"]}
    first, second = build_parts(build_site, tmp_path, settings, 2)
    merge_parts([first, second], tmp_path / "merged")
    for change in CHANGES:
        build_site(FILES | change, **with_part(settings, "2/2"), site_dir=str(second))
        with pytest.raises(PartError, match="not made from the same files"):
            merge_parts([first, second], tmp_path / "merged again")
    assert not (tmp_path / "merged again").exists()


def test_parts_of_other_options_are_refused(build_site: BuildSite, tmp_path: Path) -> None:
    folders = [tmp_path / "one", tmp_path / "two"]
    for number, folder in enumerate(folders, 1):
        settings = with_part(SITES["mkdocs"], f"{number}/2")
        settings["plugins"][1]["paperatlas"]["references"] = "end" if number == 1 else "none"
        build_site(FILES, **settings, site_dir=str(folder))
    with pytest.raises(PartError, match="not made from the same files"):
        merge_parts(folders, tmp_path / "merged")


def test_a_whole_site_is_no_part(build_site: BuildSite) -> None:
    assert not (build_site(FILES, **with_part(SITES["mkdocs"], "")).root / MANIFEST).exists()
    assert load_manifest(build_site(FILES, **with_part(SITES["mkdocs"], "1/2")).root)


def test_a_server_serves_all_of_it(build_site: BuildSite, monkeypatch: pytest.MonkeyPatch) -> None:
    start = PaperAtlasPlugin.on_startup
    monkeypatch.setattr(PaperAtlasPlugin, "on_startup", lambda plugin, **_: start(plugin, command="serve", dirty=False))
    served = build_site(FILES, **with_part(SITES["mkdocs"], "2/3"))
    assert {"", "about/", *(f"directions/{name}/" for name in ("empty", "flows", "noise"))} <= served.addresses()
    assert not (served.root / MANIFEST).exists()


def test_a_build_that_stops_is_no_part(build_site: BuildSite, tmp_path: Path) -> None:
    build_site(FILES, **with_part(SITES["mkdocs"], "1/2"))
    settings = with_part(SITES["mkdocs"], "1/2")
    write_files(tmp_path, {"hook.py": "def on_post_build(config):\n    raise ValueError('stopped')\n"})
    with pytest.raises(ValueError, match="stopped"):
        build_site({name: text for name, text in FILES.items() if name != "hook.py"}, hooks=["hook.py"], **settings)
    assert load_manifest(tmp_path / "site") is None
