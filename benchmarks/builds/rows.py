"""The rows of the table: which measured works are compared, and with what goal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from benchmarks.builds.cold import EDITED, UNCHANGED
from benchmarks.builds.comparison import BYTES, FILES, MEMORY, WALL, Comparison, Measured, compare_usages
from benchmarks.builds.live import AGAIN, ENTRY, NOTE, START, START_QUIET, live_work
from benchmarks.builds.sides import HUGO, MKDOCS, ONE_PROCESS, OWN, SPHINX, ZENSICAL

COLD = "cold build"
_GOALS = {(MKDOCS, 1_000): 0.5, (SPHINX, 1_000): 0.35, (HUGO, 1_000): 4.0}
NOTES = {
    MKDOCS: "MkDocs + Material: papers, directions and notes as Markdown files converted from our own pages, with the"
    " same theme, search and navigation; without people, venues, years, lists, map and exports.",
    SPHINX: "Sphinx: the notes, 20 citations each, and one page with the library; no page for a paper.",
    HUGO: "Hugo: the same pages, papers from one JSON file through a content adapter, a theme of 15 lines, no search.",
    ZENSICAL: "Zensical: the same Markdown files as MkDocs.",
}
_AFTER = "A save is counted with all the CPU that it causes, also after the page is served, and the time until it is."
SERVE_NOTES = {
    NOTE: _AFTER,
    ENTRY: f"{_AFTER} Zensical is given the same change in the Markdown file of the paper.",
    START: "A start is from nothing: no site, no cache; the page asked for is that of a paper.",
}


def cold_rows(measured: Measured, sizes: Mapping[tuple[int, str], tuple[int, int]]) -> Iterator[Comparison]:
    """Yield what builds from nothing, and second builds, cost; `sizes` has the bytes and files of built sites."""
    counts = sorted({papers for papers, _ in measured.usages})
    yield from _first_builds(measured, counts)
    for work, goal in ((UNCHANGED, 0.05), (EDITED, 0.1)):
        for papers in counts:
            if ours := measured.get(papers, work):
                figures = compare_usages(ours, measured.get(papers, OWN))
                yield Comparison(work, "own cold build", papers, figures, goal, 5_000)
    most = counts[-1]
    if theirs := measured.get(most, MKDOCS):
        figures = compare_usages(measured.get(most, OWN), theirs)
        yield Comparison("cold build, peak memory", MKDOCS, most, figures, 1.0, 10_000, MEMORY)
    for papers in counts:
        pairs = zip(sizes[papers, OWN], sizes[papers, MKDOCS], strict=True)
        figures_of_site = {name: [pair] for name, pair in zip((BYTES, FILES), pairs, strict=True)}
        yield Comparison("bytes of the site", MKDOCS, papers, figures_of_site, 1.2, 10_000, BYTES)
        yield Comparison("files of the site", MKDOCS, papers, figures_of_site, None, 0, FILES)


def _first_builds(measured: Measured, counts: Sequence[int]) -> Iterator[Comparison]:
    """Yield what builds from nothing cost, with so many papers."""
    for papers in counts:
        own = measured.get(papers, OWN)
        for other in (MKDOCS, ZENSICAL, SPHINX, HUGO):
            if theirs := measured.get(papers, other):
                figures = compare_usages(own, theirs)
                yield Comparison(COLD, other, papers, figures, _GOALS.get((other, papers)), note=NOTES[other])
        if theirs := measured.get(papers, ONE_PROCESS):
            yield Comparison(COLD, ONE_PROCESS, papers, compare_usages(own, theirs), judged_by=WALL)
    if len(counts) > 1:
        few, many = 1_000 if 1_000 in counts[:-1] else counts[0], counts[-1]
        figures = compare_usages(measured.get(many, OWN), measured.get(few, OWN), (many, few))
        yield Comparison("cold build, per paper", f"the same with {few:,}", many, figures, 1.1, 10_000)


def live_rows(measured: Measured) -> Iterator[Comparison]:
    """Yield what servers cost."""
    for papers in sorted({papers for papers, _ in measured.usages}):
        for work, other, goal, goal_papers in (
            (NOTE, MKDOCS, 0.05, 1_000),
            (ENTRY, ZENSICAL, 1.0, 1_000),
            (START, MKDOCS, 0.2, 10_000),
            (START_QUIET, MKDOCS, None, 0),
        ):
            ours, theirs = (measured.get(papers, live_work(work, side)) for side in (OWN, other))
            if ours and theirs:
                note = SERVE_NOTES.get(work, "")
                yield Comparison(work, other, papers, compare_usages(ours, theirs), goal, goal_papers, note=note)
        ours, theirs = measured.get(papers, live_work(AGAIN, OWN)), measured.get(papers, live_work(START, MKDOCS))
        if ours and theirs:
            figures = compare_usages(ours, theirs)
            yield Comparison(AGAIN, f"first start of {MKDOCS}", papers, figures, 0.2, 10_000)
