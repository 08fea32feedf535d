"""The atlas' own library and notes: what they are asked for, and that they have it."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal

from paperatlas.atlas.paper_model import Paper
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


_SCALES = {"M": 10**6, "million": 10**6, "billion": 10**9, "万": 10**4, "亿": 10**8}
_FIGURE = re.compile(r"(?<![A-Za-z0-9_.-])(\d[\d,]*(?:\.\d+)?)(?: ?多?(M\b|million|billion|万|亿))?")


def _figures(text: str) -> dict[Decimal, str]:
    """Return the numbers in a text, as they are written, under their values: 1.42 亿 is 142 million."""
    return {Decimal(digits.replace(",", "")) * _SCALES.get(scale, 1): digits for digits, scale in _FIGURE.findall(text)}


def test_the_figures_of_an_abstract_are_the_same_in_both_languages() -> None:
    differing = {}
    for key, paper in ATLAS.papers.items():
        english, chinese = (_figures(paper.entry.plain(name)) for name in ("abstract", "abstract_zh"))
        # Those with a decimal point are measured; others may be written as words in one of the two.
        only = [
            number
            for one, other in ((english, chinese), (chinese, english))
            for value, number in one.items()
            if "." in number and value not in other
        ]
        if only:
            differing[key] = only
    assert differing == {}


def test_a_reason_stands_alone() -> None:
    # Readers see one sentence at a time: none rests on the one before it.
    begins = {
        "en": re.compile("Likewise|The other (of|two|side)|Another of|As well|Too"),
        "zh": re.compile("同上|另一种。|也"),
    }
    resting = [
        f"{relation.source} {relation.target}: {text}"
        for relation in ATLAS.relations
        for language, text in relation.evidence.items()
        if begins[language].match(str(text))
    ]
    assert resting == []


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
