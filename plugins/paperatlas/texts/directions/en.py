"""The words of directions: what is thought of them, and what a new note begins with in English."""

from __future__ import annotations

from paperatlas.texts.directions.definition import AssessmentTexts, NoteTexts

NEW_NOTE_EN = NoteTexts(
    summary="one line about it, for the home page",
    status="how far it has come: {statuses}",
    order="its position among the directions, a number",
    groups="Headings for its papers. `keywords = {{{slug}/models}}` puts an entry below one, `{{{slug}}}` below none.",
    group_title="Models",
    group_summary="One line about the group",
    related="the slugs of related directions: [one, another]",
    sections=(
        ("What it is", "Two or three paragraphs for someone who has never heard of it. Cite papers: [@key]."),
        ("Why now", "What makes people take it up, and who says so."),
        ("How it developed", "The papers that carry it, in the order of their ideas."),
        ("Open questions", "What nobody has solved yet."),
    ),
)


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


ASSESSMENTS_EN = AssessmentTexts(
    month=lambda year, month: f"{_MONTHS[month - 1]} {year}",
    own="this atlas",
    why="See why",
    why_of=lambda direction, month: f"See why: {direction}, {month}",
    answer="The directions by status today",
    separator=", ",
    bars=lambda code: (
        "Bars: papers in this library by year of publication, on one axis for all; the tallest bar of each direction "
        "has the same height. "
        + ("The coloured part has code. " if code else "")
        + "They count what is collected here, not all "
        "that was published."
    ),
)
