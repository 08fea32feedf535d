"""What is said of the publication of an entry, and what is written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from paperatlas.bibliography import parse_library
from paperatlas.diagnostics.edits import apply_edits
from paperatlas.upkeep.updates.examine import UpdateAnswers, update_problems, verifications_of
from paperatlas.upkeep.updates.file_text import file_text
from paperatlas.upkeep.updates.stored import FoundPreprint, FoundPublication, FoundVenue

TODAY = date(2026, 11, 28)
ONLINE = """\
@online{glow,
  author       = {Lovelace, Ada and Hopper, Grace},
  title        = {Flows of {Glass}},
  shorttitle   = {Glow},
  date         = {2020},
  eprint       = {2001.00001},
  eprinttype   = {arxiv},
  code         = {https://example.org/glow},
  langid       = {english},
}
"""
NEIGHBOUR = """\
@inproceedings{nice,
  author       = {Hopper, Grace},
  title        = {Nice Rivers},
  booktitle    = {International Conference on Computer Vision (ICCV)},
  date         = {2019},
  doi          = {10.1000/nice},
  langid       = {english},
}
"""
TALK = FoundPublication(
    TODAY,
    "inproceedings",
    {
        "title": "Flows of Glass",
        "booktitle": "2021 International Conference on Computer Vision (ICCV)",
        "pages": "12–34",
        "date": "2021-10",
        "doi": "10.1000/glow",
        "langid": "en",
    },
    ("Lovelace", "Ada"),
    2021,
)
PAPER = replace(
    TALK,
    type="article",
    fields={
        "title": "Flows of Glass",
        "journaltitle": "Flows & Jets",
        "volume": "3",
        "date": "2022",
        "doi": "10.1000/j",
    },
    year=2022,
)
PREPRINT = FoundPreprint(TODAY, "Flows of Glass", 2, doi="10.1000/GLOW")


def looked_at(
    text: str,
    publications: dict[str, FoundPublication],
    preprint: FoundPreprint | None = PREPRINT,
    venue: FoundVenue | None = None,
    version: str = "",
) -> tuple[list[str], str]:
    """Each problem in a line, and the file after all edits."""
    data = (text + NEIGHBOUR).encode()
    library, _ = parse_library(data, "a.bib")
    answers = UpdateAnswers(
        preprints={"2001.00001": preprint} if preprint else {},
        venues={"2001.00001": venue} if venue else {},
        publications=publications,
    )
    rows = verifications_of(library, answers) if version else []
    rows = [replace(row, findings={"version": version}) for row in rows]
    problems = list(update_problems(library, answers, rows, lambda _: file_text(data)))
    after, left = apply_edits(data, [problem.edit for problem in problems if problem.edit])
    assert left == []
    return [f"{each.code} {each.line} {each.message}" for each in problems], after.decode().removesuffix(NEIGHBOUR)


def test_a_preprint_becomes_its_talk_as_the_library_writes_it() -> None:
    problems, after = looked_at(ONLINE, {"10.1000/glow": TALK})
    assert problems == ["UPD003 6 'glow' was published as https://doi.org/10.1000/glow in 2021."]
    assert (
        after
        == """\
@inproceedings{glow,
  author       = {Lovelace, Ada and Hopper, Grace},
  title        = {Flows of {Glass}},
  shorttitle   = {Glow},
  booktitle    = {International Conference on Computer Vision (ICCV)},
  pages        = {12--34},
  date         = {2021},
  eprint       = {2001.00001},
  eprinttype   = {arxiv},
  doi          = {10.1000/glow},
  code         = {https://example.org/glow},
  langid       = {english},
}
"""
    )
    assert looked_at(after, {"10.1000/glow": TALK}) == ([], after)


def test_a_preprint_with_arxiv_as_its_journal_becomes_an_article() -> None:
    text = ONLINE.replace("@online", "@article").replace(
        "  date  ", "  journal      = {arXiv preprint arXiv:2001.00001},\n  date  "
    )
    problems, after = looked_at(text, {"search 2001.00001": PAPER}, preprint=replace(PREPRINT, doi=""))
    assert problems == ["UPD003 7 'glow' was published as https://doi.org/10.1000/j in 2022."]
    assert "journal      = {Flows \\& Jets},\n  volume       = {3},\n  date         = {2022},\n" in after
    assert after.startswith("@article{glow,")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # The month would be that of the preprint.
        ("  date         = {2020},", "  year         = {2020},\n  month        = {1},"),
        ("  date         = {2020},", "  journal      = {CoRR},\n  date         = {2020},"),
        ("  langid       = {english},\n", ""),
    ],
)
def test_what_is_certain_but_cannot_be_written_as_it_should_is_told(old: str, new: str) -> None:
    text = ONLINE.replace(old, new)
    found = replace(TALK, fields={**TALK.fields, "booktitle": ""}) if not new else TALK
    problems, after = looked_at(text, {"10.1000/glow": found})
    assert [problem[:6] for problem in problems] == ["UPD003"]
    assert after == text


def test_a_publication_that_has_an_entry_is_not_written_twice() -> None:
    found = replace(TALK, fields={**TALK.fields, "doi": "10.1000/Nice"})
    assert looked_at(ONLINE, {"10.1000/glow": found}) == (
        ["UPD003 6 'glow' was published as https://doi.org/10.1000/Nice, and 'nice' is the entry of that."],
        ONLINE,
    )


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (replace(TALK, author=("Byron", "Anne")), "UPD004 6 https://doi.org/10.1000/glow has the title of 'glow', but another first author."),
        (replace(TALK, year=2009), "UPD004 6 https://doi.org/10.1000/glow has the title of 'glow', but is of 2009."),
        (replace(TALK, fields={**TALK.fields, "title": "Sand"}), "UPD004 6 https://doi.org/10.1000/glow may be the publication of 'glow', but its title is “Sand”."),
    ],
)  # fmt: skip
def test_a_record_of_another_paper_is_never_written(found: FoundPublication, expected: str) -> None:
    assert looked_at(ONLINE, {"10.1000/glow": found}) == ([expected], ONLINE)


@pytest.mark.parametrize(
    ("preprint", "venue", "expected"),
    [
        (replace(PREPRINT, doi="", journal="ICCV 2021"), None, ["UPD003 6 The authors of 'glow' say on arXiv that it was published: “ICCV 2021”."]),
        (replace(PREPRINT, doi=""), FoundVenue(TODAY, "Flows of glass", name="NeurIPS"), ["UPD003 6 Semantic Scholar says that 'glow' was published: “NeurIPS”."]),
        (replace(PREPRINT, doi=""), FoundVenue(TODAY, "Sand", name="NeurIPS"), []),
        (replace(PREPRINT, doi="10.48550/arXiv.2001.00001"), FoundVenue(TODAY), []),
        (FoundPreprint(TODAY), None, []),
        (None, None, []),
        (replace(PREPRINT, title="Sand", doi=""), None, ["ABS001 6 The title of arXiv:2001.00001 is “Sand”, but that of the entry 'glow' is “Flows of Glass”."]),
        (replace(PREPRINT, withdrawn=True, doi=""), None, ["UPD006 6 arXiv says that the preprint of 'glow' was withdrawn."]),
    ],
)  # fmt: skip
def test_what_is_said_of_a_preprint_without_a_doi(
    preprint: FoundPreprint | None, venue: FoundVenue | None, expected: list[str]
) -> None:
    assert looked_at(ONLINE, {}, preprint, venue) == (expected, ONLINE)


@pytest.mark.parametrize(
    ("eprint", "version", "expected"),
    [
        ("2001.00001", "", []),
        ("2001.00001", "2", []),
        ("2001.00001", "1", ["UPD005 6 arXiv has version 2 of 'glow'; known is version 1."]),
        ("2001.00001v1", "", ["UPD005 6 arXiv has version 2 of 'glow'; known is version 1."]),
        ("2001.00001v2", "1", []),
        ("2001.00001", "x", []),
    ],
)
def test_a_newer_version(eprint: str, version: str, expected: list[str]) -> None:
    text = ONLINE.replace("2001.00001", eprint)
    assert looked_at(text, {}, replace(PREPRINT, doi=""), version=version) == (expected, text)


@pytest.mark.parametrize(
    ("state", "notice", "expected"),
    [
        ("", "", []),
        ("retracted", "10.1000/r", ["UPD007 16 'nice' was retracted: https://doi.org/10.1000/r."]),
        ("corrected", "", ["UPD008 16 A correction of 'nice' was published."]),
        ("concern", "", ["UPD008 16 An expression of concern about 'nice' was published."]),
    ],
)
def test_what_became_of_a_publication(state: str, notice: str, expected: list[str]) -> None:
    found = FoundPublication(TODAY, "article", {"title": "Nice Rivers"}, state=state, notice=notice)
    assert looked_at(ONLINE, {"10.1000/nice": found}, None)[0] == expected


def test_a_preprint_with_a_doi_of_its_own_that_was_published() -> None:
    found = FoundPublication(TODAY, "online", {"title": "Nice Rivers"}, published="10.1000/journal")
    problems, after = looked_at(ONLINE, {"10.1000/nice": found}, None)
    assert problems == [
        "UPD003 16 Crossref says that 'nice' is a preprint, published as https://doi.org/10.1000/journal."
    ]
    assert after == ONLINE
    assert looked_at(ONLINE, {"10.1000/nice": replace(found, type="article")}, None)[0] == []


def test_a_doi_of_another_work_is_told_and_not_recorded() -> None:
    found = FoundPublication(TODAY, "article", {"title": "Sand"}, state="retracted")
    assert looked_at(ONLINE, {"10.1000/nice": found}, None)[0] == [
        "ABS001 16 The title of the DOI 10.1000/nice is “Sand”, but that of the entry 'nice' is “Nice Rivers”."
    ]


def test_what_was_looked_up() -> None:
    library, _ = parse_library((ONLINE + NEIGHBOUR).encode(), "a.bib")
    answers = UpdateAnswers(
        preprints={"2001.00001": replace(PREPRINT, withdrawn=True)},
        publications={"10.1000/nice": FoundPublication(TODAY, "article", {"title": "Nice Rivers"}, state="corrected")},
    )
    assert [(row.key, row.what, row.source) for row in verifications_of(library, answers)] == [
        ("glow", "preprint: state=withdrawn; version=2", "arXiv"),
        ("nice", "publication: state=corrected", "Crossref"),
    ]
    others = UpdateAnswers(
        preprints={"2001.00001": replace(PREPRINT, title="Sand")},
        publications={"10.1000/nice": FoundPublication(TODAY, "article", {"title": "Sand"})},
    )
    assert verifications_of(library, others) == []
