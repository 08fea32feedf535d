"""The atlas' own library and notes: what they are asked for, and that they have it."""

from __future__ import annotations

from collections import Counter

from paperatlas.atlas.model import Paper
from paperatlas.build.configuration import read_configuration
from paperatlas.build.options import Options
from paperatlas.build.project import read_site
from paperatlas.check.editorial.settings import Requirements
from tests.conftest import REPOSITORY
from tests.whole_site.conftest import BuiltSite

CONFIGURATION = read_configuration(REPOSITORY / "mkdocs.yml")
SITE = read_site(CONFIGURATION)
ATLAS = SITE.atlas
NAMED = "named-in-article"


def test_make_check_finds_nothing() -> None:
    assert [str(problem) for problem in SITE.problems] == []


def test_entries_and_notes_are_asked_for_all_that_can_be_asked() -> None:
    required = CONFIGURATION.options.require
    assert {each.name for each in required.fields} == {"abstract", "abstract_zh", "change", "change_zh"}
    assert required.evidence == ("en", "zh")
    assert required.sources == "bib/SOURCES.tsv"
    asked = {name for name in Requirements.__slots__ if getattr(required, name) != getattr(Requirements(), name)}
    assert {*Requirements.__slots__} - asked == {"groups"}, "groups follow the subject, however many papers it has"


def test_another_site_is_asked_for_nothing() -> None:
    assert Options().require == Requirements()


def test_a_paper_stands_in_one_direction_by_its_subject_or_in_the_shared_background() -> None:
    for paper in ATLAS.papers.values():
        places = [tuple(place.split("/")) for place in _keywords(paper) if place != NAMED]
        own = [place for place in places if place[1:] != ("background",)]
        assert own == places or own[0][0] == "background", f"{paper.key} shares the background, and stands there first"
        assert len({direction for direction, *_ in own}) == 1, paper.key


def test_each_direction_has_what_came_after_the_article() -> None:
    later = Counter(
        direction
        for paper in ATLAS.papers.values()
        if NAMED not in _keywords(paper) and (paper.first_public or f"{paper.year}-12") >= "2021-06"
        for direction in paper.directions
    )
    # What an expert would miss: seven or more when the atlas began, five since.
    assert {slug: later[slug] for slug in ATLAS.directions if later[slug] < 12 and slug != "background"} == {}


def _keywords(paper: Paper) -> list[str]:
    return [item.value for item in paper.entry.list("keywords")]


def test_both_languages_have_the_same_pages(atlas_site: BuiltSite) -> None:
    english = {address.removeprefix("en/") for address in atlas_site.files if address.startswith("en/")}
    assert english == {address for address in atlas_site.files if not address.startswith("en/")} - {"404.html"}
