"""A stage that is served: its pages tell what is broken, and Zensical leaves the links of all pages alone."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from paperatlas.build.configuration import read_configuration
from paperatlas.hosts.zensical.staging import StagedSite, read_staged, stage_site
from tests.hosts.host_sites import SITE, copy_of

NOTICES = {"zh": "in-en/docs/assets/served-notice.txt", "en": "docs/assets/served-notice.txt"}


def staged(root: Path, before: StagedSite | None = None) -> StagedSite:
    """Stage a site to be served, again if it was before."""
    configuration = read_configuration(root / "mkdocs.yml")
    if before is None:
        return stage_site(configuration, root / "stage", is_served=True)
    after = read_staged(configuration, root / "stage", before, is_served=True)
    after.write()
    return after


def notices(root: Path) -> dict[str, str]:
    """What the pages of each language tell."""
    return {language: (root / "stage" / path).read_text(encoding="utf-8") for language, path in NOTICES.items()}


def test_pages_tell_what_is_broken_until_it_is_mended(tmp_path: Path) -> None:
    root = copy_of(SITE, tmp_path / "site")
    library = root / "bib/dough.bib"
    good = library.read_text(encoding="utf-8")
    site = staged(root)
    assert notices(root) == {"zh": "", "en": ""}
    library.write_text(f"{good}\n@misc{{open, title = {{<never closed>", encoding="utf-8")
    site = staged(root, site)
    for language, told in notices(root).items():
        assert f'<aside id="pa-served" role="status" lang="{language}"' in told
        assert "bib/dough.bib:" in told
        assert "<never" not in told
    library.write_text(good, encoding="utf-8")
    site = staged(root, site)
    assert notices(root) == {"zh": "", "en": ""}
    pages = sorted((root / "stage/docs").rglob("*.md"))
    site.write_failure(["mkdocs.yml cannot be read", "line 3"])
    assert all("<li>mkdocs.yml cannot be read</li><li>line 3</li>" in told for told in notices(root).values())
    assert sorted((root / "stage/docs").rglob("*.md")) == pages


@pytest.mark.parametrize("is_served", [False, True])
def test_only_served_pages_have_the_script_and_only_built_ones_are_validated(is_served: bool, tmp_path: Path) -> None:
    root = copy_of(SITE, tmp_path / "site")
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as configuration:
        configuration.write("\nextra_javascript: [own.js]\n")
    stage_site(read_configuration(root / "mkdocs.yml"), root / "stage", is_served=is_served)
    settings = yaml.safe_load((root / "stage/mkdocs.yml").read_text(encoding="utf-8"))
    script = ["assets/served-notice.js"] if is_served else []
    assert settings["extra_javascript"] == ["own.js", *script]
    assert settings.get("validation", True) is not is_served
    staged_files = {path.name for path in (root / "stage/docs/assets").iterdir()}
    assert {"served-notice.js", "served-notice.txt"} & staged_files == (
        {"served-notice.js", "served-notice.txt"} if is_served else set()
    )
