"""The atlas' own library and notes: what they are asked for, and that they have it."""

from __future__ import annotations

from paperatlas.build.configuration import read_configuration
from paperatlas.build.options import Options
from paperatlas.build.project import read_site
from paperatlas.check.editorial.settings import Requirements
from tests.conftest import REPOSITORY
from tests.whole_site.conftest import BuiltSite

CONFIGURATION = read_configuration(REPOSITORY / "mkdocs.yml")


def test_make_check_finds_nothing() -> None:
    assert [str(problem) for problem in read_site(CONFIGURATION).problems] == []


def test_entries_and_notes_are_asked_for_all_that_can_be_asked() -> None:
    required = CONFIGURATION.options.require
    assert {each.name for each in required.fields} == {"abstract", "abstract_zh", "change", "change_zh"}
    assert required.evidence == ("en", "zh")
    assert required.sources == "bib/SOURCES.tsv"
    assert all(getattr(required, name) != getattr(Requirements(), name) for name in Requirements.__slots__)


def test_another_site_is_asked_for_nothing() -> None:
    assert Options().require == Requirements()


def test_both_languages_have_the_same_pages(atlas_site: BuiltSite) -> None:
    english = {address.removeprefix("en/") for address in atlas_site.files if address.startswith("en/")}
    assert english == {address for address in atlas_site.files if not address.startswith("en/")} - {"404.html"}
