"""The words of the reader's marks in English."""

from __future__ import annotations

from paperatlas.texts.reading.definition import MarkTexts, ReadingTexts

READING_EN = ReadingTexts(
    marks=MarkTexts(
        mark="Mark",
        to_read="To read",
        read="Read",
        starred="Starred",
        known=lambda total: f"you know {{known}} of {total:,}",
        blocked="This browser keeps no marks for this site: its storage is blocked or full.",
        unreadable="The marks that this browser has of this site cannot be read, so none is added; “My reading” can "
        "remove them.",
    ),
    page="My reading",
    intro="The papers that you have marked as read, to read or starred. The marks are in this browser alone: "
    "nobody else sees them.",
    no_script="Marks are made, kept and listed by JavaScript, in your own browser. Without it this page has "
    "nothing to show.",
    loading="Loading…",
    empty="Nothing is marked yet. Papers are marked on their own pages and where they are listed.",
    show="Show",
    all_marks="All marks",
    marked="Marked",
    marks_column="Marks",
    none_shown="No paper has this mark.",
    gone="no longer in this library",
    changed="{name} has no mark any more.",
    undo="Undo",
    undone="It is as it was before.",
    export="Export the papers shown:",
    exported="my-reading",
    left_out="Without {count} that are no longer in this library.",
    print="Print",
    known="What do I know already?",
    known_intro="See which of these papers are in your own library: choose a .bib file, or drop it here. It is read "
    "by this page alone and goes nowhere. Papers are found by DOI, arXiv number and title.",
    choose="Choose a .bib file",
    drop="or drop it here",
    not_read="{file} holds no entry that can be read.",
    matches="{file}: entries: {entries}; papers of this library: {found}; marked as read: {read}.",
    mark_read="Mark {count} as read",
    marked_read="Marked as read: {count}.",
    by="{key}, by its {what}",
    by_arxiv="arXiv number",
    by_title="title",
    directions="By direction",
    move="Where the marks are",
    kept="In the storage of this browser on this device, under the name {key}, and nowhere else: who clears "
    "the data of this site removes them as well. A file takes them to another browser.",
    on_disk="This site was opened from a disk. Some browsers keep what each of its pages stores by itself, so "
    "that marks made on one are not seen on another; then open it through a server.",
    save="Save the marks as a file",
    load="Load a file of marks",
    saved="reading-marks",
    loaded="Marks loaded: {new} new, {newer} newer than those here, {same} as they were.",
    not_marks="{file} holds no marks that were saved here.",
    remove="Remove all marks",
    removed="Marks removed: {count}. Nothing of them is left in this browser.",
)
