"""The atlas of this repository, in two languages, built by the code as it is and by that of an earlier revision."""

from __future__ import annotations

import shutil
import subprocess
import sys

from benchmarks.builds.cold import Report
from benchmarks.builds.comparison import Comparison, Measured, compare_usages
from benchmarks.builds.processes import BenchError
from benchmarks.builds.sides import CACHE, OWN, Side

from compare_sites import ATLAS_CONTENT, CompareError, check_out, copy_content

BASE = "dab8e08"
"""The last revision before work on what a build costs began, and the one that the goals were set by."""
GOAL = 0.4


def atlas_sides(base: str) -> tuple[Side, Side]:
    """Check the code of both sides out, each with a copy of the content of `base`, which both can build."""
    folder = CACHE / "atlas"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        before, now = check_out(base, folder / "base"), check_out(None, folder / "now")
    except CompareError as error:
        message = f"the atlas cannot be built at {base}: {error}"
        raise BenchError(message) from None
    sides = []
    for name, checkout in ((OWN, now.checkout), (base, before.checkout)):
        content = folder / f"{checkout.name}-content"
        copy_content(before.checkout, content, ATLAS_CONTENT)
        # A first import compiles the code, which an installed package has behind it.
        subprocess.run([sys.executable, "-m", "compileall", "-q", checkout / "plugins"], check=True)
        command = (sys.executable, "-P", "-m", "mkdocs", "build")
        settings = {"PYTHONPATH": str(checkout / "plugins")}
        sides.append(Side(name, content, command, 200, caches=(".cache",), environment=settings))
    return sides[0], sides[1]


def atlas_row(base: str, rounds: int, report: Report) -> Comparison:
    """Build both sides in turn."""
    sides = atlas_sides(base)
    measured = Measured()
    for number in range(rounds):
        for side in sides if number % 2 == 0 else reversed(sides):
            usage = side.cold_build()
            measured.add(0, side.name, usage)
            report(f"the atlas, round {number + 1}, {side.name}: {usage.cpu:.1f} s of CPU, {usage.wall:.1f} s")
    papers = sum(1 for _ in sides[0].site.glob("papers/*/index.html"))
    ours, theirs = (measured.get(0, side.name) for side in sides)
    figures = compare_usages(ours, theirs)
    return Comparison("cold build of the atlas, two languages", f"revision {base}", papers, figures, GOAL)
