"""What the head of hand-written pages says, and pictures for previews, from MkDocs with its themes and from Zensical."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from PIL import Image

from tests.conftest import built_once, write_files
from tests.hosts.host_sites import build_site_of
from tests.pages.pictures.made_up_font import made_up_font

MKDOCS_YML = """\
site_name: Atlas
site_url: https://example.org/atlas/
site_description: Of the site
theme: {name: THEME}
plugins:
  - paperatlas: {social_pictures: true, picture_fonts: font.ttf, pages: [papers]}
"""
FILES = {
    "bib/a.bib": "@misc{ddpm, author={Jonathan Ho}, title={Denoising}, shorttitle={DDPM}, date={2020}, keywords={flows}}\n",
    "docs/index.md": '# Home\n\nWhere to *begin*. And "more".\n',
    "docs/own.md": "---\ndescription: My own\n---\n# Own\n\nNot this.\n",
    "docs/empty.md": "# Empty\n",
    "docs/directions/flows.md": "---\ntitle: Flows\nsummary: In short\n---\n# Flows\n\nSee @ddpm.\n",
}
DESCRIPTIONS = {
    "": 'Where to begin. And "more".',
    "own/": "My own",
    "empty/": "Of the site",
    "directions/flows/": "See Ho.",
}


@pytest.fixture(scope="module", params=["material", "readthedocs", "zensical"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    def build(root: Path) -> None:
        theme = "material" if request.param == "zensical" else request.param
        write_files(root, {**FILES, "mkdocs.yml": MKDOCS_YML.replace("THEME", theme)})
        (root / "font.ttf").write_bytes(made_up_font("".join(map(chr, range(32, 127))) + "…·–—"))
        build_site_of(
            root, *(["paperatlas", "zensical", "build"] if request.param == "zensical" else ["mkdocs", "build"])
        )

    return built_once(tmp_path_factory, f"heads-{request.param}", build) / "site"


def found(built: Path, address: str, name: str) -> list[str]:
    page = BeautifulSoup((built / address / "index.html").read_text(encoding="utf-8"), "lxml")
    assert page.head
    return [str(tag["content"]) for tag in page.head.select(f'meta[name="{name}"], meta[property="{name}"]')]


def test_each_page_has_one_description(built: Path) -> None:
    described = {address: found(built, address, "description") for address in DESCRIPTIONS}
    expected = {address: [text] for address, text in DESCRIPTIONS.items()}
    if "readthedocs" in str(built):  # which shows that of the site on the home page alone
        expected |= {"": ["Of the site"], "empty/": []}
    assert described == expected


def test_papers_and_directions_have_a_picture(built: Path) -> None:
    for address in ("papers/ddpm", "directions/flows"):
        assert found(built, address, "og:image") == [f"https://example.org/atlas/pictures/{address}.png"]
        assert found(built, address, "twitter:card") == ["summary_large_image"]
        with Image.open(built / f"pictures/{address}.png") as image:
            assert image.size == (1200, 630)
    assert found(built, "directions/flows", "og:description") == ["See Ho."]
    assert found(built, "own", "og:image") == []
