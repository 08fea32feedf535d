"""What building and serving libraries costs, as ratios to other programs in one run.

    PYTHONPATH=tools python -m benchmarks.builds [--sizes 200 1000] [--rounds 5]

Every figure is that of whole processes that ran in turn: the median of the rounds' ratios. Sites are written below
`.cache/bench`; a peer that `make bench-peers` has not installed is left out.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks.builds.atlas import BASE, atlas_row
from benchmarks.builds.cold import measure_round
from benchmarks.builds.comparison import Comparison, Measured
from benchmarks.builds.live import measure_live_round
from benchmarks.builds.peers import hugo, sphinx, zensical
from benchmarks.builds.peers.mkdocs import mkdocs_side
from benchmarks.builds.prepare import Prepared, own_side, prepare
from benchmarks.builds.processes import BenchError
from benchmarks.builds.reader import reader_rows
from benchmarks.builds.results import record, run_data
from benchmarks.builds.rows import cold_rows, live_rows
from benchmarks.builds.same_content import check_same_words, check_whole
from benchmarks.builds.sides import CACHE, ONE_PROCESS, Peer, Side, size_of
from benchmarks.builds.table import text_table
from benchmarks.made_up_papers import made_up_papers

DEFAULT_SIZES = (200, 1_000)
FULL_SIZES = (200, 1_000, 5_000, 10_000)
ROUNDS = 5
WITH_PEERS = 1_000
"""The size at which other programs than MkDocs build as well, or the nearest below."""


def main() -> int:
    """Measure, print the table, write the results."""
    options = _options()
    peers = {peer.name: found for peer in _peers() if (found := peer.installed())}
    for peer in _peers():
        if peer.name not in peers:
            report(f"{peer.name} is left out: it is not installed. `make bench-peers` installs it.")
    start = time.monotonic()
    plan = Plan(sorted(options.sizes), options.rounds, peers, options.base)
    comparisons: list[Comparison] = []
    failed = False
    for part in options.only or PARTS:
        try:
            comparisons += PARTS[part](plan)
        except BenchError as error:
            failed = True
            report(f"{part} could not be measured: {error}")
    if not comparisons:
        return 1
    run = run_data(comparisons, peers, options.rounds)
    (CACHE / "results.json").write_text(json.dumps(run, indent=1), encoding="utf-8")
    print(f"\n{text_table(comparisons)}\n\nMeasured in {(time.monotonic() - start) / 60:.0f} minutes.")
    if options.record:
        record(run)
    return 1 if failed or any(comparison.met is False for comparison in comparisons) else 0


@dataclass(frozen=True, slots=True)
class Plan:
    """What is measured: our sites by their number of papers, how often, and against what."""

    sizes: Sequence[int]
    rounds: int
    peers: Collection[str]
    base: str

    def sites(self) -> dict[int, Prepared]:
        """Write our sites."""
        sites = {}
        for papers in self.sizes:
            report(f"{papers:,} papers are prepared")
            sites[papers] = prepare(papers)
        return sites


def builds(plan: Plan) -> Iterator[Comparison]:
    """Measure whole builds: all sides and sizes once in every round, so that a slow minute meets all of them."""
    sites = plan.sites()
    with_peers = nearest(sites, WITH_PEERS)
    sides = {papers: _sides(site, plan.peers if papers == with_peers else ()) for papers, site in sites.items()}
    most = max(sites)
    sides[most].append(own_side(sites[most].folder / "one-process", sites[most].files, most, ONE_PROCESS))
    measured = Measured()
    for number in range(plan.rounds):
        for papers in sites:
            sides[papers] = measure_round(number, papers, sides[papers], measured, report)
    for papers, (own, bare, *_) in sides.items():
        check_whole(own.site, papers)
        check_same_words(own.site, bare.site)
    yield from cold_rows(
        measured, {(papers, side.name): size_of(side.site) for papers in sides for side in sides[papers]}
    )


def servers(plan: Plan) -> Iterator[Comparison]:
    """Measure servers: saves with so many papers as other programs build as well, starts with the most papers too."""
    sites = plan.sites()
    with_saves = nearest(sites, WITH_PEERS)
    zensical_only = [name for name in plan.peers if name == zensical.PEER.name]
    sides = {
        papers: _sides(sites[papers], zensical_only if papers == with_saves else ())
        for papers in {with_saves, max(sites)}
    }
    measured = Measured()
    for number in range(plan.rounds):
        for papers in sorted(sides):
            measure_live_round(number, papers, sides[papers], measured, report, saves=papers == with_saves)
    yield from live_rows(measured)


def nearest(sizes: Iterable[int], wanted: int) -> int:
    """Return the largest size that is at most `wanted`; the smallest of all if all are larger."""
    listed = sorted(sizes)
    return max((size for size in listed if size <= wanted), default=listed[0])


def atlas(plan: Plan) -> Iterator[Comparison]:
    """Measure the atlas of this repository against an earlier revision of it."""
    yield atlas_row(plan.base, plan.rounds, report)


def reader(plan: Plan) -> Iterator[Comparison]:
    """Measure what the largest site is to a reader's browser."""
    site = prepare(most := max(plan.sizes))
    site.own.again()  # what an earlier run has left may be of another revision
    # A word in the middle of an abstract, and not in the title: common words are no harder to find.
    _, abstract = made_up_papers(most)["paper7"]
    yield from reader_rows(site.own.site, most, abstract.split()[40].strip(".").lower(), plan.rounds)


PARTS = {"builds": builds, "servers": servers, "atlas": atlas, "reader": reader}


def _sides(site: Prepared, peers: Collection[str]) -> list[Side]:
    """Write what the other programs build from."""
    sides = [site.own, mkdocs_side(site.folder / "mkdocs", site.pages)]
    if zensical.PEER.name in peers:
        sides.append(zensical.zensical_side(site.folder / "zensical", site.pages))
    if sphinx.PEER.name in peers:
        sides.append(sphinx.sphinx_side(site.folder / "sphinx", site.files))
    if hugo.hugo_peer().name in peers:
        sides.append(hugo.hugo_side(site.folder / "hugo", site.pages))
    return sides


def _peers() -> Iterator[Peer]:
    yield from (zensical.PEER, sphinx.PEER, hugo.hugo_peer())


def report(text: str) -> None:
    """Say on standard error what goes on."""
    print(text, file=sys.stderr, flush=True)


def _options() -> argparse.Namespace:
    asked = argparse.ArgumentParser(
        prog="python -m benchmarks.builds",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    asked.add_argument("--sizes", type=int, nargs="+", default=DEFAULT_SIZES, help="numbers of papers")
    asked.add_argument("--full", dest="sizes", action="store_const", const=FULL_SIZES, help="all sizes, up to 10,000")
    asked.add_argument("--rounds", type=int, default=ROUNDS, help="how often each side runs")
    asked.add_argument("--base", default=BASE, help="what the atlas is compared with (default: %(default)s)")
    asked.add_argument("--only", action="append", choices=PARTS, help="measure this part only")
    asked.add_argument("--no-record", dest="record", action="store_false", help="leave RESULTS.md as it is")
    return asked.parse_args()


if __name__ == "__main__":
    sys.exit(main())
